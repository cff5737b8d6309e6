import { describe, expect, test } from 'vitest';
import { onCallLine, scheduleLines, scheduleMarkdown } from '../../src/capabilities/on-call/text.ts';
import { scheduleOf } from './read.ts';

const at = (text: string) => Date.parse(text);
/** With plain spaces. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const managers = scheduleOf(
  `{ layers: [{ every: 1w, from: 2026-01-05T09:00, people: [ian, { login: mona, until: 2026-04-10 }] }],
     overrides: [{ from: 2026-04-02T09:00, to: 2026-04-03T09:00, person: pat }] }`,
  'Europe/London',
);
const office = scheduleOf(
  '{ layers: [{ every: 1w, from: 2026-01-05, hours: 09:00-17:00, days: mon-fri, people: [ann, bob] }] }',
  'America/New_York',
);

describe('the table in Markdown', () => {
  test('has whole shifts in the zone of the schedule', () => {
    expect(scheduleMarkdown('en', managers, at('2026-03-28'), at('2026-04-04')).split('\n')).toEqual([
      '### duty',
      '',
      'Times are those of Europe/London.',
      '',
      '| From | To | On call |',
      '| --- | --- | --- |',
      '| Mon 23 Mar 2026, 09:00 | Mon 30 Mar 2026, 09:00 | `mona` |',
      '| Mon 30 Mar 2026, 09:00 | Thu 2 Apr 2026, 09:00 | `ian` |',
      '| Thu 2 Apr 2026, 09:00 | Fri 3 Apr 2026, 09:00 | `pat` (override) |',
      '| Fri 3 Apr 2026, 09:00 | Mon 6 Apr 2026, 09:00 | `ian` |',
    ]);
  });

  test('in French, with the times without anybody', () => {
    const text = plain(scheduleMarkdown('fr', office, at('2026-01-05T12:00Z'), at('2026-01-06T15:00Z')));
    expect(text.split('\n').slice(2)).toEqual([
      'Les heures sont celles de America/New_York.',
      '',
      '| Début | Fin | D’astreinte |',
      '| --- | --- | --- |',
      '| lun. 5 janv. 2026, 07:00 | lun. 5 janv. 2026, 09:00 | **personne** |',
      '| lun. 5 janv. 2026, 09:00 | lun. 5 janv. 2026, 17:00 | `ann` |',
      '| lun. 5 janv. 2026, 17:00 | mar. 6 janv. 2026, 09:00 | **personne** |',
      '| mar. 6 janv. 2026, 09:00 | mar. 6 janv. 2026, 17:00 | `ann` |',
    ]);
  });

  test('of no time at all', () => {
    expect(scheduleMarkdown('en', office, 0, 0)).toContain('\n\nNobody is on call in this time.');
  });
});

test('the list in a terminal', () => {
  expect(scheduleLines('en', managers, at('2026-04-02T00:00Z'), at('2026-04-03T00:00Z'))).toEqual([
    'duty (Europe/London):',
    '  Mon 30 Mar 2026, 09:00 – Thu 2 Apr 2026, 09:00  ian',
    '  Thu 2 Apr 2026, 09:00 – Fri 3 Apr 2026, 09:00  pat (override)',
  ]);
});

describe('who is on call', () => {
  const forever = scheduleOf('{ layers: [{ every: 1w, from: 2026-01-05, people: [ann] }] }');
  const ending = scheduleOf(
    '{ layers: [{ every: 1w, from: 2026-01-05, people: [{ login: ann, until: 2026-02-01 }] }] }',
  );
  test.each([
    [managers, '2026-04-01T12:00Z', 'ian until Thu 2 Apr 2026, 09:00 Europe/London (08:00 UTC), then pat'],
    [managers, '2026-04-02T12:00Z', 'pat (override) until Fri 3 Apr 2026, 09:00 Europe/London (08:00 UTC), then ian'],
    [managers, '2026-04-11T12:00Z', 'ian, for more than a year'],
    [managers, '2026-01-05T08:00Z', 'nobody until Mon 5 Jan 2026, 09:00 Europe/London (09:00 UTC), then ian'],
    [office, '2026-01-09T15:00Z', 'ann until Fri 9 Jan 2026, 17:00 America/New_York (22:00 UTC), then nobody'],
    [office, '2026-01-10T15:00Z', 'nobody until Mon 12 Jan 2026, 09:00 America/New_York (14:00 UTC), then bob'],
    [forever, '2026-01-10T15:00Z', 'ann, for more than a year'],
    [forever, '2024-12-01T15:00Z', 'nobody, for more than a year'],
    [ending, '2026-01-10T15:00Z', 'ann until Sun 1 Feb 2026, 00:00 UTC, then nobody'],
    [ending, '2026-02-01T00:00Z', 'nobody, for more than a year'],
  ])('case %#', (schedule, t, line) => {
    expect(onCallLine('en', schedule, at(t))).toBe(`duty: ${line}`);
  });

  test('in French', () => {
    expect(plain(onCallLine('fr', managers, at('2026-04-02T12:00Z')))).toBe(
      'duty : pat (remplacement) jusqu’au ven. 3 avr. 2026, 9 h Europe/London (8 h UTC), puis ian',
    );
  });
});
