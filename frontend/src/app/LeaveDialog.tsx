import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../components/ui/Dialog';

interface LeaveDialogProps {
  readonly opened: boolean;
  /** Whether the device keeps what is not saved. */
  readonly kept: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asks before the page is left while edits are not saved and waiting for them did not help. */
export function LeaveDialog({ opened, kept, onStay, onLeave }: LeaveDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onStay} title={t('leave.title')}>
      {t(kept ? 'leave.keptText' : 'leave.text')}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onLeave}>
          {t('leave.leave')}
        </Button>
        <Button data-autofocus onClick={onStay}>
          {t('leave.stay')}
        </Button>
      </Group>
    </Dialog>
  );
}
