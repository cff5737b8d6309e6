import { describe, expect, test } from 'vitest';
import type { RequestEntry } from '../../src/rehearsal/github/faults.ts';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';
import type { CommentView, IssueView, VisibleState } from '../../src/rehearsal/github/views.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { isRed } from '../../src/run/report.ts';
import { forkAt } from '../laws/forks.ts';
import { killed, writes, type Course, type Place, type Step } from '../laws/story.ts';
import { report } from '../support/report.ts';
import { HOUR, MINUTE, stageOf, visible } from '../support/stage.ts';
import { inShare } from '../support/tries.ts';

const DAY = 24 * HOUR;
const TEAM = { alice: 'write', grace: 'maintain', ian: 'write', mona: 'write', pat: 'write' } as const;
const FILE = '.github/tocsin.yml';

/** Shifts begin on Mondays at 08:00 UTC; the stage begins on Monday 2 November 2026 at 09:00, in ian's. */
const POLICY = `
roles:
  responder: [alice]
  incident-manager: { schedule: managers }
fallback: grace
on-call: { publish: true }
schedules:
  managers:
    timezone: UTC
    layers: [{ every: 1w, from: 2026-11-02T08:00, people: [ian, mona] }]
`;
const IAN = '@ian Your shift on `managers` has begun: until Mon 9 Nov 2026, 08:00 UTC, then `mona`.';
const MONA = '@mona Your shift on `managers` has begun: until Mon 16 Nov 2026, 08:00 UTC, then `ian`.';

const opened = async (policy = POLICY): Promise<{ stage: Stage; hub: EmbeddedGitHub }> => {
  const stage = await stageOf({ policy, people: TEAM });
  return { stage, hub: stage.hub };
};

const comments = (issue: IssueView): string[] => issue.comments.map(({ body }) => visible(body));
const shiftComments = (issue: IssueView): CommentView[] =>
  issue.comments.filter(({ body }) => body.startsWith('<!-- tocsin:shift'));

/** What a sweep asks for. */
async function asked({ stage, hub }: { stage: Stage; hub: EmbeddedGitHub }): Promise<RequestEntry[]> {
  const before = hub.requests.length;
  await stage.sweep();
  return hub.requests.slice(before);
}

describe('a sweep', () => {
  test('publishes who is on call, and tells whose shift it is', async () => {
    const { stage, hub } = await opened();
    const done = await stage.sweep();
    expect(hub.issues()).toHaveLength(1);
    const issue = hub.issue(1);
    expect(issue).toMatchObject({ title: 'Who is on call', labels: ['on-call'], author: 'github-actions[bot]' });
    expect(visible(issue.body)).toContain('| Mon 9 Nov 2026, 08:00 | Mon 16 Nov 2026, 08:00 | `mona` |');
    expect(comments(issue)).toEqual([IAN]);
    expect(done.filed).toEqual([
      { issue: 1, do: 'publish-on-call', what: 'open the issue that says who is on call' },
      { issue: 1, do: 'tell-shift', what: 'say that the shift of ian on managers has begun' },
    ]);
    expect(isRed(done)).toBe(false);
  });

  test('that follows writes nothing and asks one thing more than the incidents need', async () => {
    const it = await opened();
    await it.stage.sweep();
    const before = it.hub.snapshot();
    for (const later of [0, MINUTE, 6 * HOUR]) {
      it.hub.clock.advance(later);
      const requests = await asked(it);
      expect(requests.map(({ operationName }) => operationName)).toEqual(['Read', 'Labelled']);
      expect(requests[1]!.points).toBe(1);
    }
    expect(it.hub.snapshot()).toEqual(before);
  });

  test('takes the issue for no incident, nor do people who write there make it one', async () => {
    const { stage, hub } = await opened();
    await stage.sweep();
    hub.takeEvents();
    hub.as('mona').comment(1, '/ack\nThank you.');
    const event = await stage.react();
    const sweep = await stage.sweep();
    hub.as('mona').createLabel('incident');
    hub.as('mona').label(1, 'incident');
    const labelled = [(await stage.react())!, await stage.sweep()];
    for (const one of [event!, sweep, ...labelled]) expect(one.settled).toEqual([]);
    expect(hub.issue(1).comments).toHaveLength(2);
  });

  test('leaves the incidents first place', async () => {
    const { stage, hub } = await opened();
    hub.as('rita').openIssue({ title: 'Down', body: report(), labels: ['incident', 'P0'] });
    const done = await stage.sweep();
    expect(done.settled).toHaveLength(1);
    const written = writes(hub.requests);
    const opening = written.findIndex(({ operationName }) => operationName === 'OpenIssue');
    expect(written.slice(0, opening).some(({ body }) => JSON.stringify(body).includes('tocsin:card'))).toBe(true);
    expect(written.slice(opening).some(({ body }) => JSON.stringify(body).includes('tocsin:card'))).toBe(false);
  });

  test.each(['schedule', 'workflow_dispatch', 'repository_dispatch'])('is any of %s', async (event) => {
    const { stage, hub } = await opened();
    await stage.sweep({ event });
    expect(hub.issues()).toHaveLength(1);
  });
});

