import type { AppliedChange } from '../ot/changes';
import type { OtClient } from '../ot/otClient';
import type { Cancel, Clock } from './clock';
import type { ClientMessage, Participant, PresenceMessage, Range } from './messages';
import { PresenceBoard, type RemoteCursor } from './presenceBoard';

/** Ten a second, so that typing and moving together stay under the 40 messages of L7. */
const CURSOR_EVERY_MS = 100;

export interface CursorFlowDeps {
  readonly clock: Clock;
  readonly clientId: string;
  readonly ot: () => OtClient | undefined;
  readonly send: (message: ClientMessage) => boolean;
  readonly participantsChanged: (participants: readonly Participant[]) => void;
}

/** The others' carets to the page, and the own one to the others. */
export class CursorFlow {
  readonly #deps: CursorFlowDeps;
  readonly #board = new PresenceBoard();
  readonly #listeners = new Set<() => void>();
  #timer: Cancel | undefined;
  #own: Range | null = null;

  constructor(deps: CursorFlowDeps) {
    this.#deps = deps;
  }

  subscribe = (listener: () => void): Cancel => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  stop(): void {
    this.#timer?.();
  }

  joined(participants: readonly Participant[]): void {
    this.#board.start(participants);
    this.#deps.participantsChanged(this.#board.participants);
    this.sendSoon();
    this.#changed();
  }

  left(): void {
    this.#board.start([]);
    this.#changed();
  }

  update(message: PresenceMessage): void {
    this.#board.update(message);
    this.#deps.participantsChanged(this.#board.participants);
    this.#changed();
  }

  applied(changes: readonly AppliedChange[]): void {
    for (const change of changes) this.#board.applied(change);
    this.#changed();
  }

  baseReplaced(): void {
    this.#board.forgetPlaces();
    this.#changed();
  }

  /** The others' carets in positions of the document that the user sees. */
  visible(): readonly RemoteCursor[] {
    const ot = this.#deps.ot();
    if (ot === undefined) return [];
    return this.#board
      .cursors(ot.revision)
      .filter(({ participant }) => participant.clientId !== this.#deps.clientId)
      .map(({ participant, range }) => {
        const index = ot.toVisible(range.index);
        const end = ot.toVisible(range.index + range.length);
        return { participant, range: { index, length: end - index } };
      });
  }

  selected(range: Range | null): void {
    this.#own = range;
    this.sendSoon();
  }

  /**
   * A position is only told while all edits are confirmed: only then does the server's revision say
   * what the position counts from. While typing, the others move the caret by the edits themselves.
   */
  sendSoon(): void {
    this.#timer ??= this.#deps.clock.after(CURSOR_EVERY_MS, () => {
      this.#timer = undefined;
      const ot = this.#deps.ot();
      if (ot === undefined || ot.unconfirmedEdits > 0) return;
      this.#deps.send({ type: 'cursor', revision: ot.revision, range: this.#own });
    });
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
