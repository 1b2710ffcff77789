import '../features/editor/preview/preview.css';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { ImageStore } from '../features/editor/images/imageStore';
import { PreviewEditor } from '../features/editor/preview/previewEditor';
import { RedactDialog } from '../features/history/RedactDialog';
import type { HistoryView } from '../features/history/historyView';
import { useHistoryState } from '../features/history/useHistoryView';
import { useApi } from '../lib/api/apiContext';
import type { TakeBack } from '../lib/api/historyApi';
import { DifferenceStage } from './DifferenceStage';
import classes from './DocumentPage.module.css';
import { PlaybackStage } from './PlaybackStage';
import type { TakenBack } from './takeBack';

export interface HistoryStageProps {
  /** Where the bar goes that says what is shown. */
  readonly bar: HTMLElement | null;
  readonly documentId: string;
  readonly view: HistoryView;
  readonly editable: boolean;
  readonly owner: boolean;
  readonly onTakeBack: (wish: TakeBack) => Promise<TakenBack>;
}

/** An earlier revision in the place of the text. */
export function HistoryStage(props: HistoryStageProps) {
  const { documentId, view } = props;
  const { shown, redacting } = useHistoryState(view);
  const [editor, setEditor] = useState<PreviewEditor>();
  const api = useApi();
  const [host] = useState(() => (element: HTMLDivElement | null) => {
    if (element === null) return undefined;
    const inside = document.createElement('div');
    element.append(inside);
    const images = new ImageStore({
      load: (imageId) => api.image(documentId, imageId),
      store: (file) => api.storeImage(documentId, file),
    });
    const created = new PreviewEditor(inside, images);
    setEditor(created);
    return () => {
      created.destroy();
      images.close();
      inside.remove();
      setEditor(undefined);
    };
  });
  if (shown.kind === 'live') return null;
  const stage =
    editor === undefined ? undefined : shown.kind === 'difference' ? (
      <DifferenceStage
        key={`${String(shown.from)}-${String(shown.to)}`}
        {...props}
        shown={shown}
        editor={editor}
      />
    ) : (
      <PlaybackStage documentId={documentId} view={view} head={shown.head} editor={editor} />
    );
  return (
    <>
      {props.bar !== null && createPortal(stage, props.bar)}
      <div className={classes.sheet}>
        <div ref={host} className="document" />
      </div>
      <RedactDialog
        key={redacting === undefined ? '' : JSON.stringify(redacting)}
        documentId={documentId}
        redacting={redacting}
        onClose={() => {
          view.redact(undefined);
        }}
        onDone={() => {
          view.live();
        }}
      />
    </>
  );
}
