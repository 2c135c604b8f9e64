import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useNavigate } from 'react-router';
import { Icon } from './icons';
import { LanguageSwitch } from './LanguageSwitch';
import { SearchBox } from './search/SearchBox';
import { signOut } from './session/http';
import { mayReadCustomers, mayRunLoads } from './session/roles';
import { useViewer } from './session/SignedIn';

const Account = () => {
  const { t } = useTranslation();
  const viewer = useViewer();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const leaving = useMutation({
    mutationFn: signOut,
    onSettled: () => {
      queries.clear();
      return navigate('/login', { replace: true });
    },
  });
  return (
    <div className="account">
      <span className="account-name">
        <strong>{viewer.name}</strong>
        <span>{viewer.roles.map((role) => t(`Role.${role}`)).join(' · ')}</span>
      </span>
      <button type="button" className="icon-button" onClick={() => leaving.mutate()} aria-label={t('app.signOut')}>
        <Icon name="leave" />
      </button>
    </div>
  );
};

/** The frame of every page: who we are, the one search box, language and account. */
export const Shell = () => {
  const { t } = useTranslation();
  const { roles } = useViewer();
  return (
    <>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <header className="bar">
        <Link to="/" className="brand" aria-label={t('app.home')}>
          <img src="/console/mark.svg" alt="" width="28" height="28" />
          <span>{t('app.name')}</span>
        </Link>
        {mayReadCustomers(roles) ? <SearchBox /> : <span className="bar-gap" />}
        {mayRunLoads(roles) && (
          <NavLink to="/jobs" className="bar-link">
            <Icon name="database" />
            {t('app.jobs')}
          </NavLink>
        )}
        <LanguageSwitch />
        <Account />
      </header>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
};
