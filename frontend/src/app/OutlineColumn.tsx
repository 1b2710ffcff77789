import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { SidePanel } from '../components/ui/SidePanel';
import { CommandIcon } from '../features/editor/commands/CommandIcon';
import type { EditorUi } from '../features/editor/editorUi';
import { OutlineList } from '../features/editor/outline/OutlineList';
import type { QuillEditor } from '../features/editor/quillEditor';
import { useUiState } from '../features/editor/useEditorUi';
import classes from './OutlineColumn.module.css';

interface OutlineColumnProps {
  readonly editor: QuillEditor | undefined;
  readonly ui: EditorUi;
}

/** The outline at the left, or the button that brings it back. */
export function OutlineColumn({ editor, ui }: OutlineColumnProps) {
  const { t } = useTranslation();
  const { outline } = useUiState(ui);
  useEffect(() => ui.followWidth(), [ui]);
  const toggle = (): void => {
    ui.toggleOutline();
  };
  return (
    <>
      {!outline && (
        <button
          type="button"
          className={classes.open}
          aria-label={t('panels.showOutline')}
          title={t('panels.showOutline')}
          onClick={toggle}
        >
          <CommandIcon name="outline" size={20} />
        </button>
      )}
      {outline && (
        <SidePanel side="left" title={t('panels.outline')} region="outline" onClose={toggle}>
          {editor !== undefined && <OutlineList editor={editor} />}
        </SidePanel>
      )}
    </>
  );
}
