import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { check } from '../../src/cli/check.ts';
import { onCallWarnings } from '../../src/capabilities/on-call/warnings.ts';
import type { Language } from '../../src/model/language.ts';
import { startGitHub } from '../../src/rehearsal/github/server.ts';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';
import { schedulesOf } from './read.ts';

const NOW = Date.parse('2026-11-20T12:00Z');

/** What is odd about one schedule, at noon of 20 November 2026 UTC. */
const oddities = (schedule: string, language: Language = 'en'): readonly string[] =>
  onCallWarnings({ schedules: schedulesOf(`duty: ${schedule}\n`, 'Europe/Paris'), language }, NOW);

describe('what is odd about a schedule', () => {
  test.each([
    ['nothing', '{ layers: [{ every: 1w, from: 2026-01-05T09:00, people: [sue, tom] }] }', []],
    [
      'one gap, in the zone of the schedule',
      `{ layers: [{ every: 1w, from: 2026-11-23T09:00, people: [sue] }], overrides: [{ from: 2026-11-20T09:00, to: 2026-11-21T09:00, person: tom }] }`,
      [
        'schedules.duty: nobody is on call from Sat 21 Nov 2026, 09:00 Europe/Paris (08:00 UTC) to Mon 23 Nov 2026, 09:00 Europe/Paris (08:00 UTC)',
      ],
    ],
    [
      'one that goes on',
      `{ layers: [{ every: 1w, from: 2026-01-05T09:00, people: [{ login: sue, until: 2026-12-01 }] }] }`,
      ['schedules.duty: nobody is on call from Tue 1 Dec 2026, 00:00 Europe/Paris (Mon 23:00 UTC) on'],
    ],
    [
      'nights',
      '{ layers: [{ every: 1w, from: 2026-01-05T09:00, hours: 08:00-20:00, people: [sue] }] }',
      [
        'schedules.duty: nobody is on call 60 times in the next 60 days, first from Fri 20 Nov 2026, 20:00 Europe/Paris (19:00 UTC) to Sat 21 Nov 2026, 08:00 Europe/Paris (07:00 UTC)',
      ],
    ],
    [
      'nobody for long',
      '{ timezone: UTC, layers: [{ every: 1w, from: 2027-03-01T09:00, people: [sue] }] }',
      ['schedules.duty: nobody is on call in the next 60 days'],
    ],
    [
      'people who left',
      `{ layers: [{ every: 1w, from: 2026-01-05T09:00, people: [sue, { login: tom, until: 2026-11-01 }, { login: uma, until: 2027-01-01 }] }] }`,
      [
        'schedules.duty.layers[0].people[1]: "tom" left on Sun 1 Nov 2026, 00:00 Europe/Paris (Sat 23:00 UTC) and is passed over since',
      ],
    ],
    [
      'overrides that never apply',
      `
    layers: [{ every: 1w, from: 2026-01-05T09:00, people: [sue] }]
    overrides:
      - { from: 2026-12-01, to: 2026-12-02, person: sue }
      - { from: 2026-12-03, to: 2026-12-04, person: tom }
      - { from: 2026-12-03, to: 2026-12-05, person: uma }
      - { from: 2027-03-28T02:10, to: 2027-03-28T02:50, person: tom }
      - { from: 2026-02-01, to: 2026-02-02, person: sue }`,
      [
        'schedules.duty.overrides[0]: never applies: its person is on call then anyway',
        'schedules.duty.overrides[1]: never applies: later overrides hide it',
        'schedules.duty.overrides[3]: never applies: the clocks skip all of it',
      ],
    ],
  ])('%s', (_title, schedule, lines) => {
    expect(oddities(schedule)).toEqual(lines);
  });
});

