import { Button, Group, Radio } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/ui/Dialog';
import type { Document, Room } from '../../lib/api/types';
import { mayWrite } from '../../lib/sync/messages';
import classes from './MoveDialog.module.css';

interface MoveDialogProps {
  readonly document: Document;
  readonly rooms: readonly Room[];
  readonly onMove: (document: Document, room: Room) => void;
  readonly onClose: () => void;
}

/** Asks which room a document goes to, among those in which the user may write. */
export function MoveDialog({ document, rooms, onMove, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const others = rooms.filter(({ id, role }) => id !== document.roomId && mayWrite(role));
  const [chosen, setChosen] = useState(others[0]?.id);

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const room = others.find(({ id }) => id === chosen);
    if (room !== undefined) onMove(document, room);
    onClose();
  }

  return (
    <Dialog opened onClose={onClose} title={t('start.move.title', { title: document.title })}>
      <form onSubmit={submit} className={classes.form}>
        {others.length === 0 ? (
          <p className={classes.text}>{t('start.move.none')}</p>
        ) : (
          <Radio.Group
            value={chosen ?? null}
            onChange={setChosen}
            description={t('start.move.text')}
          >
            <div className={classes.rooms}>
              {others.map(({ id, name }, index) => (
                <Radio
                  key={id}
                  value={id}
                  label={name}
                  {...(index === 0 && { 'data-autofocus': true })}
                />
              ))}
            </div>
          </Radio.Group>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          {others.length > 0 && <Button type="submit">{t('start.move.action')}</Button>}
        </Group>
      </form>
    </Dialog>
  );
}
