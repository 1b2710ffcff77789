import type { AppliedChange } from '../ot/changes';
import type { Activity, Participant, PresenceMessage, Range, WireCursor } from './messages';
import { moved, type Place } from './place';

const REMEMBERED_CHANGES = 500;

export interface RemoteCursor {
  readonly participant: Participant;
  /** In the base document's positions. */
  readonly range: Range;
  /**
   * Rises whenever the owner moves the caret, and not when edits of others shift it. Of two carets, the one
   * that moved last has more.
   */
  readonly moves: number;
  readonly activity: Activity;
}

/**
 * Who is in the document, and where. Positions arrive in the coordinates of the sender's revision
 * and are moved over the changes that the sender did not have (P1).
 */
export class PresenceBoard {
  #participants = new Map<string, Participant>();
  readonly #places = new Map<string, Place>();
  readonly #moves = new Map<string, number>();
  readonly #idle = new Set<string>();
  #recent: AppliedChange[] = [];
  #allMoves = 0;

  get participants(): readonly Participant[] {
    return [...this.#participants.values()];
  }

  start(participants: readonly Participant[]): void {
    this.#participants = new Map(participants.map((each) => [each.clientId, each]));
    this.#idle.clear();
    for (const clientId of this.#places.keys()) {
      if (!this.#participants.has(clientId)) this.#places.delete(clientId);
    }
  }

  update(message: PresenceMessage): void {
    for (const clientId of message.left ?? []) {
      this.#participants.delete(clientId);
      this.#places.delete(clientId);
      this.#idle.delete(clientId);
    }
    for (const each of message.joined ?? []) {
      this.#participants.set(each.clientId, each);
      this.#idle.delete(each.clientId);
    }
    for (const { clientId, status } of message.status ?? []) {
      if (status === 'idle') this.#idle.add(clientId);
      else this.#idle.delete(clientId);
    }
    for (const cursor of message.cursors ?? []) this.#place(cursor);
  }

  activity(clientId: string): Activity {
    return this.#idle.has(clientId) ? 'idle' : 'active';
  }

  applied(change: AppliedChange): void {
    this.#recent.push(change);
    if (this.#recent.length > REMEMBERED_CHANGES) this.#recent.shift();
    for (const [clientId, place] of this.#places) {
      if (place.revision === change.revision - 1) {
        this.#places.set(clientId, moved(place, change, clientId));
      }
    }
    if (this.#places.has(change.clientId)) this.#hasMoved(change.clientId);
  }

  /** The base was replaced: old positions mean nothing any more. */
  forgetPlaces(): void {
    this.#places.clear();
    this.#recent = [];
  }

  cursors(revision: number): readonly RemoteCursor[] {
    const cursors: RemoteCursor[] = [];
    for (const [clientId, { range, revision: at }] of this.#places) {
      const participant = this.#participants.get(clientId);
      if (participant === undefined || range === null || at !== revision) continue;
      const moves = this.#moves.get(clientId) ?? 0;
      cursors.push({ participant, range, moves, activity: this.activity(clientId) });
    }
    return cursors;
  }

  #place({ clientId, range, revision }: WireCursor): void {
    let place: Place = { revision, range };
    for (const change of this.#recent) {
      if (change.revision === place.revision + 1) place = moved(place, change, clientId);
    }
    // Whoever edits is told twice: by the edit, and by the cursor that follows it.
    if (!samePlace(place, this.#places.get(clientId))) this.#hasMoved(clientId);
    this.#places.set(clientId, place);
  }

  #hasMoved(clientId: string): void {
    this.#allMoves += 1;
    this.#moves.set(clientId, this.#allMoves);
  }
}

function samePlace({ range, revision }: Place, other: Place | undefined): boolean {
  if (other?.revision !== revision) return false;
  return range?.index === other.range?.index && range?.length === other.range?.length;
}
