import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** A mail as the server took it. */
interface Taken {
  readonly from: string;
  readonly to: readonly string[];
  readonly user: string | null;
  readonly isEncrypted: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

const tls = (name: string): string => readFileSync(new URL(`../package/tls/${name}.pem`, import.meta.url), 'utf8');

/** An error as a mail server answers it. */
export const refusal = (code: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode: code });

/** A real mail server on this machine, with one account: `mailuser`, `m@ilpass`. */
export async function mailServer(options: SMTPServerOptions = {}) {
  const taken: Taken[] = [];
  let connections = 0;
  const server = new SMTPServer({
    key: tls('key'),
    cert: tls('certificate'),
    // Else it looks up the names of whoever comes.
    disableReverseLookup: true,
    onConnect: (_session, done) => {
      connections++;
      done();
    },
    onAuth: ({ username, password }, _session, done) => {
      if (username === 'mailuser' && password === 'm@ilpass') done(null, { user: username });
      else done(refusal(535, 'Authentication credentials invalid'));
    },
    onData: (stream, session, done) => {
      const { mailFrom, rcptTo } = session.envelope;
      void textOf(stream).then((raw) => {
        taken.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          user: typeof session.user === 'string' ? session.user : null,
          isEncrypted: session.secure,
          ...parsed(raw),
        });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(resolve);
      }),
  );
  const { port } = server.server.address() as AddressInfo;
  return { port, taken, connections: () => connections };
}

/** The headers of a mail, unfolded and decoded, and its text. */
function parsed(raw: string): Pick<Taken, 'headers' | 'text'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const [name = '', ...value] = line.split(': ');
      return [name.toLowerCase(), decoded(value.join(': '))];
    }),
  );
  const body = rest.join('\r\n\r\n');
  const coding = headers['content-transfer-encoding'];
  const text = coding === 'quoted-printable' ? quotedPrintable(body) : body;
  const whole = coding === 'base64' ? Buffer.from(body, 'base64').toString() : text;
  return { headers, text: whole.replaceAll('\r\n', '\n').trimEnd() };
}

function decoded(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_whole, coding: string, text: string) =>
      coding.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString()
        : quotedPrintable(text.replaceAll('_', ' ')),
    );
}

function quotedPrintable(text: string): string {
  const octets = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(octets, 'latin1').toString();
}
