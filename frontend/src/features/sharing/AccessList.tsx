import { ActionIcon, Loader, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/ui/Avatar';
import { Icon } from '../../components/ui/icons';
import { useMe } from '../../lib/api/apiContext';
import type { Access, Place } from '../../lib/api/sharingApi';
import type { Role } from '../../lib/sync/messages';
import { Failure } from './Failure';
import classes from './Sharing.module.css';
import { useRoleOptions } from './useRoleOptions';
import { useAccess, useSharingChange } from './useSharing';

interface AccessListProps {
  readonly place: Place;
  readonly manages: boolean;
}

interface Change {
  readonly access: Access;
  /** Absent: what was given here is taken away. */
  readonly role?: Role;
}

/** Who has access and where it comes from. */
export function AccessList({ place, manages }: AccessListProps) {
  const { t } = useTranslation();
  const list = useAccess(place);
  const change = useSharingChange(place, (api, { access, role }: Change) => {
    if (role === undefined) return api.take(place, access);
    return access.userId === undefined
      ? api.giveGroup(place, access.name, role)
      : api.giveUser(place, access.userId, role);
  });
  if (list.isPending) return <Loader size="sm" aria-label={t('common.loading')} />;
  return (
    <>
      <Failure error={list.error ?? change.error} />
      <ul className={classes.list} aria-label={t('sharing.people')}>
        {list.data?.map((access) => (
          <AccessRow
            key={access.userId ?? `g:${access.name}`}
            access={access}
            manages={manages}
            onChange={(role) => {
              change.mutate(role === undefined ? { access } : { access, role });
            }}
          />
        ))}
      </ul>
    </>
  );
}

interface AccessRowProps {
  readonly access: Access;
  readonly manages: boolean;
  readonly onChange: (role: Role | undefined) => void;
}

function AccessRow({ access, manages, onChange }: AccessRowProps) {
  const { t } = useTranslation();
  const roles = useRoleOptions();
  const me = useMe();
  const { userId, name, role, roomRole, ownRole } = access;
  const isMe = userId === me.id;
  const byLink = roomRole === undefined && ownRole === undefined;
  const isFixed = isMe || byLink || (userId !== undefined && roomRole === 'owner');
  return (
    <li className={classes.row}>
      {userId === undefined ? (
        <span className={classes.group}>
          <Icon name="people" />
        </span>
      ) : (
        <Avatar name={name} color={access.color ?? (isMe ? me.color : '#7a857c')} size={34} />
      )}
      <span className={classes.name}>
        {name}
        {isMe && <small> ({t('sharing.you')})</small>}
        {access.guest && <small> ({t('sharing.guest')})</small>}
        <Source access={access} />
      </span>
      {manages && !isFixed ? (
        <NativeSelect
          aria-label={t('sharing.roleOf', { name })}
          data={roles}
          value={role}
          onChange={(event) => {
            onChange(event.currentTarget.value as Role);
          }}
        />
      ) : (
        <span className={classes.role}>{t(`roles.${role}`)}</span>
      )}
      {manages && !isMe && ownRole !== undefined && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t(roomRole === undefined ? 'sharing.remove' : 'sharing.giveBack', { name })}
          title={t(roomRole === undefined ? 'sharing.remove' : 'sharing.giveBack', { name })}
          onClick={() => {
            onChange(undefined);
          }}
        >
          <Icon name={roomRole === undefined ? 'close' : 'restore'} />
        </ActionIcon>
      )}
    </li>
  );
}

/** Where it comes from; nothing where it was simply given here. */
function Source({ access: { userId, roomRole, ownRole } }: { access: Access }) {
  const { t } = useTranslation();
  if (roomRole === undefined && ownRole !== undefined) return null;
  return <span className={classes.source}>{text()}</span>;

  function text(): string {
    if (roomRole === undefined) return t('sharing.from.link');
    if (userId !== undefined && roomRole === 'owner') return t('sharing.from.roomOwner');
    if (ownRole === undefined) return t('sharing.from.room');
    return t('sharing.from.own', { role: t(`roles.${roomRole}`) });
  }
}
