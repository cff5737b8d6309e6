import type { Instant } from '../../calendar/calendar.ts';
import { DAY } from '../../calendar/length.ts';
import { firstAtWall, offsetAt } from '../../calendar/zone.ts';
import { accept, refuse, wordsIn, type Command, type Refusal } from '../../engine/command.ts';
import { isInstant, readInstant } from '../../policy/instant.ts';
import type { Policy } from '../policy.ts';

/** No fact is told of more than this before the opening, in milliseconds. */
const LONGEST_PAST = 366 * DAY;

const NO_TIME: Refusal = {
  en: (command) =>
    `${command} needs a time of the past and a text: \`/timeline 14:05 TEXT\`, or \`/timeline 2026-11-20T14:05 TEXT\`.`,
  fr: (command) =>
    `${command} demande un moment passé et un texte : \`/timeline 14:05 TEXTE\`, ou \`/timeline 2026-11-20T14:05 TEXTE\`.`,
};

/** A fact of the past that somebody has added. */
interface PastFact {
  readonly at: Instant;
  readonly by: string | null;
  readonly text: string;
}

export const timelineCommand: Command<
  Policy,
  { readonly time: Instant; readonly text: string },
  unknown,
  readonly PastFact[]
> = {
  usage: '14:05 TEXT',
  does: {
    en: 'Adds a fact of the past to the timeline of the post-mortem; also `/timeline 2026-11-20T14:05 TEXT`.',
    fr: 'Ajoute un fait passé à la chronologie du post-mortem ; aussi `/timeline 2026-11-20T14:05 TEXTE`.',
  },
  sorts: true,
  read(text, { at, openedAt, policy: { zone } }) {
    const [word = '', ...rest] = wordsIn(text);
    const time = isInstant(word) ? readInstant(word, zone) : lastAtWall(word, zone, at);
    if (time === null || time > at || time < openedAt - LONGEST_PAST || rest.length === 0) return refuse(NO_TIME);
    return accept({ time, text: rest.join(' ') });
  },
  keeps: { start: [], on: (facts, { time, text }, { by }) => [...facts, { at: time, by, text }] },
};

/** The last time at or before an instant at which the wall clock of a zone showed `HH:mm`; null for another text. */
function lastAtWall(text: string, zone: string, at: Instant): Instant | null {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (!match) return null;
  const wall = at + offsetAt(zone, at);
  const time = (Number(match[1]) * 60 + Number(match[2])) * 60_000;
  const today = Math.floor(wall / DAY) * DAY + time;
  const found = firstAtWall(zone, today);
  return found <= at ? found : firstAtWall(zone, today - DAY);
}
