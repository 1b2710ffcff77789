import Delta, { type Op } from 'quill-delta';
import type { KeptText } from '../ot/changes';
import { documentText, insertedText } from '../ot/deltaText';
import { difference } from '../ot/difference';
import { OtClient, type Withdrawn } from '../ot/otClient';
import type { FoundQueue } from '../store/storedQueue';
import type { Clock } from './clock';
import type { EditorSurface } from './editorSurface';
import type { Connection } from './connection';
import type { CursorFlow } from './cursorFlow';
import type { KeptEdits } from './keptEdits';
import type { RejectedMessage, ResyncMessage, WelcomeMessage, WireChange } from './messages';
import type { MissingChanges } from './missingChanges';
import type { QueueWriter } from './queueWriter';
import { ProtocolError } from './parseMessage';
import { restoredClient } from './restoredClient';
import { Submitter } from './submitter';

/** docs/operations.md adds the time in seconds to the epoch. */
const LEAST_EPOCHS_OF_A_RESTORE = 1_000_000_000;

/** How far this client is on its connection. Submissions go out only when it is up to date. */
type Phase =
  | { readonly kind: 'away' }
  /** Joined, and the changes up to the head that the welcome told are on their way. */
  | { readonly kind: 'catchingUp'; readonly head: number; readonly acknowledged: number }
  | { readonly kind: 'upToDate'; readonly acknowledged: number };

export interface EditFlowDeps {
  readonly clientId: string;
  readonly clock: Clock;
  readonly connection: Pick<Connection, 'send' | 'restart'>;
  readonly writer: QueueWriter;
  readonly kept: KeptEdits;
  readonly cursors: CursorFlow;
  readonly missing: MissingChanges;
  readonly surface: () => EditorSurface | undefined;
  /** Something was confirmed or taken back. */
  readonly settled: () => void;
}

/**
 * Carries edits both ways: the user's to the server, one submission in flight at a time, and the
 * others' to the editor. What it is told comes in the order of the connection's stream.
 */
export class EditFlow {
  readonly #deps: EditFlowDeps;
  readonly #submitter: Submitter;
  #ot: OtClient | undefined;
  #epoch: number | undefined;
  #phase: Phase = { kind: 'away' };
  #mayWrite = true;
  #edits = 0;
  #askForContents = false;

  constructor(deps: EditFlowDeps) {
    this.#deps = deps;
    this.#submitter = new Submitter(deps);
  }

  get ot(): OtClient | undefined {
    return this.#ot;
  }

  get epoch(): number | undefined {
    return this.#epoch;
  }

  /** How many edits were ever made in this editor. */
  get edits(): number {
    return this.#edits;
  }

  get unconfirmedEdits(): number {
    return this.#ot?.unconfirmedEdits ?? 0;
  }

  get isUpToDate(): boolean {
    return this.#phase.kind === 'upToDate' && this.#ot?.hasGap === false;
  }

  /** When the submission in flight went out on the present connection; undefined where none did. */
  get unansweredSince(): number | undefined {
    return this.#submitter.sentAt(this.#ot?.submission());
  }

  stop(): void {
    this.#submitter.stop();
  }

  restore(found: FoundQueue): void {
    this.#ot = restoredClient(found);
    this.#epoch = found.queue.epoch;
    this.#edits = this.#ot.unconfirmedEdits;
    this.#deps.surface()?.replace(this.#ot.contents());
  }

