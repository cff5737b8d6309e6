import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { parseDocument } from 'yaml';
import { ACTION_COMMANDS, INPUTS, OUTPUTS } from '../src/run/inputs.ts';
import { COMMANDS } from '../src/capabilities/commands.ts';
import { MAINTENANCE_COMMANDS } from '../src/post-incident/maintenance/commands.ts';
import { PROBLEM_COMMANDS } from '../src/post-incident/problem/commands.ts';
import { POST_MORTEM_COMMANDS } from '../src/post-incident/post-mortem/commands/commands.ts';
import { usageIn } from '../src/capabilities/usage.ts';
import { CLOCK_TABLE } from '../src/capabilities/clocks/table.ts';
import { BUILTIN_POLICY, POLICY_SECTIONS } from '../src/capabilities/load.ts';
import type { Language } from '../src/model/language.ts';
import { fileSchema } from '../src/policy/load.ts';
import { KINDS } from '../src/notify/kinds.ts';
import type { Action, NotifierKind } from '../src/notify/message.ts';
import { keyRows } from './keys.ts';

/** A file that people write and that has parts which are generated. */
export interface Filled {
  readonly path: string;
  /** The whole text with its generated parts renewed. */
  readonly fill: (text: string) => string | Promise<string>;
}

/** The workflow that people copy. */
export const EXAMPLE_WORKFLOW = '.github/workflows/tocsin.yml';

/** Those files: the metadata of the Action, and every page of the documentation. */
export const FILLED: readonly Filled[] = [
  { path: 'action.yml', fill: fillAction },
  { path: EXAMPLE_WORKFLOW, fill: fillWorkflow },
  ...pages('docs').map((path) => ({ path, fill: fillDocument })),
];

/** The pages in Markdown in a folder and those below it. */
function pages(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .toSorted();
}

/** What stands between `<!-- name -->` and `<!-- /name -->`, by name. */
const PARTS = {
  inputs: inputsTable,
  outputs: outputsTable,
  'builtin-policy': () => code(BUILTIN_POLICY),
  clocks: clocksTable,
  commands: () => commandsTable('en'),
  'commands-fr': () => commandsTable('fr'),
  'post-mortem-commands': () => commandsTable('en', POST_MORTEM_COMMANDS),
  'post-mortem-commands-fr': () => commandsTable('fr', POST_MORTEM_COMMANDS),
  'problem-commands': () => commandsTable('en', PROBLEM_COMMANDS),
  'problem-commands-fr': () => commandsTable('fr', PROBLEM_COMMANDS),
  'maintenance-commands': () => commandsTable('en', MAINTENANCE_COMMANDS),
  'maintenance-commands-fr': () => commandsTable('fr', MAINTENANCE_COMMANDS),
  terminal: terminalTable,
  when: () => session('when --priority P2 --opened 2026-11-20T16:00Z'),
  notifiers: notifiersTable,
};

/** The marker of a table of keys: `keys` for those of the whole policy, `keys: schedules.layers` for those at a path. */
const KEYS = /<!-- (keys(?:: ([\w.-]+))?) -->/g;

/** The marker of a table of the secrets of one kind of notifier, such as `secrets: slack`. */
const SECRETS = /<!-- (secrets: ([\w-]+)) -->/g;

/** The table of the keys at a path of the policy, in Markdown; none is the policy itself. */
export function keysTable(path = ''): string {
  const rows = keyRows(fileSchema(POLICY_SECTIONS), path === '' ? [] : path.split('.'));
  return table(['Key', 'Form', 'Default', 'Meaning'], rows);
}

/** The table of the clocks, in Markdown. */
function clocksTable(): string {
  const rows = Object.entries(CLOCK_TABLE).map(([name, { starts, metBy }]) => [`\`${name}\``, starts, metBy]);
  return table(['Clock', 'Starts', 'Stopped in time it is met by'], rows);
}

/** The table of the commands, in Markdown. */
export function commandsTable(
  language: Language,
  commands: Readonly<Record<string, Pick<(typeof COMMANDS)['help'], 'usage' | 'does'>>> = COMMANDS,
): string {
  const rows = Object.entries(commands).map(([name, { usage, does }]) => [
    `\`/${`${name} ${usageIn(language, usage)}`.trim()}\``,
    does[language],
  ]);
  return table(language === 'fr' ? ['Commande', 'Ce qu’elle fait'] : ['Command', 'What it does'], rows);
}

