import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../components/ui/icons';
import type { Room } from '../../lib/api/types';
import classes from './RoomList.module.css';

interface RoomListProps {
  readonly rooms: readonly Room[];
  readonly selected: string | undefined;
  readonly onChosen: () => void;
  readonly onNew: () => void;
}

export function RoomList({ rooms, selected, onChosen, onNew }: RoomListProps) {
  const { t } = useTranslation();
  return (
    <nav className={classes.nav} aria-label={t('rooms.title')}>
      <p className={classes.label}>{t('rooms.title')}</p>
      <ul className={classes.list}>
        {rooms.map((room) => (
          <li key={room.id}>
            <Link
              to={`/rooms/${room.id}`}
              className={classes.room}
              {...(room.id === selected && { 'aria-current': 'page' })}
              data-selected={room.id === selected}
              onClick={onChosen}
            >
              <Icon name="room" />
              <span>{room.name}</span>
            </Link>
          </li>
        ))}
      </ul>
      <button type="button" className={classes.room} onClick={onNew}>
        <Icon name="plus" />
        <span>{t('rooms.new')}</span>
      </button>
    </nav>
  );
}
