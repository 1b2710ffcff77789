import type Delta from 'quill-delta';
import type { Claim } from '../store/claim';
import type { EditStore } from '../store/editStore';
import type { Cancel, Clock } from './clock';
import { CompositionGate } from './compositionGate';
import { Connection, type ConnectionDeps, type ConnectionEvents } from './connection';
import { CursorFlow } from './cursorFlow';
import { EditFlow } from './editFlow';
import type { EditorSurface } from './editorSurface';
import { KeptEdits } from './keptEdits';
import type { EndReason, Link } from './link';
import { CloseCode, PROTOCOL, mayWrite } from './messages';
import type { ClientMessage, Joined, Range, Role, ServerMessage } from './messages';
import { MissingChanges } from './missingChanges';
import { ProtocolError } from './parseMessage';
import type { RemoteCursor } from './presenceBoard';
import { QueueWriter, type QueueState } from './queueWriter';
import { RestCheck, type Resting } from './restCheck';
import type { SessionView } from './sessionView';
import type { Kept } from './status';
import { StatusClock } from './statusClock';
import { ViewStore } from './viewStore';
import type { WakeUps } from './wakeUps';
import { Watchdog } from './watchdog';

export interface SessionDeps extends ConnectionDeps {
  readonly userId: string;
  readonly documentId: string;
  readonly store: EditStore;
  readonly claim: Claim;
  readonly wakeUps: WakeUps;
}

/**
 * One open document: carries the user's edits to the server and the others' edits to the editor.
 *
 * Life cycle: construct, `start(surface)`, edits in both directions, `close()`. A session without a
 * surface only sends what an earlier page left. While the link is lost, edits gather on the device;
 * after the next welcome and the changes that follow it, the one in flight is sent again under its
 * number (E9).
 */
export class DocumentSession {
  readonly #clock: Clock;
  readonly #claim: Claim;
  readonly #connection: Connection;
  readonly #gate: CompositionGate<ServerMessage>;
  readonly #views = new ViewStore();
  readonly #status: StatusClock;
  readonly #flow: EditFlow;
  readonly #writer: QueueWriter;
  readonly #kept: KeptEdits;
  readonly #cursors: CursorFlow;
  readonly #watchdog: Watchdog;
  readonly #rest: RestCheck;
  readonly #wakeUps: WakeUps;
  #surface: EditorSurface | undefined;
  #sleepOn: Cancel = () => undefined;

