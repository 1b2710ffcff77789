import { Button, Group, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog';
import { ErrorText } from './ErrorText';

interface NameDialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly label: string;
  readonly placeholder: string;
  readonly action: string;
  readonly initial?: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onSubmit: (name: string) => void;
}

/** Asks for one name. */
export function NameDialog(props: NameDialogProps) {
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={props.title}>
      <NameForm {...props} />
    </Dialog>
  );
}

function NameForm(props: NameDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(props.initial ?? '');

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (name.trim() !== '') props.onSubmit(name.trim());
  }

  return (
    <form onSubmit={submit} style={{ display: 'grid', gap: 18 }}>
      <TextInput
        data-autofocus
        required
        maxLength={200}
        label={props.label}
        placeholder={props.placeholder}
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value);
        }}
      />
      <ErrorText error={props.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={props.onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={props.busy}>
          {props.action}
        </Button>
      </Group>
    </form>
  );
}
