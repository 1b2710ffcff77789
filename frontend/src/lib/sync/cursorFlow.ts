import type Delta from 'quill-delta';
import type { AppliedChange } from '../ot/changes';
import type { OtClient } from '../ot/otClient';
import type { Cancel, Clock } from './clock';
import { IdleWatch } from './idleWatch';
import type { Activity, ClientMessage, Participant, PresenceMessage, Range } from './messages';
import { samePeople, type Present } from './people';
import { PresenceBoard, type RemoteCursor } from './presenceBoard';
import { moved, type Place } from './place';
import { Typists } from './typists';

/** Ten a second, so that typing and moving together stay under the 40 messages of L7. */
const CURSOR_EVERY_MS = 100;

/** Where somebody else has changed the text, in positions of the document that the user sees. */
export interface RemoteEdit {
  readonly participant: Participant;
  readonly start: number;
  readonly end: number;
}

interface Told {
  readonly place: Place;
  readonly activity: Activity;
}

export interface CursorFlowDeps {
  readonly clock: Clock;
  readonly clientId: string;
  readonly ot: () => OtClient | undefined;
  readonly send: (message: ClientMessage) => boolean;
}

/** The others to the page, with their carets, and the own caret to the others. */
export class CursorFlow {
  readonly #deps: CursorFlowDeps;
  readonly #board = new PresenceBoard();
  readonly #typists: Typists;
  readonly #idle: IdleWatch;
  readonly #listeners = new Set<() => void>();
  readonly #peopleListeners = new Set<() => void>();
  readonly #editListeners = new Set<(edit: RemoteEdit) => void>();
  #people: readonly Present[] = [];
  #timer: Cancel | undefined;
  #own: Range | null = null;
  /** What the others know of the own caret; nothing where that cannot be told. */
  #told: Told | undefined;

  constructor(deps: CursorFlowDeps) {
    this.#deps = deps;
    this.#typists = new Typists(deps.clock, () => {
      this.#peopleChanged();
    });
    this.#idle = new IdleWatch(deps.clock, () => {
      this.sendSoon();
    });
  }

  subscribe = (listener: () => void): Cancel => subscribed(this.#listeners, listener);

  subscribePeople = (listener: () => void): Cancel => subscribed(this.#peopleListeners, listener);

  subscribeEdits = (listener: (edit: RemoteEdit) => void): Cancel =>
    subscribed(this.#editListeners, listener);

  /** The other connections; a new list whenever somebody in it changed. */
  get people(): readonly Present[] {
    return this.#people;
  }

  stop(): void {
    this.#timer?.();
    this.#typists.stop();
    this.#idle.stop();
  }

  joined(participants: readonly Participant[]): void {
    this.#board.start(participants);
    this.#told = undefined;
    this.sendSoon();
    this.#peopleChanged();
    this.#changed();
  }

  left(): void {
    this.#board.start([]);
    this.#peopleChanged();
    this.#changed();
  }

  update(message: PresenceMessage): void {
    this.#board.update(message);
    this.#peopleChanged();
    this.#changed();
  }

  applied(changes: readonly AppliedChange[]): void {
    for (const change of changes) {
      this.#board.applied(change);
      if (change.clientId === this.#deps.clientId) this.#told = undefined;
      else this.#edited(change);
    }
    this.#changed();
  }

  baseReplaced(): void {
    this.#board.forgetPlaces();
    this.#told = undefined;
    this.#changed();
  }

  /** The others' carets in positions of the document that the user sees. */
  visible(): readonly RemoteCursor[] {
    const ot = this.#deps.ot();
    if (ot === undefined) return [];
    return this.#board
      .cursors(ot.revision)
      .filter(({ participant }) => participant.clientId !== this.#deps.clientId)
      .map(({ range, ...cursor }) => {
        const index = ot.toVisible(range.index);
        const end = ot.toVisible(range.index + range.length);
        return { ...cursor, range: { index, length: end - index } };
      });
  }

  selected(range: Range | null): void {
    if (sameRange(range, this.#own)) return;
    this.#own = range;
    this.sendSoon();
  }

  stirred(): void {
    this.#idle.stirred();
  }

  shown(visible: boolean): void {
    this.#idle.shown(visible);
  }

  /**
   * A position is only told while all edits are confirmed: only then does the server's revision say
   * what the position counts from. While typing, the others move the caret by the edits themselves, and
   * nothing is told that they know: somebody else's edit shifts fifty carets and is no reason to say so.
   */
  sendSoon(): void {
    this.#timer ??= this.#deps.clock.after(CURSOR_EVERY_MS, () => {
      this.#timer = undefined;
      const ot = this.#deps.ot();
      if (ot === undefined || ot.unconfirmedEdits > 0) return;
      const { activity } = this.#idle;
      if (this.#isKnown(ot.revision, activity)) return;
      const place: Place = { revision: ot.revision, range: this.#own };
      const { range, revision } = place;
      const sent = this.#deps.send({ type: 'cursor', revision, range, ...statusOf(activity) });
      this.#told = sent ? { place, activity } : undefined;
    });
  }

  #isKnown(revision: number, activity: Activity): boolean {
    if (this.#told?.activity !== activity) return false;
    const { place } = this.#told;
    return place.revision === revision && sameRange(place.range, this.#own);
  }

  #edited(change: AppliedChange): void {
    const { clientId, delta } = change;
    if (this.#told !== undefined) {
      this.#told = { ...this.#told, place: moved(this.#told.place, change, this.#deps.clientId) };
    }
    this.#typists.typed(clientId);
    this.#peopleChanged();
    const participant = this.#people.find((each) => each.clientId === clientId);
    const ot = this.#deps.ot();
    if (participant === undefined || ot === undefined || this.#editListeners.size === 0) return;
    const [start, end] = touched(delta);
    const edit = { participant, start: ot.toVisible(start), end: ot.toVisible(end) };
    for (const listener of this.#editListeners) listener(edit);
  }

  #peopleChanged(): void {
    const people = this.#board.participants
      .filter(({ clientId }) => clientId !== this.#deps.clientId)
      .map((each): Present => ({ ...each, status: this.#statusOf(each.clientId) }));
    if (samePeople(people, this.#people)) return;
    this.#people = people;
    for (const listener of this.#peopleListeners) listener();
  }

  #statusOf(clientId: string): Present['status'] {
    return this.#typists.has(clientId) ? 'typing' : this.#board.activity(clientId);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

function subscribed<T>(listeners: Set<T>, listener: T): Cancel {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function sameRange(one: Range | null, other: Range | null): boolean {
  return one?.index === other?.index && one?.length === other?.length;
}

function statusOf(activity: Activity): { readonly status?: Activity } {
  return activity === 'idle' ? { status: 'idle' } : {};
}

/** From where to where a change has touched the text, in positions after it. */
function touched(delta: Delta): [start: number, end: number] {
  let at = 0;
  let start: number | undefined;
  let end = 0;
  for (const op of delta.ops) {
    const isKept = typeof op.retain === 'number' && op.attributes === undefined;
    if (!isKept) start ??= at;
    if (op.delete === undefined) at += lengthOf(op);
    if (!isKept) end = at;
  }
  return [start ?? 0, end];
}

function lengthOf({ insert, retain }: Delta['ops'][number]): number {
  if (typeof insert === 'string') return insert.length;
  return typeof retain === 'number' ? retain : 1;
}
