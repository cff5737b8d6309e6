import type { Instant } from '../../calendar/calendar.ts';
import { accept, refuse, type Command, type Refusal } from '../../engine/command.ts';
import type { Policy } from '../policy.ts';

/** Somebody wants what runs to be taken back. */
export interface Asked {
  readonly at: Instant;
  readonly by: string;
  /** The commit to go back to; null for the one that ran before. */
  readonly sha: string | null;
}

const NOT_SET_UP: Refusal = {
  en: (command) => `${command} is not set up: the policy names no workflow under \`changes.rollback\`.`,
  fr: (command) =>
    `${command} n’est pas en place\u00a0: la politique ne désigne aucun workflow sous \`changes.rollback\`.`,
};

const SHA = /^[\da-f]{7,40}$/i;

/** Starts the workflow that the policy names. Who may is among the rights of commands: GitHub itself asks for write access. */
export const rollbackCommand: Command<Policy, { readonly sha: string | null }, unknown, Asked | null> = {
  usage: 'SHA',
  synonyms: ['revert', 'undo', 'roll-back', 'retour', 'annuler'],
  does: {
    en: 'Starts the workflow that rolls back, to the commit that ran before or to the one that is named.',
    fr: 'Démarre le workflow de retour arrière, vers le commit précédent ou celui qui est indiqué.',
  },
  did: { en: 'asked for a rollback', fr: 'a demandé un retour arrière' },
  works: true,
  read(text, { policy }) {
    if (policy.changes === null || policy.changes.rollback === null) return refuse(NOT_SET_UP);
    const [word = ''] = text.trim().split(/\s+/);
    return accept({ sha: SHA.test(word) ? word.toLowerCase() : null });
  },
  kept: (_, first) => (SHA.test(first) ? first : null),
  keeps: { start: null, on: (_, { sha }, { at, by }) => ({ at, by, sha }) },
};
