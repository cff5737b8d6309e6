// @module-tag slow

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figures } from '../../src/figures/figures.ts';
import { reportHtml } from '../../src/figures/page/page.ts';
import type { SectionGround } from '../../src/figures/page/section.ts';
import { REPORT_STYLE } from '../../src/figures/page/style.ts';
import { figureYearOf } from '../../src/figures/year.ts';
import { readHtml, textIn } from '../status-page/markup.ts';
import { tries } from '../support/tries.ts';
import { NAMES, named, PAGE_SCENES, pageOf } from './page-scenes.ts';
import { groundOf } from './texts.ts';

const LANGUAGES = ['en', 'fr'] as const;
const htmlOf = (given: SectionGround, language: 'en' | 'fr' = 'en'): string =>
  pageOf(given, language).get('index.html')!;

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
        const given = {
          month,
          before: [{ ...PAGE_SCENES.full.before[0]!, month: '2026-09' }],
          year: figureYearOf([month]),
        };
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
