import Delta, { type Op } from 'quill-delta';
import type { AppliedChange } from '../ot/changes';
import { OtClient } from '../ot/otClient';
import type { Cancel, Clock } from './clock';
import { CompositionGate } from './compositionGate';
import { Connection, type ConnectionDeps } from './connection';
import type { Link } from './link';
import {
  CloseCode,
  PROTOCOL,
  type ClientMessage,
  type Range,
  type RejectedMessage,
  type ResyncMessage,
  type ServerMessage,
  type WelcomeMessage,
  type WireChange,
} from './messages';
import { ProtocolError } from './parseMessage';
import { PresenceBoard, type RemoteCursor } from './presenceBoard';
import type { DocumentRemote } from './remote';
import { FIRST_VIEW, type SessionView } from './sessionView';
import { sameStatus, statusOf, type StatusFacts } from './status';

const STATUS_TICK_MS = 200;
/** A submission that nobody answers for so long is asked about by joining again. */
const UNANSWERED_MS = 30_000;
const LOOK_EVERY_MS = 100;
const RETRY_REJECTED_MS = 1_000;
const CHANGES_A_PAGE = 500;
/** Ten a second, so that typing and moving together stay under the 40 messages of L7. */
const CURSOR_EVERY_MS = 100;

/** The editor as the session sees it. Both calls must not come back as edits of the user. */
export interface EditorSurface {
  replace(contents: Delta): void;
  patch(delta: Delta): void;
  /** Reports, now, what the user did and the browser has not told yet: patches count from after it. */
  flush(): void;
}

export interface SessionDeps extends ConnectionDeps {
  /** One for each open editor; it outlives reconnects. */
  readonly clientId: string;
}

/**
 * One open document: carries the user's edits to the server and the others' edits to the editor.
 *
 * Life cycle: construct, `start(surface)`, edits in both directions, `close()`. While the link is
 * lost, edits gather in the {@link OtClient}; after the next welcome and the changes that follow it,
 * the one in flight is sent again under its number (E9).
 */
export class DocumentSession {
  readonly #clock: Clock;
  readonly #remote: DocumentRemote;
  readonly #clientId: string;
  readonly #connection: Connection;
  readonly #gate: CompositionGate<ServerMessage>;
  readonly #presence = new PresenceBoard();
  readonly #viewListeners = new Set<() => void>();
  readonly #cursorListeners = new Set<() => void>();

  #surface: EditorSurface | undefined;
  #ot: OtClient | undefined;
  #view: SessionView = FIRST_VIEW;
  #epoch: number | undefined;
  /** Head told by the last welcome: nothing is resent before it is reached. */
  #joinHead = 0;
  /** Highest committed number of ours, as the last welcome told. */
  #acknowledged = 0;
  /** Number of the submission that went out on the present connection. */
  #sentSeq: number | undefined;
  #sentAt = 0;
  #askForContents = false;
  #catchingUp = false;

  #unlinkedSince: number | undefined;
  #unconfirmedSince: number | undefined;
  #savedAt: number | undefined;
  #statusTimer: Cancel | undefined;
  #retryTimer: Cancel | undefined;
  #cursorTimer: Cancel | undefined;
  #cursor: Range | null = null;

