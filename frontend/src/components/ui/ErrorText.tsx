import { useTranslation } from 'react-i18next';
import { Problem, Unreachable } from '../../lib/api/problem';
import classes from './ErrorText.module.css';
import { Icon } from './icons';

const KNOWN = [
  'email-taken',
  'invalid-credentials',
  'validation-failed',
  'not-found',
  'forbidden',
  'too-many-requests',
] as const;

/** What a failed request means to the user. Nothing where nothing failed. */
export function ErrorText({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (error === null || error === undefined) return null;
  return (
    <p className={classes.error} role="alert">
      <Icon name="warning" size={16} />
      <span>{message()}</span>
    </p>
  );

  function message(): string {
    if (error instanceof Unreachable) return t('errors.unreachable');
    if (!(error instanceof Problem)) return t('errors.unknown');
    const known = KNOWN.find((code) => code === error.code);
    if (known === undefined) return error.message || t('errors.unknown');
    const details = error.errors.map((each) => each.message).join(' ');
    return known === 'validation-failed' && details !== '' ? details : t(`errors.${known}`);
  }
}
