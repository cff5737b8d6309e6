import { describe, expect, it } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { clockOn, rowOf } from '../support/card.ts';
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
    expect(notices(issue).at(-1)).toContain('`rita` closed this P1. Can somebody confirm that it is over?');
    await stage.sweep();
    expect(notices(hub.issue(n))).toHaveLength(3);
  });

  it('is confirmed by /resolve, and a P0 gets its post-mortem then', async () => {
    const { stage, hub, n } = await unseen('P0');
    expect(hub.issue(n).subIssues).toEqual([]);
    expect(card(hub.issue(n))).toContain('**Do now**: comment `/resolve what fixed it` if it is over;');
    hub.as('alice').comment(n, '/resolve it was the cache');
    await stage.react();
    expect(rowOf(card(hub.issue(n)), 'Resolved')).toMatch(/^10:00 by `alice`/);
    expect(hub.issue(n).subIssues).toHaveLength(1);
  });

  it(
    'ends nothing that somebody with a say has seen: it goes on until one of them ends it',
    { tags: 'slow' },
    async () => {
      const { stage, hub, n } = await incident('P0');
      for (let round = 0; round < 3; round++) {
        hub.as('rita').close(n, 'completed');
        await stage.react();
        hub.as('rita').reopen(n);
        await stage.react();
      }
      hub.as('rita').close(n, 'completed');
      await stage.react();
      expect(rowOf(card(hub.issue(n)), 'Acknowledged')).toContain('by `alice`');
      const asked = notices(hub.issue(n)).filter((it) => it.includes('Can somebody confirm'));
      expect(asked).toHaveLength(1);
      expect(asked[0]).toContain('Until then the deadlines run and the escalation goes on.');
      await stage.pass(4 * HOUR, HOUR);
      expect(clockOn(card(hub.issue(n)), 'Resolve')[0]).toMatch(/❌ .* 13:00 .* · missed/);
      expect(told(hub.issue(n)).flat()).toContain('grace');
      hub.as('alice').comment(n, '/resolve it was the cache');
      await stage.react();
      expect(rowOf(card(hub.issue(n)), 'Resolved')).toContain('by `alice`: `it was the cache`');
    },
  );

  it('a P3 may be closed by its reporter', async () => {
    const { stage, hub, n } = await incident('P3');
    hub.as('rita').close(n, 'completed');
    await stage.react();
    expect(rowOf(card(hub.issue(n)), 'Resolved')).toContain('by `rita`');
  });

  it('an entitled reporter closes like anybody else', async () => {
    const stage = await stageOf();
    const n = stage.hub.as('grace').openIssue({ title: 'Down', labels: ['incident', 'P1'] });
    await stage.react();
    stage.hub.as('grace').close(n, 'completed');
    await stage.react();
    expect(rowOf(card(stage.hub.issue(n)), 'Resolved')).toContain('by `grace`');
  });
});
