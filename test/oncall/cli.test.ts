import { describe, expect, test } from 'vitest';
import { readOptions } from '../../src/cli/arguments.ts';
import { oncall, OPTIONS, showOnCall } from '../../src/cli/oncall.ts';
import type { Policy } from '../../src/capabilities/policy.ts';
import { goodPolicy } from '../policy/lines.ts';
import { schedulesOf } from './read.ts';

const schedules = schedulesOf(
  `
  managers:
    timezone: Europe/London
    layers: [{ every: 1w, from: 2026-01-05T09:00, people: [ian, mona] }]
  night desk: { layers: [{ every: 1d, from: 2026-01-05T20:00, hours: 20:00-08:00, people: [uma, vic] }] }
`,
  'Europe/Paris',
);
const NOW = Date.parse('2026-01-06T12:00Z');

function show(
  args: readonly string[],
  rota = schedules,
  review: Policy['review'] = null,
  language: Policy['language'] = 'en',
): string[] {
  const lines: string[] = [];
  const options = readOptions(args, OPTIONS);
  const policy = { language, zone: 'Europe/Paris', schedules: rota, review } as const;
  showOnCall(policy, options, NOW, (line) => lines.push(line));
  return lines;
}

describe('tocsin oncall', () => {
  test('says who is on call now', () => {
    expect(show([])).toEqual([
      'managers: ian until Mon 12 Jan 2026, 09:00 Europe/London (09:00 UTC), then mona',
      'night desk: nobody until Tue 6 Jan 2026, 20:00 Europe/Paris (19:00 UTC), then vic',
    ]);
  });

  test.each([
    // In the zone of the schedule, and in that of the policy.
    [['--schedule', 'managers', '--at', '2026-01-12T08:59'], 0, 'managers: ian'],
    [['--schedule', 'managers', '--at', '2026-01-12T09:00'], 0, 'managers: mona'],
    [['--at', '2026-01-12T09:59'], 0, 'managers: ian'],
    [['--at', '2026-01-12T10:00'], 0, 'managers: mona'],
    [['--at', '2026-01-12T09:00Z'], 0, 'managers: mona'],
    [['--at', '2026-01-12T08:00Z'], 1, 'night desk: nobody'],
    [['--at', '2026-01-12T06:59Z'], 1, 'night desk: uma'],
  ])('%j', (args, line, begins) => {
    expect(show(args)[line]!.startsWith(`${begins} until`)).toBe(true);
  });

  test('lists the shifts of so many days', () => {
    expect(show(['--days', '1'])).toEqual([
      'managers (Europe/London):',
      '  Mon 5 Jan 2026, 09:00 – Mon 12 Jan 2026, 09:00  ian',
      '',
      'night desk (Europe/Paris):',
      '  Tue 6 Jan 2026, 13:00 – Tue 6 Jan 2026, 20:00  nobody',
      '  Tue 6 Jan 2026, 20:00 – Wed 7 Jan 2026, 08:00  vic',
      '  Wed 7 Jan 2026, 08:00 – Wed 7 Jan 2026, 13:00  nobody',
    ]);
  });

  test('as Markdown', () => {
    const text = show(['--markdown', '--days', '7']).join('\n');
    expect(text).toMatch(/^### managers\n\nTimes are those of Europe\/London\.\n\n\| From /);
    expect(text).toContain('`mona` |\n\n### night desk\n');
  });

  test('as a calendar, with lines that end as they must when each is printed with a line feed', () => {
    const file = show(['--ics'])
      .map((line) => `${line}\n`)
      .join('');
    expect(file.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
    expect(file.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
    expect(file).toContain('NAME:On call: managers\\, night desk\r\n');
    expect(file).toContain('DTSTART:20260105T090000Z\r\nDTEND:20260112T090000Z\r\nSUMMARY:managers: ian\r\n');
    // 90 days touch 14 weeks, and have a shift each night.
    expect(file.match(/SUMMARY:managers/g)).toHaveLength(14);
    expect(file.match(/SUMMARY:night desk/g)).toHaveLength(90);
  });

  test('as a calendar with the review meetings of the policy, known by their day', async () => {
    const { review } = await goodPolicy('timezone: Europe/Paris\nreview: { every: 2w, on: tue, at: 10:00 }');
    const file = show(['--ics'], schedules, review, 'fr').join('\n');
    const found = [
      ...file.matchAll(
        /UID:(review-\S+)@tocsin\r\nDTSTAMP:\S+\r\nDTSTART:(\S+)\r\nDTEND:(\S+)\r\nSUMMARY:(.+)\r\n(TRANSP:.+)\r/g,
      ),
    ];
    expect(found).toHaveLength(6);
    expect(found[0]!.slice(1)).toEqual([
      'review-2026-01-20',
      '20260120T090000Z',
      '20260120T100000Z',
      'Revue des incidents',
      'TRANSP:OPAQUE',
    ]);
    // In summer time the hour is the same in Paris.
    expect(found.at(-1)!.slice(1, 3)).toEqual(['review-2026-03-31', '20260331T080000Z']);
    expect(show(['--ics', '--schedule', 'managers'], schedules, review).join()).not.toContain('review');
  });

  test('as JSON', () => {
    const uma = { login: 'uma', from: '2026-01-07T19:00:00.000Z', to: '2026-01-08T07:00:00.000Z', override: false };
    const vic = { login: 'vic', from: '2026-01-06T19:00:00.000Z', to: '2026-01-07T07:00:00.000Z', override: false };
    expect(JSON.parse(show(['--json', '--days', '2', '--schedule', 'night desk']).join())).toEqual([
      {
        schedule: 'night desk',
        zone: 'Europe/Paris',
        at: '2026-01-06T12:00:00.000Z',
        now: null,
        next: vic,
        shifts: [vic, uma],
      },
    ]);
  });

  test.each([
    [['--schedule', 'sre'], '--schedule: there is no "sre"; expected managers or night desk'],
    [['--at', 'noon'], '--at: "noon" is not a time'],
    [['--days', '0'], '--days: "0" is not a number of days; expected 1 to 366'],
    [['--days', '367'], '--days: "367" is not a number of days; expected 1 to 366'],
    [['--days', 'x'], '--days: "x" is not a number of days; expected 1 to 366'],
    [['--ics', '--json'], 'expected only one of --ics, --markdown and --json'],
    [['managers'], '"managers" is not expected here'],
  ])('%j is refused', (args, message) => {
    expect(() => show(args)).toThrow(message);
  });

  test('a policy without schedules', async () => {
    expect(() => show([], new Map())).toThrow('the policy has no schedules');
    await expect(oncall.run(['--week'], () => undefined)).rejects.toThrow('there is no option --week');
  });
});
