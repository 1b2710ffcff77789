import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import { Button, LinkButton } from '../components/ui/Button';
import { ErrorText } from '../components/ui/ErrorText';
import { Notice } from '../components/ui/Notice';
import { ListSkeleton } from '../features/documents/ListSkeleton';
import { useMe } from '../lib/api/apiContext';
import type { List, Room } from '../lib/api/types';
import { OverviewView, type OverviewKind } from './OverviewView';
import { RoomView } from './RoomView';

interface StartContentProps {
  readonly rooms: UseQueryResult<List<Room>>;
  readonly onNewRoom: () => void;
}

/** What the address asks for: a room, or documents of all rooms. */
export function StartContent({ rooms, onNewRoom }: StartContentProps) {
  const { t } = useTranslation();
  const { roomId } = useParams();
  const { pathname } = useLocation();
  const isGuest = useMe().guest === true;
  if (rooms.isPending) return <ListSkeleton />;
  if (rooms.data === undefined) {
    return (
      <>
        <ErrorText error={rooms.error} />
        <Button look="plain" onClick={() => void rooms.refetch()}>
          {t('common.retry')}
        </Button>
      </>
    );
  }
  const all = rooms.data.items;
  if (roomId !== undefined) {
    const room = all.find(({ id }) => id === roomId);
    if (room !== undefined) return <RoomView key={room.id} room={room} rooms={all} />;
    return (
      <Notice icon="room" level={1} title={t('rooms.missingTitle')} text={t('rooms.missingText')}>
        <LinkButton to="/">{t('common.home')}</LinkButton>
      </Notice>
    );
  }
  const kind = kindOf(pathname);
  if (all.length === 0 && kind === 'recent' && !isGuest) {
    return (
      <Notice icon="room" level={1} title={t('rooms.emptyTitle')} text={t('rooms.emptyText')}>
        <Button onClick={onNewRoom}>{t('rooms.create')}</Button>
      </Notice>
    );
  }
  return <OverviewView key={kind} kind={kind} rooms={all} />;
}

const KINDS = ['favourites', 'shared', 'trash'] as const;

function kindOf(pathname: string): OverviewKind {
  return KINDS.find((kind) => pathname.endsWith(`/${kind}`)) ?? 'recent';
}
