import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation } from 'react-router';
import { Brand } from '../../components/ui/Brand';
import { ErrorText } from '../../components/ui/ErrorText';
import { PreferencesMenu } from '../../components/ui/PreferencesMenu';
import { Icon } from '../../components/ui/icons';
import { signInMethods, type SignInMethods } from '../../lib/api/accountApi';
import { useApi, useAuth } from '../../lib/api/apiContext';
import '../../lib/i18n/account';
import classes from './AuthPage.module.css';
import { CompanySignIn } from './CompanySignIn';
import { Showcase } from './Showcase';

const MIN_PASSWORD = 10;

/** Until the server has told, or where it cannot. */
const USUAL: SignInMethods = { local: true, registration: true, sso: null };

export type AuthMode = 'sign-in' | 'sign-up';

export function AuthPage({ mode }: { mode: AuthMode }) {
  const { t } = useTranslation();
  const auth = useAuth();
  const location = useLocation();
  const { http } = useApi();
  const told = useQuery({ queryKey: ['methods'], queryFn: () => signInMethods(http) });
  const methods = told.data ?? USUAL;
  const isNew = mode === 'sign-up' && methods.registration;
  if (auth.kind === 'signed-in') return <Navigate to={target(location.state)} replace />;
  return (
    <div className={classes.page}>
      <Showcase />
      <main className={classes.side}>
        <header className={classes.top}>
          <span className={classes.brand}>
            <Brand />
          </span>
          <PreferencesMenu
            label={t('common.menu')}
            buttonClass={classes.prefs}
            button={<Icon name="auto" />}
          />
        </header>
        <div className={classes.form}>
          <h1 className={classes.title}>{isNew ? t('auth.signUpTitle') : t('auth.signInTitle')}</h1>
          <p className={classes.lead}>{isNew ? t('auth.signUpLead') : t('auth.signInLead')}</p>
          <CompanySignIn company={methods.sso} returnTo={target(location.state)} />
          {methods.sso !== null && methods.local && <p className={classes.or}>{t('account.or')}</p>}
          {methods.local && <AuthForm key={mode} isNew={isNew} />}
          {(isNew || methods.registration) && (
            <p className={classes.other}>
              {isNew ? t('auth.hasAccount') : t('auth.noAccount')}{' '}
              <Link to={isNew ? '/sign-in' : '/sign-up'} state={location.state as unknown}>
                {isNew ? t('auth.signIn') : t('auth.signUp')}
              </Link>
            </p>
          )}
        </div>
      </main>
    </div>
  );
}

function AuthForm({ isNew }: { isNew: boolean }) {
  const { t } = useTranslation();
  const { http } = useApi();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [name, setName] = useState('');
  const enter = useMutation({
    mutationFn: () =>
      isNew
        ? http.register(email.trim(), password, name.trim())
        : http.signIn(email.trim(), password),
  });

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    enter.mutate();
  }

  return (
    <form className={classes.fields} onSubmit={submit}>
      {isNew && (
        <TextInput
          label={t('auth.name')}
          description={t('auth.nameHint')}
          autoComplete="name"
          required
          maxLength={80}
          size="md"
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
      )}
      <TextInput
        label={t('auth.email')}
        type="email"
        autoComplete="email"
        required
        size="md"
        value={email}
        onChange={(event) => {
          setEmail(event.currentTarget.value);
        }}
      />
      <PasswordInput
        label={t('auth.password')}
        description={isNew ? t('auth.passwordHint') : undefined}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        required
        minLength={isNew ? MIN_PASSWORD : 1}
        size="md"
        value={password}
        onChange={(event) => {
          setPassword(event.currentTarget.value);
        }}
      />
      <ErrorText error={enter.error} />
      <Button type="submit" size="md" loading={enter.isPending}>
        {isNew ? t('auth.signUp') : t('auth.signIn')}
      </Button>
    </form>
  );
}

/** Back to where the visitor was sent here from; only paths of this application. */
function target(state: unknown): string {
  const from = typeof state === 'object' && state !== null && 'from' in state ? state.from : '/';
  return typeof from === 'string' && /^\/(?!\/)/.test(from) ? from : '/';
}
