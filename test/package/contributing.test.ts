import { describe, expect, it } from 'vitest';
import { exists, text } from './files.ts';

/* What contributors read names and quotes what there is. */

describe('CONTRIBUTING.md', () => {
  const examples = [...text('CONTRIBUTING.md').matchAll(/```ts\n\/\/ (.+)\n([\s\S]*?)```/g)];

  it.each(examples.map(([, path = '', code = '']) => [path, code] as const))('quotes %s as it is', (path, code) => {
    const linesOf = (source: string): string =>
      source
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join('\n');
    let rest = `\n${linesOf(text(path))}\n`;
    // What an ellipsis leaves out stands between its pieces, which are whole and in order.
    for (const piece of code.split(/^\s*…$/m).map(linesOf)) {
      if (piece === '') continue;
      expect(rest).toContain(`\n${piece}\n`);
      rest = rest.slice(rest.indexOf(`\n${piece}\n`) + piece.length + 1);
    }
  });
});

describe.each(['CONTRIBUTING.md', 'SECURITY.md'])('%s', (page) => {
  it('names files that there are', () => {
    const paths = [...text(page).matchAll(/`((?:src|test|bench|scripts)\/[\w./-]*)`/g)];
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.flatMap(([, path = '']) => (exists(path) ? [] : [path]))).toEqual([]);
  });
});
