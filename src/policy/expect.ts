import * as z from 'zod/mini';
import { either, hint, nearest, quote, show } from './wording.ts';

/** What zod knows of a fault when it asks for the message. */
interface Fault {
  readonly code?: string;
  readonly input?: unknown;
  readonly keys?: readonly string[];
}

/**
 * The message for a value that is missing or of another type than `noun`: `4 is not a duration; expected e.g. 30m`.
 * `fits` says whether the value would do if it were in quotes.
 */
export function not(
  noun: string,
  expected: string,
  fits: (text: string) => boolean = () => false,
): (fault: Fault) => string {
  const wanted = expected === '' ? noun : `${noun}, ${expected}`;
  return ({ input }) => {
    if (input === undefined) return `is missing; expected ${wanted}`;
    if (input === null) return `is empty; expected ${wanted}`;
    // YAML reads 12 and true as no texts, though a login may be called so.
    const bare = typeof input === 'number' || typeof input === 'boolean' ? String(input) : colonText(input);
    const inQuotes = bare !== null && fits(bare) ? `${quote(bare)} in quotes` : '';
    const ways = [expected, inQuotes].filter((way) => way !== '').join(', or ');
    return `${show(input)} is not ${noun}${ways === '' ? '' : `; expected ${ways}`}`;
  };
}

/** The text that somebody meant with `Critical: all down`, which YAML reads as a map; null if a map was meant. */
function colonText(input: unknown): string | null {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return null;
  const [first, ...others] = Object.entries(input as Readonly<Record<string, unknown>>);
  if (!first || others.length > 0) return null;
  const [key, value] = first;
  // Keys are in small letters.
  return /^\p{Lu}/u.test(key) && typeof value === 'string' ? `${key}: ${value}` : null;
}

/** A string with a check of its own; `pattern` is what an editor can check of it. */
export function text(
  noun: string,
  expected: string,
  wrong: (text: string) => string | undefined,
  pattern?: string,
): z.ZodMiniString {
  const schema = z
    .string({ error: not(noun, expected, (value) => wrong(value) === undefined) })
    .check(z.refine((value) => wrong(value) === undefined, { error: ({ input }) => wrong(String(input)) ?? '' }));
  return pattern === undefined ? schema : hinted(schema, { pattern });
}

/** A copy of a schema that tells editors more: a description, an id under which they find it, what they can check of it. */
export function hinted<S extends z.ZodMiniType>(schema: S, hints: z.core.GlobalMeta): S {
  const copy = z.clone(schema);
  z.globalRegistry.add(copy, hints);
  return copy;
}

/** One word of a closed set. */
export function oneOf<const T extends readonly [string, ...string[]]>(
  noun: string,
  words: T,
): z.ZodMiniEnum<z.core.util.ToEnum<T[number]>> {
  return z.enum(words, {
    error: ({ input }) => {
      if (typeof input === 'string') return `${quote(input)} is not ${noun}; ${hint(input, words)}`;
      return not(noun, either(words))({ input });
    },
  });
}

/** A whole number within bounds, both of them included. */
export function wholeNumber(noun: string, from: number, to: number): z.ZodMiniNumber {
  const wrong = not(noun, `${from} to ${to}`);
  const isFit = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= from && Number(value) <= to;
  return hinted(z.number({ error: wrong }).check(z.refine(isFit, { error: wrong })), {
    type: 'integer',
    minimum: from,
    maximum: to,
  });
}

/** What a map says of what does not belong there. */
interface MapWords {
  /** The keys that messages list; all of them unless given. */
  readonly shown?: readonly string[];
  /** The message about what is no map. */
  readonly wrong?: (fault: Fault) => string;
  /** What helps with a key that is none, and near to none; nothing where it is undefined. */
  readonly instead?: (key: string) => string | undefined;
  /** The same, where it says enough without the keys that there are. */
  readonly meant?: (key: string) => string | undefined;
}

/** A map with these keys only. The message about unknown keys has one line for each of them, in their order. */
export function map<S extends z.core.$ZodLooseShape>(noun: string, shape: S, words: MapWords = {}) {
  const keys = Object.keys(shape);
  const { shown = keys, instead = () => undefined, meant = () => undefined } = words;
  const { wrong = not(noun, `a map with ${shown.join(', ')}`) } = words;
  const about = (key: string): string => {
    const isNear = nearKey(key, keys) !== undefined;
    const help = isNear ? undefined : instead(key);
    const said = (isNear ? undefined : meant(key)) ?? unknownKey(key, keys, shown);
    return `is an unknown key; ${said}${help === undefined ? '' : `; ${help}`}`;
  };
  return z.strictObject(shape, {
    error: (fault: Fault) =>
      fault.code === 'unrecognized_keys' ? (fault.keys ?? []).map(about).join('\n') : wrong(fault),
  });
}

function unknownKey(key: string, keys: readonly string[], shown: readonly string[]): string {
  if (key === '<<') return 'merge keys are not supported; repeat the value, or alias all of it';
  const near = nearKey(key, keys);
  return near === undefined ? hint(key, shown) : `did you mean ${quote(near)}?`;
}

/** The key that was meant: of one of several words the first may be all that somebody remembers. */
function nearKey(key: string, keys: readonly string[]): string | undefined {
  const firstOf = (it: string): string => it.split('-', 1)[0]!;
  const long = keys.filter((it) => it.includes('-') && firstOf(it).length > 4);
  const first = nearest(key, long.map(firstOf));
  return nearest(key, keys) ?? long.find((it) => firstOf(it) === first);
}

/** A map that must have a key. */
export function filled<S extends z.ZodMiniObject>(schema: S, empty: string): S {
  const isFilled = z.refine((value) => Object.keys(value as object).length > 0, {
    // Keys that are unknown have been reported by themselves.
    when: ({ issues }) => issues.length === 0,
    error: empty,
  });
  return hinted(schema.check(isFilled), { minProperties: 1 });
}

/** A map from names to values. */
export function named<V extends z.ZodMiniType>(
  noun: string,
  example: string,
  key: z.ZodMiniString,
  value: V,
): z.ZodMiniRecord<z.ZodMiniString, V> {
  return z.record(key, value, { error: not(`a map of ${noun}`, `e.g. ${example}`) });
}

/** A list with at least one item. */
export function list<V extends z.ZodMiniType>(item: V, noun: string, empty: string): z.ZodMiniArray<V> {
  return z.array(item, { error: not(noun, '') }).check(z.minLength(1, { error: empty }));
}
