import { accept, type Command } from '../../engine/command.ts';
import type { Policy } from '../policy.ts';

export const ackCommand: Command<Policy, { readonly text: string }> = {
  usage: '',
  synonyms: ['acknowledge', 'acknowledged', 'acked', 'claim', 'take', 'mine', 'accept', 'acquitter', 'prendre'],
  does: { en: 'Acknowledges the incident.', fr: 'Prend l’incident en compte.' },
  did: { en: 'acknowledged', fr: 'a pris l’incident en charge' },
  read: (text) => accept({ text }),
};
