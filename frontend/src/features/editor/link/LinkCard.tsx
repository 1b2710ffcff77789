import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Range } from '../../../lib/sync/messages';
import type { EditorUi } from '../editorUi';
import { linkAt, type LinkPlace } from '../formats/links';
import type { QuillEditor } from '../quillEditor';
import { useUiState } from '../useEditorUi';
import { useFormats } from '../useFormats';
import classes from './LinkCard.module.css';
import { LinkForm } from './LinkForm';
import { LinkView } from './LinkView';
import { useHoveredLink } from './useHoveredLink';

interface LinkCardProps {
  readonly editor: QuillEditor;
  readonly ui: EditorUi;
  readonly editable: boolean;
}

/** Under a link that the caret is in or the pointer is on; and where a link is being made. */
export function LinkCard({ editor, ui, editable }: LinkCardProps) {
  const { t } = useTranslation();
  const { dialog } = useUiState(ui);
  const [edited, setEdited] = useState<LinkPlace>();
  const isEditing = dialog === 'link';
  const under = useLinkUnderCaret(editor);
  const hovered = useHoveredLink(editor);
  const shown = hovered.place ?? under;

  useEffect(() => {
    if (!isEditing) return;
    const selected = editor.active.getSelection(true);
    const link = selected.length === 0 ? linkAt(editor.active, selected.index) : undefined;
    const address: unknown = editor.active.getFormat(selected.index, selected.length)['link'];
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the caret is read when editing begins
    setEdited(link ?? { range: selected, address: typeof address === 'string' ? address : '' });
    return () => {
      setEdited(undefined);
    };
  }, [editor, isEditing]);

  const place = isEditing ? edited : shown;
  if (place === undefined) return null;
  const remove = (): void => {
    ui.close();
    editor.active.focus();
    editor.link(undefined, place.range);
  };

  return (
    <div
      role={isEditing ? 'dialog' : 'group'}
      aria-label={t('link.card')}
      className={classes.card}
      style={styleAt(editor, place.range)}
      onMouseEnter={hovered.keep}
      onMouseLeave={hovered.leave}
      data-caret-tools
      onKeyDown={(event) => {
        if (event.key === 'Escape') editor.active.focus();
      }}
    >
      {isEditing ? (
        <LinkForm
          current={place.address}
          onRemove={remove}
          onDone={(address) => {
            ui.close();
            editor.active.focus();
            if (address !== undefined) editor.link(address, place.range);
          }}
        />
      ) : (
        <LinkView
          address={place.address}
          editable={editable}
          onEdit={() => {
            editor.active.setSelection(place.range.index, place.range.length, 'user');
            ui.open('link');
          }}
          onRemove={remove}
        />
      )}
    </div>
  );
}

const WIDTH = 320;

function styleAt(editor: QuillEditor, range: Range) {
  const box =
    editor.activeBoxes(range).at(-1) ?? editor.activeBoxes({ index: range.index, length: 0 })[0];
  if (box === undefined) return {};
  const room = editor.quill.container.clientWidth - Math.min(WIDTH, window.innerWidth - 24);
  return { left: Math.max(8, Math.min(box.left, room - 8)), top: box.top + box.height + 6 };
}

function useLinkUnderCaret(editor: QuillEditor): LinkPlace | undefined {
  const isLink = typeof useFormats(editor)['link'] === 'string';
  const [place, setPlace] = useState<LinkPlace>();
  useEffect(() => {
    if (!isLink) return;
    const quill = editor.active;
    const look = (): void => {
      const range = quill.getSelection();
      setPlace(range?.length === 0 ? linkAt(quill, range.index) : undefined);
    };
    look();
    quill.on('editor-change', look);
    return () => {
      quill.off('editor-change', look);
      setPlace(undefined);
    };
  }, [editor, isLink]);
  return isLink ? place : undefined;
}
