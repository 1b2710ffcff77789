import { Preloaded } from '../components/ui/Preloaded';
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
  return (
    <>
      {shown.kind !== 'live' && <Preloaded load={loadStage} wanted props={props} />}
      {authors && open !== undefined && (
        <Preloaded load={loadColors} wanted props={{ documentId, editor: open.editor }} />
      )}
    </>
  );
}
