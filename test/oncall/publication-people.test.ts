import { describe, expect, test } from 'vitest';
import {
  type Given,
  groundAt,
  at,
  tellings,
  issueOf,
  opening,
  NIGHTS,
  NOW,
  MANAGERS,
  settled,
  effects,
  DAY,
  type Said,
  kinds,
  planned,
} from './publications.ts';
import { heldRoles } from '../support/team.ts';

const seen = (body: string): string => body.replace(/^<!--.*-->\n/, '').replaceAll(/[\u00a0\u202f]/g, ' ');

describe('who is told', () => {
  const told = (now: string, given?: Given): string[] => {
    const ground = groundAt(at(now), given);
    return tellings([issueOf(7, opening(ground).body)], ground).map(seen);
  };

  test.each<[string, string, Given, string[]]>([
    [
      'whoever is on call',
      '2026-11-03T12:00Z',
      {},
      ['@ian Your shift on `managers` has begun: until Mon 09:00 (London, 09:00 UTC), then `mona`.'],
    ],
    [
      'at the very beginning',
      '2026-11-09T09:00Z',
      {},
      ['@mona Your shift on `managers` has begun: until Mon 16 Nov, 09:00 (London, 09:00 UTC), then `ian`.'],
    ],
    [
      'nobody follows',
      '2026-11-03T22:00Z',
      { schedules: NIGHTS },
      ['@kim Your shift on `nights` has begun: until Wed 08:00 (London, 08:00 UTC), then nobody.'],
    ],
    ['nobody is on call', '2026-11-03T12:00Z', { schedules: NIGHTS }, []],
    ['before the first hand-off', '2026-11-02T08:59Z', {}, []],
    [
      'without an end',
      '2026-11-03T12:00Z',
      { schedules: 'solo: { layers: [{ every: 1w, from: 2026-11-02T09:00, people: [ian] }] }\n' },
      ['@ian Your shift on `solo` has begun: for more than a year.'],
    ],
    [
      'for more than a year',
      '2027-11-03T12:00Z',
      { schedules: 'solo: { layers: [{ every: 1w, from: 2026-11-02T09:00, people: [ian] }] }\n' },
      [],
    ],
  ])('%s', (_, now, given, texts) => {
    expect(told(now, given)).toEqual(texts);
  });

  test('in French', () => {
    expect(told('2026-11-03T12:00Z', { language: 'fr' })).toEqual([
      '@ian Votre astreinte sur `managers` a commencé : jusqu’à lundi à 9 h (heure de London, 9 h UTC), puis `mona`.',
    ]);
  });

  test('with a mark of the schedule, the shift and the person', () => {
    const ground = groundAt(NOW);
    const [body] = tellings([issueOf(7, opening(ground).body)], ground);
    const [from, to] = [at('2026-11-02T09:00Z'), at('2026-11-09T09:00Z')];
    expect(body!.split('\n')[0]).toBe(
      `<!-- tocsin:shift {"v":2,"issue":7,"schedule":"managers","from":${from},"to":${to},"login":"ian"} -->`,
    );
  });

  test.each<[string, string, string, string[]]>([
    ['later in the same shift', MANAGERS, '2026-11-08T12:00Z', []],
    ['in the next', MANAGERS, '2026-11-09T12:00Z', ['mona']],
    ['late, only the present one', MANAGERS, '2026-11-17T12:00Z', ['ian']],
    [
      'nobody when the end moves',
      MANAGERS.replace(' }] }', ' }], overrides: [{ from: 2026-11-09T09:00, to: 2026-11-12, person: ian }] }'),
      '2026-11-10T12:00Z',
      [],
    ],
    [
      'whoever takes over a shift that has begun',
      MANAGERS.replace(' }] }', ' }], overrides: [{ from: 2026-11-02T09:00, to: 2026-11-05, person: mona }] }'),
      '2026-11-03T13:00Z',
      ['mona'],
    ],
    [
      'whoever comes back after an override',
      MANAGERS.replace(' }] }', ' }], overrides: [{ from: 2026-11-04, to: 2026-11-05, person: mona }] }'),
      '2026-11-05T13:00Z',
      ['ian'],
    ],
    [
      'nobody at a hand-off to the same person',
      MANAGERS.replace('[ian, mona]', '[ian, ian, mona]'),
      '2026-11-10T12:00Z',
      [],
    ],
    ['nobody when capitals change', MANAGERS.replace('ian', 'Ian'), '2026-11-03T13:00Z', []],
    ['again when the schedule has another name', MANAGERS.replace('managers', 'bosses'), '2026-11-03T13:00Z', ['ian']],
  ])('after the first was told: %s', (_, schedules, now, logins) => {
    const issue = settled(groundAt(NOW));
    const later = effects([issue], groundAt(at(now), { schedules }));
    expect(later.flatMap((effect) => (effect.do === 'comment' ? effect.to : []))).toEqual(logins);
  });

  test('somebody on call for years is told once, at whatever instant', { tags: 'slow' }, () => {
    const schedules = 'solo: { layers: [{ every: 1w, from: 2026-11-02T09:00, people: [ian] }] }\n';
    const issue = settled(groundAt(NOW, { schedules }));
    for (let day = 0; day < 1500; day += 5) {
      const now = NOW + day * DAY;
      const later = effects([issue], groundAt(now, { schedules }));
      expect(
        later.filter((effect) => effect.do === 'comment'),
        new Date(now).toISOString(),
      ).toEqual([]);
    }
  });

  test.each<[string, Partial<Said>]>([
    ['of somebody else', { own: false }],
    ['with the mark further down', { body: 'Hello\n<!-- tocsin:shift {} -->' }],
    ['with a mark of another issue', { body: `<!-- tocsin:shift {"issue":8,"schedule":"managers"} -->` }],
    [
      'with a mark that is broken',
      { body: '<!-- tocsin:shift {"v":2,"issue":7,"schedule":"managers","from":"x"} -->' },
    ],
  ])('a comment %s has told nobody', (_, changes) => {
    const ground = groundAt(NOW);
    const [body] = tellings(
      [settled(ground)].map((it) => ({ ...it, timeline: [] })),
      ground,
    );
    const issue = issueOf(7, opening(ground).body, [{ id: 'C', body: body!, ...changes }]);
    expect(kinds([issue], ground)).toEqual(['comment']);
  });
});

