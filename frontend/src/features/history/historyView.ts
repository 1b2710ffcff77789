import type { TextRange, WorkSession } from '../../lib/api/historyApi';

/** What stands in the place of the text. */
export type Shown =
  | { readonly kind: 'live' }
  | {
      readonly kind: 'difference';
      readonly from: number;
      readonly to: number;
      /** The session that the later revision ends; undefined where two revisions are compared. */
      readonly session: WorkSession | undefined;
    }
  | { readonly kind: 'playback'; readonly head: number };

/** A selection in a preview that is to be taken out of the history. */
export interface Redacting extends TextRange {
  readonly revision: number;
  readonly text: string;
  readonly pictures: number;
  readonly tables: number;
}

export interface HistoryViewState {
  readonly shown: Shown;
  /** Whether additions and deletions are shown, or the contents alone. */
  readonly marks: boolean;
  /** Whether the text shows who wrote it. */
  readonly authors: boolean;
  readonly redacting: Redacting | undefined;
  readonly sessionStarts: readonly number[];
}

/** What of the history is being looked at: the panel chooses it, and the page shows it. */
export class HistoryView {
  readonly #listeners = new Set<() => void>();
  #state: HistoryViewState = {
    shown: { kind: 'live' },
    marks: true,
    authors: false,
    redacting: undefined,
    sessionStarts: [],
  };

  get state(): HistoryViewState {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What a session has changed. */
  open(session: WorkSession): void {
    const { firstRevision, lastRevision } = session;
    this.#set({
      shown: { kind: 'difference', from: firstRevision - 1, to: lastRevision, session },
    });
  }

  /** What lies between two revisions, whichever comes first. */
  compare(one: number, other: number): void {
    const from = Math.min(one, other);
    this.#set({
      shown: { kind: 'difference', from, to: Math.max(one, other), session: undefined },
    });
  }

  play(head: number): void {
    this.#set({ shown: { kind: 'playback', head } });
  }

  live(): void {
    this.#set({ shown: { kind: 'live' }, redacting: undefined });
  }

  /** The panel is closed: the text is what it is, without colours. */
  close(): void {
    this.#set({ shown: { kind: 'live' }, authors: false, redacting: undefined });
  }

  showMarks(marks: boolean): void {
    this.#set({ marks });
  }

  showAuthors(authors: boolean): void {
    this.#set(authors ? { authors, shown: { kind: 'live' } } : { authors });
  }

  redact(redacting: Redacting | undefined): void {
    this.#set({ redacting });
  }

  /** Where the sessions begin that the panel knows, the earliest first. */
  knowSessions(sessions: readonly WorkSession[]): void {
    this.#set({
      sessionStarts: sessions.map(({ firstRevision }) => firstRevision).sort((a, b) => a - b),
    });
  }

  #set(change: Partial<HistoryViewState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
