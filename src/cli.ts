#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { UsageError } from './cli/arguments.ts';
import { program } from './cli/called.ts';
import { agenda } from './cli/agenda.ts';
import { calendar } from './cli/calendar.ts';
import { check } from './cli/check.ts';
import { doctor } from './cli/doctor.ts';
import { gate } from './cli/gate.ts';
import { helpOf, overview } from './cli/help.ts';
import type { Subcommand } from './cli/subcommand.ts';
import { init } from './cli/init.ts';
import { oncall } from './cli/oncall.ts';
import { page } from './cli/page.ts';
import { rehearseCommand } from './cli/rehearse.ts';
import { report } from './cli/report.ts';
import { siteCommand } from './cli/site.ts';
import { sync } from './cli/sync.ts';
import { painter } from './cli/paint.ts';
import { when } from './cli/when.ts';
import { CalendarError } from './calendar/calendar.ts';
import { hint } from './policy/wording.ts';

/** The commands of the terminal. To add one, add a file and a line. */
const COMMANDS: Readonly<Record<string, Subcommand>> = {
  init,
  check,
  rehearse: rehearseCommand,
  sync,
  doctor,
  gate,
  oncall,
  agenda,
  report,
  site: siteCommand,
  page,
  when,
  calendar,
};

/** The version of this program: the sources and the bundle both lie one folder below its package.json. */
async function version(): Promise<string> {
  const file = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(file) as { readonly version: string }).version;
}

const commandOf = (name: string): Subcommand | undefined =>
  Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
const asksForHelp = (args: readonly string[]): boolean => args.some((it) => it === '--help' || it === '-h');

// Whoever reads only the first lines of a pipe wants no more: what is under way goes on in silence.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

const [name = '', ...args] = process.argv.slice(2);
const command = commandOf(name === 'help' ? (args[0] ?? '') : name);
const paint = painter(process.stdout, process.env);
try {
  if (['--version', '-v', 'version'].includes(name)) console.log(await version());
  else if (command && (name === 'help' || asksForHelp(args))) console.log(helpOf(command));
  else if (command) {
    process.exitCode = await command.run(args, (line, tone) => {
      console.log(paint(line, tone));
    });
  } else if (['', '--help', '-h'].includes(name) || (name === 'help' && args.length === 0))
    console.log(overview(COMMANDS));
  else {
    const unknown = name === 'help' ? args[0]! : name;
    throw new UsageError(`there is no command "${unknown}"; ${hint(unknown, Object.keys(COMMANDS))}`);
  }
} catch (error) {
  if (!(error instanceof UsageError || error instanceof CalendarError)) throw error;
  console.error(painter(process.stderr, process.env)(`tocsin: ${error.message}`, 'bad'));
  if (error instanceof UsageError && command) console.error(`See ${program()} ${name} --help.`);
  process.exitCode = 2;
}
