import { describe, expect, test } from 'vitest';
import { site } from '../../src/status-page/site.ts';
import { siteWords } from '../../src/status-page/words.ts';
import { readHtml, textIn } from './markup.ts';
import type { Tag } from './markup.ts';
import { NOW, OUTAGE, pageWith } from './sample.ts';
import { SCENES } from './scenes.ts';

/** All that the words can say, with samples for what they are given. */
function textsOf(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function')
    return [1, 2].map((count) => (words as (...values: unknown[]) => string)(count, '12.5'));
  return Object.values(words as object).flatMap(textsOf);
}

const find = (path: string, className: string, page = SCENES.outage): string[] =>
  readHtml(site(page).get(path)!)
    .filter(({ attributes }: Tag) => attributes.class === className)
    .map(textIn);

describe('the words of the page', () => {
  test.each(textsOf(siteWords.fr))('French is set as French is: %s', (text) => {
    expect(text).not.toMatch(/ [:;?!»%]|« |'|(?<![\u00a0\d/])[:;?!»](?!\/)/);
  });

  test.each(textsOf(siteWords.en))('English is set as English is: %s', (text) => {
    expect(text).not.toMatch(/[\s\u00a0][:;?!%]|'/);
  });

  test('a time of today is an hour, a later one has its day, and the zone is named once', { tags: 'slow' }, () => {
    expect(find('index.html', 'next')).toEqual(['Next update by 15:30.']);
    expect(find('fr/index.html', 'next')).toEqual(['Prochain point de situation au plus tard à 15\u00a0h\u00a030.']);
    expect(find('incidents/k3m9x2p7q1z8.html', 'as-of')).toEqual(['As of Fri 20 Nov 2026, 15:10 UTC']);
    expect(find('maintenance/m-next.html', 'facts')).toEqual([
      ' Planned · Mon 15:10 – 17:10 (2\u00a0h)Affects Checkout, API',
    ]);
    expect(find('fr/maintenance/m-next.html', 'facts')).toEqual([
      ' Planifiée · lundi, 15\u00a0h\u00a010 – 17\u00a0h\u00a010 (2\u00a0h)Services concernés\u00a0: Paiement, API',
    ]);
  });

  test('a promise that is broken is told as such, and none of what is over', { tags: 'slow' }, () => {
    const late = (changes: object) =>
      find('index.html', 'next', { ...SCENES.outage, incidents: [{ ...OUTAGE, ...changes }] });
    expect(late({ nextUpdateBy: NOW - 60_000 })).toEqual(['The next update is late. It was due by 15:09.']);
    expect(late({ stage: 'resolved' })).toEqual([]);
    expect(late({ nextUpdateBy: null })).toEqual([]);
  });

  test('a corrected text says so, and when', { tags: 'slow' }, () => {
    expect(find('index.html', 'corrected')).toEqual(['corrected 15:04']);
    expect(find('fr/index.html', 'corrected')).toEqual(['corrigé à 15\u00a0h\u00a004']);
  });

  test('availability stands beside what is promised, cut and never rounded up', { tags: 'slow' }, () => {
    expect(find('index.html', 'availability')).toEqual([
      'Availability: 99.65% in November, below the promised 99.9%\u00a0· 99.97% in 2026, promised 99.9%',
      'Availability: 100% in November, promised 99.5%\u00a0· 100% in 2026',
      'Availability: 99.75% in November, below the promised 99.95%\u00a0· 99.97% in 2026, promised 99.95%',
      'Availability: 100% in November\u00a0· 100% in 2026',
    ]);
    expect(find('fr/index.html', 'availability')[0]).toBe(
      'Disponibilité\u00a0: 99,65\u00a0% en novembre, sous l’engagement de 99,9\u00a0%\u00a0· 99,97\u00a0% en 2026, engagement\u00a0: 99,9\u00a0%',
    );
    const short = { ...OUTAGE, from: NOW - 1000, components: ['api'] };
    expect(find('index.html', 'availability', pageWith({ incidents: [short] }))[0]).toMatch(
      /^Availability: 99\.99% in November/,
    );
  });
});
