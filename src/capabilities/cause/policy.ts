import * as z from 'zod/mini';
import { hinted, list, map, named, not, text } from '../../policy/expect.ts';
import { key, required } from '../../policy/keys.ts';
import { section, type ReportProblem } from '../../policy/section.ts';
import { line, name } from '../../policy/values.ts';
import { quote } from '../../policy/wording.ts';

/** One entry of the taxonomy of causes. */
export interface Cause {
  readonly name: string;
  /** The branch of the taxonomy that it is in, such as `intrinsic`. */
  readonly group: string;
  /** To whom it is attributable, where the policy says so: such incidents may be left out of the figures. */
  readonly attributableTo: string | null;
}

/** The name of a cause: one word, since people type it in a command. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,49}$/u;

/** What is wrong with the name of a cause, if anything. */
function wrongName(text: string): string | undefined {
  if (NAME.test(text)) return undefined;
  const word = text.trim().replaceAll(/\s+/g, '-');
  const end = NAME.test(word)
    ? `did you mean ${quote(word)}?`
    : 'expected one word of letters, digits, - and _, at most 50';
  return `${quote(text)} is not the name of a cause; ${end}`;
}

const EXPECTED = 'a name, or { NAME: { attributable-to: TEXT } }';
const causeName = text('the name of a cause', 'e.g. overload', wrongName, '^\\S{1,50}$');
const attribution = map('an attribution', {
  'attributable-to': required(line('a name'), { meaning: 'To whom or what it is attributable.' }),
});
const cause = z.union(
  [
    causeName,
    hinted(
      z.record(causeName, attribution, { error: not('a cause', EXPECTED, () => true) }).check(
        z.refine((value) => Object.keys(value).length === 1, {
          error: ({ input }) =>
            `has ${Object.keys(input as object).length} names; expected one, { NAME: { attributable-to: TEXT } }`,
        }),
      ),
      { minProperties: 1, maxProperties: 1 },
    ),
  ],
  { error: not('a cause', EXPECTED, (value) => NAME.test(value)) },
);

export const causesSection = section({
  key: 'causes',
  schema: key(
    named(
      'causes',
      '{ extrinsic: [overload, { lapsed-contract: { attributable-to: operator } }] }',
      name('a group of causes', []),
      list(cause, 'a list of causes', 'is empty; expected at least one cause'),
    ),
    {
      takes: 'map of groups to lists of [causes](#causes)',
      meaning: 'The taxonomy of causes: by group, the names that `/resolve` takes.',
    },
  ),
  resolve: ({ file = {} }, { report }): { readonly causes: readonly Cause[] } => ({ causes: readCauses(file, report) }),
});

/** A name stands in one group only: people type it without its group. */
function readCauses(
  section: Readonly<Record<string, readonly z.output<typeof cause>[]>>,
  report: ReportProblem,
): readonly Cause[] {
  const groups = new Map<string, string>();
  return Object.entries(section).flatMap(([group, causes]) =>
    causes.flatMap((given, at) => {
      const path = ['causes', group, at];
      const named = typeof given === 'string' ? [[given, null] as const] : Object.entries(given);
      return named.map(([name, file]) => {
        const earlier = groups.get(name.toLowerCase());
        if (earlier !== undefined) {
          const where = earlier === group ? '' : `, in ${quote(earlier)}`;
          report(file ? [...path, name] : path, `${quote(name)} is the name of an earlier cause${where}`, 'key');
        }
        groups.set(name.toLowerCase(), earlier ?? group);
        return { name, group, attributableTo: file?.['attributable-to'] ?? null };
      });
    }),
  );
}
