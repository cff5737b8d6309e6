import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGitHub, type EmbeddedGitHub, type GitHubOptions } from './embedded.ts';

/** Starts an embedded GitHub on a free port of 127.0.0.1, for clients in other processes and for what must be proven over sockets. */
export async function startGitHub(options: GitHubOptions = {}): Promise<EmbeddedGitHub> {
  const hub = createGitHub(options);
  const server = createServer((request, response) => {
    serve(hub, request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
  return Object.assign(hub, { url: `http://127.0.0.1:${port}`, close });
}

async function serve(hub: EmbeddedGitHub, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await read(request);
  const { method = 'GET', url = '/' } = request;
  const answer = await hub.answer({ method, url, authorization: request.headers.authorization, body });
  if (answer === null) {
    request.socket.destroy();
    return;
  }
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
