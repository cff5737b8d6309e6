import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../src/calendar/length.ts';
import type { PublicIncident, PublicStage } from '../../../src/status-page/page.ts';
import { newsOf, versionOf } from '../../../src/status-page/hosted/news.ts';
import { hostedWantedOf } from '../../../src/status-page/hosted/wanted.ts';
import { both, incident, maintenance, NOW, pageWith } from '../sample.ts';

const update = (id: string, ago: number, stage: PublicStage = 'investigating', corrected: number | null = null) => ({
  id,
  at: NOW - ago,
  stage,
  text: both(`${id}.`),
  correctedAt: corrected === null ? null : NOW - corrected,
});

type Updates = PublicIncident['updates'];

function news(updates: Updates, told: readonly string[] = [], stage = updates.at(-1)!.stage) {
  const page = pageWith({ incidents: [incident('one', { updates, stage })] });
  const wanted = hostedWantedOf(page, { components: {} }, new Map(), new Set());
  return newsOf(wanted.entries[0]!, told, wanted).map(({ text, stage: at }) => `${at}: ${text}`);
}

const version = (it: Updates[number]): string => versionOf(it);

describe('what is to be told of an entry', () => {
  const [a, b, c] = [
    update('a', 50 * MINUTE),
    update('b', 40 * MINUTE, 'identified'),
    update('c', HOUR / 2, 'monitoring'),
  ];

  test('is every update of a new one, in order', () => {
    expect(news([a, b, c])).toEqual(['investigating: a.', 'identified: b.', 'monitoring: c.']);
  });

  test('is what comes after what was told, and nothing once all was', () => {
    expect(news([a, b, c], ['a'])).toEqual(['identified: b.', 'monitoring: c.']);
    expect(news([a, b, c], ['a', 'b', 'c'])).toEqual([]);
  });

  test('takes the entry not back where an update comes late', () => {
    expect(news([a, b, c], ['a', 'c'])).toEqual(['monitoring: b.']);
  });

  test('is a correction of what was told, once; what was not told yet is told as it is now', () => {
    const mended = update('b', 40 * MINUTE, 'identified', 5 * MINUTE);
    expect(news([a, mended, c], ['a', 'b', 'c'])).toEqual(['monitoring: Correction: b.']);
    expect(news([a, mended, c], ['a'])).toEqual(['identified: b.', 'monitoring: c.']);
    expect(news([a, mended, c], ['a', version(mended), 'c'])).toEqual([]);
    const again = update('b', 40 * MINUTE, 'identified', MINUTE);
    expect(news([a, again, c], ['a', version(mended), 'c'])).toEqual(['monitoring: Correction: b.']);
  });

  test('is nothing older than a day where the entry is new there, but for its last word', () => {
    const old = [update('w', 3 * DAY), update('x', 2 * DAY, 'identified')];
    expect(news([...old, a])).toEqual(['investigating: a.']);
    expect(news(old)).toEqual(['identified: x.']);
    // What a page has once begun to tell it tells to the end, however late.
    expect(news([...old, a], ['w'])).toEqual(['identified: x.', 'investigating: a.']);
  });

  test('is nothing of what was over more than a day ago, unless it is known there', () => {
    const over = (ago: number) => [update('a', ago + HOUR), update('b', ago, 'resolved')];
    expect(news(over(DAY - MINUTE))).toEqual(['resolved: b.']);
    expect(news(over(DAY + MINUTE))).toEqual([]);
    expect(news([...over(9 * DAY), update('pm', MINUTE, 'postmortem')])).toEqual([]);
    expect(news([...over(9 * DAY), update('pm', MINUTE, 'postmortem')], ['a', 'b'])).toEqual(['postmortem: pm.']);
  });

  test('is nothing of a maintenance that was called off before it was known there', () => {
    const off = maintenance('m', {
      stage: 'cancelled',
      updates: [{ id: 'x', at: NOW, stage: 'cancelled', text: both('Called off.'), correctedAt: null }],
    });
    const wanted = hostedWantedOf(pageWith({ maintenances: [off] }), { components: {} }, new Map(), new Set());
    expect(newsOf(wanted.entries[0]!, [], wanted)).toEqual([]);
    expect(newsOf(wanted.entries[0]!, ['y'], wanted)).toHaveLength(1);
  });

  test('says of a correction in French that it is one', () => {
    const page = pageWith({
      languages: ['fr', 'en'],
      incidents: [incident('one', { updates: [update('a', HOUR, 'investigating', 1)] })],
    });
    const wanted = hostedWantedOf(page, { components: {} }, new Map(), new Set());
    expect(newsOf(wanted.entries[0]!, ['a'], wanted)[0]!.text).toBe('Correction\u00a0: a.');
  });
});

test('the worst comes first, then what is oldest, then what is over, then maintenance', () => {
  const page = pageWith({
    incidents: [
      incident('over', { stage: 'resolved', updates: [update('r', MINUTE, 'resolved')] }),
      incident('slow', { harm: 'degraded_performance' }),
      incident('down', { from: NOW - 2 * HOUR }),
      incident('also-down'),
    ],
    maintenances: [maintenance('work')],
  });
  const { entries } = hostedWantedOf(page, { components: {} }, new Map(), new Set());
  expect(entries.map(({ id }) => id)).toEqual(['down', 'also-down', 'slow', 'over', 'work']);
});
