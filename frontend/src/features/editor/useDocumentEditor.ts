import { useEffect, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../lib/api/apiContext';
import { documentRemote } from '../../lib/api/documentRemote';
import { systemClock } from '../../lib/sync/clock';
import { DocumentSession } from '../../lib/sync/documentSession';
import { openBrowserSocket } from '../../lib/sync/socket';
import { randomUuid } from '../../lib/uuid';
import { QuillEditor } from './quillEditor';
import { guardUnload, releaseUnload } from './unloadGuard';

export interface OpenDocument {
  readonly session: DocumentSession;
  readonly editor: QuillEditor;
}

/** Opens the document in the host element, and leaves it when the page goes away. */
export function useDocumentEditor(
  host: RefObject<HTMLElement | null>,
  documentId: string,
): OpenDocument | undefined {
  const api = useApi();
  const { t } = useTranslation();
  const [open, setOpen] = useState<OpenDocument>();
  const label = t('editor.label');
  const placeholder = t('editor.placeholder');

  useEffect(() => {
    if (host.current === null) throw new Error('the editor has no element to live in');
    const element = document.createElement('div');
    host.current.append(element);
    const session = new DocumentSession({
      clientId: randomUuid(),
      clock: systemClock,
      random: Math.random,
      openSocket: openBrowserSocket,
      remote: documentRemote(api, documentId),
    });
    const editor = new QuillEditor(
      element,
      { label: '', placeholder: '' },
      {
        edited: (delta) => {
          session.edited(delta);
        },
        selected: (range) => {
          session.selected(range);
        },
        compositionStarted: () => {
          session.compositionStarted();
        },
        compositionEnded: () => {
          session.compositionEnded();
        },
      },
    );
    session.start(editor);
    guardUnload(session);
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the editor can only be made on an element
    setOpen({ session, editor });
    return () => {
      session.leave(() => {
        releaseUnload(session);
      });
      editor.destroy();
      element.remove();
    };
  }, [host, api, documentId]);

  useEffect(() => {
    open?.editor.label({ label, placeholder });
  }, [open, label, placeholder]);

  return open;
}
