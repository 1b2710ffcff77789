import { useEffect } from 'react';
import { Preloaded } from '../components/ui/Preloaded';
import { focusRegion } from '../features/editor/regions';
import type { OpenDocument } from '../features/editor/useDocumentEditor';
import { useHistoryState } from '../features/history/useHistoryView';
import type { HistoryStageProps } from './HistoryStage';

const loadStage = async () => (await import('./HistoryStage')).HistoryStage;
const loadColors = async () => (await import('./AuthorColors')).AuthorColors;

interface HistoryAreaProps extends HistoryStageProps {
  readonly open: OpenDocument | undefined;
}

/** What the history shows in the place of the text, or over it. */
export function HistoryArea({ open, ...props }: HistoryAreaProps) {
  const { shown, authors } = useHistoryState(props.view);
  const { documentId } = props;
  const isLive = shown.kind === 'live';
  useEffect(() => {
    if (isLive) return;
    return () => {
      // Whoever came back by a button that is gone now goes on in the text.
      if (document.activeElement === document.body) focusRegion('text');
    };
  }, [isLive]);
  return (
    <>
      {!isLive && <Preloaded load={loadStage} wanted props={props} />}
      {authors && open !== undefined && (
        <Preloaded load={loadColors} wanted props={{ documentId, editor: open.editor }} />
      )}
    </>
  );
}
