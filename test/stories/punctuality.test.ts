import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { renderSummary } from '../../src/run/render.ts';
import { text } from '../package/files.ts';
import { DAY, HOUR, MINUTE, POLICY, stageOf } from '../support/stage.ts';

/* How punctual GitHub's schedule is: told once a day in the summary, and where a policy needs more. */

const TOKENS = {
  'test-token': {
    login: 'github-actions[bot]',
    permissions: { issues: 'write', contents: 'read', metadata: 'read', actions: 'read' },
  },
} as const;

/** A stage with the example workflow, whose schedule came every so often for two days. */
async function stageWith(gap: number, policy = POLICY): Promise<Stage> {
  const files = { '.github/workflows/tocsin.yml': text('.github/workflows/tocsin.yml') };
  const stage = await stageOf({ policy, tokens: TOKENS, files });
  for (let at = 0; at < 2 * DAY; at += gap) {
    stage.hub.clock.advance(gap);
    stage.hub.ranOnSchedule();
  }
  return stage;
}

describe('the first scheduled run of a morning', () => {
  test('says in its summary what GitHub delivered, and how late deadlines were noticed', { tags: 'slow' }, async () => {
    const stage = await stageWith(30 * MINUTE);
    stage.hub.as('alice').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.react();
    stage.hub.clock.advance(21 * HOUR);
    const summary = renderSummary(await stage.sweep());
    expect(summary).toContain(
      '- Of 2 deadlines missed in the last 7 days 2 were noticed late: after 20 h 45 min at the median, 20 h 45 min at worst.',
    );
    expect(summary).toMatch(
      /In the last 7 days GitHub ran `\.github\/workflows\/tocsin\.yml` by its schedule 97 times/,
    );
    stage.hub.clock.advance(30 * MINUTE);
    expect(renderSummary(await stage.sweep())).not.toContain('GitHub ran');
  });

  test('warns where the gaps are longer than the horizon of the watch', async () => {
    const stage = await stageWith(3 * HOUR);
    stage.hub.clock.advance(21 * HOUR);
    const report = await stage.sweep();
    expect(report.advice.join()).toMatch(
      /21 h at worst\. A watch begins no sooner than 1 h .* To mend it: a `horizon`/,
    );
  });
});

describe('the check of a policy', () => {
  const check = async (stage: Stage) => (await stage.sweep({ command: 'check' })).advice;

  test(
    'warns of a deadline that nobody would notice in time, unless something is watched or ticks',
    { tags: 'slow' },
    async () => {
      const bare = `${POLICY}watch: { for: [] }\n`;
      expect((await check(await stageWith(HOUR, bare))).join()).toContain(
        'A P0 is to be acknowledged within 15 min: without a watch nobody notices in time that it was not.',
      );
      expect(await check(await stageWith(HOUR, `${bare}tick: { from: [Watchdog] }\n`))).toEqual([]);
      expect(await check(await stageWith(30 * MINUTE))).toEqual([]);
    },
  );

  test('says nothing of it where the token may not see the runs', async () => {
    const stage = await stageOf({ policy: `${POLICY}watch: { for: [] }\n` });
    expect(await check(stage)).toEqual([]);
  });
});
