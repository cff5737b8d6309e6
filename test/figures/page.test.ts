import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figures } from '../../src/figures/figures.ts';
import { reportHtml } from '../../src/figures/page/page.ts';
import type { Given } from '../../src/figures/page/section.ts';
import { REPORT_STYLE } from '../../src/figures/page/style.ts';
import { pageWordsOf } from '../../src/figures/page/words.ts';
import { yearOf } from '../../src/figures/year.ts';
import { sha256Of } from '../../src/text/hash.ts';
import { allOf, childrenOf, readHtml, textIn, texts, type Tag } from '../status-page/markup.ts';
import { tries } from '../support/tries.ts';
import { NAMES, named, PAGE_SCENES, pageOf } from './page-scenes.ts';
import { groundOf } from './texts.ts';

const LANGUAGES = ['en', 'fr'] as const;
const htmlOf = (given: Given, language: 'en' | 'fr' = 'en'): string => pageOf(given, language).get('index.html')!;
const tagsOf = (tags: readonly Tag[], name: string): readonly Tag[] => tags.filter((it) => it.name === name);
const isOf = (className: string) => (it: Tag) => it.attributes.class?.split(' ').includes(className) === true;
const picturesIn = (tags: readonly Tag[]): readonly Tag[] => tags.filter(isOf('picture'));
const descriptionsIn = (given: Given, language: 'en' | 'fr' = 'en'): readonly string[] =>
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
    const read = JSON.parse(pageOf(PAGE_SCENES.full, 'en').get('figures.json')!) as Given;
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

/** All that a page is made of: each element with its attributes. */
const OURS: Readonly<Record<string, string>> = {
  html: 'lang',
  head: '',
  meta: 'charset content http-equiv name',
  title: '',
  style: '',
  body: '',
  a: 'class href',
  svg: 'aria-hidden class height role width x y',
  pattern: 'height id patternTransform patternUnits width',
  rect: 'class fill height width x y',
  circle: 'class cx cy r',
  path: 'd',
  text: 'class text-anchor x y',
  tspan: 'class',
  desc: '',
  header: '',
  main: 'id tabindex',
  section: 'aria-label aria-labelledby class',
  div: 'aria-label class role tabindex',
  dl: 'class',
  dt: '',
  dd: '',
  h1: '',
  h2: 'id',
  p: 'class',
  ul: 'class',
  li: '',
  details: '',
  summary: '',
  table: '',
  thead: '',
  tbody: '',
  tr: '',
  th: 'scope',
  td: 'class',
  bdi: '',
  footer: '',
};

function expectOurs(html: string): void {
  // eslint-disable-next-line no-control-regex -- what nobody may send
  expect(/[\u0000-\u0008\u000b\u001b\u007f\u202e\u2066\ufffe]/.exec(html)).toBeNull();
  expect(html.isWellFormed()).toBe(true);
  for (const { name, attributes } of readHtml(html)) {
    expect(Object.keys(OURS), name).toContain(name);
    for (const key of Object.keys(attributes)) expect(OURS[name]!.split(' '), name).toContain(key);
  }
}

const HTML = [
  '<b>',
  '</text>',
  '</svg><img src=x onerror=a>',
  ']]>',
  '"',
  "'",
  '<!--',
  '-->',
  '&lt;',
  '</style>',
  '\u202e',
  '\ud800',
  '\0',
];
const anyName = fc
  .array(fc.oneof(fc.constantFrom(...HTML), fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 30 })
  // Those beyond the first plane are no characters, and do no harm.
  .map((parts) => parts.join('').replace(/(?![\ufdd0-\uffff])\p{Noncharacter_Code_Point}/gu, ''));

describe('whatever others call things', () => {
  test.each(NAMES)('%s stays text', (name) => {
    const html = htmlOf(named(name));
    expectOurs(html);
    expect(readHtml(html).some((it) => it.name === 'th' && textIn(it).startsWith(name.slice(0, 60)))).toBe(true);
  });

  test('stays text, at random, in every place', () => {
    fc.assert(
      fc.property(fc.infiniteStream(anyName), fc.constantFrom(...LANGUAGES), (names, language) => {
        const next = (): string => names.next().value as string;
        const { words, names: known, ...ground } = groundOf(language);
        const month = renamed(PAGE_SCENES.few.month, next);
        const given = { month, before: [{ ...PAGE_SCENES.full.before[0]!, month: '2026-09' }], year: yearOf([month]) };
        const spoken = { clock: next, month: next, instant: next };
        expect(known).toBeDefined();
        expectOurs(reportHtml(given, { ...ground, words, names: spoken, title: next() }, 'figures.json'));
      }),
      tries(40),
    );
  });
});

/** The same figures with other names for everything that has one. */
function renamed<T extends Figures>(figures: T, next: () => string): T {
  const other = <N extends { readonly name: string | null }>(all: readonly N[]) =>
    all.map((it) => ({ ...it, name: next() }));
  return {
    ...figures,
    priorities: other(figures.priorities),
    kinds: other(figures.kinds),
    causes: figures.causes.map((it) => ({ ...it, cause: next(), group: next(), attributableTo: next() })),
    load: figures.load.map((it) => ({ ...it, role: next() })),
    clocks: figures.clocks.map((it) => ({ ...it, clock: next() })),
    services: figures.services.map((it) => ({ ...it, service: next() })),
  };
}

describe('colours', () => {
  const [light, dark] = [...REPORT_STYLE.matchAll(/:root \{([^}]*)\}/g)]
    .slice(0, 2)
    .map(([, rules = '']) =>
      Object.fromEntries([...rules.matchAll(/--(\w+): (#\w+)/g)].map(([, name, value]) => [name!, value!])),
    );

  test.each([
    ['light', light!],
    ['dark', dark!],
  ])('are told from the ground, in %s', (_, colours) => {
    for (const name of ['text', 'quiet', 'link', 'notice'])
      expect(contrast(colours[name]!, colours.ground!), name).toBeGreaterThanOrEqual(4.5);
    for (const name of ['p0', 'p1', 'p2', 'p3', 'good', 'bad', 'day', 'night', 'own', 'others', 'quiet', 'text'])
      expect(contrast(colours[name]!, colours.ground!), name).toBeGreaterThanOrEqual(3);
  });
});

/** As WCAG defines it. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const full = colour.length === 4 ? colour.replace(/\w/g, '$&$&') : colour;
    const [r, g, b] = [1, 3, 5].map((i) => {
      const share = parseInt(full.slice(i, i + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high! + 0.05) / (low! + 0.05);
}
