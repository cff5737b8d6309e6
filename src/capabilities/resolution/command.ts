import { accept, refuse, wordsIn, type Command, type Refusal } from '../../engine/command.ts';
import { findCause } from '../cause/command.ts';
import type { Cause } from '../cause/policy.ts';
import type { Policy } from '../policy.ts';
import { TOO_LATE } from '../refusals.ts';

const DISMISSED: Refusal = {
  en: (command) => `${command} changes nothing: this incident was dismissed. Reopen it first.`,
  fr: (command) => `${command} ne change rien : cet incident a été écarté. Rouvrez-le d’abord.`,
};
const NO_DISMISSAL: Refusal = {
  en: (command) => `${command} needs a reason: \`/dismiss REASON\`.`,
  fr: (command) => `${command} demande un motif : \`/dismiss MOTIF\`.`,
};

interface Needs {
  readonly resolution: { readonly resolved: object | null; readonly ended: { readonly status: string } | null };
}

export const resolveCommand: Command<Policy, { readonly cause: Cause | null; readonly text: string }, Needs> = {
  usage: 'TEXT',
  synonyms: [
    'resolved',
    'close',
    'closed',
    'fix',
    'fixed',
    'done',
    'solve',
    'solved',
    'resoudre',
    'résoudre',
    'fermer',
    'clore',
    'résolu',
    'resolu',
  ],
  does: {
    en: 'Resolves the incident, or confirms that it was withdrawn. The text goes on the card and the post-mortem; its first word may be a cause of the policy.',
    fr: 'Résout l’incident, ou confirme son retrait. Le texte va sur la fiche et dans le post-mortem ; son premier mot peut être une cause de la politique.',
  },
  did: { en: 'resolved it', fr: 'a résolu l’incident' },
  read(text, { policy, states }) {
    if (states.resolution.ended?.status === 'dismissed') return refuse(DISMISSED);
    const [word = ''] = wordsIn(text);
    return accept({ cause: findCause(policy, word) ?? null, text: withoutCause(policy, text) });
  },
  kept: (_, first, policy) => (findCause(policy, first) ? first : null),
};

/** What somebody said of a resolution, without the cause that may stand first. */
export function withoutCause(policy: Policy, text: string): string {
  const [word = '', ...rest] = wordsIn(text);
  return findCause(policy, word) ? rest.join(' ') : text;
}

export const dismissCommand: Command<Policy, { readonly text: string }, Needs> = {
  usage: 'REASON',
  synonyms: ['invalid', 'reject', 'not-an-incident', 'false-alarm', 'ignore', 'écarter', 'ecarter'],
  does: {
    en: 'Says that it was no incident, and closes it as not planned. It stays out of the figures.',
    fr: 'Dit que ce n’était pas un incident, et ferme le ticket comme non prévu. Il ne compte pas dans les chiffres.',
  },
  did: { en: 'dismissed it', fr: 'a écarté l’incident' },
  read(text, { states }) {
    if (text === '') return refuse(NO_DISMISSAL);
    return states.resolution.resolved ? refuse(TOO_LATE) : accept({ text });
  },
};