  constructor(deps: SessionDeps) {
    this.#clock = deps.clock;
    this.#remote = deps.remote;
    this.#clientId = deps.clientId;
    this.#gate = new CompositionGate((message) => {
      this.#handle(message);
    });
    this.#connection = new Connection(deps, {
      hello: () => this.#hello(),
      received: (message) => {
        this.#gate.offer(message);
      },
      linkChanged: (link) => {
        this.#linkChanged(link);
      },
      refused: (code) => {
        this.#refused(code);
      },
    });
  }

  start(surface: EditorSurface): void {
    this.#surface = surface;
    this.#unlinkedSince = this.#clock.now();
    this.#connection.open();
    this.#tick();
  }

  close(): void {
    this.#surface = undefined;
    this.#statusTimer?.();
    this.#retryTimer?.();
    this.#cursorTimer?.();
    this.#connection.close();
  }

  /**
   * The page is left, the tab stays: the session lives on without a surface until everything is
   * confirmed, or there is no way any more to get it confirmed. Calls `closed` then.
   */
  leave(closed: () => void): void {
    this.#surface = undefined;
    const look = (): void => {
      if (this.hasUnconfirmedEdits && this.#connection.link.kind !== 'ended') {
        this.#clock.after(LOOK_EVERY_MS, look);
        return;
      }
      this.close();
      closed();
    };
    look();
  }

  get view(): SessionView {
    return this.#view;
  }

  get hasUnconfirmedEdits(): boolean {
    return (this.#ot?.unconfirmedEdits ?? 0) > 0;
  }

  /** Unconfirmed edits, or edits whose text is only on this page: leaving would lose them. */
  get wouldLoseEdits(): boolean {
    return this.hasUnconfirmedEdits || this.#view.kept.length > 0;
  }

  /** As {@link wouldLoseEdits}, where waiting a moment while leaving would not help. */
  get leavingLosesEdits(): boolean {
    const kept = this.#view.kept.length > 0;
    return kept || (this.hasUnconfirmedEdits && this.#connection.link.kind !== 'joined');
  }

  subscribe = (listener: () => void): Cancel => {
    this.#viewListeners.add(listener);
    return () => this.#viewListeners.delete(listener);
  };

  subscribeCursors = (listener: () => void): Cancel => {
    this.#cursorListeners.add(listener);
    return () => this.#cursorListeners.delete(listener);
  };

  /** The others' carets in positions of the document that the user sees. */
  cursors(): readonly RemoteCursor[] {
    const ot = this.#ot;
    if (ot === undefined) return [];
    return this.#presence
      .cursors(ot.revision)
      .filter(({ participant }) => participant.clientId !== this.#clientId)
      .map(({ participant, range }) => {
        const index = ot.toVisible(range.index);
        const end = ot.toVisible(range.index + range.length);
        return { participant, range: { index, length: end - index } };
      });
  }

  edited(delta: Delta): void {
    if (this.#ot === undefined) throw new Error('an edit came before the document was opened');
    this.#unconfirmedSince ??= this.#clock.now();
    this.#ot.applyLocal(delta);
    this.#flush();
    this.#refresh();
    this.#tick();
  }

  selected(range: Range | null): void {
    this.#cursor = range;
    this.#sendCursorSoon();
  }

  compositionStarted(): void {
    this.#gate.close();
  }

  /** To be called a tick after the composition ended, when its edit has been reported. */
  compositionEnded(): void {
    this.#gate.open();
  }

  nudge(): void {
    this.#connection.nudge();
  }

  discardKept(): void {
    this.#show({ kept: [] });
  }

  #hello(): ClientMessage {
    const hello = { type: 'hello', protocol: PROTOCOL, clientId: this.#clientId } as const;
    if (this.#ot === undefined || this.#askForContents) return { ...hello, revision: null };
    const revision = this.#ot.revision;
    return this.#epoch === undefined
      ? { ...hello, revision }
      : { ...hello, revision, epoch: this.#epoch };
  }

  #linkChanged(link: Link): void {
    if (link.kind === 'joined') {
      this.#unlinkedSince = undefined;
    } else {
      this.#unlinkedSince ??= this.#clock.now();
      this.#sentSeq = undefined;
      this.#gate.forget();
      this.#presence.start([]);
      this.#cursorsChanged();
    }
    this.#refresh();
    this.#tick();
  }

  #refused(code: number): void {
    const inflight = this.#ot?.submission();
    if (code === CloseCode.tooBig && inflight !== undefined)
      this.#withdraw(inflight.seq, 'too-big');
    this.#askForContents = true;
  }

  #handle(message: ServerMessage): void {
    this.#surface?.flush();
    switch (message.type) {
      case 'welcome':
        this.#welcomed(message);
        break;
      case 'resync':
        this.#resynced(message);
        break;
      case 'changes':
        this.#applyChanges(message.changes);
        break;
      case 'rejected':
        this.#rejected(message);
        break;
      case 'presence':
        this.#presence.update(message);
        this.#show({ participants: this.#presence.participants });
        this.#cursorsChanged();
        break;
      case 'role':
        this.#show({ role: message.role });
        break;
      case 'drain':
      case 'error':
      case 'ping':
      case 'pong':
        break;
    }
  }

  #welcomed(message: WelcomeMessage): void {
    if (message.protocol !== PROTOCOL) {
      throw new ProtocolError(`protocol ${String(message.protocol)} is not ${String(PROTOCOL)}`);
    }
    this.#joinHead = message.head;
    this.#acknowledged = message.acknowledged;
    this.#sentSeq = undefined;
    this.#joined(message);
    if (message.contents !== undefined && message.revision !== undefined) {
      this.#open(new Delta([...message.contents]), message.revision, message.acknowledged);
    } else if (this.#ot === undefined) {
      throw new ProtocolError('the first welcome has no contents');
    }
    this.#flush();
    this.#refresh();
    this.#sendCursorSoon();
  }

  #resynced(message: ResyncMessage): void {
    this.#joinHead = message.head;
    this.#acknowledged = message.acknowledged;
    this.#sentSeq = undefined;
    this.#joined(message);
    this.#open(new Delta([...message.contents]), message.revision, message.acknowledged);
    this.#flush();
    this.#refresh();
  }

  #joined(message: WelcomeMessage | ResyncMessage): void {
    this.#epoch = message.epoch;
    this.#presence.start(message.participants);
    this.#show({
      role: message.role,
      self: message.self,
      participants: this.#presence.participants,
    });
  }

  #open(contents: Delta, revision: number, acknowledged: number): void {
    this.#askForContents = false;
    this.#presence.forgetPlaces();
    if (this.#ot === undefined) {
      const nextSeq = acknowledged + 1;
      this.#ot = new OtClient({ clientId: this.#clientId, revision, contents, nextSeq });
    } else {
      const outcome = this.#ot.resync({ contents, revision, acknowledged });
      if (outcome.kind === 'unmergeable') this.#keep('too-old-to-merge', outcome.kept.text);
      this.#settle();
    }
    this.#surface?.replace(this.#ot.contents());
    this.#cursorsChanged();
  }

  #applyChanges(changes: readonly WireChange[]): void {
    const ot = this.#ot;
    if (ot === undefined) throw new ProtocolError('changes came before the contents');
    for (const change of changes) {
      const outcome = ot.applyRemote({
        revision: change.revision,
        clientId: change.clientId,
        seq: change.seq,
        delta: deltaOf(change),
      });
      if (outcome.kind === 'inconsistent') {
        this.#rejoinWithContents();
        return;
      }
      if (outcome.kind === 'applied') {
        this.#applied(outcome.changes, outcome.patches);
        if (outcome.acknowledged) this.#settle();
      }
    }
    if (ot.hasGap) void this.#catchUp();
    this.#flush();
    this.#refresh();
  }

  #applied(changes: readonly AppliedChange[], patches: readonly Delta[]): void {
    for (const patch of patches) this.#surface?.patch(patch);
    for (const change of changes) this.#presence.applied(change);
    this.#cursorsChanged();
  }

  /** Fills a gap in the stream; what arrives meanwhile is held by the OT client (E8). */
  async #catchUp(): Promise<void> {
    if (this.#catchingUp || this.#ot === undefined) return;
    this.#catchingUp = true;
    const result = await this.#remote.changes(this.#ot.revision, CHANGES_A_PAGE);
    this.#catchingUp = false;
    if (this.#connection.link.kind !== 'joined') return;
    if (result.kind === 'unreachable' || result.changes.length === 0) {
      this.#connection.restart();
      return;
    }
    this.#gate.offer({ type: 'changes', changes: result.changes });
  }

  #rejected(message: RejectedMessage): void {
    if (message.retryable) {
      this.#retryTimer?.();
      this.#retryTimer = this.#clock.after(RETRY_REJECTED_MS, () => {
        if (this.#sentSeq === message.seq) this.#sentSeq = undefined;
        this.#flush();
      });
      return;
    }
    this.#withdraw(message.seq, message.code);
    this.#flush();
    this.#refresh();
  }

  #withdraw(seq: number, code: string): void {
    const withdrawn = this.#ot?.withdraw(seq);
    if (withdrawn === undefined) return;
    this.#surface?.patch(withdrawn.patch);
    this.#keep(code, withdrawn.kept.text);
    this.#settle();
  }

  #keep(code: string, text: string): void {
    this.#show({ kept: [...this.#view.kept, { code, text }] });
  }

  /** After something unconfirmed was settled: what is left has been waiting since now. */
  #settle(): void {
    const now = this.#clock.now();
    this.#unconfirmedSince = this.hasUnconfirmedEdits ? now : undefined;
    if (this.#unconfirmedSince === undefined) {
      this.#savedAt = now;
      this.#sendCursorSoon();
    }
  }

  /** Sends the submission in flight, once a connection, and not before the client has caught up. */
  #flush(): void {
    const submission = this.#ot?.submission();
    if (this.#ot === undefined || submission === undefined) return;
    if (submission.seq === this.#sentSeq || this.#ot.revision < this.#joinHead) return;
    if (submission.seq <= this.#acknowledged) {
      // Committed, and yet not among the changes up to head: the base cannot be right.
      this.#rejoinWithContents();
      return;
    }
    const { seq, baseRevision, delta } = submission;
    if (this.#connection.send({ type: 'submit', seq, baseRevision, delta: delta.ops })) {
      this.#sentSeq = seq;
      this.#sentAt = this.#clock.now();
    }
  }

  #rejoinWithContents(): void {
    if (this.#connection.link.kind !== 'joined') return;
    this.#askForContents = true;
    this.#connection.restart();
  }

  /**
   * A position is only told while all edits are confirmed: only then does the server's revision say
   * what the position counts from. While typing, the others move the caret by the edits themselves.
   */
  #sendCursorSoon(): void {
    this.#cursorTimer ??= this.#clock.after(CURSOR_EVERY_MS, () => {
      this.#cursorTimer = undefined;
      if (this.#ot === undefined || this.hasUnconfirmedEdits) return;
      this.#connection.send({
        type: 'cursor',
        revision: this.#ot.revision,
        range: this.#cursor,
      });
    });
  }

  #facts(): StatusFacts {
    return {
      link: this.#connection.link,
      unlinkedSince: this.#unlinkedSince,
      opened: this.#ot !== undefined,
      unconfirmedSince: this.#unconfirmedSince,
      unconfirmedEdits: this.#ot?.unconfirmedEdits ?? 0,
      savedAt: this.#savedAt,
    };
  }

  #refresh(): void {
    const status = statusOf(this.#facts(), this.#clock.now());
    if (!sameStatus(status, this.#view.status)) this.#show({ status });
  }

  /** The status depends on the time while something is outstanding. */
  #tick(): void {
    if (this.#statusTimer !== undefined) return;
    if (this.#connection.link.kind === 'ended') return;
    if (this.#unlinkedSince === undefined && this.#unconfirmedSince === undefined) return;
    this.#statusTimer = this.#clock.after(STATUS_TICK_MS, () => {
      this.#statusTimer = undefined;
      if (this.#isUnanswered()) this.#connection.restart();
      this.#refresh();
      this.#tick();
    });
  }

  #isUnanswered(): boolean {
    if (this.#sentSeq === undefined || this.#ot?.submission()?.seq !== this.#sentSeq) return false;
    return this.#clock.now() - this.#sentAt > UNANSWERED_MS;
  }

  #show(part: Partial<SessionView>): void {
    this.#view = { ...this.#view, ...part };
    for (const listener of this.#viewListeners) listener();
  }

  #cursorsChanged(): void {
    for (const listener of this.#cursorListeners) listener();
  }
}

/** A server may write an absent delta as null. */
function deltaOf({ delta }: { readonly delta?: readonly Op[] | null }): Delta | undefined {
  return delta === undefined || delta === null ? undefined : new Delta([...delta]);
}
