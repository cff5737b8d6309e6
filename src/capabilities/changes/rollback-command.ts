import type { Instant } from '../../calendar/calendar.ts';
import { accept, refuse, type Command, type Refusal } from '../../engine/command.ts';
import type { Policy } from '../policy.ts';
import { readChangeName } from './culprit.ts';

/** Somebody wants what runs to be taken back. */
export interface AskedRollback {
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

const NO_COMMIT: Refusal = {
  en: (command) =>
    `${command} goes back to a commit: \`/rollback a1b2c3d\`, or to what ran before with \`/rollback\` alone. Nothing was started.`,
  fr: (command) =>
    `${command} revient à un commit\u00a0: \`/rollback a1b2c3d\`, ou à ce qui tournait avant avec \`/rollback\` seul. Rien n’a démarré.`,
};

/** Of more requests than these the oldest are forgotten. */
const MOST = 5;

/** Starts the workflow that the policy names. Who may is among the rights of commands: GitHub itself asks for write access. */
export const rollbackCommand: Command<Policy, { readonly sha: string | null }, unknown, readonly AskedRollback[]> = {
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
    const word = text.trim().replace(/[.,;:]+$/, '');
    if (word === '') return accept({ sha: null });
    const named = readChangeName(word);
    return named?.kind === 'commit' ? accept({ sha: named.sha }) : refuse(NO_COMMIT);
  },
  kept: (_, first) => (readChangeName(first)?.kind === 'commit' ? first : null),
  keeps: { start: [], on: (all, { sha }, { at, by }) => [...all, { at, by, sha }].slice(-MOST) },
};
