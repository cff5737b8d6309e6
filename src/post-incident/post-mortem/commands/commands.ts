import { accept, type Command } from '../../../engine/command.ts';
import type { POST_MORTEM_COMMAND_NAMES } from '../../../capabilities/post-mortem/command-names.ts';
import type { Policy } from '../../../capabilities/policy.ts';
import { waiveCommand } from '../../action-items/waive.ts';
import { approveCommand, changesCommand } from './approval.ts';
import { publishCommand } from './publish.ts';
import { postMortemDraftedCommand, reviewCommand } from './review.ts';

/** What it does, it does to those who read. */
const helpCommand: Command<Policy, true> = {
  usage: '',
  synonyms: ['commands', 'usage', 'aide', 'h'],
  does: { en: 'Names all commands of a post-mortem.', fr: 'Donne toutes les commandes d’un post-mortem.' },
  did: null,
  read: () => accept<true>(true),
};

/** The commands of a post-mortem by their names. To add one, add its file and a line. */
export const POST_MORTEM_COMMANDS = {
  drafted: postMortemDraftedCommand,
  review: reviewCommand,
  approve: approveCommand,
  changes: changesCommand,
  publish: publishCommand,
  waive: waiveCommand,
  help: helpCommand,
} as const satisfies Readonly<Record<(typeof POST_MORTEM_COMMAND_NAMES)[number] | 'drafted' | 'help', object>>;
