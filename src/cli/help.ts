import type { OptionKind, Subcommand } from './subcommand.ts';

/** All commands, a line each. */
export function overview(commands: Readonly<Record<string, Subcommand>>): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  return [
    'tocsin COMMAND [OPTIONS]',
    '',
    ...Object.entries(commands).map(([name, { does }]) => `  ${name.padEnd(width)}  ${does}`),
    '',
    'tocsin COMMAND --help explains one; tocsin --version prints the version.',
    '',
    ...exitCodes('what the command looks for is wrong'),
  ].join('\n');
}

/** One command: its usage, its options with their meaning, examples, exit codes. */
export function helpOf({ usage, does, options, examples, fails }: Subcommand): string {
  const all: [string, OptionKind][] = [
    ...Object.entries(options),
    ['help', { type: 'boolean', does: 'Print this help.' }],
  ];
  const named = all.map(([name, kind]) => [`--${name}${kind.value === undefined ? '' : ` ${kind.value}`}`, kind.does]);
  const width = Math.max(...named.map(([name = '']) => name.length));
  return [
    `tocsin ${usage}`,
    '',
    does,
    '',
    'Options',
    ...named.map(([name = '', meaning = '']) => `  ${name.padEnd(width)}  ${meaning}`),
    '',
    examples.length === 1 ? 'Example' : 'Examples',
    ...examples.map((example) => `  tocsin ${example}`),
    '',
    ...exitCodes(fails),
  ].join('\n');
}

function exitCodes(fails: string | null): readonly string[] {
  return [
    'Exit codes',
    '  0  done',
    ...(fails === null ? [] : [`  1  ${fails}`]),
    '  2  the command line, or the policy that it works with, is wrong',
  ];
}
