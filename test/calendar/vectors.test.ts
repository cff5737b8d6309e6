import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileCalendar } from '../../src/calendar/calendar.ts';
import type { CalendarSpec, DaySemantics, Hours, Interval } from '../../src/calendar/calendar.ts';

interface VectorCalendar extends Omit<CalendarSpec, 'name' | 'exceptions'> {
  readonly overrides?: Record<string, Hours>;
}
interface Vector {
  readonly id: string;
  readonly calName: string;
  readonly note: string;
  readonly calendar: VectorCalendar;
  readonly start: string;
  readonly pauses?: readonly (readonly [string, string])[];
}
interface AddVector extends Vector {
  readonly op: 'add';
  readonly minutes: number;
  readonly expected: string;
}
interface BetweenVector extends Vector {
  readonly op: 'between';
  readonly end: string;
  readonly expected: number;
}
interface DayVector extends Vector {
  readonly days: number;
  readonly expectedBySemantics: Record<string, string>;
}

const { vectors, dayVectors } = JSON.parse(
  readFileSync(new URL('../fixtures/business-time-vectors.json', import.meta.url), 'utf8'),
) as { vectors: (AddVector | BetweenVector)[]; dayVectors: DayVector[] };

const SEMANTICS: Record<string, DaySemantics> = {
  sameTimeRollForward: 'same-time',
  endOfNthDay: 'end-of-day',
  hours24: '24-hours',
  standardDay: 'standard-day',
};

function calendarOf({ calName, calendar: { overrides = {}, ...spec } }: Vector) {
  return compileCalendar({ ...spec, name: calName, exceptions: overrides });
}

function pausesOf({ pauses = [] }: Vector): Interval[] {
  return pauses.map(([from, to]) => ({ from: Date.parse(from), to: Date.parse(to) }));
}

describe('the shared vectors', () => {
  test('are all there', () => {
    expect([vectors.length, dayVectors.length]).toEqual([38, 4]);
  });

  test.each(vectors)('$id: $op, $note', (vector) => {
    const calendar = calendarOf(vector);
    const start = Date.parse(vector.start);
    if (vector.op === 'add') {
      const due = calendar.add(start, vector.minutes * 60_000, pausesOf(vector));
      expect(new Date(due).toISOString()).toBe(vector.expected);
    } else {
      expect(calendar.between(start, Date.parse(vector.end), pausesOf(vector)) / 60_000).toBe(vector.expected);
    }
  });

  test.each(dayVectors)('$id: $days days, $note', (vector) => {
    for (const [name, expected] of Object.entries(vector.expectedBySemantics)) {
      const due = calendarOf(vector).addDays(Date.parse(vector.start), vector.days, SEMANTICS[name]!);
      expect([name, new Date(due).toISOString()]).toEqual([name, expected]);
    }
  });
});
