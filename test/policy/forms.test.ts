import { describe, expect, test } from 'vitest';
import { meantDuration, parseDuration, writeTime } from '../../src/policy/duration.ts';
import { HOUR, MINUTE } from '../../src/calendar/length.ts';
import { DAY_KEYS, daysOf, isDate, parseSpan } from '../../src/policy/hours.ts';
import { parseThreshold } from '../../src/capabilities/escalation/threshold.ts';
import { hint, nearest, quote, show } from '../../src/policy/wording.ts';

describe('durations', () => {
  test.each([
    ['90m', 0, 90 * MINUTE],
    ['1h30m', 0, 90 * MINUTE],
    ['1h 30m', 0, 90 * MINUTE],
    ['2h', 0, 2 * HOUR],
    ['6d', 6, 0],
    ['1w', 7, 0],
    ['1w2d3h4m', 9, 3 * HOUR + 4 * MINUTE],
  ])('%s', (text, days, ms) => {
    expect(parseDuration(text)).toMatchObject({ days, ms });
  });

  test.each(['', '0m', '0h0m', '1.5h', '-1h', '30', 'h', '30m1h', '1h1h', '9999999m', ' 1h', '1h\n', '١h'])(
    '%j is none',
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );

  test.each([
    ['30 min', '30m'],
    ['2 hours', '2h'],
    ['1 hour and 30 minutes', '1h30m'],
    ['3 jours', '3d'],
    ['2H', '2h'],
    ['soon', undefined],
    ['2h', undefined],
  ])('%j means %j', (text, meant) => {
    expect(meantDuration(text)).toBe(meant);
  });

  test.each([
    [30 * MINUTE, '30m'],
    [60 * MINUTE, '1h'],
    [90 * MINUTE, '1h30m'],
    [24 * HOUR, '24h'],
  ])('%i ms is written %s', (ms, text) => {
    expect(writeTime(ms)).toBe(text);
  });
});

describe('thresholds', () => {
  test.each([
    ['start', 'start', { clock: 'start' }],
    ['acknowledge due', 'acknowledge due', { clock: 'acknowledge', offset: 0 }],
    ['resolve 75%', 'resolve 75%', { clock: 'resolve', percent: 75 }],
    ['resolve  75 %', 'resolve 75%', { clock: 'resolve', percent: 75 }],
    ['resolve due - 30m', 'resolve due - 30m', { clock: 'resolve', offset: -30 * MINUTE }],
    ['restore due+90m', 'restore due + 1h30m', { clock: 'restore', offset: 90 * MINUTE }],
    ['workaround due + 24h', 'workaround due + 24h', { clock: 'workaround', offset: 24 * HOUR }],
    ['update due', 'update due', { clock: 'update', offset: 0 }],
    ['no-progress 50%', 'no-progress 50%', { clock: 'no-progress', percent: 50 }],
    ['post-mortem due-8h', 'post-mortem due - 8h', { clock: 'post-mortem', offset: -8 * HOUR }],
    ['review due +24h', 'review due + 24h', { clock: 'review', offset: 24 * HOUR }],
  ])('%j', (text, canonical, at) => {
    expect(parseThreshold(text)).toEqual({ at, text: canonical });
    // The canonical spelling names the step, so it has to mean the same.
    expect(parseThreshold(canonical)).toEqual({ at, text: canonical });
  });
});

describe('days and hours', () => {
  test.each([
    ['mon', ['mon']],
    ['mon-fri', ['mon', 'tue', 'wed', 'thu', 'fri']],
    ['sat-mon', ['sat', 'sun', 'mon']],
    ['sun-sat', ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']],
  ] as const)('%s', (key, days) => {
    expect(daysOf(key)).toEqual(days);
  });

  test('there is a key for every day and every range', () => {
    expect(new Set(DAY_KEYS).size).toBe(49);
  });

  test.each([
    ['09:00-19:00', ['09:00', '19:00']],
    ['9:00 - 19:00', ['09:00', '19:00']],
    ['22:00-06:00', ['22:00', '06:00']],
    ['00:00-24:00', ['00:00', '24:00']],
    ['24:00-06:00', undefined],
    ['09:00-09:00', undefined],
    ['09:00-25:00', undefined],
    ['09:00', undefined],
  ])('%s', (text, span) => {
    expect(parseSpan(text)).toEqual(span);
  });

  test.each([
    ['2026-02-28', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['9999-99-99', false],
  ])('%s is a date: %s', (text, is) => {
    expect(isDate(text)).toBe(is);
  });
});

describe('wording', () => {
  test.each([
    ['acknowlege', ['acknowledge', 'resolve'], 'acknowledge'],
    ['Resolve', ['acknowledge', 'resolve'], 'resolve'],
    ['post_mortem', ['post-mortem'], 'post-mortem'],
    ['strat', ['start'], 'start'],
    ['lang', ['language', 'timezone'], 'language'],
    ['xyz', ['acknowledge', 'resolve'], undefined],
    ['a', ['b', 'c'], undefined],
    ['x'.repeat(1000), ['x'], undefined],
  ])('nearest to %j of %j', (text, candidates, near) => {
    expect(nearest(text, candidates)).toBe(near);
  });

  test('a hint lists what there is when nothing is near', () => {
    expect(hint('xyz', ['alpha', 'beta'])).toBe('expected one of alpha, beta');
    expect(hint('xyz', [], 'no roles are defined')).toBe('no roles are defined');
  });

  test('what was found is shown short and on one line', () => {
    expect(show('a\nb')).toBe('"a\\nb"');
    expect(quote('x'.repeat(10_000))).toBe(`"${'x'.repeat(60)}…"`);
    expect([null, [], {}, 4, true].map(show)).toEqual(['nothing', 'a list', 'a map', '4', 'true']);
  });
});
