import type { ClientMessage } from '../lib/sync/messages';
import type { DocumentRemote, TicketResult } from '../lib/sync/remote';
import type { OpenSocket, SocketEvents } from '../lib/sync/socket';
import type { FakeClock } from './fakeClock';
import type { FakeServer, Peer } from './fakeServer';

export interface FakeWires {
  readonly openSocket: OpenSocket;
  readonly remote: DocumentRemote;
}

class Line {
  up = true;
  upAt = 0;
  downAt = 0;
  constructor(
    readonly peer: Peer,
    readonly events: SocketEvents,
  ) {}
}

/**
 * One client's way to the server: every frame takes `delay()` milliseconds, frames of one direction
 * keep their order, and a test may cut the line, lose what is on it, or send a submission twice.
 */
export class FakeNetwork implements FakeWires {
  online = true;
  ticket: () => TicketResult = () => ({ kind: 'ticket', ticket: 'one' });
  /** Whether the next frame to the server arrives twice. */
  duplicate: () => boolean = () => false;
  /** Whether a frame to the client vanishes, as nothing in a real stream does: makes gaps. */
  swallow: (frame: string) => boolean = () => false;
  /** Milliseconds that every frame takes longer. */
  delayed = 0;
  restCalls = 0;
  readonly #clock: FakeClock;
  readonly #server: FakeServer;
  readonly #name: string;
  readonly #delay: () => number;
  #line: Line | undefined;

  constructor(clock: FakeClock, server: FakeServer, name: string, delay: () => number = () => 10) {
    this.#clock = clock;
    this.#server = server;
    this.#name = name;
    this.#delay = delay;
  }

  readonly remote: DocumentRemote = {
    ticket: () => Promise.resolve(this.online ? this.ticket() : { kind: 'unreachable' }),
    changes: (after, limit) => {
      this.restCalls += 1;
      return Promise.resolve(
        this.online
          ? { kind: 'changes', changes: this.#server.document.after(after, limit) }
          : { kind: 'unreachable' },
      );
    },
    socketUrl: (ticket) => `ws://fake/?ticket=${ticket}`,
  };

  readonly openSocket: OpenSocket = (_url, events) => {
    const user = { userId: this.#name, displayName: this.#name, color: '#336699' };
    const line: Line = new Line(
      {
        send: (message) => {
          this.#down(line, JSON.stringify(message));
        },
        close: (code) => {
          this.#drop(line, code);
        },
      },
      events,
    );
    this.#line = line;
    const toServer = this.#server.connect(line.peer, user);
    this.#clock.after(this.#delay(), () => {
      if (line.up && this.online) events.opened();
      else this.#drop(line, 1006);
    });
    return {
      send: (frame) => {
        this.#up(line, frame, toServer);
        if (this.duplicate()) this.#up(line, frame, toServer);
      },
      close: () => {
        this.#drop(line, undefined);
      },
    };
  };

  /** The connection dies: nothing that is under way arrives, in either direction. */
  cut(): void {
    if (this.#line !== undefined) this.#drop(this.#line, 1006);
  }

  /** As {@link cut}, but the client does not notice. */
  freeze(): void {
    const line = this.#line;
    if (line === undefined) return;
    line.up = false;
    this.#server.disconnect(line.peer);
  }

  #arrival(): number {
    return this.#clock.now() + this.#delay() + this.delayed;
  }

  #up(line: Line, frame: string, toServer: (message: ClientMessage) => void): void {
    line.upAt = Math.max(line.upAt, this.#arrival());
    this.#clock.after(line.upAt - this.#clock.now(), () => {
      if (line.up) toServer(JSON.parse(frame) as ClientMessage);
    });
  }

  #down(line: Line, frame: string): void {
    if (this.swallow(frame)) return;
    line.downAt = Math.max(line.downAt, this.#arrival());
    this.#clock.after(line.downAt - this.#clock.now(), () => {
      if (line.up) line.events.received(frame);
    });
  }

  #drop(line: Line, code: number | undefined): void {
    if (!line.up) return;
    line.up = false;
    this.#server.disconnect(line.peer);
    if (code !== undefined) line.events.closed(code);
  }
}
