import type { DocumentSession } from '../../lib/sync/documentSession';
import type { Cancel } from '../../lib/sync/clock';

type FollowedSession = Pick<
  DocumentSession,
  'cursors' | 'people' | 'subscribeCursors' | 'subscribePeople'
>;

/** Keeps the window where somebody else's caret is, until it is told to stop or they leave. */
export class FollowMode {
  readonly #session: FollowedSession;
  readonly #reveal: (index: number) => void;
  readonly #listeners = new Set<() => void>();
  #stops: readonly Cancel[] = [];
  #following: string | undefined;
  #shownMoves = 0;

  constructor(session: FollowedSession, reveal: (index: number) => void) {
    this.#session = session;
    this.#reveal = reveal;
  }

  /** The user that is followed. */
  get following(): string | undefined {
    return this.#following;
  }

  subscribe = (listener: () => void): Cancel => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  follow(userId: string): void {
    this.stop();
    this.#following = userId;
    this.#shownMoves = 0;
    this.#stops = [
      this.#session.subscribeCursors(this.#show),
      this.#session.subscribePeople(this.#look),
    ];
    this.#show();
    this.#tell();
  }

  stop = (): void => {
    if (this.#following === undefined) return;
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#following = undefined;
    this.#tell();
  };

  /** Of several windows of the user, the one where the caret moved last. */
  #show = (): void => {
    const last = this.#session
      .cursors()
      .filter(({ participant }) => participant.userId === this.#following)
      .reduce<{ index: number; moves: number } | undefined>((newest, { moves, range }) => {
        if (newest !== undefined && newest.moves >= moves) return newest;
        return { index: range.index + range.length, moves };
      }, undefined);
    if (last === undefined || last.moves === this.#shownMoves) return;
    this.#shownMoves = last.moves;
    this.#reveal(last.index);
  };

  #look = (): void => {
    const isHere = this.#session.people.some(({ userId }) => userId === this.#following);
    if (!isHere) this.stop();
  };

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
