import { posix } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { usageIn } from '../../src/capabilities/usage.ts';
import { BREAKABLE } from '../package/french-spaces.ts';
import { exists, text } from '../package/files.ts';
import { PAGES, partsOf, targetsIn, type Part } from './pages.ts';

/* What is there in French says what its English page says: part by part the same commands, numbers, links and examples. */

const FRENCH = PAGES.filter((page) => /\.fr\.md$|^docs\/fr\//.test(page) && page !== 'docs/fr/README.md');

const englishOf = (page: string): string => page.replace('.fr.md', '.md').replace('docs/fr/', 'docs/');

/** What must be the same in both languages, of one part of a page. */
function gistOf(page: string, { depth, nodes }: Part): unknown {
  const isFrench = FRENCH.includes(page);
  const codes = nodes.flatMap((node) => (node.type === 'inlineCode' ? [node.value] : []));
  const texts = nodes.flatMap((node) => (node.type === 'text' ? [node.value] : []));
  const links = nodes.flatMap(targetsIn);
  const blocks = nodes.flatMap((node) => (node.type === 'code' ? [exampleIn(node.value)] : []));
  return {
    depth,
    codes: codes.map((it) => (isFrench || !it.startsWith('/') ? it : usageIn('fr', it))).toSorted(),
    numbers: texts.flatMap((it) => it.replace(/(?<=\d)[,\u00a0\u202f ](?=\d{3})/g, '').match(/\d+/g) ?? []).toSorted(),
    links: links.map((it) => englishTarget(page, it)).toSorted(),
    blocks,
    items: nodes.filter(({ type }) => type === 'listItem').length,
    strong: nodes.filter(({ type }) => type === 'strong').length,
  };
}

/** An example without its comments, and without what asks for French in it. */
const exampleIn = (code: string): string =>
  code
    .replace(/ *#.*$/gm, '')
    .replace('language: fr\n', '')
    .replace(' -- fr', '')
    .replace(/ +$/gm, '');

/** The English page that a link means, without the heading: that has another name in each language. */
function englishTarget(page: string, target: string): string {
  if (target.includes(':')) return target;
  const path = target.replace(/#.*/, '');
  const file = path === '' ? page : posix.join(posix.dirname(page), path);
  const english = FRENCH.includes(file) || file === 'docs/fr/README.md' ? englishOf(file) : file;
  return exists(english) ? english : file;
}

/** Tables that are generated from words in both languages: what they say in them is up to each. */
const isGenerated = (page: string, part: Part): boolean =>
  (part.depth === 1 && page.endsWith('commands.md')) || ['Commandes', 'Tickets de problème'].includes(part.title);

test('the quick start, the commands, the gate, the lifecycle, what changed, maintenance, post-mortems, reports and the status page are there in French', () => {
  expect(FRENCH).toEqual([
    'README.fr.md',
    'docs/fr/changes.md',
    'docs/fr/commands.md',
    'docs/fr/gate.md',
    'docs/fr/lifecycle.md',
    'docs/fr/maintenance.md',
    'docs/fr/post-mortems.md',
    'docs/fr/reports.md',
    'docs/fr/status-page.md',
  ]);
});

describe.each(FRENCH)('%s', (page) => {
  const [french, english] = [partsOf(page), partsOf(englishOf(page))];

  it('has the parts of its English page, in the same order', () => {
    expect(french.map(({ depth }) => depth)).toEqual(english.map(({ depth }) => depth));
  });

  it.each(english.map((part, i) => [part.title, part, french[i]!] as const))(
    'says the same under "%s"',
    (_, en, fr) => {
      if (isGenerated(page, fr)) return;
      expect(gistOf(page, fr)).toEqual(gistOf(englishOf(page), en));
    },
  );

  it('has no space that breaks before such a mark', () => {
    const prose = text(page).replace(/^```[\s\S]*?^```$/gm, '');
    expect(prose.split('\n').filter((line) => BREAKABLE.test(line))).toEqual([]);
  });
});

test('the index in French breaks no such space either', () => {
  expect(BREAKABLE.test(text('docs/fr/README.md'))).toBe(false);
});

describe('a page in French that leads to one in English says so:', () => {
  const isEnglishOnly = (target: string): boolean =>
    /\.md(?:#|$)/.test(target) && !target.includes('docs/fr/') && target !== 'README.md';

  it.each(
    text('README.fr.md')
      .split('\n')
      .filter((line) => [...line.matchAll(/\]\(([^)]+)\)/g)].some(([, it]) => isEnglishOnly(it!))),
  )('%s', (line) => {
    expect(line).toMatch(/\(en anglais\)|Ces pages sont en anglais\./);
  });
});
