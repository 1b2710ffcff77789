import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Notice } from '../components/ui/Notice';
import { CopyButton } from '../features/saving/CopyButton';
import { useOpener } from '../lib/api/apiContext';
import { browserDevice } from '../lib/store/browserDevice';
import { unsavedText } from '../lib/store/unsavedText';

/** For a document that can't be opened: says so, and hands out what its author has never got saved there. */
export function MissingDocument({ documentId }: { documentId: string }) {
  const { t } = useTranslation();
  const userId = useOpener();
  const [text, setText] = useState('');

  useEffect(() => {
    void unsavedText(browserDevice.store, userId, documentId).then(setText);
  }, [userId, documentId]);

  const unsaved = text === '' ? '' : ` ${t('missing.unsentText')}`;
  return (
    <main>
      <Notice
        icon="document"
        level={1}
        title={t('missing.documentTitle')}
        text={`${t('missing.documentText')}${unsaved}`}
      >
        {text !== '' && <CopyButton text={() => text} label={t('kept.copy')} size="sm" />}
        <Button component={Link} to="/">
          {t('common.home')}
        </Button>
      </Notice>
    </main>
  );
}