describe('nothing is published', () => {
  test('by a run that an event starts', async () => {
    const { stage, hub } = await opened();
    hub.as('rita').openIssue({ title: 'Down', body: report(), labels: ['incident', 'P3'] });
    await stage.react();
    expect(hub.issues()).toHaveLength(1);
    expect(hub.requests.some(({ operationName }) => operationName === 'Labelled')).toBe(false);
  });

  test('unless the policy says so', async () => {
    const { stage, hub } = await opened(POLICY.replace('on-call: { publish: true }', ''));
    await stage.sweep();
    expect(hub.issues()).toEqual([]);
    expect(hub.requests).toHaveLength(1);
  });

  test('by a dry run, which says what it would do', async () => {
    const { stage, hub } = await opened();
    const dry = await stage.sweep({ dryRun: true });
    expect(writes(hub.requests)).toEqual([]);
    expect(dry.filed).toEqual([
      { issue: null, do: 'publish-on-call', what: 'open the issue that says who is on call' },
      { issue: null, do: 'tell-shift', what: 'say that the shift of ian on managers has begun' },
    ]);
    await stage.sweep();
    hub.clock.advance(8 * DAY);
    const before = hub.snapshot();
    const next = await stage.sweep({ dryRun: true });
    expect(next.filed).toEqual([
      { issue: 1, do: 'tell-shift', what: 'say that the shift of mona on managers has begun' },
      { issue: 1, do: 'publish-on-call', what: 'rewrite who is on call' },
    ]);
    expect(hub.snapshot()).toEqual(before);
  });
});

describe('the text', () => {
  test('is rewritten at a new day that changes it, and by a new policy', async () => {
    const { stage, hub } = await opened();
    hub.clock.advance(DAY);
    await stage.sweep();
    const first = hub.issue(1).body;
    hub.clock.advance(DAY);
    await stage.sweep();
    expect(hub.issue(1).body).toBe(first);
    hub.clock.advance(7 * DAY);
    await stage.sweep();
    const second = hub.issue(1).body;
    expect(second).not.toContain('Mon 2 Nov 2026');
    hub.commit({ [FILE]: POLICY.replace('[ian, mona]', '[ian, mona, pat]') });
    await stage.sweep();
    expect(hub.issue(1).body).toContain('| Mon 16 Nov 2026, 08:00 | Mon 23 Nov 2026, 08:00 | `pat` |');
    expect(hub.issues()).toHaveLength(1);
  });

  test('of somebody else does not stay in it', async () => {
    const { stage, hub } = await opened();
    await stage.sweep();
    const { body } = hub.issue(1);
    hub.as('mona').editBody(1, `${body}\n\nI am away on Friday.`);
    await stage.sweep();
    expect(hub.issue(1).body).toBe(body);
  });

  test('is in the language of the policy', async () => {
    const { stage, hub } = await opened(`language: fr\n${POLICY}`);
    const done = await stage.sweep();
    const issue = hub.issue(1);
    const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(issue.title).toBe('Qui est d’astreinte');
    expect(plain(issue.body)).toContain('### Astreinte : managers');
    expect(comments(issue).map(plain)).toEqual([
      '@ian Votre astreinte sur `managers` a commencé : jusqu’au lun. 9 nov. 2026, 08:00 UTC, puis `mona`.',
    ]);
    expect(done.filed[0]!.what).toBe('ouvrir le ticket qui dit qui est d’astreinte');
  });

  test('has a new issue once people have closed the old one', async () => {
    const { stage, hub } = await opened();
    await stage.sweep();
    hub.as('mona').close(1);
    await stage.sweep();
    await stage.sweep();
    expect(hub.issues().map(({ state }) => state)).toEqual(['CLOSED', 'OPEN']);
    expect(comments(hub.issue(2))).toEqual([IAN]);
  });

  test('is not put into issues of others with the same label', async () => {
    const { stage, hub } = await opened();
    hub.as('mona').createLabel('on-call');
    for (let i = 0; i < 45; i++) hub.as('mona').openIssue({ title: 'Rota', body: 'Mine', labels: ['on-call'] });
    await stage.sweep();
    await stage.sweep();
    expect(hub.issues()).toHaveLength(46);
    expect(hub.issue(1)).toMatchObject({ body: 'Mine', state: 'OPEN' });
    expect(comments(hub.issue(46))).toEqual([IAN]);
  });
});

