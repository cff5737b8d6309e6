import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/model/issue.ts';
import { isIncident } from '../../src/capabilities/membership/membership.ts';
import { factHeadings, FORM } from '../../src/capabilities/report/form.ts';
import {
  planPublication,
  type PublicationGround,
  type PublicationPlan,
} from '../../src/capabilities/on-call/publication.ts';
import type { Effect } from '../../src/engine/effect.ts';
import { loadPolicy } from '../../src/capabilities/load.ts';
import { schedulesOf } from './read.ts';

const at = (text: string) => Date.parse(text);
const DAY = 86_400_000;
/** A Tuesday of ian's. */
const NOW = at('2026-11-03T12:00Z');

const MANAGERS = 'managers: { layers: [{ every: 1w, from: 2026-11-02T09:00, people: [ian, mona] }] }\n';
const NIGHTS = 'nights: { layers: [{ every: 1d, from: 2026-11-02T12:00, hours: 20:00-08:00, people: [pat, kim] }] }\n';

interface Given {
  readonly schedules?: string;
  readonly roles?: Readonly<Record<string, string | null>>;
  readonly language?: 'en' | 'fr';
  readonly fallback?: string;
  readonly policyRoles?: Readonly<Record<string, readonly string[]>>;
  readonly ownedByPerson?: boolean;
}

const known = { ian: 'write', mona: 'write', pat: 'write', kim: 'write', grace: 'admin' };

function groundAt(now: number, given: Given = {}): PublicationGround {
  const schedules = schedulesOf(given.schedules ?? MANAGERS, 'Europe/London');
  const rota = schedules.get('managers');
  return {
    now,
    repository: { owner: 'olga', ownedByPerson: given.ownedByPerson ?? false },
    roles: new Map(Object.entries({ ...known, ...given.roles })),
    policy: {
      language: given.language ?? 'en',
      schedules,
      rotas: new Map(rota ? [['manager', rota]] : []),
      roles: new Map(Object.entries(given.policyRoles ?? { lead: ['grace', 'kim'] })),
      fallback: given.fallback ?? 'grace',
    },
  };
}

interface Said {
  readonly id: string;
  readonly body: string;
  readonly own?: boolean;
}

function issueOf(number: number, body: string, comments: readonly Said[] = [], changes: Partial<Issue> = {}): Issue {
  return {
    id: `I${number}`,
    number,
    url: '',
    title: 'Who is on call',
    body,
    edited: false,
    author: null,
    own: true,
    openedAt: 0,
    state: 'open',
    labels: ['on-call'],
    timeline: comments.map(({ id, body, own = true }) => ({
      kind: 'commented',
      at: 0,
      actor: null,
      own,
      comment: { id, number: 0, url: '', body, author: null, edited: false, own },
    })),
    ...changes,
  };
}

function opening(ground: PublicationGround): Extract<PublicationPlan, { issue: null }> {
  const plan = planPublication([], ground);
  if (plan.issue !== null) throw new Error('nothing to open');
  return plan;
}

/** What is to be done about publications that exist. */
function planned(issues: readonly Issue[], ground: PublicationGround): Extract<PublicationPlan, { issue: Issue }> {
  const plan = planPublication(issues, ground);
  if (plan.issue === null) throw new Error('there is no publication');
  return plan;
}

const effects = (issues: readonly Issue[], ground: PublicationGround): readonly Effect[] =>
  planned(issues, ground).effects;
const kinds = (issues: readonly Issue[], ground: PublicationGround): string[] =>
  effects(issues, ground).map((effect) => effect.do);

/** The comments that a plan writes. */
const tellings = (issues: readonly Issue[], ground: PublicationGround): string[] =>
  effects(issues, ground).flatMap((effect) => (effect.do === 'comment' ? [effect.body] : []));
const seen = (body: string): string => body.replace(/^<!--.*-->\n/, '').replaceAll(/[\u00a0\u202f]/g, ' ');

/** The publication as the plans of that instant leave it. */
function settled(ground: PublicationGround, number = 7): Issue {
  const { body } = opening(ground);
  const bodies = tellings([issueOf(number, body)], ground);
  return issueOf(
    number,
    body,
    bodies.map((body, i) => ({ id: `C${i}`, body })),
  );
}

