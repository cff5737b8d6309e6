// @module-tag slow

import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { DAY, MINUTE } from '../support/stage.ts';
import { cardOf, POST_MORTEM, resolved, say, titleOf, withItems, write } from '../stories/post-mortem-story.ts';
import { MOST } from '../hostile/reading.ts';
import { inShare } from '../support/tries.ts';
import { writes } from './story.ts';

/* Whatever grows on a post-mortem has a bound: its card is written, fits, and a run with nothing to do asks little. */

const bodyOf = ({ hub }: Stage): string =>
  hub.issue(POST_MORTEM).comments.find(({ body }) => body.startsWith('<!-- tocsin:card'))!.body;

/** A run that finds nothing to do: how many requests it makes. */
async function idle(stage: Stage): Promise<number> {
  await stage.sweep();
  const before = stage.hub.requests.length;
  await stage.sweep();
  const made = stage.hub.requests.slice(before);
  expect(writes(made)).toEqual([]);
  expect(bodyOf(stage).length).toBeLessThanOrEqual(MOST);
  return made.length;
}

describe('the card of a post-mortem stays within what GitHub takes', () => {
  test('with a hundred long items, overdue for weeks, waived, and with much that is wrong in each', async () => {
    const stage = await resolved();
    const wrong = Array.from({ length: 40 }, (_, i) => `type:none-${i} due:never-${i}`).join(' ');
    const items = Array.from({ length: 100 }, (_, i) =>
      `- [ ] ${i} ${'`|<@'.repeat(40)} @bob due:2026-11-03 ${i === 0 ? wrong : ''}`.slice(0, i === 0 ? 2_000 : 250),
    );
    await write(stage, 'alice', withItems(...items));
    for (let i = 0; i < 30; i++) stage.hub.as('alice').comment(POST_MORTEM, `/waive #${3 + i} ${'why '.repeat(60)}`);
    await stage.sweep();
    for (let week = 0; week < 4; week++) {
      stage.hub.clock.advance(7 * DAY);
      await stage.sweep();
    }
    expect(stage.hub.issue(POST_MORTEM).subIssues.length).toBeGreaterThan(90);
    expect(await idle(stage)).toBeLessThanOrEqual(4);
    await say(stage, 'grace', '/approve');
    expect(titleOf(stage)).toContain('approved');
  });

  test('with three hundred comments', async () => {
    const stage = await resolved();
    for (let i = 0; i < 300; i++) {
      stage.hub.clock.advance(MINUTE);
      const text = ['/nonsense', '/waive #99 why', '/review', 'I was there.', '/changes'][i % 5]!;
      stage.hub.as(i % 7 === 0 ? 'nora' : 'bob').comment(POST_MORTEM, `${text} ${i} ${'x'.repeat(i % 300)}`);
      if (i % 30 === 29) await stage.sweep();
    }
    expect(await idle(stage)).toBeLessThanOrEqual(5);
    await say(stage, 'grace', '/approve');
    expect(titleOf(stage)).toContain('approved');
  });

  test('with forty approvals and edits back and forth, each of another wording of the items', async () => {
    const stage = await resolved();
    // Ten in the suite, forty where more is tried.
    for (let i = 0; i < inShare(40); i++) {
      const words = `${i} words`.repeat(10);
      await write(stage, 'alice', (body) =>
        withItems(`- [ ] Alert on the queue ${words} @bob`)(
          body.replace(/## Summary\n\n.*\n/, `## Summary\n\n${words}\n`),
        ),
      );
      await say(stage, 'grace', '/approve');
    }
    expect(titleOf(stage)).toContain('approved');
    expect(cardOf(stage)).toContain('Approvals: 1 of 1');
    expect(stage.hub.issue(POST_MORTEM).subIssues.length).toBeLessThanOrEqual(40);
    expect(await idle(stage)).toBeLessThanOrEqual(4);
  });

  test('with five hundred commands of strangers, who are answered once each and stop nobody else', async () => {
    const strangers = Array.from({ length: 20 }, (_, i) => `eve-${i}`);
    const stage = await resolved(undefined, { strangers });
    const { hub } = stage;
    const lines = Array.from({ length: 200 }, (_, i) => `/waive #${i} @grace`).join('\n');
    for (let i = 0; i < 500; i++) hub.as(strangers[i % 20]!).comment(POST_MORTEM, i % 2 === 0 ? '/publish' : lines);
    hub.as('nora').openIssue({ title: 'Mail is down', labels: ['incident', 'P0'] });
    await stage.sweep();
    expect(hub.issue(3).comments.length).toBeGreaterThan(1);
    expect(await idle(stage)).toBeLessThanOrEqual(6);
    const answers = hub.issue(POST_MORTEM).comments.filter(({ body }) => body.startsWith('<!-- tocsin:notice'));
    expect(answers.length).toBeLessThanOrEqual(10);
    await say(stage, 'grace', '/approve');
    expect(titleOf(stage)).toContain('approved');
  });
});
