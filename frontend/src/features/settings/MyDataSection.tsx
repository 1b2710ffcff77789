import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorText } from '../../components/ui/ErrorText';
import { eraseMe, exportMe } from '../../lib/api/accountApi';
import { useApi } from '../../lib/api/apiContext';
import { saveBlob } from '../../lib/saveBlob';
import classes from './AccountSections.module.css';

/** What is kept about the user: to be taken along, or to be erased, which the password confirms. */
export function MyDataSection({ local }: { local: boolean }) {
  const { t } = useTranslation();
  const { http } = useApi();
  const [password, setPassword] = useState<string>();
  const save = useMutation({
    mutationFn: async () => {
      saveBlob(await exportMe(http), 'my-data.json');
    },
  });
  const erase = useMutation({
    mutationFn: (confirmed: string) => eraseMe(http, confirmed),
    onSuccess: () => {
      http.forget();
    },
  });

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    erase.mutate(password ?? '');
  }

  return (
    <section className={classes.section} aria-label={t('account.data')}>
      <h3 className={classes.heading}>{t('account.data')}</h3>
      <Button
        variant="default"
        loading={save.isPending}
        onClick={() => {
          save.mutate();
        }}
      >
        {t('account.exportData')}
      </Button>
      <ErrorText error={save.error} />
      {local && password === undefined && (
        <Button
          variant="default"
          onClick={() => {
            setPassword('');
          }}
        >
          {t('account.erase')}
        </Button>
      )}
      {password !== undefined && (
        <form onSubmit={submit} className={classes.section}>
          <p>{t('account.eraseText')}</p>
          <PasswordInput
            required
            maxLength={200}
            autoComplete="current-password"
            label={t('account.erasePassword')}
            value={password}
            onChange={(event) => {
              setPassword(event.currentTarget.value);
            }}
          />
          <ErrorText error={erase.error} />
          <Button type="submit" color="red" loading={erase.isPending}>
            {t('account.eraseNow')}
          </Button>
        </form>
      )}
    </section>
  );
}
