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
    const bare = (typeof input === 'number' || typeof input === 'boolean') && fits(String(input));
    const ways = [expected, bare ? `${quote(String(input))} in quotes` : ''].filter((way) => way !== '').join(', or ');
    return `${show(input)} is not ${noun}${ways === '' ? '' : `; expected ${ways}`}`;
  };
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

/**
 * A map with these keys only, of which messages list those `shown`; `wrong` makes the message about what is no map. The message
 * about unknown keys has one line for each of them, in their order.
 */
export function map<S extends z.core.$ZodLooseShape>(
  noun: string,
  shape: S,
  shown = Object.keys(shape),
  wrong = not(noun, `a map with ${shown.join(', ')}`),
) {
  return z.strictObject(shape, {
    error: (fault: Fault) =>
      fault.code === 'unrecognized_keys'
        ? (fault.keys ?? []).map((key) => `is an unknown key; ${unknownKey(key, Object.keys(shape), shown)}`).join('\n')
        : wrong(fault),
  });
}

function unknownKey(key: string, keys: readonly string[], shown: readonly string[]): string {
  if (key === '<<') return 'merge keys are not supported; repeat the value, or alias all of it';
  return hint(key, nearest(key, keys) === undefined ? shown : keys);
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
