import type { CommandLine } from '../text/markdown.ts';
import { acknowledge } from './acknowledgement/command.ts';
import { assign } from './assignment/command.ts';
import { categorize } from './category/command.ts';
import { nameCause } from './cause/command.ts';
import { duplicate } from './duplicates/command.ts';
import { escalate } from './escalation/command.ts';
import { stateImpact } from './impact/command.ts';
import { cascade } from './levels/command.ts';
import { giveRole } from './manager/command.ts';
import { mitigate, restore, workAround } from './mitigation/command.ts';
import { silence } from './mute/command.ts';
import { link } from './notes/link.ts';
import { note } from './notes/note.ts';
import { addFact } from './notes/timeline.ts';
import { testPage } from './notification/command.ts';
import { pause, resume } from './pauses/command.ts';
import type { Policy } from './policy.ts';
import { drafted } from './post-mortem/command.ts';
import { prioritize } from './priority/command.ts';
import { foresee } from './quick-path/command.ts';
import { help } from './replies/command.ts';
import { dismiss, resolve } from './resolution/command.ts';
import { progress, update } from './updates/command.ts';

/** Every command by its name. To add one, add its file and a line; `/help`, the documentation and the record follow. */
export const COMMANDS = {
  ack: acknowledge,
  priority: prioritize,
  update,
  progress,
  workaround: workAround,
  mitigate,
  impact: stateImpact,
  restored: restore,
  category: categorize,
  level: cascade,
  quick: foresee,
  cause: nameCause,
  resolve,
  dismiss,
  drafted,
  assign,
  role: giveRole,
  escalate,
  silence,
  pause,
  resume,
  note,
  link,
  timeline: addFact,
  duplicate,
  'test-page': testPage,
  help,
} as const;

type CommandName = keyof typeof COMMANDS;

/** The names of all commands. */
export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

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
