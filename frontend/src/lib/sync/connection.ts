import { backoffDelay } from './backoff';
import type { Cancel, Clock } from './clock';
import { Heartbeat, PROBE_MS } from './heartbeat';
import type { EndReason, Link } from './link';
import { CloseCode, type ClientMessage, type ServerMessage } from './messages';
import { ProtocolError, parseMessage } from './parseMessage';
import type { DocumentRemote } from './remote';
import type { OpenSocket, Socket } from './socket';

const JOIN_TIMEOUT_MS = 15_000;
const OVERLOADED_PAUSE_MS = 5_000;
const PROTOCOL_ERRORS_BEFORE_GIVING_UP = 4;
const STUCK_MS = 2_000;
const DRAIN_PATIENCE_MS = 10_000;

export interface ConnectionDeps {
  readonly clock: Clock;
  readonly random: () => number;
  readonly openSocket: OpenSocket;
  readonly remote: DocumentRemote;
}

export interface ConnectionEvents {
  hello(): ClientMessage;
  received(message: ServerMessage): void;
  linkChanged(link: Link): void;
  /** The server called the last message too big (1009), or the protocol broken (4009). */
  refused(code: number): void;
}

/**
 * Keeps one document connected: ticket, socket, hello; again with backoff whenever it is lost.
 *
 * Each try has its own `#attempt` number; whatever an older try still reports is ignored. It knows
 * nothing of edits: what is resent after a reconnect is the session's business.
 */
export class Connection {
  readonly #deps: ConnectionDeps;
  readonly #events: ConnectionEvents;
  readonly #heartbeat: Heartbeat;
  #link: Link = { kind: 'connecting' };
  #socket: Socket | undefined;
  #attempt = 0;
  #failures = 0;
  #protocolErrors = 0;
  #triedAt = 0;
  #pauseAtLeast = 0;
  #timers: Cancel[] = [];

