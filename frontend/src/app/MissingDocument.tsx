import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button, LinkButton } from '../components/ui/Button';
import { Notice } from '../components/ui/Notice';
import { CopyButton } from '../components/ui/CopyButton';
import { useApi, useAuth, useOpener } from '../lib/api/apiContext';
import { browserDevice } from '../lib/store/browserDevice';
import { unsavedText } from '../lib/store/unsavedText';

/** For a document that can't be opened: says so, and hands out what its author has never got saved there. */
export function MissingDocument({ documentId }: { documentId: string }) {
  const { t } = useTranslation();
  const userId = useOpener();
  const { http } = useApi();
  const auth = useAuth();
  const navigate = useNavigate();
  const email = auth.kind === 'signed-in' ? (auth.user.email ?? auth.user.displayName) : '';
  const path = `/documents/${documentId}`;
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
        title={t('start.faults.noAccessTitle')}
        text={`${t('start.faults.noAccessText', { email })}${unsaved}`}
      >
        {text !== '' && <CopyButton text={() => text} label={t('kept.copy')} size="normal" />}
        <Button
          look="plain"
          onClick={() => {
            void http.signOut().then(() => navigate('/sign-in', { state: { from: path } }));
          }}
        >
          {t('start.faults.switchUser')}
        </Button>
        <LinkButton to="/">{t('common.home')}</LinkButton>
      </Notice>
    </main>
  );
}
