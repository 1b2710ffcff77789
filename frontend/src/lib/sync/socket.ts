import { SUBPROTOCOL } from './messages';

/** What a connection needs of a WebSocket. */
export interface Socket {
  send(frame: string): void;
  close(code: number, reason: string): void;
}

export interface SocketEvents {
  opened(): void;
  received(frame: string): void;
  /** Called once; nothing follows it. */
  closed(code: number): void;
}

export type OpenSocket = (url: string, events: SocketEvents) => Socket;

export const openBrowserSocket: OpenSocket = (url, events) => {
  const socket = new WebSocket(url, SUBPROTOCOL);
  socket.onopen = () => {
    events.opened();
  };
  socket.onmessage = (event: MessageEvent<unknown>) => {
    events.received(String(event.data));
  };
  socket.onclose = (event) => {
    events.closed(event.code);
  };
  return {
    send: (frame) => {
      socket.send(frame);
    },
    close: (code, reason) => {
      socket.close(code, reason);
    },
  };
};
