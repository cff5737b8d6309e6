import { accept, type Command } from '../../engine/command.ts';
import type { Policy } from '../policy.ts';

type Said = Command<Policy, { readonly text: string }>;

export const workaroundCommand: Said = {
  usage: 'TEXT',
  synonyms: ['bypass', 'contournement', 'contourner'],
  does: {
    en: 'Says that users can work again. Stops the clock `workaround`.',
    fr: 'Dit que les utilisateurs peuvent de nouveau travailler. Arrête le délai `workaround`.',
  },
  did: { en: 'gave a workaround', fr: 'a donné un contournement' },
  works: true,
  read: (text) => accept({ text }),
};

export const mitigateCommand: Said = {
  usage: 'TEXT',
  synonyms: ['mitigated', 'contain', 'contained', 'atténuer', 'attenuer'],
  does: {
    en: 'Says that users are no longer harmed. Ends the downtime, and stops the clock `workaround`.',
    fr: 'Dit que les utilisateurs ne sont plus touchés. Met fin à l’indisponibilité et arrête le délai `workaround`.',
  },
  did: { en: 'ended the impact', fr: 'a mis fin à l’impact' },
  works: true,
  read: (text) => accept({ text }),
};

export const restoredCommand: Said = {
  usage: 'TEXT',
  synonyms: ['restore', 'recovered', 'restauré', 'restaure'],
  does: {
    en: 'Says that lost data is back. Stops the clock `restore`.',
    fr: 'Dit que les données perdues sont restaurées. Arrête le délai `restore`.',
  },
  did: { en: 'restored the data', fr: 'a restauré les données' },
  works: true,
  read: (text) => accept({ text }),
};