  constructor(deps: ConnectionDeps, events: ConnectionEvents) {
    this.#deps = deps;
    this.#events = events;
    this.#heartbeat = new Heartbeat({
      clock: deps.clock,
      ping: (sentAt) => this.send({ type: 'ping', sentAt }),
      silent: () => {
        this.#lost(0);
      },
    });
  }

  get link(): Link {
    return this.#link;
  }

  open(): void {
    void this.#connect();
  }

  /** False where there is no joined connection: the caller sends it again after the next welcome. */
  send(message: ClientMessage): boolean {
    if (this.#link.kind !== 'joined' || this.#socket === undefined) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  /** The network came back, the machine woke up, or the user pressed Retry (L2). */
  nudge(): void {
    switch (this.#link.kind) {
      case 'waiting':
        this.#connectAtOnce();
        return;
      case 'connecting':
        if (this.#deps.clock.now() - this.#triedAt > STUCK_MS) this.#connectAtOnce();
        return;
      case 'joined':
        if (this.#heartbeat.isStale) this.#connectAtOnce();
        else this.#heartbeat.probe();
        return;
      case 'draining':
      case 'ended':
    }
  }

  /** Says hello again on the same connection; where it is dead after all, a new one is opened. */
  rejoin(): void {
    if (this.#link.kind !== 'joined') return;
    this.#socket?.send(JSON.stringify(this.#events.hello()));
    this.#later(PROBE_MS, () => {
      this.#lost(0);
    });
  }

  /** Drops the connection and joins again at once. */
  restart(): void {
    if (this.#link.kind === 'ended') return;
    this.#dropSocket(CloseCode.normal, 'rejoin');
    this.#retryAfter(backoffDelay(this.#failures++, this.#deps.random));
  }

  /** The other side does not keep to the protocol. */
  broken(error: ProtocolError): void {
    this.#dropSocket(CloseCode.protocolError, error.message);
    this.#lost(CloseCode.protocolError);
  }

  close(reason: EndReason = 'closed'): void {
    this.#end(reason);
  }

  #connectAtOnce(): void {
    this.#failures = 0;
    void this.#connect();
  }

  async #connect(): Promise<void> {
    this.#dropSocket(CloseCode.normal, 'reconnect');
    const attempt = this.#attempt;
    this.#triedAt = this.#deps.clock.now();
    this.#setLink({ kind: 'connecting' });
    this.#later(JOIN_TIMEOUT_MS, () => {
      this.#lost(0);
    });
    const result = await this.#deps.remote.ticket();
    if (attempt !== this.#attempt) return;
    switch (result.kind) {
      case 'ticket':
        this.#openSocket(this.#deps.remote.socketUrl(result.ticket));
        return;
      case 'unreachable':
        this.#lost(0);
        return;
      case 'no-access':
      case 'signed-out':
        this.#end(result.kind);
    }
  }

  #openSocket(url: string): void {
    const attempt = this.#attempt;
    const current = (): boolean => attempt === this.#attempt;
    this.#socket = this.#deps.openSocket(url, {
      opened: () => {
        if (current()) this.#socket?.send(JSON.stringify(this.#events.hello()));
      },
      received: (frame) => {
        if (current()) this.#receive(frame);
      },
      closed: (code) => {
        if (current()) this.#lost(code);
      },
    });
  }

  #receive(frame: string): void {
    this.#heartbeat.heard();
    try {
      this.#handle(parseMessage(frame));
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.broken(error);
    }
  }

  #handle(message: ServerMessage): void {
    if (message.type === 'ping') {
      this.send({ type: 'pong', sentAt: message.sentAt });
      return;
    }
    if (message.type === 'pong') return;
    if (message.type === 'drain') this.#draining(message.retryAfterMs);
    // A hello from another history is answered by a resync in the place of the welcome (O5).
    const joins = message.type === 'resync' && this.#link.kind === 'connecting';
    if (message.type === 'welcome' || joins) this.#joined();
    this.#events.received(message);
  }

  #joined(): void {
    this.#failures = 0;
    this.#cancelTimers();
    this.#setLink({ kind: 'joined' });
    this.#heartbeat.start();
  }

  /** What was sent may still be answered; the server closes when it has done that. */
  #draining(retryAfterMs: number): void {
    this.#pauseAtLeast = retryAfterMs;
    this.#setLink({ kind: 'draining' });
    this.#later(DRAIN_PATIENCE_MS, () => {
      this.#lost(CloseCode.restart);
    });
  }

  #lost(code: number): void {
    if (this.#link.kind === 'ended') return;
    this.#dropSocket(CloseCode.normal, 'lost');
    if (code === CloseCode.revoked) {
      this.#end('no-access');
      return;
    }
    if (code === CloseCode.tooBig || code === CloseCode.protocolError) {
      this.#protocolErrors += 1;
      if (this.#protocolErrors >= PROTOCOL_ERRORS_BEFORE_GIVING_UP) {
        this.#end('incompatible');
        return;
      }
      this.#events.refused(code);
    }
    this.#retryAfter(this.#pause(code));
  }

  /** The jitter comes on top of what the server asked for: its clients must not all return at once. */
  #pause(code: number): number {
    const backoff = backoffDelay(this.#failures++, this.#deps.random);
    const least = code === CloseCode.overloaded ? OVERLOADED_PAUSE_MS : this.#pauseAtLeast;
    this.#pauseAtLeast = 0;
    return least + backoff;
  }

  #retryAfter(ms: number): void {
    this.#setLink({ kind: 'waiting', retryAt: this.#deps.clock.now() + ms });
    this.#later(ms, () => {
      void this.#connect();
    });
  }

  #end(reason: EndReason): void {
    if (this.#link.kind === 'ended') return;
    this.#dropSocket(CloseCode.normal, reason);
    this.#setLink({ kind: 'ended', reason });
  }

  /** Also makes everything that the dropped try still reports be ignored. */
  #dropSocket(code: number, reason: string): void {
    this.#attempt += 1;
    this.#cancelTimers();
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close(code, reason);
  }

  #later(ms: number, run: () => void): void {
    this.#timers.push(this.#deps.clock.after(ms, run));
  }

  #cancelTimers(): void {
    this.#heartbeat.stop();
    for (const cancel of this.#timers) cancel();
    this.#timers = [];
  }

  #setLink(link: Link): void {
    this.#link = link;
    this.#events.linkChanged(link);
  }
}
