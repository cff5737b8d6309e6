import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { isRed } from '../../src/run/report.ts';
import { card, DAY, HOUR, mentioned, MINUTE, notices, POLICY, stageOf } from '../support/stage.ts';
import { withItems } from './post-mortem-story.ts';

/* A problem ticket looks for the root cause of incidents, and follows its remedy to the end. */

const PROBLEMS = `${POLICY}
categories: [{ name: checkout, owner: management }, { name: keys, owner: management, confidential: true }]
pauses: { waiting-for-third-party: [resolve] }
problems: { for: [P1], root-cause: 10d, plan: 20d }
`;

async function say(stage: Stage, issue: number, login: string, text: string): Promise<void> {
  stage.hub.clock.advance(MINUTE);
  stage.hub.as(login).comment(issue, text);
  await stage.react();
}

/** A P1 in the category checkout that alice has resolved, with its problem ticket #2, which grace owns. */
async function resolved(policy = PROBLEMS): Promise<Stage> {
  const stage = await stageOf({ policy });
  stage.hub.as('nora').openIssue({ title: 'Checkout is slow' });
  stage.hub.as('bob').label(1, 'P1', 'checkout');
  await stage.react();
  await say(stage, 1, 'alice', '/resolve more memory');
  return stage;
}

const titles = ({ hub }: Stage): string[] => hub.issues().map(({ title }) => title);

