import { useTranslation } from 'react-i18next';
import { Icon } from './icons';
import { isLanguage, languages, switchLanguage } from './i18n';

/** Changes the language of the console; each language is written in itself. */
export const LanguageSwitch = () => {
  const { t, i18n } = useTranslation();
  return (
    <label className="language-switch">
      <Icon name="globe" />
      <span className="unseen">{t('app.language')}</span>
      <select
        value={i18n.language}
        onChange={({ target }) => {
          if (isLanguage(target.value)) void switchLanguage(target.value);
        }}
      >
        {Object.entries(languages).map(([tag, { name }]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
};
