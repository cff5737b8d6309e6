import type { Instant } from '../calendar/calendar.ts';
import type { Means, Page } from './message.ts';

/*
 * What the button of a page sends back: `ack NUMBER SECONDS MAC`. Whoever guesses the topic to which it is published, or sends a bot what
 * no button of it holds, has no MAC; and that of an earlier page counts for no later one. Telegram allows 64 bytes.
 */

/** 128 bits, in hex digits. */
const MAC = 32;

/** Signs a text with what only this notifier has. */
type Sign = (text: string) => string;

/** What a button says, and for which page. */
interface Pressed {
  readonly number: number;
  /** When that page was sent, to the second. */
  readonly page: Instant;
}

/** The signature of a notifier, made of all of its secrets. */
export function signatureOf(secrets: readonly (string | undefined)[], sign: Means['sign']): Sign {
  return (text) => sign(secrets.join('\n'), text);
}

/** What the button of a page sends back; null for a page that nobody can acknowledge. */
export function codeOf({ action, key, number, at }: Page, sign: Sign): string | null {
  if (action !== 'trigger' || number === null) return null;
  const seconds = Math.floor(at / 1000);
  return `ack ${number} ${seconds} ${macOf(key, seconds, sign)}`;
}

/** What a text says that should be that of a button; null if no page of ours had it. `place` is `owner/name`. */
export function readCode(text: string, place: string, sign: Sign): Pressed | null {
  const [, number = '', seconds = '', mac] = /^ack (\d{1,10}) (\d{1,11}) ([0-9a-f]+)$/.exec(text.trim()) ?? [];
  if (mac === undefined || mac !== macOf(`${place}#${number}`, Number(seconds), sign)) return null;
  return { number: Number(number), page: Number(seconds) * 1000 };
}

function macOf(key: string, seconds: number, sign: Sign): string {
  return sign(`ack ${key} ${seconds}`).slice(0, MAC);
}
