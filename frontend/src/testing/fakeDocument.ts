import Delta, { type Op } from 'quill-delta';
import type { WireChange } from '../lib/sync/messages';

export interface FakeSubmission {
  readonly clientId: string;
  readonly seq: number;
  readonly userId: string;
  readonly baseRevision: number;
  readonly delta: readonly Op[];
}

export type FakeSubmitResult =
  | { readonly kind: 'committed' | 'already-committed'; readonly change: Required<WireChange> }
  | { readonly kind: 'rejected'; readonly code: string; readonly message: string };

/**
 * The slow, obvious sequencer that the browser's half is tested against: every submission is rebased
 * change by change over all that was committed since its base (E5), and committed at most once (E4).
 */
export class FakeDocument {
  readonly log: Required<WireChange>[] = [];
  #contents = new Delta().insert('\n');

  get head(): number {
    return this.log.length;
  }

  contents(revision = this.head): Delta {
    if (revision === this.head) return this.#contents;
    return this.after(0)
      .slice(0, revision)
      .reduce(
        (document, change) => document.compose(new Delta([...change.delta])),
        new Delta().insert('\n'),
      );
  }

  after(revision: number, limit = Infinity): readonly Required<WireChange>[] {
    return this.log.slice(revision, revision + limit);
  }

  /** Makes the contents other ones than the log says, as a fault would. */
  corrupt(contents: Delta): void {
    this.#contents = contents;
  }

  /** Goes back to an earlier head and knows nothing of what came after it, as a backup does. */
  restore(head: number): void {
    this.#contents = this.contents(head);
    this.log.length = head;
  }

  acknowledged(clientId: string): number {
    return this.log.reduce(
      (highest, change) => (change.clientId === clientId ? Math.max(highest, change.seq) : highest),
      0,
    );
  }

  submit(submission: FakeSubmission): FakeSubmitResult {
    const { clientId, seq, userId, baseRevision } = submission;
    const earlier = this.log.find((each) => each.clientId === clientId && each.seq === seq);
    if (earlier !== undefined) return { kind: 'already-committed', change: earlier };
    if (baseRevision > this.head || baseRevision < 0) {
      return rejected(`revision ${String(baseRevision)} is ahead of head ${String(this.head)}`);
    }
    const rebased = this.after(baseRevision).reduce(
      (delta, change) => new Delta([...change.delta]).transform(delta, true),
      new Delta([...submission.delta]),
    );
    const contents = this.#contents.compose(rebased);
    if (!contents.ops.every((op) => op.insert !== undefined)) {
      return rejected('the delta reaches past the end of the document');
    }
    this.#contents = contents;
    const at = new Date(0).toISOString();
    const change = { revision: this.head + 1, clientId, seq, userId, at, delta: rebased.ops };
    this.log.push(change);
    return { kind: 'committed', change };
  }
}

function rejected(message: string): FakeSubmitResult {
  return { kind: 'rejected', code: 'invalid-delta', message };
}
