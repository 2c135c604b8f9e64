import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export const NotFoundPage = () => {
  const { t } = useTranslation();
  return (
    <div className="notice">
      <title>{t('app.name')}</title>
      <h1>{t('app.notFound')}</h1>
      <Link to="/">{t('app.toSearch')}</Link>
    </div>
  );
};
