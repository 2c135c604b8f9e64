import { useTranslation } from 'react-i18next';
import { useFormats } from '../format';
import { useCustomerCount } from './queries';

/** Before anything is typed: what can be asked, and how. */
export const Welcome = () => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const count = useCustomerCount().data?.customers.totalCount;
  return (
    <section className="welcome">
      <h1>{t('search.intro')}</h1>
      <p>{t('search.introText')}</p>
      <dl className="keys">
        <dt>
          <kbd>/</kbd>
        </dt>
        <dd>{t('search.keyFocus')}</dd>
        <dt>
          <kbd>↑</kbd> <kbd>↓</kbd>
        </dt>
        <dd>{t('search.keyMove')}</dd>
        <dt>
          <kbd>Enter</kbd>
        </dt>
        <dd>{t('search.keyOpen')}</dd>
      </dl>
      {count !== undefined && (
        <p className="quiet">{t('search.knownCustomers', { count, formatted: formats.number(count) })}</p>
      )}
    </section>
  );
};
