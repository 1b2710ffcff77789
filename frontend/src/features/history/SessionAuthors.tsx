import { useTranslation } from 'react-i18next';
import type { Person, SessionAuthor } from '../../lib/api/historyApi';
import classes from './HistoryPanel.module.css';

/** More than these are told in one line, until their session is chosen. */
const MOST_LINES = 3;

/** “+42 −7”, read as words. */
export function TallyText({ inserted, deleted }: Pick<SessionAuthor, 'inserted' | 'deleted'>) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const values = { inserted: number.format(inserted), deleted: number.format(deleted) };
  return (
    <span className={classes.sum} aria-label={t('past.summary', values)}>
      {`+${values.inserted} −${values.deleted}`}
    </span>
  );
}

interface SessionAuthorsProps {
  readonly authors: readonly (SessionAuthor & Person)[];
  /** Whether everybody has a line, however many they are. */
  readonly whole: boolean;
}

/** Who wrote in a session: a line for each author with what that author did. */
export function SessionAuthors({ authors, whole }: SessionAuthorsProps) {
  const { i18n } = useTranslation();
  const dot = (color: string) => (
    <span className={classes.dot} style={{ backgroundColor: color }} />
  );
  if (authors.length > MOST_LINES && !whole) {
    return (
      <span className={classes.who}>
        {authors.map(({ userId, color }) => (
          <span key={userId}>{dot(color)}</span>
        ))}
        {new Intl.ListFormat(i18n.language).format(authors.map(({ displayName }) => displayName))}
      </span>
    );
  }
  return authors.map((author) => (
    <span key={author.userId} className={classes.who}>
      {dot(author.color)}
      <span className={classes.author}>{author.displayName}</span>
      {authors.length > 1 && <TallyText {...author} />}
    </span>
  ));
}
