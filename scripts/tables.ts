import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { INPUTS, OUTPUTS } from '../src/run/inputs.ts';
import { COMMANDS } from '../src/capabilities/commands.ts';
import { CLOCK_TABLE } from '../src/capabilities/clocks/table.ts';
import { BUILTIN_POLICY, POLICY_SECTIONS } from '../src/capabilities/load.ts';
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

/** The example workflow, which the README shows. */
export const EXAMPLE_WORKFLOW = '.github/workflows/tocsin.yml';

/** Those files. Documents that do not exist are left alone, and so are the markers that one does not have. */
export const FILLED: readonly Filled[] = [
  { path: 'action.yml', fill: fillAction },
  { path: 'README.md', fill: fillDocument },
  { path: 'docs/policy.md', fill: fillDocument },
  { path: 'docs/notifiers.md', fill: fillDocument },
];

/** What stands between `<!-- name -->` and `<!-- /name -->`, by name. */
const PARTS = {
  inputs: inputsTable,
  outputs: outputsTable,
  workflow: async () => code(await readFile(EXAMPLE_WORKFLOW, 'utf8')),
  'builtin-policy': () => code(BUILTIN_POLICY),
  clocks: clocksTable,
  commands: commandsTable,
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
export function commandsTable(): string {
  const rows = Object.entries(COMMANDS).map(([name, { usage, does }]) => [
    `\`/${`${name} ${usage}`.trim()}\``,
    does.en,
  ]);
  return table(['Command', 'What it does'], rows);
}

/** The table of the kinds of notifiers, with what each can do, in Markdown. */
export function notifiersTable(): string {
  const rows = Object.entries<NotifierKind>(KINDS).map(([type, { title, form, actions, probe }]) => {
    const can = (action: Action): string => (actions.includes(action) ? 'yes' : 'no');
    const link = `[${title}](#${type})`;
    return [`\`${type}\``, link, can('trigger'), can('acknowledge'), can('resolve'), form, probe ? 'yes' : 'no'];
  });
  return table(['`type`', 'Service', 'Page', 'Acknowledge', 'Resolve', 'Form of the message', 'Handshake'], rows);
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
