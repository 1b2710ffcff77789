import 'quill/dist/quill.core.css';
import '../features/editor/document.css';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { Notice } from '../components/ui/Notice';
import { PreferencesMenu } from '../components/ui/PreferencesMenu';
import { Icon } from '../components/ui/icons';
import { CursorLayer } from '../features/editor/CursorLayer';
import { TitleField } from '../features/editor/TitleField';
import { Toolbar } from '../features/editor/Toolbar';
import { useDocument } from '../features/editor/useDocument';
import { useDocumentEditor } from '../features/editor/useDocumentEditor';
import { useNudges, useSessionView } from '../features/editor/useSession';
import { Participants } from '../features/presence/Participants';
import { Banners } from '../features/saving/Banners';
import { StatusText } from '../features/saving/StatusText';
import { Problem } from '../lib/api/problem';
import type { Document } from '../lib/api/types';
import classes from './DocumentPage.module.css';
import { LeaveDialog } from './LeaveDialog';

export function DocumentPage() {
  const { t } = useTranslation();
  const { documentId = '' } = useParams();
  const { data, error } = useDocument(documentId);
  if (data === undefined && error instanceof Problem && error.status < 500) {
    return (
      <main>
        <Notice
          icon="document"
          level={1}
          title={t('missing.documentTitle')}
          text={t('missing.documentText')}
        >
          <Button component={Link} to="/">
            {t('common.home')}
          </Button>
        </Notice>
      </main>
    );
  }
  return <OpenDocument key={documentId} documentId={documentId} document={data} />;
}

interface OpenDocumentProps {
  readonly documentId: string;
  /** The editor opens without waiting for it. */
  readonly document: Document | undefined;
}

function OpenDocument({ documentId, document }: OpenDocumentProps) {
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const open = useDocumentEditor(host, documentId);
  const view = useSessionView(open?.session);
  useNudges(open?.session);

  const navigate = useNavigate();
  const [leaving, setLeaving] = useState(false);
  const back = document === undefined ? '/' : `/rooms/${document.roomId}`;

  const offline = view.status.kind === 'offline' || view.status.kind === 'ended';
  const opened = view.role !== undefined;
  const mayWrite = view.role === 'owner' || view.role === 'editor';
  const editable = mayWrite && view.status.kind !== 'ended';
  useEffect(() => {
    open?.editor.setEditable(editable);
  }, [open, editable]);

  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <Link
          to={back}
          className={classes.icon}
          aria-label={t('common.back')}
          onClick={(event) => {
            if (open?.session.leavingLosesEdits !== true) return;
            event.preventDefault();
            setLeaving(true);
          }}
        >
          <Icon name="back" size={20} />
        </Link>
        {document === undefined ? (
          <span className={classes.space} />
        ) : (
          <TitleField document={document} editable={mayWrite} />
        )}
        <StatusText status={view.status} />
        <Participants participants={offline ? [] : view.participants} self={view.self} />
        <PreferencesMenu
          label={t('common.menu')}
          buttonClass={classes.icon}
          button={<Icon name="auto" />}
        />
      </header>
      {editable && <Toolbar editor={open?.editor} />}
      <Banners
        view={view}
        text={() => open?.editor.text() ?? ''}
        onRetry={() => open?.session.nudge()}
        onDiscard={() => open?.session.discardKept()}
      />
      <main className={classes.main}>
        <div className={classes.sheet} data-opened={opened}>
          <div ref={host} className="document" />
          {open !== undefined && <CursorLayer {...open} />}
        </div>
        {!opened && view.status.kind !== 'ended' && (
          <p className={classes.opening}>{t('editor.opening')}</p>
        )}
      </main>
      <LeaveDialog
        opened={leaving}
        onStay={() => {
          setLeaving(false);
        }}
        onLeave={() => void navigate(back)}
      />
    </div>
  );
}
