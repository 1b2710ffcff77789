import { TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/Button';
import { ErrorText } from '../../components/ui/ErrorText';
import classes from './administration.module.css';
import { useChange } from './useAdministration';

/** How the first administrator comes in: by the code of the log. */
export function ClaimPart() {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const claim = useChange();

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    claim.mutate((api) => api.claim(code));
  }

  return (
    <form onSubmit={submit} className={classes.form}>
      <h2>{t('administration.claim.title')}</h2>
      <p className={classes.soft}>{t('administration.claim.text')}</p>
      <TextInput
        required
        maxLength={100}
        autoComplete="off"
        label={t('administration.claim.code')}
        value={code}
        onChange={(event) => {
          setCode(event.currentTarget.value);
        }}
      />
      <ErrorText error={claim.error} />
      <Button type="submit" busy={claim.isPending}>
        {t('administration.claim.action')}
      </Button>
    </form>
  );
}