describe('what is published', () => {
  test('each schedule for four weeks from the start of the day in its zone', () => {
    const { body, title } = opening(groundAt(NOW, { schedules: MANAGERS + NIGHTS }));
    expect(title).toBe('Who is on call');
    expect(body.split('\n').slice(0, 12)).toEqual([
      '<!-- tocsin:on-call {"v":2,"issue":0} -->',
      expect.stringContaining('`tocsin oncall --ics`'),
      '',
      '### On call: managers',
      '',
      'Times are those of Europe/London.',
      '',
      '| From | To | On call |',
      '| --- | --- | --- |',
      '| Mon 2 Nov 2026, 09:00 | Mon 9 Nov 2026, 09:00 | `ian` |',
      '| Mon 9 Nov 2026, 09:00 | Mon 16 Nov 2026, 09:00 | `mona` |',
      '| Mon 16 Nov 2026, 09:00 | Mon 23 Nov 2026, 09:00 | `ian` |',
    ]);
    expect(body).toContain('### On call: nights');
    expect(body).toContain('| Mon 30 Nov 2026, 20:00 | Tue 1 Dec 2026, 08:00 | `pat` |');
    expect(body).not.toContain('| Tue 1 Dec 2026, 20:00');
    expect(body).not.toMatch(/@\w/);
  });

  test.each([
    ['2026-11-03T00:00Z', '2026-11-03T23:59:59.999Z', true],
    ['2026-11-03T23:59:59.999Z', '2026-11-04T00:00Z', false],
    // In summer the day of London begins at 23:00 UTC; on 25 October it has 25 hours.
    ['2026-10-24T23:00Z', '2026-10-25T23:59Z', true],
    ['2026-10-24T22:59Z', '2026-10-24T23:00Z', false],
  ])('%s and %s: the same text is %s', (one, other, same) => {
    const bodies = [one, other].map((time) => opening(groundAt(at(time), { schedules: NIGHTS })).body);
    expect(bodies[0] === bodies[1]).toBe(same);
  });

  test('is cut to whole schedules where GitHub would refuse it', () => {
    const many = Array.from({ length: 40 }, (_, i) => NIGHTS.replace('nights', `nights ${i}`)).join('');
    const { body } = opening(groundAt(NOW, { schedules: many }));
    expect(body.length).toBeLessThan(65_536);
    expect(body).toContain('### On call: nights 0\n');
    expect(body).toMatch(/Left out, because GitHub takes no longer text: .*`nights 39`/);
  });

  test('is no incident, even if its schedules are named like the questions of the form', async () => {
    const loaded = await loadPolicy(null, 'p.yml');
    if (!loaded.ok) throw new Error('the built-in policy is broken');
    // A name of a schedule has no apostrophe, so that only the English questions can be names as they are.
    for (const language of ['en', 'fr'] as const) {
      const names = Object.values(FORM[language]).map((name) => name.replaceAll('’', ' '));
      const lines = names.map((name) => MANAGERS.replace('managers', name)).join('');
      const { body } = opening(groundAt(NOW, { schedules: lines, language }));
      const bare = body.replaceAll(/^### .* : |^### On call: /gm, '### ');
      expect(isIncident(issueOf(1, bare), loaded.policy, 'incident', factHeadings())).toBe(language === 'en');
      expect(isIncident(issueOf(1, body), loaded.policy, 'incident', factHeadings())).toBe(false);
    }
  });
});

describe('the issue', () => {
  const ground = groundAt(NOW);
  const { body } = opening(ground);

  test('settled needs nothing', () => {
    expect(effects([settled(ground)], ground)).toEqual([]);
  });

  test.each<[string, Partial<Issue>]>([
    ['of somebody else', { own: false }],
    ['that is closed', { state: 'closed' }],
    ['without a mark', { body: body.replace(/^.*\n/, '') }],
    ['with the mark further down', { body: `Hello\n${body}` }],
    ['with another mark', { body: body.replace('on-call', 'alert') }],
    ['whose mark is bound to an issue', { body: body.replace('"issue":0', '"issue":7') }],
  ])('%s does not count', (_, changes) => {
    expect(planPublication([issueOf(7, body, [], changes)], ground).issue).toBeNull();
  });

  test.each([
    ['other line ends', body.replaceAll('\n', '\r\n'), false],
    ['a line end at its end', `${body}\n\n`, false],
    ['something else in it', `${body}\n\nianwashere`, true],
    ['another shift in it', body.replace('`mona`', '`ian`'), true],
  ])('with %s', (_, text, isRewritten) => {
    const issue = { ...settled(ground), body: text };
    const edit = { do: 'edit-issue', issue: 7, body, why: 'rewrite who is on call' };
    expect(effects([issue], ground)).toEqual(isRewritten ? [edit] : []);
  });

  test('of several the oldest stays and the others are closed', () => {
    const issues = [issueOf(9, body), settled(ground), issueOf(8, body), issueOf(3, 'mine', [], { own: false })];
    expect(effects(issues, ground)).toMatchObject([
      { do: 'close-duplicate', issue: 7, target: 'I8', of: 'I7', isSelf: false },
      { do: 'close-duplicate', issue: 7, target: 'I9', of: 'I7', isSelf: false },
    ]);
  });
});

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
      ['@ian Your shift on `managers` has begun: until Mon 9 Nov 2026, 09:00 Europe/London (09:00 UTC), then `mona`.'],
    ],
    [
      'at the very beginning',
      '2026-11-09T09:00Z',
      {},
      ['@mona Your shift on `managers` has begun: until Mon 16 Nov 2026, 09:00 Europe/London (09:00 UTC), then `ian`.'],
    ],
    [
      'nobody follows',
      '2026-11-03T22:00Z',
      { schedules: NIGHTS },
      ['@kim Your shift on `nights` has begun: until Wed 4 Nov 2026, 08:00 Europe/London (08:00 UTC), then nobody.'],
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
      '@ian Votre astreinte sur `managers` a commencé : jusqu’au lun. 9 nov. 2026, 09:00 Europe/London (09:00 UTC), puis `mona`.',
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

  test('somebody on call for years is told once, at whatever instant', () => {
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
    ['with a mark that is broken', { body: '<!-- tocsin:shift {"v":2,"issue":7,"schedule":"managers","from":"x"} -->' }],
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
    'The shift of `ian` on `managers` has begun: until Mon 9 Nov 2026, 09:00 Europe/London (09:00 UTC), then `mona`. `ian` has no role in this repository, so that no mention reaches them.';

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
    const nobody = { roles: new Map<string, string | null>() };
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

describe('comments that go', () => {
  /** The publication at an instant, with comments on shifts of ian's that ended so many days before. */
  function ended(days: readonly number[], now = NOW): { issue: Issue; ground: PublicationGround } {
    const ground = groundAt(now);
    const { body, timeline } = settled(ground);
    const comments = days.map((ago, i) => {
      const to = now - ago * DAY;
      const mark = { issue: 7, schedule: 'managers', from: to - 7 * DAY - i, to, login: 'ian' };
      return { id: `old ${i}`, body: `<!-- tocsin:shift ${JSON.stringify(mark)} -->\n@ian Your shift has begun.` };
    });
    const old = issueOf(7, body, comments);
    return { issue: { ...old, timeline: [...old.timeline, ...timeline] }, ground };
  }
  const deleted = (issue: Issue, ground: PublicationGround): string[] =>
    effects([issue], ground).flatMap((effect) => (effect.do === 'delete-comment' ? [effect.comment] : []));

  test('are those of shifts that ended more than 30 days ago', () => {
    const { issue, ground } = ended([90, 30.001, 30, 29, 1]);
    expect(deleted(issue, ground)).toEqual(['old 0', 'old 1']);
    expect(kinds([issue], ground)).toEqual(['delete-comment', 'delete-comment']);
  });

  test('are twenty at most', () => {
    const { issue, ground } = ended(Array.from({ length: 33 }, () => 60));
    expect(deleted(issue, ground)).toHaveLength(20);
  });

  test('are none of people', () => {
    const { issue, ground } = ended([90]);
    const timeline = issue.timeline.map((event) =>
      event.kind === 'commented' ? { ...event, comment: { ...event.comment, own: false } } : event,
    );
    expect(deleted({ ...issue, timeline }, ground)).toEqual([]);
  });

  test('are doubles, of which the oldest stays', () => {
    const ground = groundAt(NOW);
    const issue = settled(ground);
    const [first] = issue.timeline;
    if (first?.kind !== 'commented') throw new Error('nobody was told');
    const second = { ...first, comment: { ...first.comment, id: 'again' } };
    const found = effects([{ ...issue, timeline: [first, second] }], ground);
    expect(found).toMatchObject([{ do: 'delete-comment', comment: 'again', why: 'delete a double comment' }]);
  });

  test('are none of a shift that goes on longer than was known', () => {
    const { issue } = ended([]);
    const overrides = ' }], overrides: [{ from: 2026-11-09T09:00, to: 2027-03-01, person: ian }] }';
    const ground = groundAt(at('2027-01-10T12:00Z'), { schedules: MANAGERS.replace(' }] }', overrides) });
    expect(kinds([issue], ground)).toEqual(['edit-issue']);
  });
});
