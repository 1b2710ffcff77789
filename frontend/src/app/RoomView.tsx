import { Button } from '@mantine/core';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/ui/icons';
import { DocumentList } from '../features/documents/DocumentList';
import type { Room } from '../lib/api/types';
import classes from './RoomView.module.css';

/** Dialogs load when they are opened first, to keep the start page small. */
const NewDocumentDialog = lazy(async () => ({
  default: (await import('../features/documents/NewDocumentDialog')).NewDocumentDialog,
}));
const MembersDialog = lazy(async () => ({
  default: (await import('../features/rooms/MembersDialog')).MembersDialog,
}));

type Dialog = 'none' | 'members' | 'new-document';

export function RoomView({ room }: { room: Room }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<Dialog>('none');
  const mayWrite = room.role === 'owner' || room.role === 'editor';
  const close = (): void => {
    setDialog('none');
  };
  const create = (): void => {
    setDialog('new-document');
  };
  return (
    <div className={classes.view}>
      <header className={classes.header}>
        <h1 className={classes.title}>{room.name}</h1>
        <Button
          variant="default"
          leftSection={<Icon name="people" />}
          onClick={() => {
            setDialog('members');
          }}
        >
          {t('members.button')}
        </Button>
        {mayWrite && (
          <Button leftSection={<Icon name="plus" />} onClick={create}>
            {t('documents.new')}
          </Button>
        )}
      </header>
      <DocumentList roomId={room.id} mayWrite={mayWrite} onNew={create} />
      <Suspense fallback={null}>
        {dialog === 'members' && <MembersDialog room={room} opened onClose={close} />}
        {dialog === 'new-document' && <NewDocumentDialog roomId={room.id} opened onClose={close} />}
      </Suspense>
    </div>
  );
}
