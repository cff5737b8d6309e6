import { parseArgs } from 'node:util';
import type { Instant, Interval } from '../calendar/calendar.ts';
import { messageOf } from '../model/error.ts';
import { isInstant, readInstant } from '../policy/instant.ts';

/** A command line that cannot be carried out as it stands; the message says what is expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface Options {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
}

type Kinds = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }>>;

/** Reads options; throws a UsageError for one that is unknown or lacks its value. */
export function readOptions(args: readonly string[], kinds: Kinds): Options {
  try {
    return parseArgs({ args: [...args], options: kinds, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(messageOf(error));
  }
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

/** An instant in ISO 8601; without an offset it is wall-clock time in `zone`. */
export function readTime(text: string, zone: string, name: string): Instant {
  if (isInstant(text)) return readInstant(text, zone);
  throw new UsageError(`--${name}: "${text}" is not an instant; expected e.g. 2026-11-20T18:30+01:00`);
}

/** Pauses as `FROM/TO`; an end left out (`FROM/`) is a pause that still goes on. */
export function readPauses(options: Options, zone: string): Interval[] {
  const given = options.values.pause ?? [];
  return (Array.isArray(given) ? given : [given]).map((text) => {
    const [from = '', to, ...rest] = String(text).split('/');
    if (to === undefined || rest.length > 0)
      throw new UsageError(`--pause: "${String(text)}" is not a pause; expected FROM/TO, two instants in ISO 8601`);
    const pause = { from: readTime(from, zone, 'pause'), to: to === '' ? Infinity : readTime(to, zone, 'pause') };
    if (pause.to < pause.from) throw new UsageError(`--pause: "${String(text)}" ends before it begins`);
    return pause;
  });
}
