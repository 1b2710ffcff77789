import '../../lib/i18n/past';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorText } from '../../components/ui/ErrorText';
import type { TakeBack } from '../../lib/api/historyApi';
import { Problem } from '../../lib/api/problem';
import { byDay, dayName } from './days';
import classes from './HistoryPanel.module.css';
import type { HistoryView } from './historyView';
import { SessionItem } from './SessionItem';
import { useHistoryState } from './useHistoryView';
import { useTimeline } from './useHistory';

export interface HistoryPanelProps {
  readonly documentId: string;
  readonly view: HistoryView;
  /** Whether the user may write here. */
  readonly editable: boolean;
  readonly onTakeBack: (wish: TakeBack) => Promise<string>;
}

/** What has happened in the document, by day and session. */
export function HistoryPanel({ documentId, view, editable, onTakeBack }: HistoryPanelProps) {
  const { t, i18n } = useTranslation();
  const [person, setPerson] = useState('');
  const [named, setNamed] = useState(false);
  const { authors, shown } = useHistoryState(view);
  const filter = { named, ...(person !== '' && { userId: person }) };
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useTimeline(
    documentId,
    filter,
  );
  const pages = data?.pages;
  const sessions = pages?.flatMap(({ items }) => items) ?? [];
  const people = pages?.[0]?.people ?? [];
  const head = pages?.[0]?.head ?? 0;
  useEffect(() => {
    view.knowSessions(pages?.flatMap(({ items }) => items) ?? []);
  }, [view, pages]);
  useEffect(
    () => () => {
      view.close();
    },
    [view],
  );

  if (error instanceof Problem && error.code === 'forbidden') {
    return <p className={classes.empty}>{t('past.forbidden')}</p>;
  }
  return (
    <>
      <div className={classes.tools}>
        <button
          type="button"
          className={classes.tool}
          disabled={head === 0}
          aria-pressed={shown.kind === 'playback'}
          onClick={() => {
            if (shown.kind === 'playback') view.live();
            else view.play(head);
          }}
        >
          {t('past.playback')}
        </button>
        <button
          type="button"
          className={classes.tool}
          aria-pressed={authors}
          onClick={() => {
            view.showAuthors(!authors);
          }}
        >
          {t('past.whoWrote')}
        </button>
      </div>
      <div className={classes.filters}>
        <select
          className={classes.select}
          aria-label={t('past.person')}
          value={person}
          onChange={(event) => {
            setPerson(event.currentTarget.value);
          }}
        >
          <option value="">{t('past.everybody')}</option>
          {people.map(({ userId, displayName }) => (
            <option key={userId} value={userId}>
              {displayName}
            </option>
          ))}
        </select>
        <label className={classes.check}>
          <input
            type="checkbox"
            checked={named}
            onChange={(event) => {
              setNamed(event.currentTarget.checked);
            }}
          />
          {t('past.namedOnly')}
        </label>
      </div>
      {error !== null && data === undefined && <ErrorText error={error} />}
      {data === undefined && error === null && (
        <p className={classes.empty}>{t('common.loading')}</p>
      )}
      {data !== undefined && sessions.length === 0 && (
        <p className={classes.empty}>{t(named ? 'past.noneNamed' : 'past.empty')}</p>
      )}
      {byDay(sessions).map(({ key, date, sessions: ofDay }) => (
        <section key={key}>
          <h3 className={classes.day}>{dayName(date, i18n.language)}</h3>
          <ul className={classes.list}>
            {ofDay.map((session) => (
              <SessionItem
                key={session.firstRevision}
                documentId={documentId}
                session={session}
                people={people}
                person={person}
                view={view}
                editable={editable}
                onTakeBack={onTakeBack}
              />
            ))}
          </ul>
        </section>
      ))}
      {hasNextPage && (
        <button
          type="button"
          className={classes.tool}
          disabled={isFetchingNextPage}
          onClick={() => {
            void fetchNextPage();
          }}
        >
          {t('past.earlier')}
        </button>
      )}
    </>
  );
}
