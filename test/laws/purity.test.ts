import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/* Law 1, pure inside, and law 2, one clock: read from the sources, so that a slip fails here and not at three in the morning. */

const SRC = resolve(import.meta.dirname, '../../src');

/** Where the outside may be touched: files and folders of src/. All others are data in, data out. */
const OUTSIDE = /^(?:(?:main|cli)\.ts$|run\/|notify\/live\.ts$|(?:cli|github|rehearsal)\/)/;
/** Packages that compute and touch nothing. */
const PURE_PACKAGES =
  /^(?:@noble\/hashes\/\w+\.js|croner|d3-scale|d3-shape|date-holidays|fastest-levenshtein|ignore|hast-util-sanitize|hast-util-to-html|luxon|mdast-util-from-markdown|mdast-util-to-hast|yaml|zod|zod\/mini)$/;
const GLOBALS = /^(?:fetch|process|console|performance|crypto|setTimeout|setInterval|setImmediate|queueMicrotask)$/;

interface Source {
  /** Path below src/, with slashes. */
  readonly path: string;
  readonly tree: ts.SourceFile;
}

const sourceOf = (path: string, text: string): Source => ({
  path,
  tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true),
});

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => sourceOf(path.replaceAll('\\', '/'), readFileSync(join(SRC, path), 'utf8')));

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

function importsOf({ tree }: Source): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const { moduleSpecifier } = node;
      const typeOnly = ts.isImportDeclaration(node)
        ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
        : node.isTypeOnly;
      if (moduleSpecifier && ts.isStringLiteral(moduleSpecifier)) found.push({ from: moduleSpecifier.text, typeOnly });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      found.push({ from: argument && ts.isStringLiteral(argument) ? argument.text : '(computed)', typeOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** A module of ours that an import names, as its path below src/; null for a package. */
function target({ path }: Source, from: string): string | null {
  return from.startsWith('.') ? relative(SRC, join(SRC, dirname(path), from)).replaceAll('\\', '/') : null;
}

/** What a source takes from its surroundings instead of its arguments. */
function surroundings(source: Source): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && GLOBALS.test(node.text) && isGlobal(node)) found.push(node.text);
    if (ts.isPropertyAccessExpression(node) && /^(?:Math\.random|globalThis\.)/.test(node.getText()))
      found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(source.tree);
  return [...found, ...presents(source)];
}

/** Where a source asks what time it is. */
function presents({ tree }: Source): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = node.getText();
    if (
      ts.isPropertyAccessExpression(node) &&
      /^(?:Date\.now|DateTime\.now|performance\.now|Temporal\.Now)$/.test(text)
    )
      found.push(text);
    if (ts.isCallExpression(node) && /^(?:Date|DateTime\.(?:local|utc))$/.test(node.expression.getText()))
      if (node.arguments.length === 0 || node.expression.getText() === 'Date') found.push(text);
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0)
      found.push(text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Not the name of a property, of a parameter or of a key of ours. */
function isGlobal(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  const naming =
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isParameter(parent) ||
    ts.isBindingElement(parent);
  return !(naming && parent.name === node);
}

/** What law 1 forbids in a source that is not of the outside. */
function impurities(source: Source): string[] {
  const imports = importsOf(source).flatMap(({ from, typeOnly }) => {
    const ours = target(source, from);
    // A type is gone when the program runs.
    if (ours !== null) return !typeOnly && OUTSIDE.test(ours) ? [`imports ${ours}`] : [];
    return PURE_PACKAGES.test(from) || typeOnly ? [] : [`imports ${from}`];
  });
  return [...imports, ...surroundings(source)];
}

const listed = (offences: (source: Source) => string[], of: readonly Source[]): string[] =>
  of.flatMap((source) => offences(source).map((what) => `${source.path}: ${what}`));

describe('law 1: pure inside', () => {
  const inside = sources.filter(({ path }) => !OUTSIDE.test(path));

  test('what is not of the outside touches nothing but its arguments', { tags: 'slow' }, () => {
    expect(inside.length).toBeGreaterThan(50);
    expect(listed(impurities, inside)).toEqual([]);
  });

  test('GitHub and Actions are met at the edge only', { tags: 'slow' }, () => {
    const met = sources.filter((source) => importsOf(source).some(({ from }) => /^@(?:actions|octokit)\//.test(from)));
    const places = met.map(({ path }) => path.replace(/(?<=^(?:rehearsal|cli)\/).*/, ''));
    expect(
      [...new Set(places)].filter(
        (path) => !/^(?:(?:main|github\/fetch|run\/inputs|run\/publish|cli)\.ts|cli\/|rehearsal\/)$/.test(path),
      ),
    ).toEqual([]);
  });

  test.each([
    ["import { readFileSync } from 'node:fs';", 'imports node:fs'],
    ["import * as core from '@actions/core';", 'imports @actions/core'],
    ["export { connect } from '../github/adapter.ts';", 'imports github/adapter.ts'],
    ["const late = await import('@octokit/rest');", 'imports @octokit/rest'],
    ['const answer = await fetch(url);', 'fetch'],
    ['const zone = process.env.TZ;', 'process'],
    ['const chance = Math.random();', 'Math.random'],
    ['setTimeout(work, 1000);', 'setTimeout'],
    ['const late = Date.now() > due;', 'Date.now'],
    ['const today = new Date();', 'new Date()'],
    ['const today = DateTime.local();', 'DateTime.local()'],
  ])('notices %s', (text, offence) => {
    expect(impurities(sourceOf('engine/sample.ts', text))).toContain(offence);
  });

  test.each([
    "import type { GitHub } from '../github/port.ts';",
    'const at = new Date(now).toISOString();',
    'const start = Date.UTC(2026, 0, 1);',
    'const name = (effect: { fetch: number }) => effect.fetch;',
    'const day = DateTime.fromMillis(at, { zone });',
  ])('lets %s pass', (text) => {
    expect(impurities(sourceOf('engine/sample.ts', text))).toEqual([]);
  });
});

describe('law 2: one clock', () => {
  test('the present is asked for once, where the program starts', { tags: 'slow' }, () => {
    const asking = sources.filter(({ path }) => !path.startsWith('rehearsal/') && !path.startsWith('cli'));
    // How long a run has been going on says nothing about what time it is.
    expect(listed(presents, asking)).toEqual(['main.ts: Date.now', 'main.ts: performance.now']);
  });

  test('neither does the embedded GitHub look at the clock of the machine', () => {
    const embedded = sources.filter(({ path }) => path.startsWith('rehearsal/github/'));
    expect(embedded.length).toBeGreaterThan(10);
    expect(listed(presents, embedded)).toEqual([]);
  });
});

describe('the folders', () => {
  test('nothing that is shipped imports the rehearsal', { tags: 'slow' }, () => {
    const shipped = sources.filter(({ path }) => !path.startsWith('rehearsal/') && !path.startsWith('cli'));
    const reaching = listed(
      (source) =>
        importsOf(source)
          .flatMap(({ from }) => target(source, from) ?? [])
          .filter((to) => to.startsWith('rehearsal/')),
      shipped,
    );
    expect(reaching).toEqual([]);
  });
});
