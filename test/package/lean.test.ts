import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lean } from '../../scripts/lean.ts';
import { undocumented } from '../../scripts/undocumented.ts';
import { BUILTIN_POLICY, loadPolicy, policyJsonSchema } from '../../src/capabilities/load.ts';
import { readInstant } from '../../src/policy/instant.ts';
import { formatProblem } from '../../src/policy/problem.ts';
import { parseYaml } from '../../src/policy/yaml.ts';
import * as time from '../../src/text/time.ts';
import { changed, duty, intake } from '../policy/changes.ts';
import { tries } from '../support/tries.ts';

/* What the bundle leaves out of packages and sources is not missed: the rest reads policies and writes times as before. */

const ROOT = new URL('../..', import.meta.url).pathname;
const ENTRY = `
  export { loadPolicy } from './src/capabilities/load.ts';
  export { parseYaml } from './src/policy/yaml.ts';
  export { readInstant } from './src/policy/instant.ts';
  export * as time from './src/text/time.ts';
`;

/** The same functions, from the sources. */
const sources = { loadPolicy, parseYaml, readInstant, time };
type Functions = typeof sources;

/** The library of holidays is no part of this, and large. */
const HOLIDAYS: Plugin = {
  name: 'holidays',
  setup(build) {
    const path = import.meta.resolve('date-holidays');
    build.onResolve({ filter: /^date-holidays$/ }, () => ({ path, external: true }));
  },
};

let folder: string;
let bundled: Functions;
let text: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tocsin-'));
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    stdin: { contents: ENTRY, resolveDir: ROOT },
    bundle: true,
    format: 'esm',
    platform: 'node',
    plugins: [HOLIDAYS, lean({ writesYaml: false })],
    write: false,
  });
  text = outputFiles[0]!.text;
  const path = join(folder, 'bundled.mjs');
  await writeFile(path, text);
  bundled = (await import(pathToFileURL(path).href)) as Functions;
});
afterAll(() => rm(folder, { recursive: true }));

/** All of a value that can be told apart, whatever it is made of. */
const shown = (value: unknown): string =>
  JSON.stringify(value, (_, it: unknown) =>
    it instanceof Map || it instanceof Set ? [...(it as Iterable<unknown>)] : it,
  );

async function loaded({ loadPolicy }: Functions, text: string): Promise<string> {
  const policy = await loadPolicy(text, 'p.yml');
  return policy.ok ? shown(policy.policy) : policy.problems.map(formatProblem).join('\n');
}

const same = async (text: string): Promise<void> => {
  expect(await loaded(bundled, text)).toBe(await loaded(sources, text));
};

describe('a policy, as the bundle reads it', () => {
  test.each(['examples/learning-platform.yml', 'examples/network-provider.yml'])(
    '%s',
    { tags: 'slow' },
    async (path) => {
      const text = await readFile(join(ROOT, path), 'utf8');
      expect(await loaded(sources, text)).toContain('"zone":');
      await same(text);
    },
  );

  test.each([
    ['the built-in one', BUILTIN_POLICY],
    ['one with much about what comes in', intake],
    ['one with much about who is told', duty],
    ['a key that is a map', '? { a: b, c: [d] }\n: x\nroles: { boss: grace }\n'],
    ['a key that is a list', 'roles:\n  [a, "b: c"]: grace\n'],
    ['a key that is a map in a map', '? { ? { a: &x b } : { c: *x } }\n: x\n'],
    ['a key that is an alias', 'roles: { boss: &x grace, *x : bob }\n'],
    ['a key that is nothing', '? \n: x\n'],
    ['a key that is a number, or of another kind', '1.50: x\ntrue: y\n!!binary aGk=: z\n!!timestamp 2026-01-01: t\n'],
    [
      'values of other kinds',
      'language: !!set { en }\ntimezone: !!omap [a: b]\nfallback: !!float 1\nroles: !!pairs [a: b]\n',
    ],
    ['another version of YAML', '%YAML 1.1\n---\nlanguage: yes\nfallback: 0o17\nmost-new: 1_000\n'],
    ['a key that is missing', 'categories: [{ label: x }]\ntriage: [{ priority: P0 }]\n'],
    ['a merge', 'a: &a { b: c }\nroles: { <<: *a }\n'],
    ['texts over lines', 'language: >-\n  e\n  n\nfallback: |\n  a\nroles: "a\\\n  b"\n'],
    ['what is never closed', 'roles: { boss: "grace }\nlanguage: en\n'],
    ['two documents', 'language: en\n---\nlanguage: fr\n'],
    ['tabs', 'roles:\n\tboss: grace\n'],
    ['a colon in a text', 'fallback: a: b: c\n'],
  ])('%s', (_, text) => same(text));

  test('any other', { tags: 'slow' }, async () => {
    await fc.assert(fc.asyncProperty(changed, same), tries(100));
  });

  test('as YAML, whatever the text', { tags: 'slow' }, () => {
    const bits = fc.constantFrom(
      ...'?:-,[]{}#&*!|>\'"%@`~<=\n\n  \tab01'.split(''),
      '<<',
      '!!',
      '---',
      '...',
      '&a ',
      '*a',
    );
    const read = ({ parseYaml }: Functions, text: string): string => {
      const { tree, problems } = parseYaml(text, 'p.yml');
      return shown({ tree, problems });
    };
    fc.assert(
      fc.property(fc.string({ unit: bits, maxLength: 40 }), (text) => {
        expect(read(bundled, text)).toBe(read(sources, text));
      }),
      tries(2_000),
    );
  });
});