describe('a shift', () => {
  test('is told once, when it begins', async () => {
    const { stage, hub } = await opened();
    await stage.pass(15 * DAY, 6 * HOUR);
    expect(comments(hub.issue(1))).toEqual([
      IAN,
      MONA,
      '@ian Your shift on `managers` has begun: until Mon 23 Nov 2026, 08:00 UTC, then `mona`.',
    ]);
    const [, second] = hub.issue(1).comments;
    expect(new Date(second!.createdAt).toISOString()).toBe('2026-11-09T09:00:00.000Z');
  });

  test('is told however late the run, unless it is over', async () => {
    const { stage, hub } = await opened();
    await stage.sweep();
    hub.clock.advance(20 * DAY + 23 * HOUR - MINUTE);
    await stage.sweep();
    expect(comments(hub.issue(1))).toEqual([
      IAN,
      '@ian Your shift on `managers` has begun: until Mon 23 Nov 2026, 08:00 UTC, then `mona`.',
    ]);
  });

  test('of somebody who cannot be reached is told to the fallback, once', async () => {
    const stage = await stageOf({ policy: POLICY, people: TEAM, visibility: 'private' });
    const { hub } = stage;
    hub.setRole('ian', null);
    const done = await stage.sweep();
    await stage.sweep();
    expect(comments(hub.issue(1))).toEqual([
      '@grace The shift of `ian` on `managers` has begun: until Mon 9 Nov 2026, 08:00 UTC, then `mona`. `ian` has no role in this repository, so that no mention reaches them.\n\nAs the fallback of the policy, `grace`, you are asked to tell them or to change the schedule.',
    ]);
    expect(isRed(done)).toBe(false);
  });

  test('whose person nobody could judge is told to them, and the run is red', async () => {
    const { stage, hub } = await opened();
    for (let i = 0; i < 3; i++)
      hub.faults.add({ when: { matches: ({ kind }) => kind === 'rest' }, how: { status: 503, handled: false } });
    expect(isRed(await stage.sweep())).toBe(true);
    expect(comments(hub.issue(1))).toEqual([IAN]);
  });

  test('whose comment was deleted or changed by people is told again', async () => {
    const { stage, hub } = await opened();
    await stage.sweep();
    hub.as('mona').deleteComment(hub.issue(1).comments[0]!.databaseId);
    await stage.sweep();
    expect(comments(hub.issue(1))).toEqual([IAN]);
    const [first] = hub.issue(1).comments;
    hub.as('mona').editComment(first!.databaseId, first!.body.replace('ian', 'mona'));
    await stage.sweep();
    await stage.sweep();
    expect(comments(hub.issue(1)).slice(1)).toEqual([IAN]);
  });

  test('is found among hundreds of comments', async () => {
    const { stage, hub } = await opened();
    await stage.sweep();
    for (let i = 0; i < 230; i++) hub.as('mona').comment(1, `Swap, ${i}?`);
    await stage.sweep();
    expect(shiftComments(hub.issue(1))).toHaveLength(1);
  });

  test('that is long over has no comment any more', async () => {
    const { stage, hub } = await opened();
    hub.clock.advance(HOUR);
    await stage.pass(70 * DAY, DAY);
    const kept = shiftComments(hub.issue(1));
    // One that goes on, and those that ended within 30 days.
    expect(kept.length).toBeLessThanOrEqual(6);
    expect(new Date(kept[0]!.createdAt).toISOString()).toMatch(/^2026-12-0/);
  });
});

describe('two issues', () => {
  test('become one: the younger is closed as a duplicate', async () => {
    const { stage, hub } = await opened();
    await stage.sweep();
    hub.as('github-actions[bot]').openIssue({ title: 'Who is on call', body: hub.issue(1).body, labels: ['on-call'] });
    await stage.sweep();
    await stage.sweep();
    expect(hub.issues().map(({ state, stateReason }) => [state, stateReason])).toEqual([
      ['OPEN', null],
      ['CLOSED', 'DUPLICATE'],
    ]);
    expect(comments(hub.issue(1))).toEqual([IAN]);
  });

  test('nor do doubles of two runs that race stay', async () => {
    const { stage, hub } = await opened();
    hub.faults.add({
      when: { matches: ({ operationName }) => operationName === 'OpenIssue' },
      how: { hook: () => stage.sweep().then(() => undefined), at: 'before' },
    });
    await stage.sweep();
    await stage.sweep();
    await stage.sweep();
    expect(hub.issues().filter(({ state }) => state === 'OPEN')).toHaveLength(1);
    expect(comments(hub.issue(1))).toEqual([IAN]);
  });

  test('nor do two comments', async () => {
    const { stage, hub } = await opened();
    await stage.sweep();
    hub.as('github-actions[bot]').comment(1, hub.issue(1).comments[0]!.body);
    await stage.sweep();
    expect(comments(hub.issue(1))).toEqual([IAN]);
  });
});