  hello(): { readonly revision: number | null; readonly epoch?: number } {
    if (this.#ot === undefined || this.#askForContents) return { revision: null };
    const { revision } = this.#ot;
    return this.#epoch === undefined ? { revision } : { revision, epoch: this.#epoch };
  }

  edited(delta: Delta): void {
    if (this.#ot === undefined) throw new Error('an edit came before the document was opened');
    this.#edits += 1;
    this.#ot.applyLocal(delta);
    this.#deps.writer.changed();
    this.flush();
  }

  /** The connection is gone, or is asked anew: nothing counts as sent any more. */
  away(): void {
    this.#phase = { kind: 'away' };
    this.#submitter.forget();
  }

  welcomed(message: WelcomeMessage): void {
    if (message.contents !== undefined && message.revision !== undefined) {
      this.#open(message.contents, message.revision, message);
    } else if (this.#ot === undefined) {
      throw new ProtocolError('the first welcome has no contents');
    }
    this.#joined(message);
  }

  /**
   * Another epoch means that text was taken out of the history, and nothing here may bring it back; or that the server was
   * restored from a backup, and its user keeps a copy of what the backup does not hold (O5).
   */
  resynced(message: ResyncMessage): void {
    const rewritten = this.#epoch !== undefined && this.#epoch !== message.epoch;
    const held = this.#isRestored(message) ? this.#ot?.contents() : undefined;
    this.#open(message.contents, message.revision, message);
    if (held !== undefined) this.#keepLost(held, message);
    if (rewritten) this.#deps.surface()?.forgetUndo();
    this.#joined(message);
  }

  /**
   * Without the right to write nothing more will be committed; but what is in flight may have been, so
   * that the server's answer to it is waited for before the rest is taken out.
   */
  writing(allowed: boolean): void {
    this.#mayWrite = allowed;
  }

  applyChanges(changes: readonly WireChange[]): void {
    const ot = this.#ot;
    if (ot === undefined) throw new ProtocolError('changes came before the contents');
    for (const change of changes) {
      const { revision, clientId, seq } = change;
      const outcome = ot.applyRemote({ revision, clientId, seq, delta: deltaOf(change) });
      if (outcome.kind === 'inconsistent') {
        this.#joinForContents();
        return;
      }
      if (outcome.kind === 'applied') {
        for (const patch of outcome.patches) this.#deps.surface()?.patch(patch);
        this.#deps.writer.baseMoved(outcome.changes);
        this.#deps.cursors.applied(outcome.changes);
        if (outcome.acknowledged) this.#acknowledged();
      }
    }
    this.#arrived();
    if (ot.hasGap) void this.#deps.missing.fetch(ot.revision);
    this.flush();
  }

  rejected({ seq, code, retryable }: RejectedMessage): void {
    if (code === 'revision-ahead') {
      // The server's history ends before this base: it is another one, and the edit is none the worse.
      this.#joinForContents();
      return;
    }
    if (!retryable) {
      this.withdraw(seq, code);
      this.flush();
      return;
    }
    this.#submitter.againLater(seq, () => {
      this.flush();
    });
  }

