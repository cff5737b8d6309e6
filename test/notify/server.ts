import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { afterEach } from 'vitest';

/** What a server does with one request. */
export type Behaviour = (response: ServerResponse, request: IncomingMessage, body: string) => void;

/** A request as the server saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Server {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly seen: readonly Seen[];
  close(): Promise<void>;
}

const open: Server[] = [];

/** A real server on this machine that does with each request what its turn says; the last behaviour stays. */
export async function serve(...behaviours: readonly Behaviour[]): Promise<Server> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    void textOf(request)
      .then((body) => {
        const { method = '', url: path = '', headers } = request;
        seen.push({ method, path, headers, body });
        behaviours[Math.min(seen.length, behaviours.length) - 1]?.(response, request, body);
      })
      .catch(() => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
  const opened = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, close };
  open.push(opened);
  return opened;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** Answers as it should be. */
export const answer =
  (status: number, body = '', headers: Readonly<Record<string, string>> = {}): Behaviour =>
  (response) => {
    response.writeHead(status, headers).end(body);
  };

export const accepted = answer(202, '{"status":"success","message":"Event processed"}');

/** Takes the request and says nothing. */
export const hang: Behaviour = () => undefined;

/** Breaks the connection without a word. */
export const reset: Behaviour = (_response, request) => {
  request.socket.resetAndDestroy();
};

/** Promises more than it says, and breaks off. */
export const breakOff =
  (status: number, start: string): Behaviour =>
  (response, request) => {
    response.writeHead(status, { 'Content-Length': '1000' });
    response.write(start, () => request.socket.end());
  };

/** Begins to answer, and never ends. */
export const stall =
  (status: number, start: string): Behaviour =>
  (response) => {
    response.writeHead(status).write(start);
  };

/** Speaks something that is not HTTP. */
export const babble: Behaviour = (_response, request) => {
  request.socket.end('220 smtp.example.com ready\r\n');
};
