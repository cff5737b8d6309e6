import { createHmac } from 'node:crypto';
import type { Outside } from './attempt.ts';
import type { Mail, MailAnswer } from './mail.ts';
import { createPager, type Pager } from './send.ts';

/** A pager of this process: its network, its timers. */
export function livePager(env: Outside['env']): Pager {
  return createPager(outsideOf(env));
}

function outsideOf(env: Outside['env']): Outside {
  const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  return { fetch: (url, init) => fetch(url, init), mail: sendMail, sleep, env, sign };
}

/** HMAC-SHA256 in lower-case hex digits. */
function sign(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

/** What the library throws: `originalCode` is the system's, `code` its own. */
interface MailError {
  readonly code?: string;
  readonly originalCode?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** The library is loaded by the first mail of a process: most runs send none. */
export async function sendMail({ server, message }: Mail, timeout: number): Promise<MailAnswer> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.isSecure,
    // Without this a server that offers no TLS would get the password as it is.
    requireTLS: !server.isLocal,
    // Nobody stands in between on this machine, and nobody vouches for its certificate.
    tls: { rejectUnauthorized: !server.isLocal },
    ...(server.login === null ? {} : { auth: server.login }),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(Object.assign(new Error('the mail server took too long'), { name: 'TimeoutError' }));
    }, timeout);
  });
  try {
    const work = message === null ? transport.verify() : transport.sendMail(mailOf(message));
    await Promise.race([work, late]);
    return { code: 250, text: '' };
  } catch (thrown) {
    const { code, originalCode, responseCode, response } = thrown as MailError;
    // A server that will not begin TLS has said no more than that it does not know the word.
    if (responseCode !== undefined && code !== 'ETLS')
      return { code: responseCode, text: (response ?? '').replace(/^\d{3}[ -]?/gm, '') };
    throw originalCode === undefined && code === undefined
      ? thrown
      : Object.assign(new Error(), { code: originalCode ?? code });
  } finally {
    clearTimeout(timer);
    transport.close();
  }
}

function mailOf({ isUrgent, to, headers, at, ...rest }: NonNullable<Mail['message']>) {
  return {
    ...rest,
    to: [...to],
    headers: { ...headers },
    date: new Date(at),
    inReplyTo: rest.references,
    priority: isUrgent ? ('high' as const) : ('normal' as const),
  };
}
