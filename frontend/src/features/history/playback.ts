import Delta from 'quill-delta';
import type { Op } from 'quill-delta';
import type { WireChange } from '../../lib/sync/messages';

export interface PlaybackDeps {
  /** Shows a document. */
  readonly show: (contents: Delta) => void;
  /** Shows an edit of what is shown. */
  readonly patch: (delta: Delta) => void;
  readonly contents: (revision: number) => Promise<readonly Op[]>;
  readonly changes: (after: number, limit: number) => Promise<readonly WireChange[]>;
  /** Calls back after some milliseconds; gives a way to call it off. */
  readonly later: (ms: number, run: () => void) => () => void;
  /** Where sessions begin, as far as they are known, in order. */
  readonly sessionStarts: () => readonly number[];
}

export interface PlaybackState {
  readonly position: number;
  readonly head: number;
  readonly playing: boolean;
  readonly speed: number;
  /** Author and time of the change that is shown last. */
  readonly change: WireChange | undefined;
  readonly failed: boolean;
}

export const SPEEDS = [1, 4, 16, 64] as const;
const FRAME_MS = 80;
const PAGE = 500;
const AHEAD = 1_000;

/**
 * Plays a document's history. Goes forward by the changes themselves, fetched ahead; any other place is fetched as it was.
 * One move at a time: what is asked for while one waits for the network replaces it.
 */
export class Playback {
  readonly #deps: PlaybackDeps;
  readonly #listeners = new Set<() => void>();
  #state: PlaybackState;
  #ahead: WireChange[] = [];
  #fetching: Promise<void> | undefined;
  #moves = 0;
  #stopTimer: () => void = () => undefined;

  constructor(deps: PlaybackDeps, head: number) {
    this.#deps = deps;
    this.#state = {
      position: 0,
      head,
      playing: false,
      speed: SPEEDS[1],
      change: undefined,
      failed: false,
    };
  }

  get state(): PlaybackState {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Shows the document at a revision. */
  async seek(revision: number): Promise<void> {
    const target = Math.min(Math.max(0, revision), this.#state.head);
    await this.#move(async (isCurrent) => {
      const ops = await this.#deps.contents(target);
      const [last] = target === 0 ? [] : await this.#deps.changes(target - 1, 1);
      if (!isCurrent()) return;
      this.#ahead = [];
      this.#deps.show(new Delta([...ops]));
      this.#set({ position: target, change: last });
    });
  }

  /** One edit on, or back. */
  async step(by: 1 | -1): Promise<void> {
    this.pause();
    if (by === -1) await this.seek(this.#state.position - 1);
    else await this.#forward(1);
  }

  /** On to where another author begins, or back to where this one began. */
  async stepAuthor(by: 1 | -1): Promise<void> {
    this.pause();
    const { position } = this.#state;
    if (by === 1) {
      await this.#move(async (isCurrent) => {
        await this.#fetch(AHEAD);
        if (!isCurrent()) return;
        const first = this.#ahead[0]?.userId;
        const other = this.#ahead.findIndex(({ userId }) => userId !== first);
        this.#apply(other === -1 ? this.#ahead.length : other);
      });
      return;
    }
    const start = Math.max(0, position - PAGE);
    const before = await this.#deps.changes(start, position - start);
    const last = before.at(-1)?.userId;
    const other = before.findLastIndex(({ userId }) => userId !== last);
    await this.seek(start + other + 1);
  }

  /** To where the next session ends, or where this one began. */
  async stepSession(by: 1 | -1): Promise<void> {
    this.pause();
    const { position, head } = this.#state;
    const ends = [...this.#deps.sessionStarts().map((start) => start - 1), head];
    const target =
      by === 1 ? ends.find((end) => end > position) : ends.findLast((end) => end < position);
    await this.seek(target ?? (by === 1 ? head : 0));
  }

  play(): void {
    if (this.#state.playing) return;
    this.#set({ playing: true });
    if (this.#state.position >= this.#state.head) {
      void this.seek(0).then(() => {
        this.#tick();
      });
    } else this.#tick();
  }

  pause(): void {
    this.#stopTimer();
    if (this.#state.playing) this.#set({ playing: false });
  }

  setSpeed(speed: number): void {
    this.#set({ speed });
  }

  close(): void {
    this.#moves += 1;
    this.#stopTimer();
    this.#listeners.clear();
  }

  /** At the lowest speed an edit every few frames, at higher ones many edits a frame. */
  #tick(): void {
    const { playing, speed, position, head } = this.#state;
    if (!playing) return;
    if (position >= head) {
      this.pause();
      return;
    }
    const edits = Math.max(1, speed / 4);
    const wait = speed < 4 ? FRAME_MS * (4 / speed) : FRAME_MS;
    this.#stopTimer = this.#deps.later(wait, () => {
      void this.#forward(edits).then(() => {
        this.#tick();
      });
    });
  }

  async #forward(edits: number): Promise<void> {
    await this.#move(async (isCurrent) => {
      if (this.#ahead.length < edits) await this.#fetch(AHEAD);
      if (!isCurrent()) return;
      this.#apply(edits);
      if (this.#ahead.length < AHEAD / 2) void this.#fetch(AHEAD).catch(() => undefined);
    });
  }

  #apply(edits: number): void {
    const changes = this.#ahead.splice(0, edits);
    const last = changes.at(-1);
    if (last === undefined) return;
    let edit = new Delta();
    for (const { delta } of changes) edit = edit.compose(new Delta([...(delta ?? [])]));
    this.#deps.patch(edit);
    this.#set({ position: last.revision, change: last });
  }

  async #fetch(most: number): Promise<void> {
    await this.#fetching;
    if (this.#ahead.length >= most / 2) return;
    const after = this.#ahead.at(-1)?.revision ?? this.#state.position;
    if (after >= this.#state.head) return;
    const move = this.#moves;
    this.#fetching = this.#deps
      .changes(after, PAGE)
      .then((page) => {
        const next = (this.#ahead.at(-1)?.revision ?? this.#state.position) + 1;
        const fits = page[0]?.revision === next;
        if (fits && move <= this.#moves) this.#ahead.push(...page);
      })
      .finally(() => {
        this.#fetching = undefined;
      });
    await this.#fetching;
  }

  async #move(run: (isCurrent: () => boolean) => Promise<void>): Promise<void> {
    this.#moves += 1;
    const move = this.#moves;
    try {
      await run(() => move === this.#moves);
      if (move === this.#moves && this.#state.failed) this.#set({ failed: false });
    } catch {
      if (move === this.#moves) {
        this.pause();
        this.#set({ failed: true });
      }
    }
  }

  #set(change: Partial<PlaybackState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