  constructor(deps: SessionDeps) {
    const { claim, clock, documentId, store, userId } = deps;
    const { clientId } = claim;
    this.#clock = clock;
    this.#claim = claim;
    this.#wakeUps = deps.wakeUps;
    this.#gate = new CompositionGate((message) => {
      this.#handle(message);
    });
    const connection = new Connection(deps, this.#connectionEvents());
    const send = (message: ClientMessage): boolean => connection.send(message);
    const writer = new QueueWriter({
      clock,
      store,
      owner: { clientId, userId, documentId },
      stores: claim.stores,
      state: () => this.#queueState(),
      written: () => {
        this.#written();
      },
    });
    const kept = new KeptEdits({
      store,
      userId,
      documentId,
      changed: (edits) => {
        this.#views.show({ kept: edits });
      },
    });
    const cursors = new CursorFlow({
      clock,
      clientId,
      ot: () => this.#flow.ot,
      send,
      participantsChanged: (participants) => {
        this.#views.show({ participants });
      },
    });
    const missing = new MissingChanges({
      remote: deps.remote,
      isJoined: () => connection.link.kind === 'joined',
      arrived: (changes) => {
        this.#gate.offer({ type: 'changes', changes });
      },
      failed: () => {
        connection.restart();
      },
    });
    this.#connection = connection;
    this.#writer = writer;
    this.#kept = kept;
    this.#cursors = cursors;
    this.#flow = new EditFlow({
      clientId,
      clock,
      connection,
      writer,
      kept,
      cursors,
      missing,
      surface: () => this.#surface,
      settled: () => {
        this.#settled();
      },
    });
    this.#status = new StatusClock({
      clock,
      link: () => connection.link,
      opened: () => this.#flow.ot !== undefined,
      kept: () => this.#keptEdits(),
      show: (status) => {
        this.#views.show({ status });
      },
      ticked: () => {
        if (!this.#gate.isClosed) this.#watchdog.look(this.#flow.unansweredSince);
      },
    });
    this.#watchdog = new Watchdog(clock, () => {
      this.#flow.away();
      connection.rejoin();
    });
    this.#rest = new RestCheck(
      clock,
      () => this.#resting(),
      (revision, hash) => send({ type: 'hash', revision, hash }),
    );
  }

  start(surface?: EditorSurface): void {
    const { found, held, stores } = this.#claim;
    this.#surface = surface;
    this.#views.show({ storing: stores });
    held.onLost(() => {
      this.#takenOver();
    });
    void this.#kept.load();
    if (found !== undefined) {
      this.#writer.adopted(found.queue);
      this.#flow.restore(found);
      this.#views.show({ role: found.queue.role });
      this.#status.edited();
    }
    this.#status.linkChanged();
    this.#connection.open();
    this.#sleepOn = this.#wakeUps(() => {
      this.nudge();
    });
  }

  /** Gives up the connection, and the queue to whoever opens the document next. */
  close(): void {
    this.#stop('closed');
    void this.#writer.close().finally(() => {
      this.#claim.held.release();
    });
  }

  /**
   * The page is left, the tab stays: the session lives on without a surface until everything is
   * confirmed, or there is no way at present to get it confirmed. Calls `closed` then.
   */
  leave(closed: () => void = () => undefined): void {
    this.#surface = undefined;
    this.#gate.open();
    this.#closeUnless(() => {
      const { kind } = this.#connection.link;
      return this.hasUnconfirmedEdits && (kind === 'joined' || kind === 'connecting');
    }, closed);
  }

  /** For a session that only sends what was left: it ends with that, and tries as long as the page lives. */
  closeWhenSaved(): void {
    this.#closeUnless(() => this.hasUnconfirmedEdits && this.#connection.link.kind !== 'ended');
  }

  get view(): SessionView {
    return this.#views.view;
  }

  get hasUnconfirmedEdits(): boolean {
    return this.#flow.unconfirmedEdits > 0;
  }

  /** Unconfirmed edits, or edits whose text is only on this page: leaving now needs a warning. */
  get hasUnsavedEdits(): boolean {
    return this.hasUnconfirmedEdits || this.#kept.areOnlyHere;
  }

  /** Whether everything is saved within the time given. */
  saved(withinMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const answer = (saved: boolean): void => {
        forget();
        cancel();
        resolve(saved);
      };
      const cancel = this.#clock.after(withinMs, () => {
        answer(!this.hasUnsavedEdits);
      });
      const look = (): void => {
        if (!this.hasUnsavedEdits) answer(true);
      };
      const forget = this.subscribe(look);
      look();
    });
  }

  subscribe = (listener: () => void): Cancel => this.#views.subscribe(listener);

  subscribeCursors = (listener: () => void): Cancel => this.#cursors.subscribe(listener);

  /** The others' carets in positions of the document that the user sees. */
  cursors(): readonly RemoteCursor[] {
    return this.#cursors.visible();
  }

  edited(delta: Delta): void {
    this.#flow.edited(delta);
    if (this.hasUnconfirmedEdits) this.#status.edited();
    this.#rest.stirred();
  }

  selected(range: Range | null): void {
    this.#cursors.selected(range);
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

  /** To be called after what is put back into the document has been put there. */
  discardKept(id: string): void {
    void this.#kept.discard(id, this.#writer.stored());
  }

  #connectionEvents(): ConnectionEvents {
    return {
      hello: () => ({
        type: 'hello',
        protocol: PROTOCOL,
        clientId: this.#claim.clientId,
        ...this.#flow.hello(),
      }),
      received: (message) => {
        this.#gate.offer(message);
      },
      linkChanged: (link) => {
        this.#linkChanged(link);
      },
      refused: (code) => {
        this.#flow.refused(code === CloseCode.tooBig);
      },
    };
  }

  #linkChanged(link: Link): void {
    if (link.kind !== 'joined' && link.kind !== 'draining') {
      this.#flow.away();
      this.#gate.forget();
      this.#cursors.left();
    }
    this.#status.linkChanged();
  }

  #handle(message: ServerMessage): void {
    this.#surface?.flush();
    switch (message.type) {
      case 'welcome':
        if (message.protocol !== PROTOCOL) {
          throw new ProtocolError(
            `protocol ${String(message.protocol)} is not ${String(PROTOCOL)}`,
          );
        }
        this.#flow.welcomed(message);
        this.#joined(message);
        break;
      case 'resync':
        this.#flow.resynced(message);
        this.#joined(message);
        break;
      case 'changes':
        this.#flow.applyChanges(message.changes);
        break;
      case 'rejected':
        this.#flow.rejected(message);
        break;
      case 'presence':
        this.#cursors.update(message);
        return;
      case 'role':
        this.#roleIs(message.role);
        break;
      case 'drain':
      case 'error':
      case 'ping':
      case 'pong':
        return;
    }
    this.#status.refresh();
    this.#rest.stirred();
  }

  #joined({ participants, role, self }: Joined): void {
    this.#views.show({ self });
    this.#cursors.joined(participants);
    this.#roleIs(role);
  }

  #roleIs(role: Role): void {
    this.#views.show({ role });
    this.#flow.writing(mayWrite(role));
    this.#writer.changed();
  }

  #settled(): void {
    this.#watchdog.answered();
    this.#status.settled(this.hasUnconfirmedEdits);
    if (!this.hasUnconfirmedEdits) this.#cursors.sendSoon();
  }

  #written(): void {
    if (this.view.storing !== this.#writer.works) this.#views.show({ storing: this.#writer.works });
    this.#flow.flush();
    this.#status.refresh();
  }

  /** What may be said to be kept: what the device has, or where it keeps nothing, what the page has. */
  #keptEdits(): Kept {
    const unconfirmed = this.#flow.unconfirmedEdits;
    if (!this.#writer.works) return { edits: unconfirmed, where: 'page' };
    const unstored = this.#flow.edits - this.#writer.storedEdits;
    return { edits: Math.max(0, unconfirmed - unstored), where: 'device' };
  }

  #queueState(): QueueState | undefined {
    const { edits, epoch, ot } = this.#flow;
    const { role } = this.view;
    if (ot === undefined || epoch === undefined || role === undefined) return undefined;
    return {
      epoch,
      role,
      edits,
      revision: ot.revision,
      nextSeq: ot.nextSeq,
      pending: ot.pending,
      alone: this.#connection.link.kind !== 'joined',
      base: () => ot.baseContents(),
    };
  }

  #resting(): Resting | undefined {
    const { epoch, isUpToDate, ot } = this.#flow;
    if (ot === undefined || epoch === undefined || !isUpToDate || this.#gate.isClosed)
      return undefined;
    if (ot.unconfirmedEdits > 0) return undefined;
    return { epoch, revision: ot.revision, contents: ot.baseContents() };
  }

  #closeUnless(goesOn: () => boolean, closed = (): void => undefined): void {
    const look = (): void => {
      if (goesOn()) return;
      forget();
      this.#clock.after(0, () => {
        this.close();
        closed();
      });
    };
    const forget = this.subscribe(look);
    look();
  }

  #takenOver(): void {
    this.#writer.abandon();
    this.#stop('taken-over');
  }

  #stop(reason: EndReason): void {
    this.#surface = undefined;
    this.#sleepOn();
    this.#flow.stop();
    this.#cursors.stop();
    this.#rest.stop();
    this.#connection.close(reason);
    this.#status.stop();
  }
}
