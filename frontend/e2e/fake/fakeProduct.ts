import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { WebSocketServer } from 'ws';
import type { ClientMessage } from '../../src/lib/sync/messages';
import { FakeRest, type Answer } from './fakeRest';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const NONCE = 'bm90IHJhbmRvbSBoZXJlIQ==';
const CSP =
  `default-src 'self'; script-src 'self'; style-src 'self' 'nonce-${NONCE}'; ` +
  "style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
  "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

export interface RunningProduct {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The product without its server: the built frontend, REST and WebSocket of the protocol, all in
 * memory, under the real headers and a context path. The browser tests run against it where no
 * `BASE_URL` names the real one.
 */
export async function startFakeProduct(dist: string, context = '/collab'): Promise<RunningProduct> {
  const rest = new FakeRest();
  const server = createServer((request, response) => {
    void serve(rest, dist, context, request, response);
  });
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'collab.v1' });
  server.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url ?? '/', 'http://fake');
    const opened = rest.redeem(
      url.pathname.split('/').at(-1) ?? '',
      url.searchParams.get('ticket'),
    );
    if (opened === undefined) {
      socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (ws) => {
      const peer = {
        send: (message: unknown) => {
          ws.send(JSON.stringify(message));
        },
        close: (code: number) => {
          ws.close(code);
        },
      };
      const receive = opened.server.connect(peer, opened.self, opened.role);
      ws.on('message', (data: Buffer) => {
        receive(JSON.parse(data.toString()) as ClientMessage);
      });
      ws.on('close', () => {
        opened.server.disconnect(peer);
      });
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}${context}/`,
    close: async () => {
      for (const ws of sockets.clients) ws.terminate();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function serve(
  rest: FakeRest,
  dist: string,
  context: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://fake');
  const path = url.pathname.slice(context.length);
  if (path.startsWith('/api/')) {
    send(response, rest.answer(request, path.slice('/api/'.length), url, await body(request)));
    return;
  }
  response.setHeader('Content-Security-Policy', CSP);
  const file = extname(path) === '' ? '/index.html' : normalize(path);
  try {
    const content = await readFile(join(dist, file));
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    response.end(
      file === '/index.html'
        ? content
            .toString()
            .replace('name="collab-base" content="/"', `name="collab-base" content="${context}/"`)
            .replaceAll('="./', `="${context}/`)
            .replace('<style>', `<style nonce="${NONCE}">`)
        : content,
    );
  } catch {
    response.statusCode = 404;
    response.end();
  }
}

async function body(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function send(response: ServerResponse, { status, json, cookie }: Answer): void {
  response.statusCode = status;
  response.setHeader(
    'Content-Type',
    status < 400 ? 'application/json' : 'application/problem+json',
  );
  if (cookie !== undefined) response.setHeader('Set-Cookie', cookie);
  response.end(json === undefined ? undefined : JSON.stringify(json));
}
