import '../lib/i18n/past';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorText } from '../components/ui/ErrorText';
import type { PreviewEditor } from '../features/editor/preview/previewEditor';
import { PreviewBar } from '../features/history/PreviewBar';
import { dayName, timeRange } from '../features/history/days';
import type { Shown } from '../features/history/historyView';
import { contentsOf, marked, standing } from '../features/history/marks';
import { useDifference } from '../features/history/useHistory';
import { useHistoryState } from '../features/history/useHistoryView';
import type { Passage } from '../lib/api/historyApi';
import type { HistoryStageProps } from './HistoryStage';

interface DifferenceStageProps extends HistoryStageProps {
  readonly shown: Extract<Shown, { kind: 'difference' }>;
  readonly editor: PreviewEditor;
}

/** What has changed from one revision to another, and a way back to it. */
export function DifferenceStage({
  documentId,
  view,
  editable,
  owner,
  onTakeBack,
  shown,
  editor,
}: DifferenceStageProps) {
  const { t, i18n } = useTranslation();
  const { from, to, session } = shown;
  const { marks } = useHistoryState(view);
  const { data, error } = useDifference(documentId, from, to);
  const differences = useSyncExternalStore(editor.subscribe, () => editor.differences);
  const selected = useSyncExternalStore(editor.subscribe, () => editor.selection() !== undefined);

  useEffect(() => {
    if (data === undefined) return;
    const time = new Intl.DateTimeFormat(i18n.language, {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    const title = ({ kind, at }: Passage, name: string): string =>
      at === undefined || kind === 'kept'
        ? t('past.removedUnknown')
        : t(`past.${kind}`, { name, time: time.format(new Date(at)) });
    editor.show(marks ? marked(data, title) : contentsOf(data.passages));
  }, [data, editor, marks, t, i18n.language]);

  const selection = () => {
    const range = editor.selection();
    if (range === undefined || data === undefined) return undefined;
    return marks ? standing(data, range) : { revision: to, ...range };
  };
  const names = new Intl.ListFormat(i18n.language).format(
    data?.people.map(({ displayName }) => displayName) ?? [],
  );
  const title =
    session === undefined
      ? t('past.comparing', { from, to })
      : `${dayName(new Date(session.endedAt), i18n.language)}, ${timeRange(session, i18n.language)}${names === '' ? '' : ` · ${names}`}`;

  return (
    <>
      <PreviewBar
        title={title}
        differences={differences}
        marks={marks}
        selected={selected}
        editable={editable}
        owner={owner}
        onMarks={(wanted) => {
          view.showMarks(wanted);
        }}
        onGoTo={(by) => editor.goTo(by)}
        onRestore={async (onlySelection) => {
          const range = onlySelection ? selection() : undefined;
          if (range === undefined) await onTakeBack({ action: 'restore', revision: to });
          else {
            const { revision, index, length } = range;
            await onTakeBack({ action: 'restore', revision, range: { index, length } });
          }
          view.live();
        }}
        onRedact={() => {
          const range = selection();
          if (range !== undefined)
            view.redact({ ...range, text: editor.selectedText(), ...editor.selectedEmbeds() });
        }}
        onClose={() => {
          view.live();
        }}
      />
      {error !== null && data === undefined && <ErrorText error={error} />}
      {data?.exact === false && <p role="note">{t('past.notExact')}</p>}
    </>
  );
}
