import { accept, type Command } from '../../engine/command.ts';
import type { Policy } from '../policy.ts';

/** What it does, it does to those who read: see the rule of replies. */
export const testPageCommand: Command<Policy, true> = {
  usage: '',
  does: {
    en: 'Sends a test page through the notifiers of the priority, and says what became of it.',
    fr: 'Envoie un appel d’essai par les moyens d’appel de la priorité, et dit ce qu’il est devenu.',
  },
  did: null,
  sorts: true,
  read: () => accept<true>(true),
};
