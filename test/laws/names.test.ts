import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/* A name that two rooms export means two things, and a reader, or an import that an editor adds, takes the wrong one. */

const EXPORTED = /^export (?:async )?(?:const|function\*?|class|interface|type) (\w+)/gm;

test('each exported name has one meaning', () => {
  const places = new Map<string, string[]>();
  for (const path of readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.ts')))
    for (const [, name] of readFileSync(join('src', path), 'utf8').matchAll(EXPORTED))
      places.set(name!, [...(places.get(name!) ?? []), path]);
  expect(places.size).toBeGreaterThan(1_000);
  // A type and a value may share a name where they are one thing, in one file.
  const twice = [...places].filter(([, paths]) => new Set(paths).size > 1);
  expect(twice.map(([name, paths]) => `${name}: ${paths.join(', ')}`)).toEqual([]);
});