describe('a problem ticket', () => {
  test(
    'is opened for a resolved incident of a priority that the policy names, and has its card and its owner at once',
    { tags: 'slow' },
    async () => {
      const stage = await resolved();
      expect(stage.hub.issue(2)).toMatchObject({
        title: 'Problem: Checkout is slow',
        labels: ['problem-ticket'],
        assignees: ['grace'],
      });
      expect(card(stage.hub.issue(2))).toContain('## Problem ticket · root cause wanted');
      expect(card(stage.hub.issue(2))).toContain('- Incident: #1');
      expect(card(stage.hub.issue(2))).toContain('comment `/root-cause` before **Thu 12 Nov, 09:01 UTC**');
      expect(card(stage.hub.issue(1))).toContain('problem ticket #2');
      const before = stage.hub.issues();
      await stage.sweep();
      await stage.sweep();
      expect(stage.hub.issues()).toEqual(before);
    },
  );

  test(
    'goes from its root cause to its plan, and closes with the last of its action items',
    { tags: 'slow' },
    async () => {
      const stage = await resolved();
      await say(stage, 2, 'alice', '/root-cause a cache without a limit');
      expect(card(stage.hub.issue(2))).toContain('## Problem ticket · plan wanted');
      expect(card(stage.hub.issue(2))).toContain(
        '- Root cause: `a cache without a limit` (`alice`, Mon 2 Nov 2026, 09:02 UTC)',
      );
      stage.hub
        .as('alice')
        .editBody(2, withItems('- [ ] Give the cache a limit @bob', '- [ ] Watch its size')(stage.hub.issue(2).body));
      await say(stage, 2, 'alice', '/plan');
      expect(
        stage.hub.issue(2).subIssues.map((it) => [stage.hub.issue(it).title, ...stage.hub.issue(it).assignees]),
      ).toEqual([
        ['Give the cache a limit', 'bob'],
        ['Watch its size', 'grace'],
      ]);
      expect(card(stage.hub.issue(2))).toContain('**Left:** 2 action items.');
      expect(stage.hub.issue(3).body).toContain('of #1');
      stage.hub.as('bob').close(3);
      stage.hub.as('bob').close(2);
      await stage.react();
      expect(stage.hub.issue(2).state).toBe('OPEN');
      expect(notices(stage.hub.issue(2)).at(-1)).toContain('@bob **This problem is not solved, so it is open again.**');
      expect(notices(stage.hub.issue(2)).at(-1)).toContain('- #4: close it');
      stage.hub.as('grace').close(4);
      await stage.react();
      await stage.sweep();
      expect(stage.hub.issue(2).state).toBe('CLOSED');
      expect(card(stage.hub.issue(2))).toContain('## Problem ticket · closed');
    },
  );

  test('is asked for by its title, and joined by its number', { tags: 'slow' }, async () => {
    const stage = await stageOf({ policy: PROBLEMS });
    for (const title of ['Mail is slow', 'Mail is slow again']) {
      stage.hub.as('nora').openIssue({ title });
      stage.hub.as('bob').label(stage.hub.issues().length, 'P2');
      await stage.react();
    }
    await say(stage, 1, 'alice', '/problem The mail queue has no limit');
    expect(titles(stage)).toEqual(['Mail is slow', 'Mail is slow again', 'The mail queue has no limit']);
    await say(stage, 2, 'alice', '/problem #3');
    expect(card(stage.hub.issue(3))).toContain('- 2 incidents: #1, #2');
    expect(card(stage.hub.issue(2))).toContain('problem ticket #3');
    await say(stage, 1, 'alice', '/resolve restarted');
    await say(stage, 2, 'alice', '/resolve restarted');
    expect(stage.hub.issues()).toHaveLength(3);
    // What the card knows stays when the incidents are no longer read.
    await stage.pass(60 * DAY, 2 * DAY);
    expect(card(stage.hub.issue(3))).toContain('- 2 incidents: #1, #2');
  });

  test('that is none is said to be none, once', { tags: 'slow' }, async () => {
    const stage = await stageOf({ policy: PROBLEMS });
    stage.hub.as('nora').openIssue({ title: 'Mail is slow' });
    stage.hub.as('bob').label(1, 'P2');
    await stage.react();
    await say(stage, 1, 'alice', '/problem #1');
    await say(stage, 1, 'alice', '/problem');
    expect(notices(stage.hub.issue(1)).at(-1)).toContain(
      'takes the title of a new problem ticket, or the number of one',
    );
    await stage.sweep();
    await stage.sweep();
    const told = notices(stage.hub.issue(1)).filter((it) => it.includes('#1 is no open problem ticket.'));
    expect(told).toHaveLength(1);
    expect(mentioned(told[0]!)).toEqual(['alice']);
  });

  test(
    'reminds its owner, then the management, and waits while a third party is waited for',
    { tags: 'slow' },
    async () => {
      const stage = await resolved();
      await stage.pass(10 * DAY + HOUR, 12 * HOUR);
      const told = () => notices(stage.hub.issue(2)).map((it) => [it.split('\n')[0], mentioned(it)]);
      expect(told()).toEqual([
        ['@grace **The root cause is overdue. Comment `/root-cause` once it is known.**', ['grace']],
      ]);
      await say(stage, 2, 'alice', '/rca https://status.example.com/incident/12');
      expect(card(stage.hub.issue(2))).toContain(
        '- Analysis of a third party: `https://status.example.com/incident/12` (`alice`',
      );
      await stage.pass(10 * DAY, DAY);
      // What falls due together is told together.
      expect(told()).toHaveLength(2);
      expect(notices(stage.hub.issue(2)).at(-1)).toContain('The root cause is overdue');
      expect(notices(stage.hub.issue(2)).at(-1)).toContain('The plan is overdue');
      await stage.pass(40 * DAY, DAY);
      expect(told().length).toBeLessThanOrEqual(4);
      const paused = await resolved();
      paused.hub.as('alice').label(2, 'waiting-for-third-party');
      await paused.sweep();
      expect(card(paused.hub.issue(2))).toContain('**Waiting:** its clocks are paused.');
      await paused.pass(30 * DAY, DAY);
      expect(notices(paused.hub.issue(2))).toEqual([]);
    },
  );

  test('is none of what is confidential, and goes quiet when its incident becomes so', { tags: 'slow' }, async () => {
    const stage = await resolved();
    await say(stage, 1, 'alice', '/category keys');
    expect(card(stage.hub.issue(2))).toBe('The incident is confidential, so nothing is followed up here.');
    const reports = [await stage.sweep(), await stage.sweep()];
    expect(reports.some(isRed)).toBe(false);
    const other = await stageOf({ policy: PROBLEMS });
    other.hub.as('bob').openIssue({ title: 'Leak', labels: ['incident', 'P1', 'keys'] });
    await other.react();
    await say(other, 1, 'alice', '/problem The keys are old');
    await say(other, 1, 'alice', '/resolve rotated');
    expect(other.hub.issues()).toHaveLength(1);
  });

  test.each(['drop-before', 'drop-after', 'truncate'] as const)(
    'is there once whatever answer is lost: %s',
    { tags: 'slow' },
    async (how) => {
      for (let request = 1; request <= 12; request++) {
        const stage = await stageOf({ policy: PROBLEMS });
        stage.hub.as('nora').openIssue({ title: 'Checkout is slow' });
        stage.hub.as('bob').label(1, 'P1', 'checkout');
        await stage.react();
        stage.hub.as('alice').comment(1, '/resolve more memory');
        stage.hub.faults.add({ when: { request }, how, freeze: true });
        await stage.react().catch(() => null);
        stage.hub.faults.clear();
        stage.hub.thaw();
        stage.hub.clock.advance(MINUTE);
        await stage.sweep();
        await stage.sweep();
        expect(titles(stage), `request ${request}`).toEqual(['Checkout is slow', 'Problem: Checkout is slow']);
        expect(card(stage.hub.issue(2))).toContain('- Incident: #1');
      }
    },
  );

  test('speaks French', async () => {
    const stage = await resolved(PROBLEMS.replace('\nroles:', '\nlanguage: fr\nroles:'));
    expect(stage.hub.issue(2).title).toBe('Problème\u00a0: Checkout is slow');
    expect(card(stage.hub.issue(2))).toContain('## Ticket de problème · cause à trouver');
  });
});
