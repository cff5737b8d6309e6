import { accept, type Command } from '../../../engine/command.ts';
import type { Policy } from '../../../capabilities/policy.ts';

type Said = { readonly text: string };

/** The draft is there. */
export const postMortemDraftedCommand: Command<Policy, Said> = {
  usage: 'TEXT',
  synonyms: ['draft', 'written', 'redige', 'brouillon'],
  does: {
    en: 'Says that the draft is there. It may be said on the incident too.',
    fr: 'Dit que le brouillon est prêt. On peut aussi le dire sur l’incident.',
  },
  did: null,
  read: (text) => accept({ text }),
};

/** Asks for the review. */
export const reviewCommand: Command<Policy, Said> = {
  usage: 'TEXT',
  synonyms: ['ready', 'submit', 'in-review', 'revue', 'relire', 'pret'],
  does: {
    en: 'Asks for the review: whoever has to approve it is told, and what it still lacks is listed.',
    fr: 'Demande la revue : les approbateurs sont prévenus, et ce qui manque encore est énuméré.',
  },
  did: null,
  read: (text) => accept({ text }),
};
