import { accept, refuse, type Command, type Refusal } from '../../engine/command.ts';
import type { Policy } from '../policy.ts';
import { TOO_LATE } from '../refusals.ts';

const NO_NUMBER: Refusal = {
  en: (command) => `${command} needs the number of another incident: \`/duplicate #12\`.`,
  fr: (command) => `${command} demande le numéro d’un autre incident : \`/duplicate #12\`.`,
};

/** The number of the incident that it is a duplicate of, and that of the comment that says so. */
interface DuplicateOf {
  readonly of: number;
  readonly comment: number;
}

interface Needs {
  readonly resolution: { readonly resolved: object | null };
}

export const duplicateCommand: Command<Policy, { readonly of: number }, Needs, DuplicateOf | null> = {
  usage: '#12',
  synonyms: ['dup', 'dupe', 'duplicate-of', 'doublon', 'merge'],
  does: { en: 'Closes it as a duplicate of another incident.', fr: 'Ferme l’incident comme doublon d’un autre.' },
  did: { en: 'marked it as a duplicate', fr: 'l’a marqué comme doublon' },
  sorts: true,
  read(text, { states }) {
    const number = /^#?(\d{1,9})(?:\s|$)/.exec(text)?.[1];
    if (number === undefined) return refuse(NO_NUMBER);
    return states.resolution.resolved ? refuse(TOO_LATE) : accept({ of: Number(number) });
  },
  kept: (_, first) => (/^#?\d+$/.test(first) ? first : null),
  keeps: { start: null, on: (_, { of }, { comment }) => ({ of, comment }), reopen: () => null },
};