/** The table of the terminal's commands, in Markdown, from what its help prints: there alone they are all known. */
export async function terminalTable(): Promise<string> {
  const help = await printed('help');
  const rows = [...help.matchAll(/^ {2}([a-z]+)(?: {2,}|.*\n {6})(.+)$/gm)].map(([, name = '', does = '']) => [
    `\`npx . ${name}\``,
    does,
  ]);
  return table(['Command', 'What it does'], rows);
}

/** A command of the terminal with what it prints. */
export async function session(line: string): Promise<string> {
  return `\`\`\`console\n$ npx . ${line}\n${(await printed(line)).trimEnd()}\n\`\`\``;
}

/** What a command of the terminal prints, from the sources. */
async function printed(line: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['src/cli.ts', ...line.split(' ')]);
  return stdout;
}

/** The table of the kinds of notifiers, with what each can do, in Markdown. */
export function notifiersTable(): string {
  const rows = Object.entries<NotifierKind>(KINDS).map(([type, { title, form, actions, probe, answers }]) => {
    const can = (action: Action): string => (actions.includes(action) ? 'yes' : 'no');
    const link = `[${title}](#${anchorOf(title)})`;
    return [
      `\`${type}\``,
      link,
      can('trigger'),
      can('acknowledge'),
      can('resolve'),
      answers ? 'yes' : 'no',
      form,
      probe ? 'yes' : 'no',
    ];
  });
  return table(
    ['`type`', 'Service', 'Page', 'Acknowledge', 'Resolve', 'Answer', 'Form of the message', 'Handshake'],
    rows,
  );
}

/** The anchor that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** The table of the secrets of one kind of notifier, in Markdown. */
function secretsTable(type: string): string {
  const kind = Object.entries<NotifierKind>(KINDS).find(([name]) => name === type)?.[1];
  if (!kind) throw new Error(`there is no notifier ${type}`);
  const rows = Object.entries(kind.secrets).map(([role, { required, holds, example }]) => [
    `\`${role}\``,
    `${holds.en}${required ? '' : ', if it needs one'}`,
    `\`${example}\``,
  ]);
  return table(['Key', 'The variable holds', 'Its name may be'], rows);
}

/** The table of the inputs, in Markdown. */
export function inputsTable(): string {
  const rows = Object.entries(INPUTS).map(([name, { default: value, description }]) => [
    `\`${name}\``,
    description,
    value === '' ? '' : `\`${value}\``,
  ]);
  return table(['Input', 'What it does', 'Default'], rows);
}

/** The table of the outputs, in Markdown. */
export function outputsTable(): string {
  return table(
    ['Output', 'What it holds'],
    Object.entries(OUTPUTS).map(([name, description]) => [`\`${name}\``, description]),
  );
}

/** The Action's metadata, with the inputs and outputs that the code has. */
export function fillAction(text: string): string {
  const action = parseDocument(text);
  action.set(
    'inputs',
    action.createNode(
      Object.fromEntries(
        Object.entries(INPUTS).map(([name, { default: value, description }]) => [
          name,
          { description, default: value },
        ]),
      ),
    ),
  );
  action.set(
    'outputs',
    action.createNode(
      Object.fromEntries(Object.entries(OUTPUTS).map(([name, description]) => [name, { description }])),
    ),
  );
  return action.toString({ lineWidth: 0 });
}

/** The example workflow, with the commands that the Action has to choose from when it is started by hand. */
export function fillWorkflow(text: string): string {
  const options = /(\n +type: choice\n +options: )\[.*\]/;
  if (!options.test(text)) throw new Error('the example workflow offers no choice of commands');
  return text.replace(options, (_, start: string) => `${start}[${ACTION_COMMANDS.join(', ')}]`);
}

/** A document with everything between its markers renewed. */
export async function fillDocument(text: string): Promise<string> {
  let filled = text;
  const tables = [
    ...[...text.matchAll(KEYS)].map(([, name = '', path]) => [name, () => keysTable(path)] as const),
    ...[...text.matchAll(SECRETS)].map(([, name = '', type = '']) => [name, () => secretsTable(type)] as const),
  ];
  for (const [name, render] of [...Object.entries(PARTS), ...tables]) {
    const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const from = filled.indexOf(start);
    if (from < 0) continue;
    const to = filled.indexOf(end, from);
    if (to < 0) throw new Error(`${start} has no ${end}`);
    filled = `${filled.slice(0, from)}${start}\n\n${await render()}\n\n${filled.slice(to)}`;
  }
  return filled;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows.map((row) => row.map((text) => text.replaceAll('|', '\\|')))];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** As it is: a formatter would take the alignment of the comments away. */
function code(yaml: string): string {
  return `<!-- prettier-ignore -->\n\`\`\`yaml\n${yaml.trimEnd()}\n\`\`\``;
}
