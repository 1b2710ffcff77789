import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { safeLink } from './formats/safeLink';

interface LinkDialogProps {
  readonly opened: boolean;
  readonly current: string;
  readonly onClose: () => void;
  /** Undefined takes the link away. */
  readonly onChosen: (address: string | undefined) => void;
}

export function LinkDialog(props: LinkDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('editor.linkTitle')}
      returnFocus={false}
      centered
      radius="lg"
    >
      <LinkForm {...props} />
    </Modal>
  );
}

function LinkForm({ current, onChosen }: LinkDialogProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(current);
  const [refused, setRefused] = useState(false);

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const address = safeLink(typed);
    if (address === undefined) setRefused(true);
    else onChosen(address);
  }

  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        data-autofocus
        label={t('editor.linkAddress')}
        placeholder="https://"
        inputMode="url"
        value={typed}
        error={refused && t('editor.linkInvalid')}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setRefused(false);
        }}
      />
      <Group justify="flex-end" mt="lg">
        {current !== '' && (
          <Button
            variant="default"
            onClick={() => {
              onChosen(undefined);
            }}
          >
            {t('editor.linkRemove')}
          </Button>
        )}
        <Button type="submit">{t('editor.linkApply')}</Button>
      </Group>
    </form>
  );
}
