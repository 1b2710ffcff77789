import { useTranslation } from 'react-i18next';
import type { Person, TakeBack, WorkSession } from '../../lib/api/historyApi';
import { timeRange } from './days';
import classes from './HistoryPanel.module.css';
import type { HistoryView } from './historyView';
import { SessionActions } from './SessionActions';
import { useHistoryState } from './useHistoryView';
import { VersionName } from './VersionName';

interface SessionItemProps {
  readonly documentId: string;
  readonly session: WorkSession;
  readonly people: readonly Person[];
  readonly view: HistoryView;
  readonly editable: boolean;
  readonly onTakeBack: (wish: TakeBack) => Promise<string>;
}

/** One session: when, who, how much; its names; and, once it is chosen, what can be done with it. */
export function SessionItem({
  documentId,
  session,
  people,
  view,
  editable,
  onTakeBack,
}: SessionItemProps) {
  const { t, i18n } = useTranslation();
  const { shown } = useHistoryState(view);
  const chosen = shown.kind === 'difference' ? shown : undefined;
  const isChosen = chosen?.session?.firstRevision === session.firstRevision;
  const other = chosen?.session !== undefined && !isChosen ? chosen.to : undefined;
  const authors = session.authors.flatMap(({ userId }) =>
    people.filter((person) => person.userId === userId),
  );
  const number = new Intl.NumberFormat(i18n.language);
  const names = new Intl.ListFormat(i18n.language).format(
    authors.map(({ displayName }) => displayName),
  );
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
        <span className={classes.who}>
          {authors.map(({ userId, color }) => (
            <span key={userId} className={classes.dot} style={{ backgroundColor: color }} />
          ))}
          {names}
        </span>
        <span
          className={classes.sum}
          aria-label={t('past.summary', {
            inserted: number.format(session.inserted),
            deleted: number.format(session.deleted),
          })}
        >
          {`+${number.format(session.inserted)} −${number.format(session.deleted)}`}
        </span>
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
