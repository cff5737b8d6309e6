#!/usr/bin/env node
import { UsageError } from './cli/arguments.ts';
import { calendar } from './cli/calendar.ts';
import { check } from './cli/check.ts';
import type { Subcommand } from './cli/subcommand.ts';
import { init } from './cli/init.ts';
import { oncall } from './cli/oncall.ts';
import { page } from './cli/page.ts';
import { sync } from './cli/sync.ts';
import { when } from './cli/when.ts';
import { CalendarError } from './calendar/calendar.ts';

/** The commands of the terminal. To add one, add a file and a line. */
const COMMANDS: Readonly<Record<string, Subcommand>> = { init, check, sync, oncall, page, when, calendar };

const USAGE = [
  'tocsin COMMAND',
  '',
  ...Object.values(COMMANDS).flatMap(({ usage, does }) => [`  ${usage}`, `      ${does}`]),
];

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
try {
  if (command) {
    process.exitCode = await command.run(args, (line) => {
      console.log(line);
    });
  } else if (['', 'help', '--help', '-h'].includes(name)) console.log(USAGE.join('\n'));
  else throw new UsageError(`there is no command "${name}"; expected ${Object.keys(COMMANDS).join(', ')}`);
} catch (error) {
  if (!(error instanceof UsageError || error instanceof CalendarError)) throw error;
  console.error(`tocsin: ${error.message}`);
  if (error instanceof UsageError && command) console.error(`usage: tocsin ${command.usage}`);
  process.exitCode = 2;
}
