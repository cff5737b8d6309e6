import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/* One purpose per file: what has more lines than these has two, and is split along them. */

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDERS = ['src', 'test', 'bench', 'scripts'];
const MOST_LINES = 250;

/** What is written by hand, as a path from the root. */
const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
    (path) => `${folder}/${path.replaceAll('\\', '/')}`,
  ),
)
  .filter((path) => /\.m?ts$|\.m?js$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
  .filter(({ text }) => !/^\/\*\*.*; written by `npm run generate`\. \*\/\n/.test(text));

const linesOf = (text: string): number => text.split('\n').length - 1;

describe('no file is too long to be read at once', () => {
  test.each(FOLDERS)('in %s/', (folder) => {
    const found = files.filter(({ path }) => path.startsWith(`${folder}/`));
    expect(found).not.toEqual([]);
    const long = found.filter(({ text }) => linesOf(text) > MOST_LINES);
    expect(long.map(({ path, text }) => `${path}: ${linesOf(text)} lines`)).toEqual([]);
  });

  test('what is generated is left out, and nothing else', () => {
    const paths = files.map(({ path }) => path);
    expect(paths).not.toContain('src/setup/workflow-text.ts');
    expect(paths).toContain('src/main.ts');
    expect(paths).toContain('test/laws/length.test.ts');
  });
});
