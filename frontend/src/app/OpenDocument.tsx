import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Preloaded } from '../components/ui/Preloaded';
import { PreferencesMenu } from '../components/ui/PreferencesMenu';
import { Icon } from '../components/ui/icons';
import { lazyPart } from '../components/ui/lazyPart';
import { CommandIcon } from '../features/editor/commands/CommandIcon';
import { CursorLayer } from '../features/editor/CursorLayer';
import { TitleField } from '../features/editor/TitleField';
import { Toolbar } from '../features/editor/toolbar/Toolbar';
import { useDocumentEditor } from '../features/editor/useDocumentEditor';
import { useEditorUi, useUiState } from '../features/editor/useEditorUi';
import { useSessionPart } from '../features/editor/useSession';
import { useHistoryState, useHistoryView } from '../features/history/useHistoryView';
import { PresenceBar } from '../features/presence/PresenceBar';
import { useOpener } from '../lib/api/apiContext';
import type { Document } from '../lib/api/types';
import { provideText } from '../lib/openText';
import { mayWrite } from '../lib/sync/messages';
import type { SessionView } from '../lib/sync/sessionView';
import classes from './DocumentPage.module.css';
import { DocumentNotices } from './DocumentNotices';
import { HistoryArea } from './HistoryArea';
import { LiveStatus } from './LiveStatus';
import { OutlineColumn } from './OutlineColumn';
import { RightPanel } from './RightPanel';
import { useLeaving } from './useLeaving';
import { useTakeBack } from './useTakeBack';

const loadEditorLayer = async () => (await import('../features/editor/EditorLayer')).EditorLayer;
const loadLeaveDialog = async () => (await import('./LeaveDialog')).LeaveDialog;

const ShareDialog = lazyPart(
  async () => (await import('../features/sharing/ShareDialog')).ShareDialog,
);

/** Back to the room, or to what is shared by others for whoever is not in it. */
function home(document: Document | undefined): string {
  if (document === undefined) return '/';
  return document.roomName === '' ? '/shared' : `/rooms/${document.roomId}`;
}

const roleOf = (view: SessionView) => view.role;
const hasEnded = (view: SessionView) => view.status.kind === 'ended';
const isStoring = (view: SessionView) => view.storing;

interface OpenDocumentProps {
  readonly documentId: string;
  /** The editor opens without waiting for it. */
  readonly document: Document | undefined;
}

export function OpenDocument({ documentId, document }: OpenDocumentProps) {
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const ui = useEditorUi();
  const open = useDocumentEditor(host, useOpener(), documentId);
  const uiState = useUiState(ui);
  const role = useSessionPart(open?.session, roleOf);
  const ended = useSessionPart(open?.session, hasEnded);
  const storing = useSessionPart(open?.session, isStoring);
  const leaving = useLeaving(open?.session, home(document));
  const [sharing, setSharing] = useState(false);

  const history = useHistoryView();
  const { shown } = useHistoryState(history);
  const onTakeBack = useTakeBack(documentId, open);
  const [historyBar, setHistoryBar] = useState<HTMLElement | null>(null);
  const isLive = shown.kind === 'live';

  const opened = role !== undefined;
  const editable = mayWrite(role) && !ended;
  useEffect(() => (open === undefined ? undefined : provideText(() => open.editor.text())), [open]);
  useEffect(() => {
    open?.editor.setEditable(editable);
  }, [open, editable]);

  return (
    <div className={classes.page}>
      <header className={classes.header} data-region="header">
        <Link
          to={home(document)}
          className={classes.icon}
          aria-label={t('common.back')}
          aria-busy={leaving.isWaiting}
          onClick={leaving.clicked}
        >
          <Icon name="back" size={20} />
        </Link>
        {document === undefined ? (
          <span className={classes.space} />
        ) : (
          <TitleField document={document} editable={mayWrite(role)} />
        )}
        <LiveStatus session={open?.session} />
        {open !== undefined && <PresenceBar session={open.session} host={open.places} />}
        {document !== undefined && (
          <button
            type="button"
            className={classes.share}
            aria-haspopup="dialog"
            aria-label={t('members.share')}
            onClick={() => {
              setSharing(true);
            }}
          >
            <Icon name="people" size={20} />
            <span>{t('members.share')}</span>
          </button>
        )}
        <button
          type="button"
          className={classes.icon}
          aria-label={t('history.title')}
          aria-expanded={uiState.panel === 'history'}
          onClick={() => {
            ui.togglePanel('history');
          }}
        >
          <CommandIcon name="history" size={20} />
        </button>
        <button
          type="button"
          className={classes.icon}
          aria-label={t('panels.info')}
          aria-expanded={uiState.panel === 'info'}
          onClick={() => {
            ui.togglePanel('info');
          }}
        >
          <CommandIcon name="info" size={20} />
        </button>
        <PreferencesMenu
          label={t('common.menu')}
          buttonClass={classes.icon}
          button={<Icon name="auto" />}
        />
      </header>
      {editable && isLive && <Toolbar editor={open?.editor} ui={ui} />}
      {!isLive && <div ref={setHistoryBar} className={classes.historyBar} data-region="toolbar" />}
      <DocumentNotices open={open} editable={editable} />
      <div className={classes.columns}>
        <OutlineColumn editor={open?.editor} ui={ui} />
        <main className={classes.main} data-region="text">
          <HistoryArea
            documentId={documentId}
            view={history}
            bar={historyBar}
            open={open}
            editable={editable}
            owner={role === 'owner'}
            onTakeBack={onTakeBack}
          />
          <div
            className={classes.sheet}
            data-opened={opened}
            style={isLive ? undefined : { display: 'none' }}
          >
            <div ref={host} className="document" />
            {open !== undefined && <CursorLayer {...open} />}
            {open !== undefined && opened && (
              <Preloaded
                load={loadEditorLayer}
                wanted={uiState.dialog !== undefined}
                props={{ editor: open.editor, ui, editable, documentId, roomId: document?.roomId }}
              />
            )}
          </div>
          {!opened && !ended && <p className={classes.opening}>{t('editor.opening')}</p>}
        </main>
        <RightPanel
          documentId={documentId}
          editor={open?.editor}
          ui={ui}
          view={history}
          editable={editable}
          onTakeBack={onTakeBack}
        />
      </div>
      {document !== undefined && sharing && (
        <Suspense fallback={null}>
          <ShareDialog
            place={{ kind: 'document', id: documentId }}
            name={document.title}
            manages={role === 'owner'}
            onClose={() => {
              setSharing(false);
            }}
          />
        </Suspense>
      )}
      <Preloaded
        load={loadLeaveDialog}
        wanted={leaving.isAsking}
        props={{
          opened: leaving.isAsking,
          kept: storing,
          onStay: leaving.stay,
          onLeave: leaving.leave,
        }}
      />
    </div>
  );
}
