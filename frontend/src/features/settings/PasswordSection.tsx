import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorText } from '../../components/ui/ErrorText';
import { changePassword } from '../../lib/api/accountApi';
import { useApi } from '../../lib/api/apiContext';
import { isProblem } from '../../lib/api/httpClient';
import classes from './AccountSections.module.css';

const MIN_PASSWORD = 10;

/** A new password ends every other session. */
export function PasswordSection() {
  const { t } = useTranslation();
  const { http } = useApi();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => changePassword(http, current, next),
    onSuccess: () => {
      setCurrent('');
      setNext('');
    },
  });
  const isWrong = isProblem(change.error, 403);

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    change.mutate();
  }

  return (
    <form className={classes.section} onSubmit={submit} aria-label={t('account.password')}>
      <h3 className={classes.heading}>{t('account.password')}</h3>
      <PasswordInput
        label={t('account.currentPassword')}
        autoComplete="current-password"
        required
        value={current}
        error={isWrong ? t('account.wrongPassword') : undefined}
        onChange={(event) => {
          setCurrent(event.currentTarget.value);
        }}
      />
      <PasswordInput
        label={t('account.newPassword')}
        description={t('account.newPasswordHint')}
        autoComplete="new-password"
        required
        minLength={MIN_PASSWORD}
        value={next}
        onChange={(event) => {
          setNext(event.currentTarget.value);
        }}
      />
      {!isWrong && <ErrorText error={change.error} />}
      {change.isSuccess && <p role="status">{t('account.passwordChanged')}</p>}
      <Button type="submit" variant="default" loading={change.isPending}>
        {t('account.changePassword')}
      </Button>
    </form>
  );
}
