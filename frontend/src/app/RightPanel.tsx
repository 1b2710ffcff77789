import { useTranslation } from 'react-i18next';
import { SidePanel } from '../components/ui/SidePanel';
import { DocumentInfo } from '../features/editor/DocumentInfo';
import type { EditorUi } from '../features/editor/editorUi';
import type { QuillEditor } from '../features/editor/quillEditor';
import { useUiState } from '../features/editor/useEditorUi';
import type { Document } from '../lib/api/types';

interface RightPanelProps {
  readonly document: Document | undefined;
  readonly editor: QuillEditor | undefined;
  readonly ui: EditorUi;
}

/** The one slot at the right. A new panel is a name in `PanelName` and a case here. */
export function RightPanel({ document, editor, ui }: RightPanelProps) {
  const { t } = useTranslation();
  const { panel } = useUiState(ui);
  const close = (): void => {
    ui.closePanel();
  };
  switch (panel) {
    case undefined:
      return null;
    case 'info':
      return (
        <SidePanel side="right" title={t('panels.info')} region="panel" onClose={close}>
          {editor !== undefined && <DocumentInfo document={document} editor={editor} ui={ui} />}
        </SidePanel>
      );
  }
}
