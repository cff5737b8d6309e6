// @module-tag slow

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shiftAt, shiftsBetween } from '../../src/capabilities/on-call/shifts.ts';
import { readWall } from '../calendar/oracle.ts';
import { onCallByMinute } from './oracle.ts';
import { tries } from '../support/tries.ts';
import { CHANGES, DAY, schedules, MINUTE } from './schedules.ts';

/** Days of the window, with the change of the clocks in the middle. */
const DAYS = 16;

describe('against an oracle that goes minute by minute', () => {
  test.each(CHANGES)('%s around %s: %s', (zone, date) => {
    const start = Date.parse(date) - (DAYS / 2) * DAY;
    const wall = readWall(zone, start, DAYS * 1440);
    fc.assert(
      fc.property(
        schedules(zone, start, DAYS),
        fc.array(fc.integer({ min: 0, max: DAYS * 1440 - 1 }), { minLength: 3, maxLength: 3 }),
        (schedule, minutes) => {
          const oracle = onCallByMinute(wall, schedule);
          const shifts = shiftsBetween(schedule, start, start + DAYS * DAY);
          const painted = new Array<string | null>(DAYS * 1440).fill(null);
          for (const { login, from, to } of shifts) painted.fill(login, (from - start) / MINUTE, (to - start) / MINUTE);
          expect(painted.findIndex((login, i) => login !== (oracle[i]?.[0] ?? null))).toBe(-1);

          for (const { from, to, override } of shifts) {
            const part = oracle.slice((from - start) / MINUTE, (to - start) / MINUTE);
            expect(override).toBe(part.some((minute) => minute?.[1]));
          }
          for (const minute of minutes) {
            expect(shiftAt(schedule, start + minute * MINUTE)?.login).toBe(oracle[minute]?.[0]);
          }
        },
      ),
      tries(2),
    );
  });
});
