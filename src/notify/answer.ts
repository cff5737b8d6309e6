/** The part of an HTTP answer that is looked at. */
export interface Answer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: AsyncIterable<Uint8Array> | null;
}

/** What went wrong with one attempt. `wait` is how long the receiver asks to wait, in milliseconds. */
export type Fault =
  | {
      readonly what:
        | 'refused'
        | 'reset'
        | 'protocol'
        | 'unencrypted'
        | 'unknown'
        | 'certificate'
        | 'unreachable'
        | 'timeout'
        | 'cut'
        | 'redirect';
    }
  | { readonly what: 'foreign'; readonly status: number; readonly text: string }
  | { readonly what: 'status'; readonly status: number; readonly wait: number | null; readonly text: string };

/** The most that is read of an answer, in bytes. */
const MOST = 10_240;

/** Whether a refusal may pass: the receiver was busy, or broken. */
export function isRepeated(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

/** The start of a body, of so many bytes at most, and what cut it off before its end or the limit, if something did. */
export async function readStart(
  body: Answer['body'],
  most = MOST,
): Promise<{ readonly text: string; readonly broken: Fault | null }> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  try {
    for await (const chunk of body ?? []) {
      text += decoder.decode(chunk.subarray(0, most - size), { stream: true });
      size += chunk.length;
      if (size >= most) break;
    }
  } catch (thrown) {
    return { text, broken: { what: isTimeout(thrown) ? 'timeout' : 'cut' } };
  }
  return { text, broken: null };
}

/** What a request without an answer failed of. The messages of such errors hold addresses: only codes are read. */
export function faultOf(thrown: unknown): Fault {
  if (isTimeout(thrown)) return { what: 'timeout' };
  const cause = (thrown as { readonly cause?: unknown } | null)?.cause ?? thrown ?? {};
  const { code, name } = cause as { readonly code?: unknown; readonly name?: unknown };
  if (name === 'HTTPParserError' || code === 'EPROTOCOL') return { what: 'protocol' };
  if (typeof code !== 'string') return { what: 'unreachable' };
  if (code === 'ECONNREFUSED') return { what: 'refused' };
  if (/^(?:ECONNRESET|ECONNECTION|EPIPE|UND_ERR_SOCKET)$/.test(code)) return { what: 'reset' };
  if (/^(?:ENOTFOUND|EAI_AGAIN|ENODATA|EDNS)$/.test(code)) return { what: 'unknown' };
  if (/TIMEDOUT|TIMEOUT/.test(code)) return { what: 'timeout' };
  if (/CERT|SELF_SIGNED|ISSUER|_TLS_|SSL/.test(code)) return { what: 'certificate' };
  if (code === 'ETLS') return { what: 'unencrypted' };
  return { what: 'unreachable' };
}

/**
 * How long an answer asks to wait, in milliseconds; null if it does not say. A date is measured by the clock of the answer itself.
 * Discord and Telegram say it in the body as well, Telegram nowhere else.
 */
export function waitAsked(headers: Answer['headers'], text: string): number | null {
  const asked = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(asked)) return Number(asked) * 1000;
  const [, seconds] = /"retry_after"\s*:\s*(\d{1,9}(?:\.\d{1,6})?)\s*[,}]/.exec(text) ?? [];
  if (asked === '' && seconds !== undefined) return Math.ceil(Number(seconds) * 1000);
  if (!/^[A-Z][a-z]+, .* GMT$/.test(asked)) return null;
  const wait = Date.parse(asked) - Date.parse(headers.get('date') ?? '');
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
}

function isTimeout(thrown: unknown): boolean {
  return (thrown as { name?: unknown } | null)?.name === 'TimeoutError';
}
