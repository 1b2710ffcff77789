import { ActionIcon, Loader, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/ui/Dialog';
import { Avatar } from '../../components/ui/Avatar';
import { ErrorText } from '../../components/ui/ErrorText';
import { Icon } from '../../components/ui/icons';
import { useMe } from '../../lib/api/apiContext';
import type { Member, Room } from '../../lib/api/types';
import type { Role } from '../../lib/sync/messages';
import { AddMemberForm } from './AddMemberForm';
import classes from './MembersDialog.module.css';
import { useRoleOptions } from './roleOptions';
import { useMembers, useSetMember } from './useMembers';
import { useChangeRoom } from './useRooms';

interface MembersDialogProps {
  readonly room: Room;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function MembersDialog({ room, opened, onClose }: MembersDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t('members.title', { room: room.name })}
      centered
      size="lg"
      radius="lg"
    >
      {room.role === 'owner' && <AddMemberForm roomId={room.id} />}
      <MemberList room={room} />
      {room.role === 'owner' && <HistoryForViewers room={room} />}
    </Dialog>
  );
}

function HistoryForViewers({ room }: { room: Room }) {
  const { t } = useTranslation();
  const change = useChangeRoom(room.id);
  return (
    <>
      <label className={classes.option}>
        <input
          type="checkbox"
          checked={change.variables?.historyForViewers ?? room.historyForViewers}
          disabled={change.isPending}
          onChange={(event) => {
            change.mutate({ historyForViewers: event.currentTarget.checked });
          }}
        />
        {t('members.historyForViewers')}
      </label>
      <ErrorText error={change.error} />
    </>
  );
}

function MemberList({ room }: { room: Room }) {
  const { t } = useTranslation();
  const members = useMembers(room.id);
  const change = useSetMember(room.id);
  if (members.isPending) return <Loader size="sm" aria-label={t('common.loading')} />;
  return (
    <>
      <ErrorText error={members.error ?? change.error} />
      <ul className={classes.list}>
        {members.data?.items.map((member) => (
          <MemberRow
            key={member.userId}
            member={member}
            editable={room.role === 'owner'}
            onChange={(role) => {
              change.mutate({ userId: member.userId, role });
            }}
          />
        ))}
      </ul>
    </>
  );
}

interface MemberRowProps {
  readonly member: Member;
  readonly editable: boolean;
  readonly onChange: (role: Role | undefined) => void;
}

function MemberRow({ member, editable, onChange }: MemberRowProps) {
  const { t } = useTranslation();
  const roles = useRoleOptions();
  const me = useMe();
  const isMe = member.userId === me.id;
  return (
    <li className={classes.row}>
      <Avatar name={member.displayName} color={isMe ? me.color : '#7a857c'} size={34} />
      <span className={classes.name}>
        {member.displayName}
        {isMe && <small> ({t('members.you')})</small>}
      </span>
      {editable && !isMe ? (
        <>
          <NativeSelect
            aria-label={t('members.roleOf', { name: member.displayName })}
            data={roles}
            value={member.role}
            onChange={(event) => {
              onChange(event.currentTarget.value as Role);
            }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('members.remove', { name: member.displayName })}
            onClick={() => {
              onChange(undefined);
            }}
          >
            <Icon name="close" />
          </ActionIcon>
        </>
      ) : (
        <span className={classes.role}>{t(`roles.${member.role}`)}</span>
      )}
    </li>
  );
}
