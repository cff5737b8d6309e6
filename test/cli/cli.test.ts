import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendar } from '../../src/cli/calendar.ts';
import { check } from '../../src/cli/check.ts';
import type { Subcommand } from '../../src/cli/subcommand.ts';
import { when } from '../../src/cli/when.ts';

const POLICY = `
language: en
timezone: Europe/Paris
calendars:
  weekdays: { mon-fri: 09:00-19:00, holidays: FR }
  nights: { mon-fri: 22:00-06:00 }
priorities:
  P0: { acknowledge: 15m, resolve: { within: 2h, calendar: weekdays } }
  P2: { resolve: { within: 6d, calendar: weekdays } }
`;

let folder: string;
let policy: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tocsin-'));
  policy = join(folder, 'policy.yml');
  await writeFile(policy, POLICY);
});
afterAll(() => rm(folder, { recursive: true }));

async function run(command: Subcommand, ...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const code = await command.run(args, (line) => lines.push(line));
  return { code, lines };
}

describe('tocsin calendar', () => {
  it.each([
    [['--calendar', 'always', '--from', '2026-11-20T18:30+01:00', '--add', '2h'], { due: '2026-11-20T19:30:00.000Z' }],
    [['--calendar', 'weekdays', '--from', '2026-11-20T18:30', '--add', '2h'], { due: '2026-11-23T09:30:00.000Z' }],
    [['--calendar', 'weekdays', '--from', '2026-11-20T18:30', '--add', '2d'], { due: '2026-11-24T17:30:00.000Z' }],
    [['--calendar', 'weekdays', '--from', '2026-11-10T18:30', '--to', '2026-11-12T10:30'], { minutes: 120 }],
    [
      [
        '--calendar',
        'weekdays',
        '--from',
        '2026-11-20T09:00',
        '--add',
        '2h',
        '--pause',
        '2026-11-20T10:00/2026-11-20T12:00',
      ],
      { due: '2026-11-20T12:00:00.000Z' },
    ],
    [
      ['--calendar', 'weekdays', '--from', '2026-11-20T09:00', '--add', '2h', '--pause', '2026-11-20T10:00/'],
      { due: null },
    ],
    // Of a wall-clock time that comes twice, the first.
    [['--calendar', 'always', '--from', '2026-10-25T02:30', '--add', '1h'], { due: '2026-10-25T01:30:00.000Z' }],
  ])('%j', async (args, answer) => {
    const { code, lines } = await run(calendar, '--policy', policy, '--json', ...args);
    expect([code, JSON.parse(lines.join())]).toEqual([0, answer]);
  });

  it.each([
    [
      ['--calendar', 'office', '--from', '2026-11-20', '--add', '1h'],
      'there is no "office"; expected weekdays or nights or always',
    ],
    [['--calendar', 'weekdays', '--from', 'tomorrow', '--add', '1h'], '--from: "tomorrow" has no time'],
    [['--calendar', 'weekdays', '--from', '2026-11-20', '--add', '1x'], '--add: "1x" is not a duration'],
    [['--calendar', 'weekdays', '--from', '2026-11-20'], 'expected either --add or --to'],
    [['--calendar', 'weekdays', '--from', '2026-11-20', '--add', '1h', '--pause', 'x'], '--pause: "x" is not a pause'],
    [['--from', '2026-11-20', '--add', '1h'], '--calendar is missing'],
    [['--calender', 'weekdays'], 'there is no option --calender; did you mean "--calendar"?'],
  ])('%j is refused', async (args, message) => {
    await expect(run(calendar, '--policy', policy, ...args)).rejects.toThrow(message);
  });
});