describe('what fails', () => {
  test('is in the report, and the incidents do not suffer', async () => {
    const { stage, hub } = await opened();
    hub.as('rita').openIssue({ title: 'Down', body: report(), labels: ['incident', 'P0'] });
    for (let i = 0; i < 3; i++)
      hub.faults.add({
        when: { matches: ({ operationName }) => operationName === 'Labelled' },
        how: { status: 502, handled: false },
      });
    const done = await stage.sweep();
    expect(done.settled).toHaveLength(1);
    expect(hub.issue(1).comments.length).toBeGreaterThan(0);
    expect(done.failures).toEqual([
      { issue: null, message: expect.stringMatching(/^Who is on call could not be published/) as string },
    ]);
  });

  test('names the issue, if there is one', async () => {
    const { stage, hub } = await opened();
    await stage.sweep();
    hub.clock.advance(8 * DAY);
    hub.faults.add({
      when: { matches: ({ mutations }) => mutations.length > 0 },
      how: { mutation: 1, error: 'Comments are closed' },
    });
    const done = await stage.sweep();
    expect(done.failures).toMatchObject([{ issue: 1 }]);
    expect(hub.issue(1).body).not.toContain('Mon 2 Nov 2026');
    await stage.sweep();
    expect(comments(hub.issue(1))).toEqual([IAN, MONA]);
  });

  test.each(['truncate', { status: 502, handled: true }] as const)(
    'an answer that is lost (%j) is made up for',
    async (how) => {
      const { stage, hub } = await opened();
      for (let round = 0; round < 2; round++) {
        for (const operation of ['OpenIssue', 'Write'])
          hub.faults.add({ when: { matches: ({ operationName }) => operationName === operation }, how });
        const done = await stage.sweep();
        expect(isRed(done), JSON.stringify(done.failures)).toBe(false);
        hub.faults.clear();
        hub.clock.advance(7 * DAY);
      }
      expect(hub.issues()).toHaveLength(1);
      expect(comments(hub.issue(1))).toEqual([IAN, MONA]);
    },
  );
});

describe('killed, and the next run makes up for it', () => {
  const step = (name: string, happen: Step['happen']): Step => ({ name, happen });
  /** Things that happen, each followed by a sweep: all that a publication ever writes is written. */
  const steps: readonly Step[] = [
    step('a schedule begins', () => undefined),
    step('a week later', (hub) => {
      hub.clock.advance(7 * DAY);
    }),
    step('a second issue, as two runs at once would open it, and a comment again', (hub) => {
      const { body, comments } = hub.issue(1);
      const own = hub.as('github-actions[bot]');
      own.openIssue({ title: 'Who is on call', body, labels: ['on-call'] });
      own.comment(1, comments[0]!.body);
    }),
    step('somebody leaves', (hub) => {
      hub.deleteUser('ian');
    }),
    step('seven weeks later', (hub) => {
      hub.clock.advance(49 * DAY);
    }),
    step('other people', (hub) => void hub.commit({ [FILE]: POLICY.replace('[ian, mona]', '[pat, mona]') })),
  ];

  async function undisturbed(): Promise<Course> {
    const { stage, hub } = await opened();
    const course = { after: [] as VisibleState[], requests: [] as RequestEntry[][] };
    for (const { happen } of steps) {
      happen(hub);
      const before = hub.requests.length;
      await stage.sweep();
      course.requests.push(hub.requests.slice(before));
      course.after.push(hub.snapshot());
      const done = hub.requests.length;
      await stage.sweep();
      expect(writes(hub.requests.slice(done))).toEqual([]);
    }
    return course;
  }

  test('at each request, and between any two mutations', async () => {
    const course = await undisturbed();
    const most = Math.max(...course.requests.map(({ length }) => length));
    const mutations = Math.max(...course.requests.flat().map((request) => request.mutations.length));
    expect(mutations).toBeGreaterThan(2);
    const requests = Array.from({ length: most }, (_, i) => i + 1);
    const places = [
      ...requests.flatMap((request): Place[] =>
        (['drop-before', 'drop-after'] as const).map((how) => ({ request, writing: false, how })),
      ),
      ...Array.from({ length: mutations - 1 }, (_, i) => i + 1).flatMap((mutation) =>
        [1, 2, 3].map((request): Place => ({ request, writing: true, how: { mutation, then: 'drop' } })),
      ),
    ];
    let kills = 0;
    const open = async (): Promise<Stage> => (await opened()).stage;
    await forkAt({ steps, course, open }, places, async (run, { hub }, at, place) => {
      if (await killed(run, hub, place)) {
        kills += 1;
        await run();
      }
      expect(hub.snapshot(), `${steps[at]!.name}, killed at ${JSON.stringify(place)}`).toEqual(course.after[at]);
    });
    expect(kills).toBeGreaterThanOrEqual(inShare(40));
  });
});
