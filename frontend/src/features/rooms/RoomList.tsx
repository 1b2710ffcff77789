import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon, type IconName } from '../../components/ui/icons';
import type { Room } from '../../lib/api/types';
import classes from './RoomList.module.css';

interface RoomListProps {
  readonly rooms: readonly Room[];
  /** The path of the page that is shown. */
  readonly path: string;
  readonly onChosen: () => void;
  /** Absent for who may have no rooms. */
  readonly onNew?: (() => void) | undefined;
}

/** The ways into documents: views over all rooms, and each room. */
export function RoomList({ rooms, path, onChosen, onNew }: RoomListProps) {
  const { t } = useTranslation();
  const views = [
    { to: '/', icon: 'clock', label: t('start.views.recent') },
    { to: '/favourites', icon: 'star', label: t('start.views.favourites') },
    { to: '/shared', icon: 'people', label: t('start.views.shared') },
    { to: '/trash', icon: 'trash', label: t('start.views.trash') },
  ] as const;

  function entry(to: string, icon: IconName, label: string) {
    return (
      <li key={to}>
        <Link
          to={to}
          className={classes.room}
          {...(to === path && { 'aria-current': 'page' })}
          data-selected={to === path}
          onClick={onChosen}
        >
          <Icon name={icon} />
          <span>{label}</span>
        </Link>
      </li>
    );
  }

  return (
    <div className={classes.nav}>
      <nav aria-label={t('start.views.label')}>
        <ul className={classes.list}>
          {views.map(({ to, icon, label }) => entry(to, icon, label))}
        </ul>
      </nav>
      <nav aria-label={t('rooms.title')}>
        <p className={classes.label}>{t('rooms.title')}</p>
        <ul className={classes.list}>
          {rooms.map(({ id, name }) => entry(`/rooms/${id}`, 'room', name))}
        </ul>
      </nav>
      {onNew !== undefined && (
        <button type="button" className={classes.room} onClick={onNew}>
          <Icon name="plus" />
          <span>{t('rooms.new')}</span>
        </button>
      )}
    </div>
  );
}