  /** Takes the refused submission out of the document, and keeps it for its author. */
  withdraw(seq: number, code: string): void {
    if (this.#ot?.submission()?.seq !== seq) return;
    const withdrawn = this.#mayWrite ? this.#ot.withdraw(seq) : this.#ot.withdrawAll();
    this.#takenOut(seq, code, withdrawn);
  }

  /** The server has ended the connection because of what it was sent: start from its contents. */
  refused(tooBig: boolean): void {
    const inflight = this.#ot?.submission();
    if (tooBig && inflight !== undefined) this.withdraw(inflight.seq, 'too-large');
    this.#askForContents = true;
  }

  /** Sends the submission in flight, once a connection, and not before the client has caught up (E9). */
  flush(): void {
    if (this.#phase.kind !== 'upToDate') return;
    const submission = this.#ot?.submission();
    if (submission === undefined) return;
    if (submission.seq > this.#phase.acknowledged) this.#submitter.submit(submission);
    // Committed, and yet not among the changes up to head: the base cannot be right.
    else if (!this.#submitter.hasSent(submission)) this.#joinForContents();
  }

  #joined({ epoch, head, acknowledged }: WelcomeMessage | ResyncMessage): void {
    this.#epoch = epoch;
    this.#submitter.forget();
    this.#phase = { kind: 'catchingUp', head, acknowledged };
    this.#arrived();
    this.flush();
  }

  #arrived(): void {
    if (this.#phase.kind !== 'catchingUp' || this.#ot === undefined) return;
    const { head, acknowledged } = this.#phase;
    if (this.#ot.revision >= head) this.#phase = { kind: 'upToDate', acknowledged };
  }

  #open(
    ops: readonly Op[],
    revision: number,
    { acknowledged, epoch }: WelcomeMessage | ResyncMessage,
  ): void {
    const contents = new Delta([...ops]);
    this.#askForContents = false;
    this.#epoch = epoch;
    if (this.#ot === undefined) {
      const { clientId } = this.#deps;
      this.#ot = new OtClient({ clientId, revision, contents, nextSeq: acknowledged + 1 });
      this.#baseReplaced();
    } else {
      this.#resync(this.#ot, contents, revision, acknowledged);
    }
    this.#deps.surface()?.replace(this.#ot.contents());
  }

  /**
   * A history that is shorter than it was, or that a restore has marked: a redaction makes it longer, and counts by one.
   * Within a connection a lower head means only that the message has come late.
   */
  #isRestored({ head, epoch }: ResyncMessage): boolean {
    const marked = this.#epoch !== undefined && epoch - this.#epoch >= LEAST_EPOCHS_OF_A_RESTORE;
    const isAnswerToHello = this.#phase.kind === 'away';
    return marked || (isAnswerToHello && this.#ot !== undefined && this.#ot.revision > head);
  }

  /** What was saved once and is not in the backup stays with whoever has seen it. */
  #keepLost(held: Delta, { epoch, revision }: ResyncMessage): void {
    const now = this.#ot?.contents() ?? new Delta();
    const mine = documentText(held);
    const theirs = documentText(now);
    if (mine === theirs) return;
    const id = `${this.#deps.clientId}-restored-${String(epoch)}-${String(revision)}`;
    this.#keep(id, 'restored', { text: insertedText([difference(now, held)]), mine, theirs });
    this.#settled();
  }

  #resync(ot: OtClient, contents: Delta, revision: number, acknowledged: number): void {
    const outcome = ot.resync({ contents, revision, acknowledged });
    this.#baseReplaced();
    if (outcome.kind === 'unmergeable') {
      const id = `${this.#deps.clientId}-resync-${String(revision)}`;
      this.#keep(id, 'too-old-to-merge', outcome.kept);
    }
    this.#settled();
  }

  #acknowledged(): void {
    const next = this.#ot?.submission();
    if (this.#mayWrite || next === undefined) this.#settled();
    else this.#takenOut(next.seq, 'forbidden', this.#ot?.withdrawAll());
  }

  #takenOut(seq: number, code: string, withdrawn: Withdrawn | undefined): void {
    if (withdrawn !== undefined) {
      this.#keep(`${this.#deps.clientId}-${String(seq)}`, code, withdrawn.kept);
      this.#deps.surface()?.patch(withdrawn.patch);
    }
    this.#settled();
  }

  #baseReplaced(): void {
    this.#deps.writer.baseReplaced();
    this.#deps.cursors.baseReplaced();
  }

  /** What leaves the queue has to be stored elsewhere before the queue is stored without it. */
  #keep(id: string, code: string, kept: KeptText): void {
    this.#deps.writer.writeAfter(this.#deps.kept.keep(id, code, kept));
  }

  #settled(): void {
    this.#deps.writer.changed();
    this.#deps.settled();
  }

  #joinForContents(): void {
    if (this.#phase.kind === 'away') return;
    this.#askForContents = true;
    this.#deps.connection.restart();
  }
}

/** A server may write an absent delta as null. */
function deltaOf({ delta }: { readonly delta?: readonly Op[] | null }): Delta | undefined {
  return delta === undefined || delta === null ? undefined : new Delta([...delta]);
}
