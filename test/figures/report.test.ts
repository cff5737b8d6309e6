import { describe, expect, test } from 'vitest';
import { bars, pie } from '../../src/figures/report/chart.ts';
import { length, percent, spark, typical } from '../../src/figures/report/format.ts';
import { LONGEST_REPORT, monthText, yearText } from '../../src/figures/report/text.ts';
import { figuresOf } from '../../src/figures/month-figures.ts';
import { figureYearOf } from '../../src/figures/year.ts';
import { facts, POLICY } from './sample.ts';
import { groundOf, HOSTILE, NOW, parsePicture, pictures, richFigures, richText } from './texts.ts';

const LANGUAGES = ['en', 'fr'] as const;
/** What is no code: where a mention would be one. */
const outsideCode = (text: string): string => text.replace(/```[^]*?```/g, '').replace(/(`+)[^`][^]*?\1/g, '');

describe('a month', () => {
  test('says in English what there is', () => {
    const text = richText('en');
    for (const part of [
      '**10 opened, 8 resolved, 2 open.** ↗ 7 opened in 2026-10.',
      'Requests for assistance: 1 opened, 1 resolved.',
      'Not counted: 1 dismissed, 0 withdrawn, 0 duplicates.',
      '1 of them confidential: counted here, and named nowhere.',
      'Data lost or altered: **1**.',
      '### Availability\n',
      '### Availability in the year 2026\n',
      '0 of 10',
      '1 post-mortem is overdue. 2 action items are overdue.',
      '- #4 (2026-10): opened in it yes → no',
      '(confidential)',
    ])
      expect(text).toContain(part);
  });

  test('with few incidents has neither a median nor an arrow', () => {
    const few = figuresOf([facts(1), facts(2)], POLICY, '2026-11', NOW);
    const text = monthText(
      few,
      { ...groundOf('en'), before: { ...few, month: '2026-10', opened: 4 } },
      { isClosed: true },
    );
    expect(text).not.toMatch(/[↗↘→]/);
    expect(text).toContain('| until resolved | P1 | 2 | 1 h, 1 h |  |');
    expect(text).toContain('Closed as of');
  });

  test('without incidents is short', () => {
    const none = figuresOf([], POLICY, '2026-11', NOW);
    const text = monthText(none, { ...groundOf('en'), before: null }, { isClosed: false });
    expect(text).toContain('**0 opened, 0 resolved, 0 open.**');
    expect(text.match(/^### .*/gm)).toEqual(['### Incidents', '### Availability']);
  });

  test.each(LANGUAGES)('has pictures that Mermaid draws, in %s', { tags: 'slow' }, async (language) => {
    const all = pictures(richText(language));
    expect(all.length).toBeGreaterThan(4);
    for (const picture of all) await parsePicture(picture);
  });

  test.each(LANGUAGES)('whatever others call things, in %s', { tags: 'slow' }, async (language) => {
    const text = richText(language, HOSTILE);
    for (const picture of pictures(text)) await parsePicture(picture);
    expect(outsideCode(text)).not.toMatch(/@grace|<b>/);
    for (const line of text.split('\n').filter((it) => it.startsWith('| ')))
      expect(line.replace(/\\\|/g, '').split('|').length, line).toBeGreaterThan(2);
    const widths = text.matchAll(/^(\|.*\|)\n(\| ---.*\|)\n((?:\|.*\|\n?)+)/gm);
    for (const [, head = '', , rows = ''] of widths)
      for (const row of rows.trim().split('\n'))
        expect(row.replace(/\\\|/g, '').split('|').length, row).toBe(head.split('|').length);
  });

  test('in French has the spaces of French', () => {
    const text = richText('fr').replace(/```mermaid[^]*?```/g, '');
    expect(text).not.toMatch(/ [:;?!»%]/);
  });

  test('stays within the room that it has', () => {
    const { rows, ...figures } = richFigures();
    const categories = Array.from({ length: 500 }, (_, i) => ({
      name: `${i}${'x'.repeat(200)}`,
      opened: 1,
      resolved: 1,
      open: 0,
    }));
    const many = { ...figures, rows, categories, subcategories: categories };
    const text = monthText(many, { ...groundOf('en'), before: null }, { isClosed: false });
    expect(text.length).toBeLessThanOrEqual(LONGEST_REPORT);
    expect(text).toContain('and 470 more in the CSV');
    expect(text).toContain('`report --why`');
  });
});

describe('a year', () => {
  test.each(LANGUAGES)('is told as a month is, in %s', { tags: 'slow' }, async (language) => {
    const november = richFigures();
    const october = { ...november, month: '2026-10' };
    const text = yearText(figureYearOf([october, november])!, { ...groundOf(language), months: [october, november] });
    expect(text).toContain('2026-10, 2026-11');
    expect(text).toContain('██');
    for (const picture of pictures(text)) await parsePicture(picture);
  });
});

describe('pictures', () => {
  test('have words for those who do not see them', () => {
    const all = [bars('Opened', 'n', [{ name: 'P0', value: 2 }]), pie('Causes', [{ name: 'ddos', value: 2 }])];
    for (const text of all) expect(text).toMatch(/accTitle: .+\n {2}accDescr: \w+ 2\n/);
  });
});

describe('figures as people write them', () => {
  test.each([
    ['en', 0.9995, '99.95%'],
    ['fr', 0.9995, '99,95\u00a0%'],
    ['en', 0.9999999, '99.999%'],
    ['en', 1, '100%'],
  ] as const)('in %s, %d is %s', (language, share, text) => {
    expect(percent(language, share)).toBe(text);
  });

  test('lengths, typical ones, and bars', () => {
    expect(length('en', 0)).toBe('0 min');
    expect(length('fr', 1500)).toBe('1 j 1 h');
    expect(typical('en', { points: [1, 2, 3, 4], count: 4 })).toBe('1 min, 2 min, 3 min, 4 min');
    expect(typical('en', { points: [1, 2, 3, 4, 60], count: 5 })).toBe('3 min');
    expect(spark([0, 4, 8])).toBe('▁▅█');
  });
});
