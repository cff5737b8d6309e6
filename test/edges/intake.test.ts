import { describe, expect, test } from 'vitest';
import { clockRow } from '../support/card.ts';
import { card, HOUR, MINUTE } from '../support/stage.ts';
import { report } from '../support/report.ts';
import { stageWith, all, toldOf, idle, fires } from './intake-story.ts';

describe('a cause', () => {
  test('is asked of a person, when a bot has closed the issue and one has confirmed that', async () => {
    const stage = await stageWith('causes: { intrinsic: [overload] }\n');
    stage.hub.as('rita').openIssue({ title: 'x', body: report(), labels: ['incident', 'P2'] });
    await stage.react();
    stage.hub.as('closer[bot]').close(1);
    await stage.sweep();
    expect(all(stage)).toContain('`closer[bot]` closed this P2. Can somebody confirm that it is over?');
    expect(all(stage)).not.toContain('Name the cause');
    stage.hub.as('alice').comment(1, '/resolve it was full');
    await stage.react();
    expect(all(stage)).toContain('Name the cause');
    expect(all(stage)).not.toContain('@closer');
    expect(toldOf(stage)).toContain('alice');
  });

  test('a P0 that a bot has closed as completed gets its post-mortem when a person confirms that', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: 'x', body: report(), labels: ['incident', 'P0'] });
    await stage.react();
    stage.hub.as('closer[bot]').close(1);
    await stage.sweep();
    expect(stage.hub.issues()).toHaveLength(1);
    stage.hub.as('alice').comment(1, '/resolve it was full');
    const it = await stage.react();
    expect(it!.settled.flatMap(({ failures }) => failures)).toEqual([]);
    expect(stage.hub.issues()).toHaveLength(2);
    expect(stage.hub.issue(2).assignees).not.toEqual([]);
  });
});

describe('levels', () => {
  test('an incident that is over is not handed on', { tags: 'slow' }, async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: 'x', body: report(), labels: ['incident', 'P1'] });
    await stage.react();
    stage.hub.clock.advance(10 * MINUTE);
    stage.hub.as('alice').comment(1, '/resolve done');
    await stage.react();
    const before = card(stage.hub.issue(1));
    stage.hub.clock.advance(20 * MINUTE);
    stage.hub.as('alice').comment(1, '/level 3 have a look');
    await stage.react();
    await stage.pass(3 * HOUR);
    expect(stage.hub.issue(1).labels).not.toContain('breached');
    expect(clockRow(before, 'Resolve')).toMatch(/^✅ .* met 09:10/);
    expect(card(stage.hub.issue(1))).not.toContain('level 3 since');
    await idle(stage);
  });

  test(
    'handed on, raised, with clocks that restart: settles, and the level has its own time',
    { tags: 'slow' },
    async () => {
      const stage = await stageWith('on-priority-change: restart\n');
      stage.hub.as('rita').openIssue({ title: 'x', body: report(), labels: ['incident', 'P1'] });
      await stage.react();
      stage.hub.clock.advance(5 * MINUTE);
      stage.hub.as('alice').comment(1, '/ack');
      stage.hub.clock.advance(5 * MINUTE);
      stage.hub.as('alice').comment(1, '/level 3 the disks');
      stage.hub.clock.advance(5 * MINUTE);
      stage.hub.as('alice').comment(1, '/priority P0 all of them');
      await stage.react();
      await idle(stage);
      expect(stage.hub.issue(1).labels).not.toContain('breached');
      await stage.pass(HOUR, 5 * MINUTE);
      expect(all(stage)).toMatch(/@grace \*\*🔴 P0 not acknowledged\..*\n.*\n.*Overdue since 09:30 UTC\./);
      await idle(stage);
    },
  );
});

describe('a request for assistance', () => {
  const ASSISTANCE = 'assistance: { acknowledge: 1h, escalation: normal }\n';

  test('that came in as an incident is not left with the request for a priority', async () => {
    const stage = await stageWith(ASSISTANCE);
    stage.hub.as('rita').openIssue({ title: 'x', body: report(), labels: ['incident'] });
    await stage.react();
    stage.hub.clock.advance(HOUR);
    stage.hub.as('bob').label(1, 'assistance');
    await stage.react();
    expect(stage.hub.issue(1).labels).not.toContain('needs-assessment');
  });

  test('stays one when somebody takes the request for a priority off', async () => {
    const stage = await stageWith(ASSISTANCE);
    stage.hub.as('rita').openIssue({ title: 'x', body: report(), labels: ['incident'] });
    await stage.react();
    stage.hub.clock.advance(HOUR);
    stage.hub.as('bob').label(1, 'assistance');
    await stage.react();
    if (stage.hub.issue(1).labels.includes('needs-assessment')) stage.hub.as('bob').unlabel(1, 'needs-assessment');
    await stage.react();
    await stage.sweep();
    expect(stage.hub.issue(1).labels).toContain('assistance');
  });
});

describe('the quick path', () => {
  const QUICK = 'quick-path: 10m\ntriage: [{ if: { title: password reset }, quick: true }]\n';

  test('a P0 does not wait, though a bot set its priority', async () => {
    const stage = await stageWith(QUICK);
    stage.hub.as('rita').openIssue({ title: 'Password reset broken', body: report(), labels: ['incident'] });
    await stage.react();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('watch[bot]').label(1, 'P0');
    await stage.sweep();
    expect(all(stage)).toContain('@alice @bob **🔴 P0: comment `/ack` before 09:15 UTC.**');
  });

  test('an alert of P0 does not wait for a rule of small things', async () => {
    const stage = await stageWith(QUICK);
    await fires(stage, 0, { title: 'Password reset is down' });
    expect(all(stage)).toContain('@alice @bob **🔴 P0: comment `/ack` before 09:15 UTC.**');
  });
});
