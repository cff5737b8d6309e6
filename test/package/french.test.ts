// @module-tag slow

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { BREAKABLE } from './french-spaces.ts';

/* French parts `:`, `;`, `?`, `!` and guillemets from the word by a space that does not break; English has none there. */

const SRC = resolve(import.meta.dirname, '../../src');

/** The texts of a source, without the expressions in them. */
function textsIn(path: string): string[] {
  const tree = ts.createSourceFile(path, readFileSync(join(SRC, path), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isText = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);
    if (isText || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node))
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

test('a space before such a mark does not break', () => {
  const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    // It holds what a browser runs, and no words.
    .filter((path) => path !== join('status-page', 'html', 'script.ts'));
  expect(sources.length).toBeGreaterThan(100);
  const offending = sources.flatMap((path) =>
    textsIn(path)
      .filter((text) => BREAKABLE.test(text))
      .map((text) => `${path}: ${text.slice(0, 120)}`),
  );
  expect(offending).toEqual([]);
});
