import * as z from 'zod/mini';
import { LEVELS, type Level } from '../../model/level.ts';
import { map, named, not } from '../../policy/expect.ts';
import { key } from '../../policy/keys.ts';
import { createRegister } from '../../policy/names.ts';
import { section } from '../../policy/section.ts';
import { name } from '../../policy/values.ts';
import { either, quote } from '../../policy/wording.ts';

/** A way in which incidents come to be known. */
interface Source {
  readonly name: string;
  /** The level of support on which it lands. */
  readonly level: Level;
}

interface Sources {
  /** Source by name; empty if the policy names none, and then any name will do. */
  readonly sources: ReadonlyMap<string, Source>;
}

const source = z.union(
  [
    map('a source', {
      level: key(z.literal(LEVELS, { error: not('a level of support', either(LEVELS.map(String))) }), {
        takes: '`1`, `2` or `3`',
        default: '`1`',
        meaning: 'The level of support on which its incidents land.',
      }),
    }),
    z.null(),
  ],
  { error: not('a source', 'e.g. { level: 2 }, or nothing') },
);

/** One that says no level lands on the first. Whoever names one may do so in other capitals. */
export const sourcesSection = section({
  key: 'sources',
  schema: key(named('sources', '{ pager: { level: 2 } }', name('a source', []), source), {
    takes: 'map of names to [sources](#sources)',
    meaning: 'The ways in which incidents come to be known, by name, with the level of support on which each lands.',
  }),
  resolve: ({ file = {} }, { report }): Sources => {
    const isTaken = createRegister();
    const sources = Object.entries(file).map(([name, file]) => {
      if (isTaken(name)) report(['sources', name], `${quote(name)} is the name of an earlier source`, 'key');
      return [name, { name, level: file?.level ?? 1 }] as const;
    });
    return { sources: new Map(sources) };
  },
});
