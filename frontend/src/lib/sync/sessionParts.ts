import { Connection } from './connection';
import { CursorFlow } from './cursorFlow';
import type { SessionDeps } from './documentSession';
import { EditFlow } from './editFlow';
import type { EditorSurface } from './editorSurface';
import { KeptEdits } from './keptEdits';
import type { Link } from './link';
import { CloseCode, PROTOCOL, type ServerMessage } from './messages';
import { MissingChanges } from './missingChanges';
import { QueueWriter, type QueueState } from './queueWriter';
import { RestCheck, type Resting } from './restCheck';
import type { Kept } from './status';
import { StatusClock } from './statusClock';
import type { ViewStore } from './viewStore';
import { Watchdog } from './watchdog';

/** What the parts need of the session that they belong to. */
export interface SessionHost {
  readonly views: ViewStore;
  readonly surface: () => EditorSurface | undefined;
  /** Whether a composition holds what the server sends. */
  readonly isHolding: () => boolean;
  readonly received: (message: ServerMessage) => void;
  readonly linkChanged: (link: Link) => void;
  readonly settled: () => void;
  readonly written: () => void;
}

/** The parts of one session, put together. Each of them is on its own; what they share is told here. */
export class SessionParts {
  readonly connection: Connection;
  readonly writer: QueueWriter;
  readonly kept: KeptEdits;
  readonly cursors: CursorFlow;
  readonly flow: EditFlow;
  readonly status: StatusClock;
  readonly watchdog: Watchdog;
  readonly rest: RestCheck;
  readonly #host: SessionHost;

  constructor(deps: SessionDeps, host: SessionHost) {
    const { claim, clock, documentId, store, userId } = deps;
    const { clientId } = claim;
    this.#host = host;
    this.connection = this.#connectionOf(deps);
    this.writer = new QueueWriter({
      clock,
      store,
      owner: { clientId, userId, documentId },
      stores: claim.stores,
      state: () => this.#queueState(),
      written: host.written,
    });
    this.kept = new KeptEdits({
      store,
      userId,
      documentId,
      changed: (kept) => {
        host.views.show({ kept });
      },
    });
    this.cursors = new CursorFlow({
      clock,
      clientId,
      ot: () => this.flow.ot,
      send: (message) => this.connection.send(message),
    });
    this.flow = this.#flowOf(deps);
    this.status = this.#statusOf(deps);
    this.watchdog = new Watchdog(clock, () => {
      this.flow.away();
      this.connection.rejoin();
    });
    this.rest = new RestCheck(
      clock,
      () => this.#resting(),
      (revision, hash) => this.connection.send({ type: 'hash', revision, hash }),
    );
  }

  #connectionOf(deps: SessionDeps): Connection {
    const { clientId } = deps.claim;
    return new Connection(deps, {
      hello: () => ({ type: 'hello', protocol: PROTOCOL, clientId, ...this.flow.hello() }),
      received: this.#host.received,
      linkChanged: this.#host.linkChanged,
      refused: (code) => {
        this.flow.refused(code === CloseCode.tooBig);
      },
    });
  }

  #flowOf({ claim, clock, remote }: SessionDeps): EditFlow {
    const { connection, cursors, kept, writer } = this;
    const { received, settled, surface } = this.#host;
    const missing = new MissingChanges({
      remote,
      isJoined: () => connection.link.kind === 'joined',
      arrived: (changes) => {
        received({ type: 'changes', changes });
      },
      failed: () => {
        connection.restart();
      },
    });
    const { clientId } = claim;
    return new EditFlow({
      clientId,
      clock,
      connection,
      writer,
      kept,
      cursors,
      missing,
      surface,
      settled,
    });
  }

  #statusOf({ clock }: SessionDeps): StatusClock {
    return new StatusClock({
      clock,
      link: () => this.connection.link,
      opened: () => this.flow.ot !== undefined,
      kept: () => this.#keptEdits(),
      show: (status) => {
        this.#host.views.show({ status });
      },
      ticked: () => {
        if (!this.#host.isHolding()) this.watchdog.look(this.flow.unansweredSince);
      },
    });
  }

  /** What may be said to be kept: what the device has, or where it keeps nothing, what the page has. */
  #keptEdits(): Kept {
    const { edits, unconfirmedEdits } = this.flow;
    if (!this.writer.works) return { edits: unconfirmedEdits, where: 'page' };
    const unstored = edits - this.writer.storedEdits;
    return { edits: Math.max(0, unconfirmedEdits - unstored), where: 'device' };
  }

  #queueState(): QueueState | undefined {
    const { edits, epoch, ot } = this.flow;
    const { role } = this.#host.views.view;
    if (ot === undefined || epoch === undefined || role === undefined) return undefined;
    return {
      epoch,
      role,
      edits,
      revision: ot.revision,
      nextSeq: ot.nextSeq,
      pending: ot.pending,
      alone: this.connection.link.kind !== 'joined',
      base: () => ot.baseContents(),
    };
  }

  #resting(): Resting | undefined {
    const { epoch, isUpToDate, ot } = this.flow;
    if (ot === undefined || epoch === undefined || !isUpToDate) return undefined;
    if (this.#host.isHolding() || ot.unconfirmedEdits > 0) return undefined;
    return { epoch, revision: ot.revision, contents: ot.baseContents() };
  }
}
