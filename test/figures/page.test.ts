import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SectionGround } from '../../src/figures/page/section.ts';
import { REPORT_STYLE } from '../../src/figures/page/style.ts';
import { pageWordsOf } from '../../src/figures/page/words.ts';
import { sha256Of } from '../../src/text/hash.ts';
import { allOf, childrenOf, readHtml, textIn, texts, type Tag } from '../status-page/markup.ts';
import { PAGE_SCENES, pageOf } from './page-scenes.ts';

const LANGUAGES = ['en', 'fr'] as const;
const htmlOf = (given: SectionGround, language: 'en' | 'fr' = 'en'): string =>
  pageOf(given, language).get('index.html')!;
const tagsOf = (tags: readonly Tag[], name: string): readonly Tag[] => tags.filter((it) => it.name === name);
const isOf = (className: string) => (it: Tag) => it.attributes.class?.split(' ').includes(className) === true;
const picturesIn = (tags: readonly Tag[]): readonly Tag[] => tags.filter(isOf('picture'));
const descriptionsIn = (given: SectionGround, language: 'en' | 'fr' = 'en'): readonly string[] =>
  picturesIn(readHtml(htmlOf(given, language))).flatMap((it) => texts(it, 'desc'));

describe('the page of a month', () => {
  test('says in English what there is', () => {
    const tags = readHtml(htmlOf(PAGE_SCENES.full));
    expect(tagsOf(tags, 'h1').map(textIn)).toEqual(['Incident report 2026-11']);
    expect(tagsOf(tags, 'h2').map(textIn)).toEqual([
      'Opened and resolved',
      'Error budgets',
      'How long it took',
      'Deadlines',
      'Causes',
      'Pages',
      'Open, by age',
    ]);
    expect(tags.filter(isOf('inside')).map(textIn)).toEqual(['Internal: not for customers.']);
    const glance = tags.find(isOf('glance'))!;
    expect(childrenOf(glance, 'div').map((it) => [...texts(it, 'dt'), ...texts(it, 'dd')].join(' '))).toEqual([
      'Opened 34',
      'Resolved 31',
      'Open 3',
      'Deadlines in time 109 of 136',
    ]);
  });

  test('tells in a sentence what each picture shows', () => {
    const [months, budgets, durations, clocks, causes, load, ages] = descriptionsIn(PAGE_SCENES.full);
    expect(months).toMatch(/^2025-12: Opened 5 \(P0 1, P1 2, P2 1, P3 1\), Resolved 5 .*; 2026-11: Opened 34 \(/);
    expect(months).not.toContain('2026-04');
    expect(budgets).toMatch(
      /^checkout\. Month: objective 99\.9%, 31 min \(72%\); checkout\. Year: objective 99\.95%, /,
    );
    expect(durations).toContain('until taken on, P1: 10 incidents, median 12 min, 9 of 10 within ');
    expect(durations).toContain('until mitigated, P3: 2 incidents, 4 h 2 min, 22 h 7 min;');
    expect(clocks).toContain('acknowledge: 27 of 34 in time');
    expect(causes).toContain('provider, attributable to Nordic Hosting: 6');
    expect(load).toBe('responder: 22, 6 at night; payments: 12, 3 at night; incident-manager: 5.');
    expect(ages).toBe('under a day: 0; under a week: 1; under 30 days: 2; older: 0.');
  });

  test.each(LANGUAGES)('has beside each picture its name and its numbers, in %s', (language) => {
    const tags = readHtml(htmlOf(PAGE_SCENES.full, language));
    const sections = tagsOf(tags, 'section').filter((it) => it.attributes['aria-labelledby'] !== undefined);
    expect(sections).toHaveLength(7);
    for (const section of sections) {
      const [picture, ...others] = picturesIn(section.children.filter((it) => typeof it !== 'string'));
      expect(others).toEqual([]);
      expect(picture!.attributes.role).toBe('img');
      expect(texts(picture!, 'title')[0]).not.toBe('');
      expect(texts(picture!, 'desc')[0]!.length).toBeGreaterThan(20);
      const rows = tagsOf(childrenOf(section, 'details').flatMap(allOf), 'tr');
      expect(rows.length).toBeGreaterThan(1);
      const widths = new Set(rows.map(({ children }) => children.length));
      expect(widths.size).toBe(1);
    }
  });

  test('draws each time once, and a median from five on only', () => {
    const tags = readHtml(htmlOf(PAGE_SCENES.full));
    const { durations } = PAGE_SCENES.full.month;
    expect(tags.filter(isOf('dot'))).toHaveLength(durations.reduce((sum, { points }) => sum + points.length, 0));
    expect(tags.filter(isOf('mark'))).toHaveLength(2 * durations.filter(({ count }) => count >= 5).length);
  });

  test('draws as high as there are incidents', () => {
    const tags = readHtml(htmlOf(PAGE_SCENES.full));
    const [months] = picturesIn(tags);
    const all = childrenOf(months!, 'rect').filter(isOf('shape'));
    const last = all.filter(({ attributes }) => attributes.x === all.at(-1)!.attributes.x);
    const height = last.reduce((sum, { attributes }) => sum + Number(attributes.height), 0);
    // 34 opened are 100 pixels, the highest bar.
    expect(height).toBeCloseTo(100 + (31 / 34) * 100, 0);
  });

  test.each([
    ['en', 'No incident was opened or resolved.', 'Nobody was paged.'],
    ['fr', 'Aucun incident ouvert ni résolu.', 'Personne n’a été appelé.'],
  ] as const)('without incidents has sentences and no axis, in %s', (language, ...sentences) => {
    const tags = readHtml(htmlOf(PAGE_SCENES.empty, language));
    expect(picturesIn(tags)).toEqual([]);
    expect(tagsOf(tags, 'table')).toEqual([]);
    const notes = tags.filter(isOf('notes')).map(textIn);
    expect(notes).toHaveLength(7);
    for (const sentence of sentences) expect(notes).toContain(sentence);
  });

  test('in French has the spaces of French', () => {
    const tags = readHtml(htmlOf(PAGE_SCENES.full, 'fr'));
    const text = tags.filter(({ name }) => /^(?:h1|h2|p|li|dt|dd|summary|title|desc|text)$/.test(name)).map(textIn);
    // The words of the report itself are tested where they are.
    expect(text.join('\n').replace(/Somme|« [^»]*»/g, '')).not.toMatch(/\w [;?!»%]/);
    expect(
      JSON.stringify(pageWordsOf('fr'), (_, it: unknown) => (typeof it === 'function' ? String(it) : it)),
    ).not.toMatch(/ [:;?!»%](?! )/);
    expect(text.join('\n')).toContain('27 sur 34 à temps');
  });

  test('says how many more there are than are drawn', () => {
    const { month } = PAGE_SCENES.full;
    const load = Array.from({ length: 15 }, (_, i) => ({ role: `role-${i}`, pages: 3, atNight: 1, incidents: 2 }));
    const tags = readHtml(htmlOf({ ...PAGE_SCENES.full, month: { ...month, load } }));
    expect(tags.filter(isOf('notes')).map(textIn)).toContain('and 3 more in the numbers below');
    expect(tagsOf(tags, 'th').map(textIn)).toContain('role-14');
  });

  test('gives the same as JSON', () => {
    const read = JSON.parse(pageOf(PAGE_SCENES.full, 'en').get('figures.json')!) as SectionGround;
    expect(read).toEqual(JSON.parse(JSON.stringify(PAGE_SCENES.full)));
  });
});

describe('the page is for inside', () => {
  test.each(LANGUAGES)('and asks nobody for anything, in %s', (language) => {
    const html = htmlOf(PAGE_SCENES.full, language);
    const tags = readHtml(html);
    expect(tags.filter(({ attributes }) => 'src' in attributes || 'style' in attributes)).toEqual([]);
    expect(tags.flatMap(({ attributes }) => attributes.href ?? [])).toEqual(['#content', 'figures.json']);
    expect(html).not.toMatch(/https?:|<script/);
    const hash = Buffer.from(sha256Of(REPORT_STYLE), 'hex').toString('base64');
    const metas = tagsOf(tags, 'meta').map(({ attributes }) => attributes);
    expect(metas).toContainEqual({
      'http-equiv': 'Content-Security-Policy',
      content: `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    });
    expect(metas).toContainEqual({ name: 'robots', content: 'noindex, nofollow, noarchive' });
    expect(tagsOf(tags, 'style').map(textIn)).toEqual([REPORT_STYLE]);
  });

  test('and nothing that makes the status page knows of it', () => {
    for (const folder of ['status-page', 'run/site']) {
      const root = new URL(`../../src/${folder}/`, import.meta.url);
      const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.ts'));
      expect(files.length).toBeGreaterThan(1);
      for (const file of files) expect(readFileSync(new URL(file, root), 'utf8'), file).not.toContain('figures/page');
    }
  });
});
