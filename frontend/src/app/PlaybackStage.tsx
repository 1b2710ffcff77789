import '../lib/i18n/past';
import { useEffect, useMemo } from 'react';
import type { PreviewEditor } from '../features/editor/preview/previewEditor';
import { PlaybackBar } from '../features/history/PlaybackBar';
import type { HistoryView } from '../features/history/historyView';
import { Playback } from '../features/history/playback';
import { useHistoryApi } from '../features/history/useHistoryApi';
import { useTimeline } from '../features/history/useHistory';

interface PlaybackStageProps {
  readonly documentId: string;
  readonly view: HistoryView;
  readonly head: number;
  readonly editor: PreviewEditor;
}

/** Plays the document's history into the preview. */
export function PlaybackStage({ documentId, view, head, editor }: PlaybackStageProps) {
  const api = useHistoryApi(documentId);
  const people = useTimeline(documentId, { named: false }).data?.pages[0]?.people ?? [];
  const playback = useMemo(
    () =>
      new Playback(
        {
          show: (contents) => {
            editor.show(contents);
          },
          patch: (delta) => {
            editor.patch(delta);
          },
          contents: async (revision) => (await api.contents(revision)).contents,
          changes: async (after, limit) => (await api.changes(after, limit)).items,
          later: (ms, run) => {
            const timer = setTimeout(run, ms);
            return () => {
              clearTimeout(timer);
            };
          },
          sessionStarts: () => view.state.sessionStarts,
        },
        head,
      ),
    [api, editor, head, view],
  );
  useEffect(
    () => () => {
      playback.pause();
    },
    [playback],
  );
  return (
    <PlaybackBar
      playback={playback}
      people={people}
      onClose={() => {
        view.live();
      }}
    />
  );
}
