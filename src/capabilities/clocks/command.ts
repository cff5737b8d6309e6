import { accept, refuse, type Command, type Refusal } from '../../engine/command.ts';
import { foldText } from '../../text/compare.ts';
import type { Policy } from '../policy.ts';
import { listing } from '../refusals.ts';
import { CLOCK_TABLE, CLOCKS, type ClockName } from './table.ts';
import { clocksWords } from './words.ts';

const NO_CLOCK: Refusal = {
  en: (command, text) => `${command}: ${text} is no clock.`,
  fr: (command, text) => `${command} : ${text} n’est pas un délai.`,
};

/** What a clock is called: in the record, in the policy, and by people in any language. */
function namesOf(clock: ClockName): readonly string[] {
  const { key } = CLOCK_TABLE[clock];
  return [clock, ...(key === null ? [] : [key]), clocksWords.en.clock[clock].name, clocksWords.fr.clock[clock].name];
}

/** The clocks that a text names, all for none; null for a text that names no clock. */
export function clocksNamed(text: string): readonly ClockName[] | null {
  const wanted = foldText(text);
  if (wanted === '') return CLOCKS;
  const found = CLOCKS.filter((clock) => namesOf(clock).some((name) => foldText(name) === wanted));
  return found.length > 0 ? found : null;
}

/** Clocks that a comment asks about. */
interface Asked {
  readonly comment: number;
  readonly clocks: readonly ClockName[];
}

/** More questions than these are not answered in one run, the last ones. */
const MOST = 1_000;

/** Explains, to whoever reads, how deadlines came about: see the rule of replies. */
export const explainCommand: Command<Policy, Pick<Asked, 'clocks'>, unknown, readonly Asked[]> = {
  usage: '[CLOCK]',
  synonyms: ['why', 'when', 'deadline', 'sla', 'pourquoi', 'delai'],
  does: {
    en: 'Says how the deadlines came about, day by day, or that of one clock.',
    fr: 'Dit comment les échéances ont été calculées, jour par jour, ou celle d’un seul délai.',
  },
  did: null,
  sorts: true,
  read: (text) => {
    const clocks = clocksNamed(text);
    if (clocks !== null) return accept({ clocks });
    return refuse(listing(NO_CLOCK, CLOCKS));
  },
  keeps: { start: [], on: (asked, { clocks }, { comment }) => [...asked, { comment, clocks }].slice(-MOST) },
};
