import { useTranslation } from 'react-i18next';
import { NameDialog } from '../../components/ui/NameDialog';
import type { Room } from '../../lib/api/types';
import { useRenameRoom } from './useRooms';

export function RenameRoomDialog({ room, onClose }: { room: Room; onClose: () => void }) {
  const { t } = useTranslation();
  const rename = useRenameRoom(room.id);
  return (
    <NameDialog
      opened
      onClose={onClose}
      title={t('start.roomMenu.rename')}
      label={t('rooms.name')}
      placeholder={t('rooms.placeholder')}
      action={t('start.roomMenu.save')}
      initial={room.name}
      busy={rename.isPending}
      error={rename.error}
      onSubmit={(name) => {
        rename.mutate(name, { onSuccess: onClose });
      }}
    />
  );
}
