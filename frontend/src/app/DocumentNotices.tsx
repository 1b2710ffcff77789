import { Preloaded } from '../components/ui/Preloaded';
import type { OpenDocument } from '../features/editor/useDocumentEditor';
import { useSessionView } from '../features/editor/useSession';
import { Banners } from '../features/saving/Banners';

const loadKept = async () => (await import('./KeptPanels')).KeptPanels;

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
      <Preloaded
        load={loadKept}
        wanted={view.kept.length > 0}
        props={{ open, kept: view.kept, editable }}
      />
    </>
  );
}
