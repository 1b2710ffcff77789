import type { OpenDocument } from '../features/editor/useDocumentEditor';
import { useSessionView } from '../features/editor/useSession';
import { Banners } from '../features/saving/Banners';
import { KeptPanel } from '../features/saving/KeptPanel';

interface DocumentNoticesProps {
  readonly open: OpenDocument | undefined;
  readonly editable: boolean;
}

/** What stands between the toolbar and the text when something is to be said or decided. */
export function DocumentNotices({ open, editable }: DocumentNoticesProps) {
  const view = useSessionView(open?.session);
  return (
    <>
      <Banners
        view={view}
        text={() => open?.editor.text() ?? ''}
        onRetry={() => open?.session.nudge()}
      />
      {view.kept.map((edit) => (
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
      ))}
    </>
  );
}
