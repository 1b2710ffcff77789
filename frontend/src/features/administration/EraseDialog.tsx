import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/ui/Dialog';
import { ErrorText } from '../../components/ui/ErrorText';
import type { UserRow } from '../../lib/api/administrationApi';
import { useApi } from '../../lib/api/apiContext';
import classes from './administration.module.css';
import { useChange } from './useAdministration';

export function EraseDialog({ user, onClose }: { user: UserRow; onClose: () => void }) {
  const { t } = useTranslation();
  const collab = useApi();
  const [email, setEmail] = useState('');
  const [unknown, setUnknown] = useState(false);
  const erase = useChange(onClose);

  async function run(): Promise<void> {
    const heir = email === '' ? undefined : await collab.userByEmail(email);
    const isUnknown = email !== '' && heir === undefined;
    setUnknown(isUnknown);
    if (!isUnknown) erase.mutate((api) => api.eraseUser(user.id, heir?.id));
  }

  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('administration.user.eraseTitle', { name: user.displayName })}
    >
      <div className={classes.form}>
        <p>{t('administration.user.eraseText')}</p>
        <TextInput
          type="email"
          label={t('administration.user.heir')}
          error={unknown && t('administration.user.noHeir')}
          value={email}
          onChange={(event) => {
            setEmail(event.currentTarget.value);
          }}
        />
        <ErrorText error={erase.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('administration.cancel')}
          </Button>
          <Button color="red" loading={erase.isPending} onClick={() => void run()}>
            {t('administration.user.erase')}
          </Button>
        </Group>
      </div>
    </Dialog>
  );
}
