import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorText } from '../../components/ui/ErrorText';
import type { Role } from '../../lib/sync/messages';
import classes from './MembersDialog.module.css';
import { useRoleOptions } from './roleOptions';
import { NoSuchUser, useAddMember } from './useMembers';

export function AddMemberForm({ roomId }: { roomId: string }) {
  const { t } = useTranslation();
  const roles = useRoleOptions();
  const add = useAddMember(roomId);
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('editor');
  const unknown = add.error instanceof NoSuchUser;

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    add.mutate(
      { email: email.trim(), role },
      {
        onSuccess: () => {
          setEmail('');
        },
      },
    );
  }

  return (
    <form className={classes.add} onSubmit={submit}>
      <TextInput
        className={classes.email}
        data-autofocus
        label={t('members.email')}
        placeholder={t('members.placeholder')}
        type="email"
        required
        value={email}
        onChange={(event) => {
          setEmail(event.currentTarget.value);
        }}
      />
      <NativeSelect
        label={t('members.role')}
        data={roles}
        value={role}
        onChange={(event) => {
          setRole(event.currentTarget.value as Role);
        }}
      />
      <Button type="submit" loading={add.isPending}>
        {t('members.add')}
      </Button>
      {unknown ? (
        <p className={classes.unknown} role="alert">
          {t('members.unknown')}
        </p>
      ) : (
        add.error !== null && (
          <div className={classes.unknown}>
            <ErrorText error={add.error} />
          </div>
        )
      )}
    </form>
  );
}
