import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Icon } from '../../components/ui/icons';
import { ssoUrl } from '../../lib/api/accountApi';
import { ACCOUNT_TEXTS } from '../../lib/i18n/account';
import classes from './AuthPage.module.css';

/** The company's sign-in, and why it has sent somebody back without being signed in. */
export function CompanySignIn(props: { company: string | null; returnTo: string }) {
  const { t } = useTranslation();
  const [query] = useSearchParams();
  const company = props.company ?? 'SSO';
  const problem = query.get('problem');
  const known = (Object.keys(ACCOUNT_TEXTS.en.problems) as Problem[]).find(
    (code) => code === problem,
  );
  return (
    <>
      {problem !== null && (
        <p className={classes.problem} role="alert">
          <Icon name="warning" size={16} /> {t(`account.problems.${known ?? 'other'}`, { company })}
        </p>
      )}
      {props.company !== null && (
        <Button component="a" href={ssoUrl(props.returnTo)} size="md" fullWidth>
          {t('account.signInWith', { company })}
        </Button>
      )}
    </>
  );
}

type Problem = keyof typeof ACCOUNT_TEXTS.en.problems;
