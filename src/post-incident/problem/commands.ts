import { accept, refuse, type Command, type Refusal } from '../../engine/command.ts';
import type { PROBLEM_COMMAND_NAMES } from '../../capabilities/post-mortem/command-names.ts';
import type { Policy } from '../../capabilities/policy.ts';
import { waiveCommand } from '../action-items/waive.ts';

type Said = { readonly text: string };

const NO_ANALYSIS: Refusal = {
  en: (command) => `${command} takes what they found, or an address: \`/rca https://…\`.`,
  fr: (command) => `${command} demande ce qu’ils ont trouvé, ou une adresse : \`/rca https://…\`.`,
};

/** The root cause is known. */
export const rootCauseCommand: Command<Policy, Said> = {
  usage: 'TEXT',
  synonyms: ['cause', 'root', 'cause-profonde'],
  does: {
    en: 'Says that the root cause is known. Stops the clock `root-cause`.',
    fr: 'Dit que la cause profonde est connue. Arrête le délai `root-cause`.',
  },
  did: null,
  read: (text) => accept({ text }),
};

/** There is a plan. */
export const planCommand: Command<Policy, Said> = {
  usage: 'TEXT',
  synonyms: ['planned', 'remediation', 'remede'],
  does: {
    en: 'Says that there is a plan of what is done about it. Stops the clock `plan`; its action items become issues.',
    fr: 'Dit que le plan d’action est prêt. Arrête le délai `plan` ; ses actions deviennent des tickets.',
  },
  did: null,
  read: (text) => accept({ text }),
};

/** A third party has told what it found (seed document B: also when the third party supplies the analysis). */
export const rcaCommand: Command<Policy, Said> = {
  usage: 'TEXT|URL',
  synonyms: ['analysis', 'analyse', 'vendor', 'fournisseur'],
  does: {
    en: 'Records the analysis of a third party, or where it is.',
    fr: 'Consigne l’analyse d’un tiers, ou l’endroit où elle se trouve.',
  },
  did: null,
  whole: true,
  read: (text) => (text === '' ? refuse(NO_ANALYSIS) : accept({ text })),
};

const helpCommand: Command<Policy, true> = {
  usage: '',
  synonyms: ['commands', 'usage', 'aide', 'h'],
  does: { en: 'Names all commands of a problem ticket.', fr: 'Donne toutes les commandes d’un ticket de problème.' },
  did: null,
  read: () => accept<true>(true),
};

/** The commands of a problem ticket by their names. To add one, add a line. */
export const PROBLEM_COMMANDS = {
  'root-cause': rootCauseCommand,
  plan: planCommand,
  rca: rcaCommand,
  waive: waiveCommand,
  help: helpCommand,
} as const satisfies Readonly<Record<(typeof PROBLEM_COMMAND_NAMES)[number] | 'waive' | 'help', object>>;
