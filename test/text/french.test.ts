import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE, DAY } from '../../src/calendar/length.ts';
import { EXPLAIN_WORDS } from '../../src/capabilities/clocks/explanation-words.ts';
import { escalationWords } from '../../src/capabilities/escalation/words.ts';
import { dated, dayOf, every, instant, shortInstant, written } from '../../src/text/time.ts';

/* What is counted, dated and elided in French as natives write it. */

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const PARIS = { language: 'fr', zone: 'Europe/Paris' } as const;
const FIRST = Date.parse('2026-12-01T17:30Z');

describe('in French', () => {
  test('the first of a month is its 1er', () => {
    expect(plain(instant(PARIS, FIRST))).toBe('mar. 1er déc. 2026, 18 h 30 Europe/Paris (17 h 30 UTC)');
    expect(plain(shortInstant(PARIS, FIRST))).toBe('1er déc. 2026, 18 h 30');
    expect(plain(shortInstant({ ...PARIS, today: FIRST + 20 * DAY }, FIRST))).toBe('mardi 1er décembre à 18 h 30');
    expect(dayOf(PARIS, FIRST)).toBe('mardi 1er décembre 2026');
    expect(dayOf(PARIS, FIRST + DAY)).toBe('mercredi 2 décembre 2026');
    expect(dated(DateTime.fromMillis(FIRST, { zone: 'UTC', locale: 'en' }), 'ccc d LLL')).toBe('Tue 1 Dec');
  });

  test('what comes again comes "toutes les heures" or "tous les jours"', () => {
    expect([MINUTE, HOUR, 2 * HOUR, 90 * MINUTE, DAY, 3 * DAY].map((it) => every('fr', it))).toEqual([
      'toutes les minutes',
      'toutes les heures',
      'toutes les 2 h',
      'toutes les 1 h 30 min',
      'tous les jours',
      'tous les 3 j',
    ]);
    expect([HOUR, 2 * HOUR].map((it) => every('en', it))).toEqual(['every hour', 'every 2 h']);
  });

  test('lengths of the policy have French units', () => {
    expect(['3d', '4h', '1h30m'].map((it) => plain(written('fr', it)))).toEqual(['3 j', '4 h', '1 h 30 min']);
    expect(written('en', '3d')).toBe('3d');
  });

  test('what is counted agrees with the time', () => {
    const { counted, lost } = EXPLAIN_WORDS.fr;
    expect(['1 h', '2 h', '1 h 30 min', '1 j', '2 j'].map(counted)).toEqual([
      '1 h comptée',
      '2 h comptées',
      '1 h 30 min comptées',
      '1 j compté',
      '2 j comptés',
    ]);
    expect(lost('1 h')).toBe('1 h suspendue');
  });

  test('de is elided before a vowel', () => {
    const { told, step } = escalationWords.fr;
    expect(told.step('start', 'urgent')).toBe('étape `start` d’`urgent`');
    expect(told.step('start', 'normal')).toBe('étape `start` de `normal`');
    expect(step.place(1, 2, '`escalade`')).toBe('Étape 1/2 d’`escalade`');
  });
});
