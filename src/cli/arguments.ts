import { parseArgs } from 'node:util';
import { messageOf } from '../model/error.ts';
import { hint } from '../policy/wording.ts';
import type { OptionKind } from './subcommand.ts';

/** A command line that cannot be carried out as it stands; the message says what is expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface Options {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
}

type Kinds = Readonly<Record<string, Pick<OptionKind, 'type' | 'multiple' | 'value'>>>;

/** Reads options; throws a UsageError for one that is unknown or lacks its value. */
export function readOptions(args: readonly string[], kinds: Kinds): Options {
  try {
    return parseArgs({ args: [...args], options: kinds, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(wrongOption(error, kinds));
  }
}

/** What is wrong with an option, in fewer words than those of Node. */
function wrongOption(error: unknown, kinds: Kinds): string {
  const said = messageOf(error);
  const name = /'(?:-\w, )?-{1,2}([\w-]+)/.exec(said)?.[1] ?? '';
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const known = Object.keys(kinds).map((it) => `--${it}`);
    return `there is no option --${name}; ${hint(`--${name}`, known, 'this command has none')}`;
  }
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    return kind?.type === 'boolean' ? `--${name} takes no value` : `--${name} needs a value: ${kind?.value ?? 'VALUE'}`;
  }
  return said;
}

/** The one value of an option, or a UsageError that names it. */
export function requiredOption(options: Options, name: string, expected: string): string {
  const value = options.values[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new UsageError(`--${name} is missing; expected ${expected}`);
}

export function optional(options: Options, name: string): string | null {
  const value = options.values[name];
  return typeof value === 'string' ? value : null;
}
