import { describe, expect, test } from 'vitest';
import { deliveryOf } from '../../src/setup/doctor/lag.ts';
import { DAY, HOUR, MINUTE } from '../support/stage.ts';
import { diagnosed, foundBy, patientWith, POLICY } from './doctor-patients.ts';

const START = Date.UTC(2026, 10, 2, 9);

describe('how punctual a schedule was', () => {
  const every = (gap: number, count: number): number[] => Array.from({ length: count }, (_, i) => START + i * gap);
  test.each<[string, number[], string[], number, object | null]>([
    [
      'is known of two runs',
      every(HOUR, 2),
      ['0 * * * *'],
      START + HOUR,
      { asked: 2, delivered: 2, median: HOUR, worst: HOUR },
    ],
    ['is not known of one', every(HOUR, 1), ['0 * * * *'], START + HOUR, null],
    [
      'counts what was asked for and dropped',
      every(65 * MINUTE, 10),
      ['4,19,34,49 * * * *'],
      START + 9 * 65 * MINUTE,
      { asked: 39, delivered: 10, median: 65 * MINUTE, worst: 65 * MINUTE },
    ],
    [
      'counts the time since the last run as a gap',
      every(15 * MINUTE, 5),
      ['*/15 * * * *'],
      START + 7 * HOUR,
      { asked: 29, delivered: 5, median: 15 * MINUTE, worst: 6 * HOUR },
    ],
    [
      'counts an instant of two expressions once',
      every(HOUR, 3),
      ['0 * * * *', '0,30 * * * *'],
      START + 2 * HOUR,
      { asked: 5 },
    ],
    [
      'leaves out what is no cron expression',
      every(HOUR, 3),
      ['whenever'],
      START + 2 * HOUR,
      { asked: null, delivered: 3 },
    ],
  ])('%s', (_, runs, crons, now, delivery) => {
    const found = deliveryOf(runs.toReversed(), crons, now);
    if (delivery === null) expect(found).toBeNull();
    else expect(found).toMatchObject(delivery);
  });
});

describe('the doctor', () => {
  const said = async (policy: string, gap: number): Promise<string> => {
    const hub = await patientWith({ policy });
    for (let at = 0; at < 2 * DAY; at += gap) {
      hub.clock.advance(gap);
      hub.ranOnSchedule();
    }
    return foundBy('lag', await diagnosed(hub)).join('\n');
  };

  test('says what GitHub delivered of the last 7 days', { tags: 'slow' }, async () => {
    expect(await said(POLICY, 30 * MINUTE)).toBe(
      'ok: In the last 7 days GitHub ran `.github/workflows/tocsin.yml` by its schedule 97 times, of 193 that it asks for; from one run to the next it took 30 min at the median, 40 min at worst. -> null',
    );
  });

  test('warns of gaps longer than the horizon of the watch', { tags: 'slow' }, async () => {
    expect(await said(POLICY, 3 * HOUR)).toMatch(
      /^warn: .* 3 h 10 min at worst\. A watch begins no sooner than 1 h before something is due: it may not begin at all\. -> a `horizon` longer than the worst gap/,
    );
    expect(await said(`${POLICY}watch: { horizon: 4h }\n`, 3 * HOUR)).toMatch(/^ok: /);
  });

  test(
    'warns of a deadline shorter than the usual gap where nothing is watched, unless there are ticks',
    { tags: 'slow' },
    async () => {
      const bare = `${POLICY}watch: { for: [] }\n`;
      expect(await said(bare, HOUR)).toMatch(
        /^warn: .* A P0 is to be acknowledged within 15 min: without a watch nobody notices in time that it was not\. -> the job `watch`/,
      );
      expect(await said(`${bare}tick: { from: [Watchdog] }\n`, HOUR)).toMatch(/^ok: /);
    },
  );

  test('says it in French', async () => {
    expect(await said(`${POLICY}language: fr\n`, 30 * MINUTE)).toContain(
      'd’un lancement à l’autre : 30 min en médiane, 40 min au pire.',
    );
  });
});
