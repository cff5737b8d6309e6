import type { Instant } from '../../calendar/calendar.ts';
import { DAY, HOUR, MINUTE } from '../../calendar/length.ts';
import { firstAtWall, isZone, offsetAt } from '../../calendar/zone.ts';
import type { Language } from '../../model/language.ts';
import { foldText } from '../../text/compare.ts';
import { dateIn } from './dates.ts';

/** What a moment is read against. */
export interface Writing {
  /** IANA zone of the policy, in which a time without one is meant. */
  readonly zone: string;
  readonly language: Language;
  /** When it was written: what has no year or no date is the next such one from then on. */
  readonly at: Instant;
}

/** Names of zones that are offsets, as people write them. */
const OFFSETS: Readonly<Record<string, string>> = {
  z: 'UTC',
  utc: 'UTC',
  gmt: 'UTC',
  cet: '+01:00',
  cest: '+02:00',
};

const CLOCK =
  /(?<!\d)(\d{1,2})(?: ?[:h] ?([0-5]\d)(?::[0-5]\d)?| ?(?:h|heures?|o'clock)\b)?(?: ?([ap])\.?m\b\.?)?(?!\d)/;

/**
 * The moment that somebody has written, such as `2026-12-05 22:00`, `5 Dec 22:00`, `demain à 22 h 30`, `Saturday 10pm UTC` or a time alone; null
 * for what is no moment, or might be several. A date without a time is none: nobody knows when on that day alerts begin to be held.
 */
export function readMoment(text: string, writing: Writing): Instant | null {
  const plain = foldText(text)
    .replace(/[\u00a0\u202f,]/g, ' ')
    .replace(/(\d)t(?=\d)/g, '$1 ')
    .replace(/\s+/g, ' ')
    .trim();
  const { rest, zone } = zoneOf(plain, writing.zone);
  const time = timeIn(rest);
  if (time === null) return null;
  const today = Math.floor((writing.at + offsetAt(zone, writing.at)) / DAY);
  const days = dateIn(time.rest, { language: writing.language, today });
  if (days === null) return null;
  if (days !== 'none') return firstAtWall(zone, days * DAY + time.ms);
  const first = firstAtWall(zone, today * DAY + time.ms);
  return first >= writing.at ? first : firstAtWall(zone, (today + 1) * DAY + time.ms);
}

/** A text without the zone at its end, and that zone. */
function zoneOf(text: string, otherwise: string): { readonly rest: string; readonly zone: string } {
  const offset = /(?<=[:h] ?\d{2}) ?([+-]\d{2}):?(\d{2})$/.exec(text);
  if (offset) return { rest: text.slice(0, offset.index), zone: `${offset[1]!}:${offset[2]!}` };
  const word = /(?<=[\d hm]) ?\(?([a-z]+(?:\/[a-z_]+)*)\)?$/.exec(text);
  const name = word?.[1] ?? '';
  const zone = Object.hasOwn(OFFSETS, name) ? OFFSETS[name]! : name.includes('/') && isZone(name) ? name : null;
  return zone === null ? { rest: text, zone: otherwise } : { rest: text.slice(0, word!.index), zone };
}

/** The one time of day in a text, in milliseconds since midnight, and the text without it. */
function timeIn(text: string): { readonly ms: number; readonly rest: string } | null {
  const all = [...text.matchAll(new RegExp(CLOCK, 'g'))].filter(([whole]) => !/^\d+$/.test(whole));
  const [found] = all;
  if (!found || all.length > 1) return null;
  const [whole, hour = '', minute = '0', half] = found;
  const hours = Number(hour);
  if (half === undefined ? hours > 23 : hours < 1 || hours > 12) return null;
  const inDay = half === undefined ? hours : (hours % 12) + (half === 'p' ? 12 : 0);
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + whole.length)}`;
  return { ms: inDay * HOUR + Number(minute) * MINUTE, rest: rest.replace(/\s+/g, ' ').trim() };
}
