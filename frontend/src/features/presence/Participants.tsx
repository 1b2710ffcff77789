import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/ui/Avatar';
import type { Participant, Self } from '../../lib/sync/messages';
import classes from './Participants.module.css';

const SHOWN = 6;

interface ParticipantsProps {
  readonly participants: readonly Participant[];
  readonly self: Self | undefined;
}

/** Who is here: one avatar a user, however many windows the user has open. */
export function Participants({ participants, self }: ParticipantsProps) {
  const { t } = useTranslation();
  const users = [...new Map(participants.map((each) => [each.userId, each])).values()];
  const shown = users.slice(0, SHOWN);
  const others = users.slice(SHOWN);
  const names = others.map(({ displayName }) => displayName).join(', ');
  return (
    <ul className={classes.list} aria-label={t('presence.here')}>
      {shown.map(({ userId, displayName, color }) => (
        <li key={userId} className={classes.item} title={nameOf(userId, displayName)}>
          <Avatar name={displayName} color={color} />
          <span className={classes.name}>{nameOf(userId, displayName)}</span>
        </li>
      ))}
      {others.length > 0 && (
        <li
          className={classes.more}
          title={names}
          aria-label={t('presence.more', { count: others.length, names })}
        >
          +{others.length}
        </li>
      )}
    </ul>
  );

  function nameOf(userId: string, name: string): string {
    return userId === self?.userId ? t('presence.you', { name }) : name;
  }
}
