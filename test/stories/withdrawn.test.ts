import { describe, expect, it } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { card, HOUR, notices, stageOf, told } from '../support/stage.ts';
import { incident } from './lifecycle-story.ts';

/* What is closed by somebody who may not judge that. */

describe('withdrawn', () => {
  /** A stranger reports, and closes before anybody with a say has seen it. */
  async function unseen(priority: string): Promise<{ stage: Stage; hub: Stage['hub']; n: number }> {
    const stage = await stageOf();
    const n = stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', priority] });
    await stage.react();
    stage.hub.clock.advance(HOUR);
    stage.hub.as('rita').close(n, 'completed');
    await stage.react();
    return { stage, hub: stage.hub, n };
  }

  it('a reporter without rights who closes their own P1 leaves the judgement to a responder', async () => {
    const { stage, hub, n } = await unseen('P1');
    const issue = hub.issue(n);
    expect(card(issue)).toContain('closed, to be confirmed');
    expect(told(issue).at(-1)).toEqual(['alice', 'bob']);
    expect(notices(issue).at(-1)).toContain('`rita` closed this P1 without the right to. Is it over?');
    await stage.sweep();
    expect(notices(hub.issue(n))).toHaveLength(2);
  });

  it('is confirmed by /resolve, and a P0 gets its post-mortem then', async () => {
    const { stage, hub, n } = await unseen('P0');
    expect(hub.issue(n).subIssues).toEqual([]);
    expect(card(hub.issue(n))).toContain('A responder confirms that it is over');
    hub.as('alice').comment(n, '/resolve it was the cache');
    await stage.react();
    expect(card(hub.issue(n))).toContain('resolved: Mon 2 Nov 2026, 10:00 UTC, `alice` by command');
    expect(hub.issue(n).subIssues).toHaveLength(1);
  });

  it('ends nothing that somebody with a say has seen: it goes on until one of them ends it', async () => {
    const { stage, hub, n } = await incident('P0');
    for (let round = 0; round < 3; round++) {
      hub.as('rita').close(n, 'completed');
      await stage.react();
      hub.as('rita').reopen(n);
      await stage.react();
    }
    hub.as('rita').close(n, 'completed');
    await stage.react();
    expect(card(hub.issue(n))).toContain('| Status | acknowledged');
    const asked = notices(hub.issue(n)).filter((it) => it.includes('without the right to'));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain('Until then it goes on: the deadlines run, and the steps of the escalation follow.');
    await stage.pass(4 * HOUR, HOUR);
    expect(card(hub.issue(n))).toContain('❌ missed 2 Nov 2026, 13:00');
    expect(told(hub.issue(n)).flat()).toContain('grace');
    hub.as('alice').comment(n, '/resolve it was the cache');
    await stage.react();
    expect(card(hub.issue(n))).toContain('| Status | resolved');
  });

  it('a P3 may be closed by its reporter', async () => {
    const { stage, hub, n } = await incident('P3');
    hub.as('rita').close(n, 'completed');
    await stage.react();
    expect(card(hub.issue(n))).toContain('resolved: ');
  });

  it('an entitled reporter closes like anybody else', async () => {
    const stage = await stageOf();
    const n = stage.hub.as('grace').openIssue({ title: 'Down', labels: ['incident', 'P1'] });
    await stage.react();
    stage.hub.as('grace').close(n, 'completed');
    await stage.react();
    expect(card(stage.hub.issue(n))).toContain('resolved: ');
  });
});
