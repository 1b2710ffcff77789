import { hasHeader } from '../../../lib/ot/table/tableContent';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { headerToggled } from '../../../lib/ot/table/tableEdits';
import type { QuillEditor } from '../quillEditor';
import type { TablePlace } from './tableFocus';
import { tableFocus } from './tableFocus';
import { TABLE_PARTS } from './allTableParts';
import { TableMenu } from './TableMenu';
import { deleteTable } from './tableActions';
import classes from './TableTools.module.css';

interface TableToolsProps {
  readonly editor: QuillEditor;
}

/** Buttons above the table that the caret is in. Alt+F10 goes to them, Escape back into the cell. */
export function TableTools({ editor }: TableToolsProps) {
  const { t } = useTranslation();
  const focus = tableFocus(editor.quill);
  const place = useSyncExternalStore(focus.subscribe, () => focus.place);
  useEffect(() => {
    focus.provide(TABLE_PARTS);
    focus.labelCells((row, column) => t('table.cell', { row, column }));
  }, [focus, t]);
  if (place === undefined) return null;
  return createPortal(
    <Tools key={place.row + place.column} editor={editor} place={place} />,
    place.blot.tools,
  );
}

function Tools({ editor, place }: { readonly editor: QuillEditor; readonly place: TablePlace }) {
  const { t } = useTranslation();
  const { blot } = place;
  // The content is the blot's: it tells when it has changed.
  const [, redraw] = useState(0);
  useEffect(
    () =>
      tableFocus(editor.quill).subscribe(() => {
        redraw((count) => count + 1);
      }),
    [editor],
  );
  return (
    <div
      className={classes.bar}
      data-caret-tools
      role="toolbar"
      aria-label={t('table.tools')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        place.editor.quill.focus();
      }}
    >
      <TableMenu axis="rows" place={place} />
      <TableMenu axis="columns" place={place} />
      <button
        type="button"
        className={classes.button}
        aria-pressed={hasHeader(blot.content)}
        onClick={() => {
          blot.edit(headerToggled(blot.content));
          place.editor.quill.focus();
        }}
      >
        {t('table.header')}
      </button>
      <button
        type="button"
        className={classes.button}
        data-danger
        onClick={() => {
          deleteTable(editor.quill, blot);
        }}
      >
        {t('table.delete')}
      </button>
    </div>
  );
}
