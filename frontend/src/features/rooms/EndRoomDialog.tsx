import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/ui/Dialog';
import { useNavigate } from 'react-router';
import { ErrorText } from '../../components/ui/ErrorText';
import type { Room } from '../../lib/api/types';
import { useEndRoom } from './useRooms';

interface EndRoomDialogProps {
  readonly room: Room;
  readonly how: 'remove' | 'leave';
  readonly onClose: () => void;
}

/** Asks before a room is deleted for everybody, or left. */
export function EndRoomDialog({ room, how, onClose }: EndRoomDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const end = useEndRoom(room.id, how);
  return (
    <Dialog opened onClose={onClose} title={t(`start.roomMenu.${how}Title`, { room: room.name })}>
      {t(`start.roomMenu.${how}Text`)}
      <ErrorText error={end.error} />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          color="red"
          loading={end.isPending}
          onClick={() => {
            end.mutate(undefined, {
              onSuccess: () => {
                onClose();
                void navigate('/');
              },
            });
          }}
        >
          {t(`start.roomMenu.${how}`)}
        </Button>
      </Group>
    </Dialog>
  );
}
