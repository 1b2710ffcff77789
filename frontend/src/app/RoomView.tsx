import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/ui/Button';
import { Menu, type MenuItem } from '../components/ui/Menu';
import { Notice } from '../components/ui/Notice';
import { Icon } from '../components/ui/icons';
import { lazyPart } from '../components/ui/lazyPart';
import { DocumentList } from '../features/documents/DocumentList';
import { SortButtons } from '../features/documents/SortButtons';
import type { Room } from '../lib/api/types';
import { mayWrite } from '../lib/sync/messages';
import { NewDocumentButton } from './NewDocumentButton';
import classes from './RoomView.module.css';
import { useDocumentOrder } from './useDocumentOrder';

const MembersDialog = lazyPart(async () => (await import('./MembersDialog')).MembersDialog);
const RenameRoomDialog = lazyPart(
  async () => (await import('../features/rooms/RenameRoomDialog')).RenameRoomDialog,
);
const EndRoomDialog = lazyPart(
  async () => (await import('../features/rooms/EndRoomDialog')).EndRoomDialog,
);

type Dialog = 'none' | 'members' | 'rename' | 'remove' | 'leave';

interface RoomViewProps {
  readonly room: Room;
  readonly rooms: readonly Room[];
}

export function RoomView({ room, rooms }: RoomViewProps) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<Dialog>('none');
  const [order, setOrder] = useDocumentOrder();
  const writes = mayWrite(room.role);
  const open = (next: Dialog) => (): void => {
    setDialog(next);
  };
  const close = open('none');
  const members: MenuItem = {
    key: 'members',
    label: t('start.roomMenu.members'),
    icon: 'people',
    run: open('members'),
  };
  const leave: MenuItem = {
    key: 'leave',
    label: t('start.roomMenu.leave'),
    icon: 'leave',
    run: open('leave'),
  };
  const items: readonly MenuItem[] =
    room.role === 'owner'
      ? [
          {
            key: 'rename',
            label: t('start.roomMenu.rename'),
            icon: 'pen',
            run: open('rename'),
          },
          members,
          leave,
          {
            key: 'remove',
            label: t('start.roomMenu.remove'),
            icon: 'trash',
            tone: 'danger',
            run: open('remove'),
          },
        ]
      : [members, leave];

  return (
    <div className={classes.view}>
      <header className={classes.header}>
        <h1 className={classes.title}>{room.name}</h1>
        <span className={classes.menu}>
          <Menu
            label={t('start.roomMenu.label', { room: room.name })}
            items={items}
            button={<Icon name="more" size={20} />}
            buttonClass={classes.more}
          />
        </span>
        <Button look="plain" icon="people" onClick={open('members')}>
          {t('members.button')}
        </Button>
        {writes && <NewDocumentButton rooms={[room]} />}
      </header>
      <DocumentList
        choice={{ kind: 'room', roomId: room.id, order }}
        rooms={rooms}
        head={<SortButtons order={order} onChange={setOrder} />}
        empty={
          <Notice
            icon="document"
            title={t('documents.emptyTitle')}
            text={writes ? t('documents.emptyText') : t('documents.emptyReader')}
          />
        }
      />
      <Suspense fallback={null}>
        {dialog === 'members' && <MembersDialog room={room} onClose={close} />}
        {dialog === 'rename' && <RenameRoomDialog room={room} onClose={close} />}
        {(dialog === 'remove' || dialog === 'leave') && (
          <EndRoomDialog room={room} how={dialog} onClose={close} />
        )}
      </Suspense>
    </div>
  );
}
