import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { Icon } from '../icons';
import { LanguageSwitch } from '../LanguageSwitch';
import { SignedOut, signIn } from './http';

const whereFrom = (state: unknown) =>
  typeof state === 'object' && state !== null && 'from' in state && typeof state.from === 'string' ? state.from : '/';

/** Asks for name and password and goes back to the page that was asked for. */
export const LoginPage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { state } = useLocation();
  const queries = useQueryClient();
  const login = useMutation({
    mutationFn: (form: FormData) => signIn(String(form.get('username')), String(form.get('password'))),
    onSuccess: () => {
      queries.clear();
      return navigate(whereFrom(state), { replace: true });
    },
  });
  const fault = login.error instanceof SignedOut ? t('login.wrong') : login.error && t('fault.unreachable');

  return (
    <div className="login">
      <title>{`${t('login.title')} · ${t('app.name')}`}</title>
      <main className="login-card">
        <img src="/console/mark.svg" alt="" width="48" height="48" />
        <h1>{t('app.name')}</h1>
        <p className="quiet">{t('app.tagline')}</p>
        <form
          aria-label={t('login.title')}
          onSubmit={(event) => {
            event.preventDefault();
            login.mutate(new FormData(event.currentTarget));
          }}
        >
          <TextInput
            name="username"
            label={t('login.username')}
            autoComplete="username"
            required
            withAsterisk={false}
            autoFocus
          />
          <PasswordInput
            name="password"
            label={t('login.password')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ style: { display: 'none' } }}
          />
          {fault && (
            <Alert role="alert" color="red" variant="light" icon={<Icon name="warning" />}>
              {fault}
            </Alert>
          )}
          <Button type="submit" fullWidth loading={login.isPending}>
            {t('login.submit')}
          </Button>
        </form>
      </main>
      <LanguageSwitch />
    </div>
  );
};
