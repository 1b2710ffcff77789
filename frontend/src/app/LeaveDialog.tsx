import { Button, Group, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface LeaveDialogProps {
  readonly opened: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asks before the page is left while edits are nowhere but here and can't be sent. */
export function LeaveDialog({ opened, onStay, onLeave }: LeaveDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onStay} title={t('leave.title')} centered radius="lg">
      {t('leave.text')}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onLeave}>
          {t('leave.leave')}
        </Button>
        <Button data-autofocus onClick={onStay}>
          {t('leave.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
