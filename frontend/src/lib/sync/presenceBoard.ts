import type { AppliedChange } from '../ot/changes';
import type { Participant, PresenceMessage, Range, WireCursor } from './messages';

const REMEMBERED_CHANGES = 500;

interface Place {
  readonly revision: number;
  readonly range: Range | null;
}

export interface RemoteCursor {
  readonly participant: Participant;
  /** In the base document's positions. */
  readonly range: Range;
}

/**
 * Who is in the document, and where. Positions arrive in the coordinates of the sender's revision
 * and are moved over the changes that the sender did not have (P1).
 */
export class PresenceBoard {
  #participants = new Map<string, Participant>();
  readonly #places = new Map<string, Place>();
  #recent: AppliedChange[] = [];

  get participants(): readonly Participant[] {
    return [...this.#participants.values()];
  }

  start(participants: readonly Participant[]): void {
    this.#participants = new Map(participants.map((each) => [each.clientId, each]));
    for (const clientId of this.#places.keys()) {
      if (!this.#participants.has(clientId)) this.#places.delete(clientId);
    }
  }

  update(message: PresenceMessage): void {
    for (const each of message.joined ?? []) this.#participants.set(each.clientId, each);
    for (const clientId of message.left ?? []) {
      this.#participants.delete(clientId);
      this.#places.delete(clientId);
    }
    for (const cursor of message.cursors ?? []) this.#place(cursor);
  }

  applied(change: AppliedChange): void {
    this.#recent.push(change);
    if (this.#recent.length > REMEMBERED_CHANGES) this.#recent.shift();
    for (const [clientId, place] of this.#places) {
      if (place.revision === change.revision - 1) {
        this.#places.set(clientId, moved(place, change, clientId));
      }
    }
  }

  /** The base was replaced: old positions mean nothing any more. */
  forgetPlaces(): void {
    this.#places.clear();
    this.#recent = [];
  }

  cursors(revision: number): readonly RemoteCursor[] {
    const cursors: RemoteCursor[] = [];
    for (const [clientId, place] of this.#places) {
      const participant = this.#participants.get(clientId);
      if (participant === undefined || place.range === null) continue;
      if (place.revision === revision) cursors.push({ participant, range: place.range });
    }
    return cursors;
  }

  #place(cursor: WireCursor): void {
    let place: Place = { revision: cursor.revision, range: cursor.range };
    for (const change of this.#recent) {
      if (change.revision === place.revision + 1) place = moved(place, change, cursor.clientId);
    }
    this.#places.set(cursor.clientId, place);
  }
}

function moved(place: Place, change: AppliedChange, owner: string): Place {
  if (place.range === null) return { revision: change.revision, range: null };
  // What its owner types at the caret pushes the caret; what somebody else types there does not.
  const staysBefore = change.clientId !== owner;
  const { index, length } = place.range;
  const start = change.delta.transformPosition(index, staysBefore);
  const end = length === 0 ? start : change.delta.transformPosition(index + length, true);
  return {
    revision: change.revision,
    range: { index: start, length: Math.max(0, end - start) },
  };
}
