import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { NameDialog } from '../../components/ui/NameDialog';
import { useCreateRoom } from './useRooms';

export function NewRoomDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreateRoom();
  return (
    <NameDialog
      opened={opened}
      onClose={onClose}
      title={t('rooms.new')}
      label={t('rooms.name')}
      placeholder={t('rooms.placeholder')}
      action={t('rooms.create')}
      busy={create.isPending}
      error={create.error}
      onSubmit={(name) => {
        create.mutate(name, {
          onSuccess: (room) => {
            onClose();
            void navigate(`/rooms/${room.id}`);
          },
        });
      }}
    />
  );
}