describe('who cannot be reached', () => {
  const absent = (given: Given): { to: readonly string[]; text: string; unknown: readonly string[] } => {
    const ground = groundAt(NOW, { ...given, roles: { ian: null, ...given.roles } });
    const { effects, unknown } = planned([issueOf(7, opening(ground).body)], ground);
    const effect = effects.find((one) => one.do === 'comment')!;
    return { to: effect.to, text: seen(effect.body), unknown };
  };
  const said =
    'The shift of `ian` on `managers` has begun: until Mon 09:00 (London, 09:00 UTC), then `mona`. `ian` has no role in this repository, so that no mention reaches them.';

  test.each<[string, Given, string[]]>([
    ['a login', {}, ['grace']],
    ['a role', { fallback: 'lead' }, ['grace', 'kim']],
    ['a role of which some can be reached', { fallback: 'lead', roles: { grace: null } }, ['kim']],
    ['the owner', { fallback: 'owner', ownedByPerson: true, roles: { olga: 'admin' } }, ['olga']],
    ['an organisation', { fallback: 'owner' }, []],
    ['a role of a schedule, which is the same person', { fallback: 'manager' }, []],
    ['somebody who cannot be reached either', { roles: { grace: null } }, []],
  ])('the fallback is %s', (_, given, logins) => {
    const { to, text } = absent(given);
    expect(to).toEqual(logins);
    const name = given.fallback ?? 'grace';
    expect(text).toBe(
      logins.length > 0
        ? `${logins.map((login) => `@${login}`).join(' ')} ${said}\n\nAs the fallback of the policy, \`${name}\`, you are asked to tell them or to change the schedule.`
        : `${said}\n\nThe fallback of the policy, \`${name}\`, reaches nobody either.`,
    );
  });

  test('roles are asked for only where somebody is told, and of the fallback only where it is needed', () => {
    const nobody = { roles: heldRoles([]) };
    const ground = { ...groundAt(NOW), ...nobody };
    const issue = issueOf(7, opening(ground).body);
    expect(planned([issue], ground).unknown).toEqual(['ian']);
    expect(planned([issue], { ...ground, roles: new Map([['ian', null]]) }).unknown).toEqual(['grace']);
    expect(planned([settled(ground)], ground).unknown).toEqual([]);
  });

  test('whoever nobody knows about is mentioned', () => {
    const ground = { ...groundAt(NOW), roles: new Map() };
    expect(effects([issueOf(7, opening(ground).body)], ground)).toMatchObject([{ to: ['ian'] }]);
  });
});
