import { accept, type Command } from '../../engine/command.ts';
import type { Policy } from '../policy.ts';

/** What it does, it does to those who read: see the rule. */
export const helpCommand: Command<Policy, true> = {
  usage: '',
  synonyms: ['commands', 'usage', 'aide', 'h'],
  does: {
    en: 'Names all commands, and who may use them.',
    fr: 'Donne toutes les commandes, et qui peut les utiliser.',
  },
  did: null,
  sorts: true,
  read: () => accept<true>(true),
};
