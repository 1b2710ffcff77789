import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Popup } from '../../components/ui/Popup';
import type { Self } from '../../lib/sync/messages';
import type { PresentUser } from '../../lib/sync/people';
import classes from './Participants.module.css';
import { UserButton } from './UserButton';

const SHOWN = 6;
const SHOWN_ON_TABLETS = 4;
const SHOWN_ON_PHONES = 1;
const AT_ONCE = { getInitialValueInEffect: false };

interface ParticipantsProps {
  readonly users: readonly PresentUser[];
  readonly self: Self | undefined;
  readonly following: string | undefined;
  readonly onFollow: (userId: string) => void;
}

/** Who is here: one avatar a user, however many windows the user has open. */
export function Participants({ users, self, following, onFollow }: ParticipantsProps) {
  const { t } = useTranslation();
  const shownUsers = useShown();
  const shown = users.slice(0, shownUsers);
  const others = users.slice(shownUsers);
  const names = others.map(({ displayName }) => displayName).join(', ');
  const button = (user: PresentUser, isNamed = false) => (
    <li key={user.userId}>
      <UserButton
        user={user}
        isSelf={user.userId === self?.userId}
        isFollowed={user.userId === following}
        isNamed={isNamed}
        onFollow={onFollow}
      />
    </li>
  );
  return (
    <div className={classes.bar}>
      <ul className={classes.list} aria-label={t('presence.here')}>
        {shown.map((user) => button(user))}
      </ul>
      {others.length > 0 && (
        <Popup
          label={t('presence.more', { count: others.length, names })}
          buttonClass={classes.more}
          button={<span title={names}>+{others.length}</span>}
        >
          <ul className={classes.all} aria-label={t('presence.others')}>
            {others.map((user) => button(user, true))}
          </ul>
        </Popup>
      )}
    </div>
  );
}

function useShown(): number {
  const isTablet = useMediaQuery('(max-width: 899px)', false, AT_ONCE);
  const isPhone = useMediaQuery('(max-width: 599px)', false, AT_ONCE);
  if (isPhone) return SHOWN_ON_PHONES;
  return isTablet ? SHOWN_ON_TABLETS : SHOWN;
}
