import { useTranslation } from 'react-i18next';
import type { Author } from '../../lib/api/types';
import { joined } from '../../lib/i18n/joined';
import { Avatar } from './Avatar';
import classes from './AvatarStack.module.css';

const SHOWN = 3;

/** Who is here: a few faces, all names on hover and for screen readers. */
export function AvatarStack({ people }: { people: readonly Author[] }) {
  const { t, i18n } = useTranslation();
  if (people.length === 0) return null;
  const names = joined(
    people.map(({ displayName }) => displayName),
    i18n.language,
  );
  const label = t('start.list.here', { names });
  return (
    <span className={classes.stack} role="img" aria-label={label} title={label}>
      {people.slice(0, SHOWN).map(({ userId, displayName, color }) => (
        <span key={userId} className={classes.one}>
          <Avatar name={displayName} color={color} size={26} />
        </span>
      ))}
      {people.length > SHOWN && <span className={classes.more}>+{people.length - SHOWN}</span>}
    </span>
  );
}