test('all of it is said in French too', () => {
  const schedule = (text: string) => oddities(text, 'fr').map((line) => line.replaceAll('\u00a0', '_'));
  expect(schedule('{ layers: [{ every: 1w, from: 2027-03-01, people: [sue] }] }')).toEqual([
    'schedules.duty_: personne n’est d’astreinte dans les 60 jours à venir',
  ]);
  expect(schedule('{ layers: [{ every: 1w, from: 2026-01-05, days: mon-sat, people: [sue] }] }')).toEqual([
    'schedules.duty_: 9 périodes sans personne d’astreinte dans les 60 jours à venir, la première du dim. 22 nov. 2026, 0_h Europe/Paris (sam. 23_h UTC) au lun. 23 nov. 2026, 0_h Europe/Paris (dim. 23_h UTC)',
  ]);
  const people = '{ login: sue, until: 2026-12-01 }, { login: tom, until: 2026-11-01 }';
  const over = '{ from: 2026-11-23, to: 2026-11-24, person: sue }';
  expect(
    schedule(`{ layers: [{ every: 1w, from: 2026-01-05, people: [${people}] }], overrides: [${over}, ${over}] }`),
  ).toEqual([
    'schedules.duty_: personne n’est d’astreinte à partir du mar. 1er déc. 2026, 0_h Europe/Paris (lun. 23_h UTC)',
    'schedules.duty.layers[0].people[1]_: «_tom_» a quitté la rotation le dim. 1er nov. 2026, 0_h Europe/Paris (sam. 23_h UTC)_; son tour passe à la personne suivante',
    'schedules.duty.overrides[0]_: n’a jamais d’effet_: les remplacements suivants le recouvrent',
    'schedules.duty.overrides[1]_: n’a jamais d’effet_: la personne indiquée serait de toute façon d’astreinte',
  ]);
});

describe('tocsin check', () => {
  let folder: string;
  let hub: EmbeddedGitHub;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tocsin-'));
    hub = await startGitHub({ people: { alice: 'maintain', sue: 'write', grace: 'read' } });
    vi.stubEnv('GITHUB_TOKEN', 'test-token');
    vi.stubEnv('GITHUB_API_URL', hub.url);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await hub.close();
    await rm(folder, { recursive: true });
  });

  /** Checks a policy; the name of its file is left out of the lines. */
  async function run(text: string, ...args: string[]): Promise<{ code: number; lines: string[] }> {
    const file = join(folder, 'policy.yml');
    await writeFile(file, text);
    const lines: string[] = [];
    const code = await check.run([file, ...args], (line) => lines.push(line.replace(file, 'p.yml')));
    return { code, lines };
  }

  const POLICY = `
roles: { sre: { schedule: sre }, boss: [grace, Zoe], desk: zoe }
inform: [sre, boss, desk]
schedules: { sre: { layers: [{ every: 1w, from: 2199-01-05T09:00, people: [sue, yan, { login: xen, until: 2199-03-01 }] }] } }
fallback: bob
`;

  test('warns after a good policy, and finds it good', async () => {
    expect(await run(POLICY)).toEqual({
      code: 0,
      lines: ['p.yml is good.', 'p.yml: warning: schedules.sre: nobody is on call in the next 60 days'],
    });
  });

  test('warns of those who never have a turn', async () => {
    const { code, lines } = await run(`
roles: { sre: { schedule: sre } }
schedules: { sre: { layers: [{ every: 1mo, from: 2026-01-05, people: [sue] }, { every: 1w, from: 2026-01-05, people: [yan] }] } }
fallback: bob
`);
    expect([code, lines.at(-1)]).toEqual([
      0,
      'p.yml: warning: schedules.sre.layers[0].people[0]: "sue" never has a turn: later layers take the hours of all of theirs',
    ]);
  });

  test('says nothing of the kind after a bad one', async () => {
    const { code, lines } = await run(POLICY.replace('boss:', '"@":'));
    expect([code, lines.filter((line) => line.includes('warning'))]).toEqual([1, []]);
  });

  test('names those who have no access to a repository', async () => {
    const { code, lines } = await run(POLICY, '--repo', 'acme/shop');
    expect(code).toBe(0);
    expect(lines.slice(2)).toEqual([
      'p.yml: warning: roles.boss: "Zoe" has no access to acme/shop, so a mention does not reach them',
      'p.yml: warning: schedules.sre: "yan" has no access to acme/shop, so a mention does not reach them',
      'p.yml: warning: schedules.sre: "xen" has no access to acme/shop, so a mention does not reach them',
      'p.yml: warning: fallback: "bob" has no access to acme/shop, so a mention does not reach them',
    ]);
  });

  test('says what it needs for that', async () => {
    await expect(run(POLICY, '--repo', 'shop')).rejects.toThrow('--repo: "shop" is not OWNER/NAME');
    await expect(run(POLICY, '--repo', 'acme/other')).resolves.toBeDefined();
    vi.stubEnv('GITHUB_TOKEN', '');
    vi.stubEnv('GH_TOKEN', '');
    await expect(run(POLICY, '--repo', 'acme/shop')).rejects.toThrow('set GITHUB_TOKEN or GH_TOKEN');
  });
});
