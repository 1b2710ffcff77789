import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../lib/api/apiContext';
import Quill from 'quill/core.js';
import type { QuillEditor } from '../quillEditor';
import { provideImages } from './documentImages';
import { ImageBlot } from './imageBlot';
import classes from './ImageLayer.module.css';
import { ImageStore, type Upload } from './imageStore';
import { ImageTools } from './ImageTools';
import { imageFiles, insertImages } from './insertImages';
import { selectedImage } from './selectedImage';

interface ImageLayerProps {
  readonly editor: QuillEditor;
  readonly documentId: string;
  readonly editable: boolean;
  /** Asks for files. */
  readonly choosing: boolean;
  readonly onChosen: () => void;
}

/** Pictures: fetched, pasted, dropped, chosen, and changed. */
export function ImageLayer({ editor, documentId, editable, choosing, onChosen }: ImageLayerProps) {
  const { t } = useTranslation();
  const store = useImageStore(editor, documentId);
  const uploads = useSyncExternalStore(store.subscribe, () => store.uploads);
  const selected = useSelectedImage(editor);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (!choosing) return;
    input.current?.click();
    onChosen();
  }, [choosing, onChosen]);

  useEffect(() => {
    if (!editable) return;
    return takeFiles(editor, store);
  }, [editor, store, editable]);

  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept="image/png,image/jpeg,image/gif,image/webp,image/avif,image/heic"
        aria-label={t('image.choose')}
        onChange={({ currentTarget }) => {
          insertImages(editor.quill, store, [...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      {editable && selected !== undefined && (
        <ImageTools key={selected.index} editor={editor} image={selected} />
      )}
      {uploads.length > 0 && <Uploads store={store} uploads={uploads} />}
    </>
  );
}

function Uploads({ store, uploads }: { store: ImageStore; uploads: readonly Upload[] }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.uploads} aria-live="polite">
      {uploads.map(({ id, name, state }) => (
        <li key={id} data-state={state}>
          <span>{t(`image.${state}`, { name })}</span>
          {(state === 'failed' || state === 'waiting') && (
            <button
              type="button"
              onClick={() => {
                store.retry(id);
              }}
            >
              {t('common.retry')}
            </button>
          )}
          {state !== 'uploading' && (
            <button
              type="button"
              onClick={() => {
                store.discard(id);
              }}
            >
              {t('image.discard')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function useImageStore(editor: QuillEditor, documentId: string): ImageStore {
  const api = useApi();
  const [store] = useState(
    () =>
      new ImageStore({
        load: (imageId) => api.image(documentId, imageId),
        store: (file) => api.storeImage(documentId, file),
      }),
  );
  useEffect(() => {
    provideImages(editor.quill.root, store);
    const again = (): void => {
      store.retryWaiting();
      for (const node of editor.quill.root.querySelectorAll('img[data-state=failed]')) {
        const blot = Quill.find(node);
        if (blot instanceof ImageBlot) blot.show();
      }
    };
    const pressed = (event: MouseEvent): void => {
      if (event.target instanceof Element && event.target.matches('img[data-state=failed]'))
        again();
    };
    window.addEventListener('online', again);
    const timer = setInterval(() => {
      store.retryWaiting();
    }, 10_000);
    editor.quill.root.addEventListener('click', pressed);
    const { root } = editor.quill;
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
      root.removeEventListener('click', pressed);
    };
  }, [editor, store]);
  // The addresses are given back when the page goes to another document.
  useEffect(
    () => () => {
      if (!editor.quill.root.isConnected) store.close();
    },
    [editor, store],
  );
  return store;
}

function useSelectedImage(editor: QuillEditor) {
  const [selected, setSelected] = useState(() => selectedImage(editor.quill));
  useEffect(() => {
    const { quill } = editor;
    const look = (): void => {
      if (!quill.hasFocus()) return;
      setSelected((before) => {
        const next = selectedImage(quill);
        return before?.node === next?.node && before?.index === next?.index ? before : next;
      });
    };
    const pressed = (event: MouseEvent): void => {
      const blot = event.target instanceof Node ? Quill.find(event.target) : null;
      if (blot instanceof ImageBlot) quill.setSelection(quill.getIndex(blot), 1, 'user');
    };
    quill.on('editor-change', look);
    quill.root.addEventListener('click', pressed);
    return () => {
      quill.off('editor-change', look);
      quill.root.removeEventListener('click', pressed);
    };
  }, [editor]);
  return selected;
}

/** Files that are pasted or dropped, before the editor sees them. */
function takeFiles(editor: QuillEditor, store: ImageStore): () => void {
  const { quill } = editor;
  const take = (event: Event, data: DataTransfer | null): boolean => {
    const files = imageFiles(data);
    // A spreadsheet or a word processor gives a picture of its text as well.
    if (files.length === 0 || (data?.types.includes('text/plain') ?? false)) return false;
    event.preventDefault();
    event.stopImmediatePropagation();
    insertImages(quill, store, files);
    return true;
  };
  const pasted = (event: ClipboardEvent): void => {
    take(event, event.clipboardData);
  };
  const dropped = (event: DragEvent): void => {
    if (imageFiles(event.dataTransfer).length === 0) return;
    placeCaret(quill, event);
    take(event, event.dataTransfer);
  };
  quill.root.addEventListener('paste', pasted, { capture: true });
  quill.root.addEventListener('drop', dropped, { capture: true });
  return () => {
    quill.root.removeEventListener('paste', pasted, { capture: true });
    quill.root.removeEventListener('drop', dropped, { capture: true });
  };
}

function placeCaret(quill: Quill, { clientX, clientY }: DragEvent): void {
  if (!('caretPositionFromPoint' in document)) return;
  const place = document.caretPositionFromPoint(clientX, clientY);
  if (place === null || !quill.root.contains(place.offsetNode)) return;
  quill.root.focus({ preventScroll: true });
  document.getSelection()?.collapse(place.offsetNode, place.offset);
}
