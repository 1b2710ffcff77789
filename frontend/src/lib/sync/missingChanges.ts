import type { WireChange } from './messages';
import type { DocumentRemote } from './remote';

const CHANGES_A_PAGE = 500;

export interface MissingChangesDeps {
  readonly remote: DocumentRemote;
  readonly isJoined: () => boolean;
  readonly arrived: (changes: readonly WireChange[]) => void;
  readonly failed: () => void;
}

/** Fills a gap in the stream from the log; what arrives meanwhile is held by the OT client (E8). */
export class MissingChanges {
  readonly #deps: MissingChangesDeps;
  #fetching = false;

  constructor(deps: MissingChangesDeps) {
    this.#deps = deps;
  }

  async fetch(after: number): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    const result = await this.#deps.remote.changes(after, CHANGES_A_PAGE);
    this.#fetching = false;
    if (!this.#deps.isJoined()) return;
    if (result.kind === 'unreachable' || result.changes.length === 0) this.#deps.failed();
    else this.#deps.arrived(result.changes);
  }
}
