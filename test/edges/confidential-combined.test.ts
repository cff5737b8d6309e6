import { describe, expect, test } from 'vitest';
import { card, HOUR, MINUTE, told } from '../support/stage.ts';
import { report, SIX } from '../support/report.ts';
import { stageWith, CATEGORIES, SECRET, idle, written, spoken } from './confidential-story.ts';

describe('in combinations', () => {
  test('a confidential request for assistance repeats nothing and settles', { tags: 'slow' }, async () => {
    const stage = await stageWith(`${CATEGORIES}assistance: { acknowledge: 1h, escalation: normal }\n`);
    stage.hub.as('rita').openIssue({ title: SECRET, body: report({ ...SIX, scope: SECRET }), labels: ['assistance'] });
    await stage.react();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('sam').comment(1, '/category security');
    await stage.react();
    await idle(stage);
    await stage.pass(2 * HOUR);
    expect(written(stage)).not.toContain(SECRET);
    expect(told(stage.hub.issue(1)).flat()).not.toContain('alice');
    await idle(stage);
  });

  test('a label set by a bot counts', async () => {
    const stage = await stageWith();
    stage.hub
      .as('rita')
      .openIssue({ title: 'x', body: report({ ...SIX, scope: SECRET }), labels: ['incident', 'P1', 'network'] });
    await stage.react();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('scanner[bot]').label(1, 'security');
    await stage.sweep();
    expect(written(stage)).not.toContain(SECRET);
    await idle(stage);
  });

  test('a label that another workflow sets with the same account counts', async () => {
    const stage = await stageWith();
    stage.hub
      .as('rita')
      .openIssue({ title: 'x', body: report({ ...SIX, scope: SECRET }), labels: ['incident', 'P1', 'network'] });
    await stage.react();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('github-actions[bot]').label(1, 'security');
    await stage.sweep();
    expect(stage.hub.issue(1).labels).toContain('security');
    expect(written(stage)).not.toContain(SECRET);
  });

  test('taken off and set again, it is written anew each time and settles', { tags: 'slow' }, async () => {
    const stage = await stageWith();
    stage.hub
      .as('rita')
      .openIssue({ title: 'x', body: report({ ...SIX, scope: SECRET }), labels: ['incident', 'P1', 'security'] });
    await stage.react();
    for (let i = 0; i < 2; i++) {
      stage.hub.clock.advance(MINUTE);
      stage.hub.as('sam').unlabel(1, 'security');
      await stage.react();
      await idle(stage);
      stage.hub.clock.advance(MINUTE);
      stage.hub.as('sam').label(1, 'security');
      await stage.react();
      expect(written(stage)).not.toContain(SECRET);
      await idle(stage);
    }
  });

  test('facts that arrive as it is reclassified fail nothing', async () => {
    const stage = await stageWith();
    const { scope, ...five } = SIX;
    stage.hub
      .as('rita')
      .openIssue({ title: 'x', body: report({ ...five, impact: SECRET }), labels: ['incident', 'P1'] });
    await stage.react();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('rita').editBody(1, report({ ...five, scope, impact: SECRET }));
    stage.hub.as('sam').comment(1, '/category security');
    const it = await stage.react();
    expect(it!.settled.flatMap(({ failures }) => failures)).toEqual([]);
    expect(written(stage)).not.toContain(SECRET);
    await idle(stage);
  });

  test('a dry run of a late reclassification settles and writes nothing', async () => {
    const stage = await stageWith();
    stage.hub
      .as('rita')
      .openIssue({ title: 'x', body: report({ ...SIX, impact: SECRET }), labels: ['incident', 'P1'] });
    await stage.react();
    stage.hub.as('sam').comment(1, '/category security');
    const before = JSON.stringify(stage.hub.snapshot());
    const it = await stage.sweep({ dryRun: true });
    expect(it.settled.flatMap(({ failures }) => failures)).toEqual([]);
    expect(JSON.stringify(stage.hub.snapshot())).toBe(before);
    expect(spoken(it)).not.toContain(SECRET);
  });

  test('what is confidential no longer shows what was said, not a dot', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: 'x', body: report(), labels: ['incident', 'P2', 'security'] });
    await stage.react();
    stage.hub.as('sam').comment(1, '/resolve a false alarm');
    await stage.react();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('sam').comment(1, '/category network');
    await stage.react();
    expect(card(stage.hub.issue(1))).toContain('`a false alarm`');
  });
});
