import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { exists } from '../package/files.ts';
import { anchorsOf, PAGES, targetsOf } from './pages.ts';

/** What a link of a page leads to, if nothing is there. */
function brokenIn(page: string): string[] {
  return targetsOf(page).flatMap((target) => {
    const own = target.replace(/^https:\/\/github\.com\/tocsin\/tocsin\/blob\/main\//, '/');
    if (/^https:/.test(own)) return [];
    const [path = '', anchor] = decodeURI(own).split('#');
    const base = path.startsWith('/') ? '.' : posix.dirname(page);
    const file = path === '' ? page : posix.join(base, path);
    if (!exists(file)) return [`${target}: there is no ${file}`];
    return anchor === undefined || anchorsOf(file).has(anchor) ? [] : [`${target}: ${file} has no such heading`];
  });
}

test('there are pages, and the index of the documentation knows each of them', () => {
  expect(PAGES).toEqual(expect.arrayContaining(['README.md', 'README.fr.md', 'docs/README.md', 'SECURITY.md']));
  const indices = ['docs/README.md', 'docs/fr/README.md'];
  const listed = indices.flatMap((index) => targetsOf(index).map((it) => posix.join(posix.dirname(index), it)));
  const unlisted = PAGES.filter((page) => page.startsWith('docs/') && page !== 'docs/README.md');
  expect(unlisted.filter((page) => !listed.includes(page))).toEqual([]);
});

test.each(PAGES)('every link of %s leads somewhere', (page) => {
  expect(brokenIn(page)).toEqual([]);
});

test('a link to nothing would be found', () => {
  expect([...anchorsOf('docs/fr/lifecycle.md')]).toContain('de-louverture-à-la-fin');
  expect(anchorsOf('docs/policy.md').has('a-change-of-priority')).toBe(true);
  expect(anchorsOf('docs/policy.md').has('a-change-of-heart')).toBe(false);
});
