import type { Command } from '../engine/command.ts';
import type { CommandLine } from '../text/markdown.ts';
import { ackCommand } from './acknowledgement/command.ts';
import { assignCommand } from './assignment/command.ts';
import { categoryCommand } from './category/command.ts';
import { causeCommand } from './cause/command.ts';
import { culpritCommand } from './changes/culprit.ts';
import { rollbackCommand } from './changes/rollback-command.ts';
import { explainCommand } from './clocks/command.ts';
import { acceptCommand, reopenCommand } from './closing/command.ts';
import { dataLossCommand } from './data-loss/command.ts';
import { duplicateCommand } from './duplicates/command.ts';
import { escalateCommand } from './escalation/command.ts';
import { freezeCommand, unfreezeCommand } from './gate/command.ts';
import { impactCommand } from './impact/command.ts';
import { levelCommand } from './levels/command.ts';
import { roleCommand } from './manager/command.ts';
import { mitigateCommand, restoredCommand, workaroundCommand } from './mitigation/command.ts';
import { silenceCommand } from './mute/command.ts';
import { linkCommand } from './notes/link.ts';
import { noteCommand } from './notes/note.ts';
import { timelineCommand } from './notes/timeline.ts';
import { testPageCommand } from './notification/command.ts';
import { pauseCommand, resumeCommand } from './pauses/command.ts';
import type { Policy } from './policy.ts';
import { draftedCommand } from './post-mortem/command.ts';
import { problemCommand } from './problem/command.ts';
import { priorityCommand } from './priority/command.ts';
import { quickCommand } from './quick-path/command.ts';
import { helpCommand } from './replies/command.ts';
import { dismissCommand, resolveCommand } from './resolution/command.ts';
import { affectsCommand } from './status-page/affects.ts';
import { correctCommand } from './status-page/correct.ts';
import { publicCommand } from './status-page/public.ts';
import { progressCommand, updateCommand } from './updates/command.ts';

/** Every command by its name. To add one, add its file and a line; `/help`, the documentation and the record follow. */
export const COMMANDS = {
  ack: ackCommand,
  priority: priorityCommand,
  update: updateCommand,
  correct: correctCommand,
  public: publicCommand,
  progress: progressCommand,
  workaround: workaroundCommand,
  mitigate: mitigateCommand,
  impact: impactCommand,
  restored: restoredCommand,
  'data-loss': dataLossCommand,
  category: categoryCommand,
  affects: affectsCommand,
  level: levelCommand,
  quick: quickCommand,
  cause: causeCommand,
  culprit: culpritCommand,
  rollback: rollbackCommand,
  resolve: resolveCommand,
  dismiss: dismissCommand,
  accept: acceptCommand,
  reopen: reopenCommand,
  drafted: draftedCommand,
  problem: problemCommand,
  assign: assignCommand,
  role: roleCommand,
  escalate: escalateCommand,
  silence: silenceCommand,
  unfreeze: unfreezeCommand,
  freeze: freezeCommand,
  pause: pauseCommand,
  resume: resumeCommand,
  note: noteCommand,
  link: linkCommand,
  timeline: timelineCommand,
  duplicate: duplicateCommand,
  explain: explainCommand,
  'test-page': testPageCommand,
  help: helpCommand,
} as const;

type CommandName = keyof typeof COMMANDS;

/** The commands that are needed most. */
export const OFTEN = ['ack', 'priority', 'update', 'workaround', 'resolve', 'escalate', 'help'] as const;

/** The names of all commands. */
export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

/** What is the same for all commands: how one is written, what it does, what others call it, whether a reporter may give it. */
export function specOf(
  name: CommandName,
): Pick<Command<Policy, unknown>, 'usage' | 'does' | 'did' | 'synonyms' | 'isMeantBy' | 'forReporter'> {
  return COMMANDS[name];
}

/** Whether there is a command of that name. */
export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

/** What of a command may stay on the record of a confidential incident: null if no word, undefined if there is no such command. */
export function keptOf(policy: Policy): (line: CommandLine) => string | null | undefined {
  return ({ name, text }) => {
    if (!isCommand(name)) return undefined;
    const command: (typeof COMMANDS)[CommandName] = COMMANDS[name];
    return command.kept?.(text, text.split(/\s+/)[0] ?? '', policy) ?? null;
  };
}
