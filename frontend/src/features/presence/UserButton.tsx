import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/ui/Avatar';
import { Icon } from '../../components/ui/icons';
import type { PresentUser } from '../../lib/sync/people';
import { FOLLOW_CONTROL } from './endsFollowing';
import classes from './Participants.module.css';

interface UserButtonProps {
  readonly user: PresentUser;
  readonly isSelf: boolean;
  readonly isFollowed: boolean;
  /** Whether the name stands beside the avatar. */
  readonly isNamed: boolean;
  readonly onFollow: (userId: string) => void;
}

/** An avatar that says what its user does, and follows the user when it is pressed. */
export function UserButton({ user, isSelf, isFollowed, isNamed, onFollow }: UserButtonProps) {
  const { t } = useTranslation();
  const { color, displayName, status, userId } = user;
  const name = isSelf ? t('presence.you', { name: displayName }) : displayName;
  const doing = t(`presence.${status}`);
  return (
    <button
      type="button"
      className={classes.user}
      title={t('presence.follow', { name })}
      aria-pressed={isFollowed}
      data-status={status}
      style={{ '--ring': color } as CSSProperties}
      {...{ [FOLLOW_CONTROL]: '' }}
      onClick={() => {
        onFollow(userId);
      }}
    >
      <span className={classes.face}>
        <Avatar name={displayName} color={color} size={28} />
        {status === 'typing' && (
          <span className={classes.pencil}>
            <Icon name="pencil" size={11} />
          </span>
        )}
      </span>
      <span className={isNamed ? classes.words : classes.name}>
        <span>{name}</span> <small>{doing}</small>
      </span>
    </button>
  );
}
