import '../../lib/i18n/sharing';
import { PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import { Brand } from '../../components/ui/Brand';
import { Button, LinkButton } from '../../components/ui/Button';
import { Notice } from '../../components/ui/Notice';
import { Spinner } from '../../components/ui/Spinner';
import { useApi, useAuth } from '../../lib/api/apiContext';
import { Problem } from '../../lib/api/problem';
import type { LinkLook } from '../../lib/api/sharingApi';
import { Failure } from './Failure';
import classes from './Sharing.module.css';
import { useSharingApi } from './useSharing';

/** Where a share link leads: into the document, or first to a name, a password or the sign-in. */
export function OpenLinkPage() {
  const { t } = useTranslation();
  const { token = '' } = useParams();
  const api = useSharingApi();
  const link = useQuery({ queryKey: ['links', token], queryFn: () => api.look(token) });
  if (link.isPending) return <Spinner />;
  if (link.data === undefined) {
    return (
      <main>
        {link.error instanceof Problem && link.error.status === 404 ? (
          <Notice
            icon="link"
            level={1}
            title={t('sharing.open.goneTitle')}
            text={t('sharing.open.goneText')}
          >
            <LinkButton to="/">{t('common.home')}</LinkButton>
          </Notice>
        ) : (
          <div className={classes.entry}>
            <Failure error={link.error} />
            <Button onClick={() => void link.refetch()}>{t('common.retry')}</Button>
          </div>
        )}
      </main>
    );
  }
  return <Entry token={token} link={link.data} />;
}

function Entry({ token, link }: { token: string; link: LinkLook }) {
  const { t } = useTranslation();
  const auth = useAuth();
  return (
    <main className={classes.entry}>
      <Brand />
      <h1>{t('sharing.open.title')}</h1>
      <p>{t(`sharing.open.role.${link.role}`)}</p>
      {auth.kind === 'signed-in' ? (
        <Visit token={token} link={link} name={auth.user.displayName} />
      ) : (
        <Introduce token={token} link={link} />
      )}
    </main>
  );
}

/** For somebody who is signed in: at once, where no password is in the way. */
function Visit({ token, link, name }: { token: string; link: LinkLook; name: string }) {
  const { t } = useTranslation();
  const api = useSharingApi();
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const visit = useMutation({
    mutationFn: () => api.visit(token, password),
    onSuccess: ({ documentId }) => navigate(`/documents/${documentId}`, { replace: true }),
  });
  const { mutate } = visit;
  useEffect(() => {
    if (!link.passwordNeeded) mutate();
  }, [link.passwordNeeded, mutate]);
  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        mutate();
      }}
    >
      <p>{t('sharing.open.as', { name })}</p>
      {link.passwordNeeded && <LinkPassword value={password} onChange={setPassword} />}
      <Failure error={visit.error} />
      <Button type="submit" busy={visit.isPending}>
        {t('sharing.open.go')}
      </Button>
      <SwitchUser />
    </form>
  );
}

/** For a guest whom the link does not let in, and for whoever shares a browser. */
function SwitchUser() {
  const { t } = useTranslation();
  const { http } = useApi();
  return (
    <Button look="quiet" onClick={() => void http.signOut()}>
      {t('sharing.invitation.switchUser')}
    </Button>
  );
}

function Introduce({ token, link }: { token: string; link: LinkLook }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const guests = link.scope === 'anyone';
  return (
    <>
      {!guests && <p>{t('sharing.open.accountNeeded')}</p>}
      <Button
        look={guests ? 'plain' : 'main'}
        onClick={() => void navigate('/sign-in', { state: { from: pathname } })}
      >
        {t('sharing.open.signIn')}
      </Button>
      {guests && <Join token={token} link={link} />}
    </>
  );
}

function Join({ token, link }: { token: string; link: LinkLook }) {
  const { t } = useTranslation();
  const api = useSharingApi();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const join = useMutation({
    mutationFn: () => api.join(token, name.trim(), password),
    onSuccess: ({ documentId }) => navigate(`/documents/${documentId}`, { replace: true }),
  });
  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') join.mutate();
      }}
    >
      <h2>{t('sharing.open.guestTitle')}</h2>
      <TextInput
        label={t('sharing.open.name')}
        description={t('sharing.open.nameHint')}
        autoComplete="name"
        required
        maxLength={80}
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value);
        }}
      />
      {link.passwordNeeded && <LinkPassword value={password} onChange={setPassword} />}
      <Failure error={join.error} />
      <Button type="submit" busy={join.isPending}>
        {t('sharing.open.guestGo')}
      </Button>
    </form>
  );
}

interface LinkPasswordProps {
  readonly value: string;
  readonly onChange: (password: string) => void;
}

function LinkPassword({ value, onChange }: LinkPasswordProps) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      label={t('sharing.open.password')}
      autoComplete="off"
      required
      maxLength={200}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
