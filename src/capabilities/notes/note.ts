import { accept, refuse, type Command } from '../../engine/command.ts';
import type { Policy } from '../policy.ts';
import { NO_TEXT } from '../refusals.ts';

export const noteCommand: Command<Policy, { readonly text: string }> = {
  usage: 'TEXT',
  synonyms: ['comment', 'log', 'noter'],
  does: {
    en: 'Puts a note on record: it is in the timeline of the post-mortem, as every command is.',
    fr: 'Consigne une note : elle figure dans la chronologie du post-mortem, comme toute commande.',
  },
  did: { en: 'noted', fr: 'a noté' },
  sorts: true,
  fleeting: true,
  read: (text) => (text === '' ? refuse(NO_TEXT) : accept({ text })),
};
