import type { Instant } from '../../calendar/calendar.ts';
import { DAY } from '../../calendar/length.ts';
import { accept, refuse, wordsIn, type Command, type Refusal } from '../../engine/command.ts';
import { takeMoment } from '../common/moment.ts';
import type { Policy } from '../policy.ts';

/** No fact is told of more than this before the opening, in milliseconds. */
const LONGEST_PAST = 366 * DAY;

const NO_TIME: Refusal = {
  en: (command) =>
    `${command} needs a time of the past and a text: \`/timeline 14:05 TEXT\`, or \`/timeline 2026-11-20 14:05 TEXT\`.`,
  fr: (command) =>
    `${command} demande un moment passé et un texte : \`/timeline 14:05 TEXTE\`, ou \`/timeline 2026-11-20 14:05 TEXTE\`.`,
};

/** A fact of the past that somebody has added. */
interface PastFact {
  readonly at: Instant;
  readonly by: string | null;
  /** The number of the comment that says so. */
  readonly comment: number;
  readonly text: string;
}

export const timelineCommand: Command<
  Policy,
  { readonly time: Instant; readonly text: string },
  unknown,
  readonly PastFact[]
> = {
  usage: '14:05 TEXT',
  synonyms: ['event', 'happened', 'chronologie'],
  does: {
    en: 'Adds a fact of the past to the timeline of the post-mortem; also `/timeline 2026-11-20 14:05 TEXT`.',
    fr: 'Ajoute un fait passé à la chronologie du post-mortem ; ou, avec la date, `/timeline 2026-11-20 14:05 TEXTE`.',
  },
  did: null,
  sorts: true,
  read(text, { at, openedAt, policy: { zone } }) {
    const taken = takeMoment(wordsIn(text), { zone, at });
    if (!taken || taken.rest.length === 0) return refuse(NO_TIME);
    const { moment: time, rest } = taken;
    return time > at || time < openedAt - LONGEST_PAST ? refuse(NO_TIME) : accept({ time, text: rest.join(' ') });
  },
  keeps: { start: [], on: (facts, { time, text }, { by, comment }) => [...facts, { at: time, by, comment, text }] },
};
