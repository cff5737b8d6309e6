import { describe, expect, test } from 'vitest';
import type { CommentView, IssueView } from '../../src/rehearsal/github/views.ts';
import { isRed } from '../../src/run/report.ts';
import { report } from '../support/report.ts';
import { HOUR, MINUTE, stageOf } from '../support/stage.ts';
import { opened, DAY, comments, IAN, POLICY, TEAM } from './on-call-story.ts';

const MONA = '@mona Your shift on `managers` has begun: until Mon 16 Nov, 08:00 UTC, then `ian`.';
const shiftComments = (issue: IssueView): CommentView[] =>
  issue.comments.filter(({ body }) => body.startsWith('<!-- tocsin:shift'));

describe('a shift', () => {
  test('is told once, when it begins', { tags: 'slow' }, async () => {
    const { stage, hub } = await opened();
    await stage.pass(15 * DAY, 6 * HOUR);
    expect(comments(hub.issue(1))).toEqual([
      IAN,
      MONA,
      '@ian Your shift on `managers` has begun: until Mon 23 Nov, 08:00 UTC, then `mona`.',
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
      '@ian Your shift on `managers` has begun: until 08:00 UTC, then `mona`.',
    ]);
  });

  test('of somebody who cannot be reached is told to the fallback, once', async () => {
    const stage = await stageOf({ policy: POLICY, people: TEAM, visibility: 'private' });
    const { hub } = stage;
    hub.setRole('ian', null);
    const done = await stage.sweep();
    await stage.sweep();
    expect(comments(hub.issue(1))).toEqual([
      '@grace The shift of `ian` on `managers` has begun: until Mon 9 Nov, 08:00 UTC, then `mona`. `ian` has no role in this repository, so that no mention reaches them.\n\nAs the fallback of the policy, `grace`, you are asked to tell them or to change the schedule.',
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

  test('that is long over has no comment any more', { tags: 'slow' }, async () => {
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
    expect(comments(hub.issue(1))).toEqual([IAN, MONA.replace('Mon 16 Nov, 08:00', 'Mon 08:00')]);
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
