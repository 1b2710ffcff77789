import { useTranslation } from 'react-i18next';
import { Button } from '../components/ui/Button';
import { Menu } from '../components/ui/Menu';
import { Icon } from '../components/ui/icons';
import { useNewDocument } from '../features/documents/useNewDocument';
import type { Room } from '../lib/api/types';
import classes from './NewDocumentButton.module.css';

/** One click: a document is there, and its title can be written. Where there are several rooms, they are asked for. */
export function NewDocumentButton({ rooms }: { rooms: readonly Room[] }) {
  const { t } = useTranslation();
  const create = useNewDocument();
  const [room] = rooms;
  if (room === undefined) return null;
  if (rooms.length > 1) {
    return (
      <Menu
        label={t('documents.new')}
        buttonClass={classes.button}
        button={
          <>
            <Icon name="plus" />
            {t('documents.new')}
          </>
        }
        items={rooms.map(({ id, name }) => ({
          key: id,
          label: name,
          icon: 'room',
          run: () => {
            create.mutate(id);
          },
        }))}
      />
    );
  }
  return (
    <Button
      icon="plus"
      busy={create.isPending}
      onClick={() => {
        create.mutate(room.id);
      }}
    >
      {t('documents.new')}
    </Button>
  );
}
