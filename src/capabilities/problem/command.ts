import { accept, refuse, type Command, type Refusal } from '../../engine/command.ts';
import type { Instant } from '../../calendar/calendar.ts';
import type { Policy } from '../policy.ts';

const NEITHER: Refusal = {
  en: (command) => `${command} takes the title of a new problem ticket, or the number of one: \`/problem #12\`.`,
  fr: (command) =>
    `${command} demande le titre d’un nouveau ticket de problème, ou le numéro d’un autre : \`/problem #12\`.`,
};

/** The problem ticket that an incident is to have: a new one by its title, or one that is there by its number. */
interface Wanted {
  readonly at: Instant;
  readonly by: string;
  readonly title: string;
  /** Null for a new one. */
  readonly issue: number | null;
}

export const problemCommand: Command<Policy, Pick<Wanted, 'title' | 'issue'>, unknown, Wanted | null> = {
  usage: 'TITLE|#12',
  synonyms: ['problem-ticket', 'probleme', 'root-cause', 'rca'],
  does: {
    en: 'Opens a problem ticket, to find the root cause and follow its remedy; with a number, joins one that is there.',
    fr: 'Ouvre un ticket de problème, pour trouver la cause profonde et suivre son remède ; avec un numéro, rejoint celui qui existe.',
  },
  did: { en: 'asked for a problem ticket', fr: 'a demandé un ticket de problème' },
  sorts: true,
  read(text) {
    // A word behind the number, or a full stop, makes no title of it.
    const number = /^#(\d{1,9})(?![\w-])/.exec(text)?.[1] ?? /^\d{1,9}$/.exec(text)?.[0];
    if (number !== undefined) return accept({ title: '', issue: Number(number) });
    return text === '' || /^https?:/i.test(text) ? refuse(NEITHER) : accept({ title: text, issue: null });
  },
  kept: (_, first) => (/^#?\d+$/.test(first) ? first : null),
  keeps: { start: null, on: (_, { title, issue }, { at, by }) => ({ at, by, title, issue }) },
};
