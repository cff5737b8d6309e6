import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/* Law 9: folders depend one way, types included. Read from the sources. */

const SRC = resolve(import.meta.dirname, '../../src');

/** The rooms, each above those before it: a room imports only lower ones. */
const ORDER = [
  'calendar',
  'model',
  'text',
  'status-page',
  'figures',
  'notify',
  'policy',
  'engine',
  'capabilities',
  'post-incident',
  'github',
  'intake',
  'setup',
  'run',
  'rehearsal',
  'cli',
] as const;
/** What starts the program stands above all rooms. */
const LOOSE = ['cli.ts', 'main.ts'];

type Graph = ReadonlyMap<string, readonly string[]>;

/** Every import of a file of ours, be it of a type, by its path below src/. */
function importsOf(path: string, text: string): string[] {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return importedFiles
    .map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(SRC, join(SRC, dirname(path), name)).replaceAll('\\', '/'));
}

const graph: Graph = new Map(
  readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path, importsOf(path, readFileSync(join(SRC, path), 'utf8'))]),
);

const roomOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : path);
const heightOf = (path: string): number => {
  const room = roomOf(path);
  return LOOSE.includes(room) ? ORDER.length : ORDER.indexOf(room as (typeof ORDER)[number]);
};

/** Imports that run up, or come from or go to no room. */
function risingIn(imports: Graph): string[] {
  return [...imports].flatMap(([from, targets]) =>
    targets
      .filter((to) => roomOf(from) !== roomOf(to))
      .filter((to) => heightOf(from) < 0 || heightOf(to) < 0 || heightOf(to) >= heightOf(from))
      .map((to) => `${from} -> ${to}`),
  );
}

/** Circles of files, each by the way round. */
function circlesIn(imports: Graph): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) found.push([...trail.slice(trail.indexOf(file)), file].join(' > '));
    if (done.has(file) || trail.includes(file)) return;
    for (const next of imports.get(file) ?? []) walk(next, [...trail, file]);
    done.add(file);
  };
  for (const file of imports.keys()) walk(file, []);
  return found;
}

describe('law 9: folders depend one way, types included', () => {
  test('every file stands in a room, but for those that start the program', () => {
    const rooms = new Set([...graph.keys()].map(roomOf));
    expect([...rooms].sort()).toEqual([...ORDER, ...LOOSE].sort());
  });

  test('no import runs up', () => {
    expect(risingIn(graph)).toEqual([]);
  });

  test('no import closes a circle of files', () => {
    expect(circlesIn(graph)).toEqual([]);
  });

  test('the engine knows no capability, and nobody below the lists of capabilities imports them', () => {
    const lists = ['rules', 'commands', 'tracks', 'sections', 'words'].map((name) => `capabilities/${name}.ts`);
    for (const list of lists) expect(graph.has(list), list).toBe(true);
    const engine = [...graph].filter(([path]) => path.startsWith('engine/'));
    expect(engine.flatMap(([, targets]) => targets.filter((to) => roomOf(to) === 'capabilities'))).toEqual([]);
  });

  test('a slip is noticed', () => {
    const text = "import type { Incident } from '../capabilities/incident.ts';\nexport { a } from './b.ts';";
    expect(importsOf('engine/sample.ts', text)).toEqual(['capabilities/incident.ts', 'engine/b.ts']);
    expect(risingIn(new Map([['engine/a.ts', ['capabilities/b.ts', 'model/c.ts']]]))).toEqual([
      'engine/a.ts -> capabilities/b.ts',
    ]);
    expect(risingIn(new Map([['loose.ts', ['model/c.ts']]]))).toEqual(['loose.ts -> model/c.ts']);
    expect(
      circlesIn(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['a']],
        ]),
      ),
    ).toEqual(['a > b > c > a']);
  });
});
