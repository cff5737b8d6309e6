import { describe, expect, test } from 'vitest';
import { explainDays, type ExplainedDay } from '../../src/calendar/target.ts';
import type { Clock } from '../../src/capabilities/clocks/clocked.ts';
import { explanations, renderDays } from '../../src/capabilities/clocks/explanation.ts';
import type { ClockName } from '../../src/capabilities/clocks/table.ts';
import { at, clock, policyOf, situationAt } from './situations.ts';

/* How a deadline came about, day by day. */

const policy = await policyOf();
const office = policy.priorities.P2.clocks.resolve!.calendar;

describe('a day', () => {
  const HOURS = [
    { from: at(9), to: at(12) },
    { from: at(14), to: at(17.5) },
  ];
  const day = (parts: Partial<ExplainedDay> = {}): ExplainedDay => ({
    date: '2026-01-13',
    source: 'weekly',
    open: HOURS,
    counted: 0,
    paused: 0,
    nth: null,
    ...parts,
  });
  const line = (parts: Partial<ExplainedDay>, language: 'en' | 'fr' = 'en', zone = 'UTC'): string =>
    renderDays({ language }, [day(parts)], zone).join('\n');

  test.each<[Partial<ExplainedDay>, string, string]>([
    [{}, 'Tue 13 Jan 2026: 09:00-12:00, 14:00-17:30', 'mar. 13 janv. 2026 : 9 h – 12 h, 14 h – 17 h 30'],
    [{ open: [] }, 'Tue 13 Jan 2026: closed', 'mar. 13 janv. 2026 : fermé'],
    [
      { open: [], source: 'holiday' },
      'Tue 13 Jan 2026: closed; public holiday',
      'mar. 13 janv. 2026 : fermé ; jour férié',
    ],
    [
      { open: HOURS.slice(0, 1), source: 'exception', counted: 3_600_000 },
      'Tue 13 Jan 2026: 09:00-12:00; exception; 1 h count',
      'mar. 13 janv. 2026 : 9 h – 12 h ; exception ; 1 h comptée',
    ],
    [
      { open: HOURS.slice(0, 1), counted: 7_200_000, paused: 3_600_000 },
      'Tue 13 Jan 2026: 09:00-12:00; 2 h count; 1 h paused',
      'mar. 13 janv. 2026 : 9 h – 12 h ; 2 h comptées ; 1 h suspendue',
    ],
    [
      { open: HOURS.slice(0, 1), counted: 7_200_000, nth: 2 },
      'Tue 13 Jan 2026: 09:00-12:00; business day 2',
      'mar. 13 janv. 2026 : 9 h – 12 h ; jour ouvré 2',
    ],
    [
      { open: HOURS.slice(0, 1), counted: 7_200_000, nth: 0 },
      'Tue 13 Jan 2026: 09:00-12:00',
      'mar. 13 janv. 2026 : 9 h – 12 h',
    ],
    [{ open: [{ from: at(0), to: at(24) }] }, 'Tue 13 Jan 2026: 00:00-24:00', 'mar. 13 janv. 2026 : 0 h – 24 h'],
    [
      { open: [{ from: at(0.5), to: at(24.5) }] },
      'Tue 13 Jan 2026: 00:30-00:30',
      'mar. 13 janv. 2026 : 0 h 30 – 0 h 30',
    ],
    [{ open: [{ from: at(3), to: at(10) }] }, 'Tue 13 Jan 2026: 03:00-10:00', 'mar. 13 janv. 2026 : 3 h – 10 h'],
  ])('%j is a line', (parts, en, fr) => {
    expect(line(parts)).toBe(en);
    expect(line(parts, 'fr').replace(/[\u00a0\u202f]/g, ' ')).toBe(fr);
  });

  test('has its hours in the zone of the calendar', () => {
    expect(line({}, 'en', 'Europe/Paris')).toBe('Tue 13 Jan 2026: 10:00-13:00, 15:00-18:30');
  });

  test('of more than forty are the first twenty and the last', () => {
    const days = explainDays(office, at(9), at(9) + 40 * 24 * 3_600_000);
    expect(days).toHaveLength(41);
    expect(renderDays(policy, days.slice(1), 'UTC')).toHaveLength(40);
    const lines = renderDays(policy, days, 'UTC');
    expect(lines).toHaveLength(41);
    expect(lines[20]).toBe('… 1 more days');
    expect(lines[19]).toContain('Sun 1 Feb');
    expect(lines[21]).toContain('Tue 3 Feb');
  });
});

describe('an explanation', () => {
  const situation = situationAt(policy, 13, 'P1');
  const of = (clocks: readonly Clock[], ...names: ClockName[]): string[] =>
    explanations({ ...situation, clocks: { current: clocks, verdicts: [] } }, names);
  const ack = clock('acknowledge', 'missed', { target: '1h', due: at(11) });

  test('tells from when, by when, on which calendar, and what each day gave', () => {
    expect(of([ack])).toEqual([
      [
        '**Acknowledge**: `1h` from 10:00 UTC, due **11:00 UTC**. Counted on the calendar `always` (UTC).',
        '',
        '- Tue 13 Jan 2026: 00:00-24:00; 1 h count',
      ].join('\n'),
    ]);
    const resolve = situation.clocks.current.find(({ name }) => name === 'resolve')!;
    expect(of([resolve])).toEqual([
      [
        '**Resolve**: `2d` from 10:00 UTC, due **Thu 17:00 UTC**. Counted on the calendar `office` (UTC).',
        '',
        '- Tue 13 Jan 2026: 09:00-17:00',
        '- Wed 14 Jan 2026: 09:00-17:00; business day 1',
        '- Thu 15 Jan 2026: 09:00-17:00; business day 2',
      ].join('\n'),
    ]);
  });

  test('is of the clocks that are named, of all for none, and says where there is none', () => {
    const both = [ack, clock('workaround', 'running', { target: '4h', due: at(14) })];
    expect(of(both)).toHaveLength(2);
    expect(of(both, 'workaround')).toEqual([expect.stringContaining('**Workaround**')]);
    expect(of(both, 'resolve')).toEqual(['No such deadline runs for this incident.']);
    expect(of([])).toEqual(['No such deadline runs for this incident.']);
  });

  test('says so where a pause keeps it open, or another target was in force', () => {
    expect(of([{ ...ack, due: Infinity }])[0]).toContain('due **not known while it is paused**.');
    const changed =
      '**Acknowledge**: `2h` from 10:00 UTC, due **11:00 UTC**.\n\nIt was decided under an earlier target; the policy says something else now.';
    expect(of([{ ...ack, target: '2h' }])).toEqual([changed]);
    expect(of([clock('restore', 'running', { target: '2h', due: at(11) })])[0]).toContain('under an earlier target');
  });

  test('counts what pauses took, and has no days while one goes on', async () => {
    const paused = await policyOf('\npauses: { waiting: [acknowledge] }\n');
    const over = situationAt(paused, 12, 'P1', [
      [10.25, '+waiting'],
      [11.25, '-waiting'],
    ]);
    expect(explanations(over, ['acknowledge'])[0]).toContain('due **12:00 UTC**');
    expect(explanations(over, ['acknowledge'])[0]).toContain('- Tue 13 Jan 2026: 00:00-24:00; 1 h count; 1 h paused');
    const still = situationAt(paused, 12, 'P1', [[10.25, '+waiting']]);
    expect(explanations(still, ['acknowledge'])[0]).toMatch(/paused\*\*\. Counted on the calendar `always` \(UTC\)\.$/);
  });
});