test('an instant, as the bundle writes it', { tags: 'slow' }, () => {
  const at = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) });
  const zone = fc.constantFrom('UTC', 'Europe/Paris', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kolkata');
  const language = fc.constantFrom('en' as const, 'fr' as const);
  const written = ({ time, readInstant }: Functions, reader: time.Reader, at: number): unknown => [
    time.instant(reader, at),
    time.keptInstant(reader, at),
    time.shortInstant(reader, at),
    time.dayOf(reader, at),
    time.hourOwner(reader),
    time.localHour(reader, at),
    readInstant(new Date(at).toISOString().slice(0, 16), reader.zone),
  ];
  fc.assert(
    fc.property(zone, language, at, fc.integer({ min: -1e10, max: 1e10 }), (zone, language, at, away) => {
      const reader = { zone, language, today: at + away } as time.Reader;
      expect(written(bundled, reader, at)).toEqual(written(sources, reader, at));
    }),
    tries(200),
  );
});

describe('what is left out', () => {
  test('is what is said of keys to editors, and nothing that a run says', () => {
    const meaning = 'Who is told when a step reaches nobody.';
    expect(JSON.stringify(policyJsonSchema())).toContain(meaning);
    expect(text).not.toContain(meaning);
    expect(text).toContain('is an unknown key');
  });

  test('is nothing of Luxon that the sources name', { tags: 'slow' }, async () => {
    const names = await readdir(join(ROOT, 'src'), { recursive: true });
    const texts = await Promise.all(
      names.filter((it) => it.endsWith('.ts')).map((name) => readFile(join(ROOT, 'src', name), 'utf8')),
    );
    const local = texts.filter((it) => it.includes("from 'luxon'"));
    expect(local.length).toBeGreaterThan(5);
    const taken = local.flatMap((it) =>
      [...it.matchAll(/import (?:type )?\{([^}]*)\} from 'luxon'/g)].map(([, name]) => name!.trim()),
    );
    expect([...new Set(taken)].sort()).toEqual(['DateTime', 'IANAZone']);
    expect(local.filter((it) => /[fF]ormatParser|\.(?:fromFormat|fromString)/.test(it))).toEqual([]);
  });

  test('is cut out of each call, whatever it is called with', () => {
    const source = `import { key, required as needed, taking } from '../../policy/keys.ts';
const all = map('a', { b: key(map('c', { d: key(e, { meaning: 'f' }) }), { meaning: f('key(x)') }), g: taking('h', i) });
const other = must(key, { meaning: 'j' });`;
    expect(undocumented(source)).toBe(`import { key, required as needed, taking } from '../../policy/keys.ts';
const all = map('a', { b: key(map('c', { d: key(e, {}) }), {}), g: taking('', i) });
const other = must(key, { meaning: 'j' });`);
    expect(undocumented(`import { key } from './store.ts';\nkey(a, { meaning: 'b' });`)).toContain('meaning');
  });
});
