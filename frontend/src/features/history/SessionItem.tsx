import { useTranslation } from 'react-i18next';
import type { Person, TakeBack, WorkSession } from '../../lib/api/historyApi';
import { timeRange } from './days';
import classes from './HistoryPanel.module.css';
import type { HistoryView } from './historyView';
import { SessionActions } from './SessionActions';
import { SessionAuthors, TallyText } from './SessionAuthors';
import { useHistoryState } from './useHistoryView';
import { VersionName } from './VersionName';

interface SessionItemProps {
  readonly documentId: string;
  readonly session: WorkSession;
  readonly people: readonly Person[];
  /** Whose part of it is shown; empty for everybody's. */
  readonly person: string;
  readonly view: HistoryView;
  readonly editable: boolean;
  readonly onTakeBack: (wish: TakeBack) => Promise<string>;
}

/** One session: when, who, how much; its names; and, once it is chosen, what can be done with it. */
export function SessionItem({
  documentId,
  session,
  people,
  person,
  view,
  editable,
  onTakeBack,
}: SessionItemProps) {
  const { t, i18n } = useTranslation();
  const { shown } = useHistoryState(view);
  const chosen = shown.kind === 'difference' ? shown : undefined;
  const isChosen = chosen?.session?.firstRevision === session.firstRevision;
  const other = chosen?.session !== undefined && !isChosen ? chosen.to : undefined;
  const authors = session.authors.flatMap((author) =>
    people
      .filter(({ userId }) => userId === author.userId && (person === '' || userId === person))
      .map((found) => ({ ...author, ...found })),
  );
  const whole = person === '' ? session : (authors[0] ?? session);
  return (
    <li className={classes.item} data-chosen={isChosen}>
      <button
        type="button"
        className={classes.session}
        aria-pressed={isChosen}
        onClick={() => {
          if (isChosen) view.live();
          else view.open(session);
        }}
      >
        <span className={classes.when}>{timeRange(session, i18n.language)}</span>
        <TallyText {...whole} />
        <SessionAuthors authors={authors} whole={isChosen} />
      </button>
      {session.versions.map((version) => (
        <VersionName
          key={version.id}
          documentId={documentId}
          version={version}
          editable={editable}
        />
      ))}
      {other !== undefined && (
        <button
          type="button"
          className={classes.compare}
          onClick={() => {
            view.compare(other, session.lastRevision);
          }}
        >
          {t('past.compare')}
        </button>
      )}
      {isChosen && editable && (
        <SessionActions
          documentId={documentId}
          session={session}
          authors={authors}
          onTakeBack={onTakeBack}
        />
      )}
    </li>
  );
}