describe('tocsin when', () => {
  it('says how every deadline came about, day by day', async () => {
    const { lines } = await run(when, '--policy', policy, '--priority', 'P0', '--opened', '2026-11-10T18:30');
    expect(lines).toEqual([
      'P0, opened Tue 10 Nov 2026, 18:30 Europe/Paris (17:30 UTC)',
      '',
      'Acknowledge: 15m on always, due Tue 10 Nov 2026, 18:45 Europe/Paris (17:45 UTC)',
      '  Tue 10 Nov 2026: 00:00-24:00; 15 min count',
      '',
      'Resolve: 2h on weekdays, due Thu 12 Nov 2026, 10:30 Europe/Paris (09:30 UTC)',
      '  Tue 10 Nov 2026: 09:00-19:00; 30 min count',
      '  Wed 11 Nov 2026: closed; public holiday',
      '  Thu 12 Nov 2026: 09:00-19:00; 1 h 30 min count',
    ]);
  });

  it('counts business days', async () => {
    const { lines } = await run(when, '--policy', policy, '--priority', 'p2', '--opened', '2026-11-06T10:00');
    expect(lines.slice(2)).toEqual([
      'Resolve: 6d on weekdays, due Tue 17 Nov 2026, 10:00 Europe/Paris (09:00 UTC)',
      '  Fri 6 Nov 2026: 09:00-19:00',
      '  Sat 7 Nov 2026: closed',
      '  Sun 8 Nov 2026: closed',
      '  Mon 9 Nov 2026: 09:00-19:00; business day 1',
      '  Tue 10 Nov 2026: 09:00-19:00; business day 2',
      '  Wed 11 Nov 2026: closed; public holiday',
      '  Thu 12 Nov 2026: 09:00-19:00; business day 3',
      '  Fri 13 Nov 2026: 09:00-19:00; business day 4',
      '  Sat 14 Nov 2026: closed',
      '  Sun 15 Nov 2026: closed',
      '  Mon 16 Nov 2026: 09:00-19:00; business day 5',
      '  Tue 17 Nov 2026: 09:00-19:00; business day 6',
    ]);
  });

  it('as JSON, in French, with a pause', async () => {
    const french = join(folder, 'fr.yml');
    await writeFile(french, POLICY.replace('language: en', 'language: fr'));
    const args = ['--policy', french, '--priority', 'P0', '--opened', '2026-11-20T09:00'];
    const pause = ['--pause', '2026-11-20T10:00/2026-11-20T11:00'];
    const { lines } = await run(when, ...args, ...pause, '--json');
    expect(JSON.parse(lines.join())).toMatchObject({
      priority: 'P0',
      opened: '2026-11-20T08:00:00.000Z',
      clocks: [
        { clock: 'acknowledge', target: '15m', calendar: 'always', due: '2026-11-20T08:15:00.000Z' },
        {
          clock: 'resolve',
          calendar: 'weekdays',
          due: '2026-11-20T11:00:00.000Z',
          days: [{ date: '2026-11-20', source: 'weekly', minutes: 120, paused: 60 }],
        },
      ],
    });
    const text = (await run(when, ...args, ...pause)).lines.join('\n').replace(/[\u00a0\u202f]/g, ' ');
    expect(text).toContain('Résolution : 2 h sur weekdays, échéance ven. 20 nov. 2026, 12 h Europe/Paris (11 h UTC)');
    expect(text).toContain('  ven. 20 nov. 2026 : 9 h – 19 h ; 2 h comptées ; 1 h suspendue');
  });

  it('says what it does not understand', async () => {
    await expect(run(when, '--policy', policy, '--priority', 'P9', '--opened', '2026-11-20')).rejects.toThrow(
      'expected P0, P1, P2, P3',
    );
    await expect(
      run(when, '--policy', join(folder, 'none.yml'), '--priority', 'P0', '--opened', '2026-11-20'),
    ).rejects.toThrow('cannot be read');
  });
});

describe('tocsin check', () => {
  it('finds a good policy good', async () => {
    const good = join(folder, 'good.yml');
    await writeFile(good, 'roles: { responder: [alice] }\n');
    expect(await run(check, good)).toEqual({ code: 0, lines: [`${good} is good.`] });
  });

  it('warns where a good policy notifies nobody', async () => {
    const { code, lines } = await run(check, policy);
    expect(code).toBe(0);
    expect(lines).toContain(`${policy}: warning: priorities.P0: has no escalation, so nobody is notified of it`);
  });

  it('lists every problem of a bad one', async () => {
    const bad = join(folder, 'bad.yml');
    await writeFile(bad, 'languge: fr\npriorities:\n  P0: { resolve: 4x }\n');
    const { code, lines } = await run(check, bad);
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/bad\.yml:1:1: languge: is an unknown key; did you mean "language"\?/),
      expect.stringMatching(/bad\.yml:3:18: priorities\.P0\.resolve: "4x" is not a duration/),
    ]);
  });
});

it('the shipped command runs, and its exit code tells', { tags: 'slow' }, async () => {
  const cli = new URL('../../dist/cli.js', import.meta.url).pathname;
  const start = (...args: string[]) => promisify(execFile)(process.execPath, [cli, ...args], { encoding: 'utf8' });
  const holiday = await start(
    'calendar',
    '--policy',
    policy,
    '--calendar',
    'weekdays',
    '--from',
    '2026-11-10T18:30',
    '--add',
    '2h',
    '--json',
  );
  expect(JSON.parse(holiday.stdout)).toEqual({ due: '2026-11-12T09:30:00.000Z' });
  await expect(start('calendar')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/See (?:node \S+|npx \.) calendar --help\./) as string,
  });
  await expect(start('cal')).rejects.toMatchObject({
    code: 2,
    stderr: 'tocsin: there is no command "cal"; did you mean "calendar"?\n',
  });
});
