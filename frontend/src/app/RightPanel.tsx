import { useTranslation } from 'react-i18next';
import { Preloaded } from '../components/ui/Preloaded';
import { SidePanel } from '../components/ui/SidePanel';
import type { EditorUi } from '../features/editor/editorUi';
import type { QuillEditor } from '../features/editor/quillEditor';
import { useUiState } from '../features/editor/useEditorUi';
import type { HistoryView } from '../features/history/historyView';
import type { TakeBack } from '../lib/api/historyApi';
import type { TakenBack } from './takeBack';

const loadInfo = async () => (await import('../features/editor/DocumentInfo')).DocumentInfo;
const loadHistory = async () => (await import('../features/history/HistoryPanel')).HistoryPanel;

interface RightPanelProps {
  readonly documentId: string;
  readonly view: HistoryView;
  readonly editable: boolean;
  readonly onTakeBack: (wish: TakeBack) => Promise<TakenBack>;
  readonly editor: QuillEditor | undefined;
  readonly ui: EditorUi;
}

/** The one slot at the right. A new panel is a name in `PanelName` and a case here. */
export function RightPanel(props: RightPanelProps) {
  const { documentId, editor, ui, view, editable, onTakeBack } = props;
  const { t } = useTranslation();
  const { panel } = useUiState(ui);
  const close = (): void => {
    ui.closePanel();
  };
  switch (panel) {
    case undefined:
      return null;
    case 'history':
      return (
        <SidePanel side="right" title={t('history.title')} region="panel" onClose={close}>
          <Preloaded
            load={loadHistory}
            wanted
            props={{
              documentId,
              view,
              editable,
              onTakeBack: async (wish) =>
                t((await onTakeBack(wish)) === 'done' ? 'past.undone' : 'past.nothingLeft'),
            }}
          />
        </SidePanel>
      );
    case 'info':
      return (
        <SidePanel side="right" title={t('panels.info')} region="panel" onClose={close}>
          {editor !== undefined && (
            <Preloaded load={loadInfo} wanted props={{ documentId, editor, ui }} />
          )}
        </SidePanel>
      );
  }
}
