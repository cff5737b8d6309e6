import { accept, refuse, type Command, type Refusal } from '../../engine/command.ts';
import type { Policy } from '../policy.ts';

const NO_REASON: Refusal = {
  en: (command) => `${command} needs a reason: \`/unfreeze REASON\`.`,
  fr: (command) => `${command} demande un motif\u00a0: \`/unfreeze MOTIF\`.`,
};

type Said = Command<Policy, { readonly text: string }>;

export const unfreezeCommand: Said = {
  usage: 'REASON',
  synonyms: ['thaw', 'override', 'deploy', 'deploy-anyway', 'dégeler', 'degeler', 'débloquer', 'debloquer'],
  does: {
    en: 'Lets deployments through while this incident is open: it does not close the gate any more.',
    fr: 'Laisse passer les déploiements pendant cet incident\u00a0: il ne ferme plus la barrière.',
  },
  did: { en: 'let deployments through', fr: 'a laissé passer les déploiements' },
  sorts: true,
  read: (text) => (text === '' ? refuse(NO_REASON) : accept({ text })),
};

export const freezeCommand: Said = {
  usage: 'TEXT',
  synonyms: ['refreeze', 'block', 'geler', 'bloquer'],
  does: {
    en: 'Takes `/unfreeze` back: this incident closes the gate again.',
    fr: 'Revient sur `/unfreeze`\u00a0: cet incident ferme de nouveau la barrière.',
  },
  did: { en: 'stopped deployments again', fr: 'a de nouveau arrêté les déploiements' },
  sorts: true,
  read: (text) => accept({ text }),
};
