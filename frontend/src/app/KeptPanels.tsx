import type { OpenDocument } from '../features/editor/useDocumentEditor';
import { KeptPanel } from '../features/saving/KeptPanel';
import type { KeptEdit } from '../lib/store/storedQueue';

interface KeptPanelsProps {
  readonly open: OpenDocument | undefined;
  readonly kept: readonly KeptEdit[];
  readonly editable: boolean;
}

/** Edits that could not be saved, until the user decides about them. */
export function KeptPanels({ open, kept, editable }: KeptPanelsProps) {
  return kept.map((edit) => (
    <KeptPanel
      key={edit.id}
      edit={edit}
      onKeepBoth={
        editable
          ? () => {
              open?.editor.insertLines(edit.text, edit.index);
              open?.session.discardKept(edit.id);
            }
          : undefined
      }
      onDiscard={() => open?.session.discardKept(edit.id)}
    />
  ));
}
