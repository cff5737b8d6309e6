import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { fileURLToPath } from 'node:url';

/** The authority that a process has to trust (`NODE_EXTRA_CA_CERTS`) to speak TLS with `api.github.test`; a path. */
export const AUTHORITY = fileURLToPath(new URL('tls/certificate.pem', import.meta.url));

/** A proxy, for which every host is the same server. */
export interface Proxy {
  /** With a user and a password, which it writes down and does not check. */
  readonly url: string;
  /** What it was asked to connect to, in order, with what the client said of itself. */
  readonly asked: readonly { readonly to: string; readonly credentials: string | null }[];
  close(): void;
}

export const [USER, PASSWORD] = ['grace', 'p@ss:word'];

/** Starts a proxy on a free port of 127.0.0.1. Whatever it connects to is `target`, at port 443 behind TLS, as `api.github.test`. */
export async function startProxy(target: string): Promise<Proxy> {
  const asked: { to: string; credentials: string | null }[] = [];
  const [key, cert] = ['key', 'certificate'].map((name) => readFileSync(new URL(`tls/${name}.pem`, import.meta.url)));
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on('connect', (request, socket: Socket) => {
    const to = request.url ?? '';
    const said = request.headers['proxy-authorization']?.replace(/^Basic /, '');
    asked.push({ to, credentials: said === undefined ? null : Buffer.from(said, 'base64').toString() });
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    const client = to.endsWith(':443') ? new TLSSocket(socket, { isServer: true, key, cert }) : socket;
    const answering = connect(Number(new URL(target).port), '127.0.0.1');
    for (const [one, other] of [
      [client, answering],
      [answering, client],
    ] as const)
      one.on('error', () => other.destroy()).pipe(other);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`,
    asked,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
