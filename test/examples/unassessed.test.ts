import { describe, expect, test } from 'vitest';
import { report, SIX } from '../support/report.ts';
import { asks, HOUR, MINUTE, mentioned, stageOf, visible } from '../support/stage.ts';
import { recorder } from '../support/pager.ts';
import { exampleText, iso, type ExampleName } from './policies.ts';

/* What a stranger reports is chased within the hours that the document guarantees for what it reads like. */

const TEAM = [
  'alice',
  'bob',
  'carol',
  'dave',
  'emma',
  'ian',
  'mona',
  'pat',
  'sue',
  'tom',
  'uma',
  'vic',
  'wes',
  'xia',
  'grace',
];
const PEOPLE = Object.fromEntries(TEAM.map((login) => [login, 'write' as const]));

async function reported(name: ExampleName, start: string, impact: string, language: 'en' | 'fr') {
  const { pager, pages } = recorder();
  const stage = await stageOf({ policy: exampleText(name), people: PEOPLE, start: Date.parse(start), pager });
  const { hub } = stage;
  const n = hub
    .as('rita')
    .openIssue({ title: 'Nothing works', body: report({ ...SIX, impact }, language), labels: ['incident'] });
  await stage.react();
  return {
    ...{ stage, hub, n, pages },
    until: (instant: string, every: number) => stage.pass(Date.parse(instant) - hub.clock.now(), every),
    told: () =>
      hub
        .issue(n)
        .comments.filter(({ body }) => body.startsWith('<!-- tocsin:notice'))
        .map(({ body, createdAt }) => [iso(createdAt), ...mentioned(visible(body))].join(' ')),
    last: () => asks(hub.issue(n)).at(-1)!,
  };
}

describe('the learning platform: a total outage that a stranger reports on Friday at 18:30', () => {
  test(
    'is chased on Saturday morning, when a blocking fault had to be taken on, and then less and less often',
    { tags: 'slow' },
    async () => {
      const it = await reported('learning-platform', '2026-11-20T18:30+01:00', 'Perte de tous les accès', 'fr');
      await it.until('2026-11-23T13:00+01:00', 30 * MINUTE);
      expect(it.told()).toEqual([
        '2026-11-20T17:30Z alice', // Friday 18:30: assess
        '2026-11-20T17:30Z rita emma', // and the receipt
        '2026-11-21T08:30Z alice', // Saturday 9:30: an open hour later
        '2026-11-21T09:30Z alice carol', // two
        '2026-11-21T11:30Z alice carol', // four
        '2026-11-21T15:30Z alice carol', // eight
        '2026-11-23T08:30Z alice', // Monday 9:30: acknowledge due, as for anything that nobody has assessed
      ]);
      expect(it.last()).toMatch(/non pris en charge\. Écrivez `\/ack` maintenant/);
      expect(it.pages).toEqual([]);
    },
  );

  test('is left in peace once somebody has assessed it', { tags: 'slow' }, async () => {
    const it = await reported('learning-platform', '2026-11-20T18:30+01:00', 'Perte de tous les accès', 'fr');
    it.hub.as('alice').comment(it.n, '/priority P2 seulement lent');
    await it.stage.react();
    await it.until('2026-11-21T18:00+01:00', HOUR);
    expect(it.told()).toEqual(['2026-11-20T17:30Z alice', '2026-11-20T17:30Z rita emma']);
  });
});

describe('the network provider: a total loss of access that a stranger reports at night', () => {
  test('is asked of the SRE on call, who is chased after a quarter of an hour', { tags: 'slow' }, async () => {
    const it = await reported('network-provider', '2026-11-21T23:30Z', 'All access lost', 'en');
    await it.until('2026-11-22T00:00Z', 5 * MINUTE);
    expect(it.told()).toEqual([
      '2026-11-21T23:30Z uma',
      '2026-11-21T23:30Z rita',
      '2026-11-21T23:45Z uma',
      '2026-11-22T00:00Z uma grace',
    ]);
    expect(it.last()).toContain('**🔵 Reads like a P0, and nobody has assessed it: comment `/priority P0`.**');
    expect(it.last()).toContain('As a P0 it had to be acknowledged by Sat 23:45 UTC.');
    expect(it.pages).toEqual([]);
  });

  test('is chased ever less, and by what a late run finds only once', { tags: 'slow' }, async () => {
    const it = await reported('network-provider', '2026-11-21T23:30Z', 'All access lost', 'en');
    await it.until('2026-11-22T11:30Z', 12 * HOUR);
    expect(it.told()).toEqual(['2026-11-21T23:30Z uma', '2026-11-21T23:30Z rita', '2026-11-22T11:30Z tom grace']);
    await it.until('2026-12-21T11:30Z', 6 * HOUR);
    const chases = asks(it.hub.issue(it.n)).filter((text) => text.includes('Reads like a P0'));
    expect(chases).not.toEqual([]);
    expect(chases.length).toBeLessThan(12);
  });
});

describe('data that is lost', () => {
  test.each([
    ['learning-platform', 'Performance dégradée', 'Oui', 'fr', 'P0'],
    ['network-provider', 'Performance degraded', 'Yes', 'en', 'P1'],
  ] as const)(
    'is as urgent as the document says, whatever the impact: %s',
    { tags: 'slow' },
    async (name, impact, data, language, priority) => {
      const stage = await stageOf({ policy: exampleText(name), people: PEOPLE });
      const body = report({ ...SIX, impact, data }, language);
      const n = stage.hub.as('rita').openIssue({ title: 'Slow', body, labels: ['incident'] });
      await stage.react();
      expect(
        stage.hub
          .issue(n)
          .comments.map((it) => it.body)
          .join(),
      ).toContain(`**${priority}**`);
    },
  );
});
