import { useEffect, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../lib/api/apiContext';
import { browserSession } from '../../lib/sync/browserSession';
import type { DocumentSession } from '../../lib/sync/documentSession';
import { openSession } from '../../lib/sync/openSession';
import { EditorPlaces } from './carets/editorPlaces';
import { QuillEditor } from './quillEditor';
import { guardUnload, releaseUnload } from './unloadGuard';

export interface OpenDocument {
  readonly session: DocumentSession;
  readonly editor: QuillEditor;
  readonly places: EditorPlaces;
}

/** Opens the document in the host element, and leaves it when the page goes away. */
export function useDocumentEditor(
  host: RefObject<HTMLElement | null>,
  userId: string,
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
    let session: DocumentSession | undefined;
    let left = false;
    // It is read-only until the session has shown the document, so nothing happens in it before.
    const editor = new QuillEditor(
      element,
      { label: '', placeholder: '' },
      {
        edited: (delta) => session?.edited(delta),
        selected: (range) => session?.selected(range),
        compositionStarted: () => session?.compositionStarted(),
        compositionEnded: () => session?.compositionEnded(),
      },
    );
    void openSession(browserSession(api, userId, documentId)).then((opened) => {
      session = opened;
      if (left) {
        opened.close();
        return;
      }
      opened.start(editor);
      guardUnload(opened);
      setOpen({ session: opened, editor, places: new EditorPlaces(editor.quill) });
    });
    return () => {
      left = true;
      const leaving = session;
      leaving?.leave(() => {
        releaseUnload(leaving);
      });
      editor.destroy();
      element.remove();
    };
  }, [host, api, userId, documentId]);

  useEffect(() => {
    open?.editor.label({ label, placeholder });
  }, [open, label, placeholder]);

  return open;
}
