// @module-tag slow

import { expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { DAY, HOUR, mentioned, MINUTE, visible } from '../support/stage.ts';
import { policyWith, POST_MORTEM, resolved, withItems, write } from './post-mortem-story.ts';

/* Whoever owes an action item hears of it when it is overdue, then whoever owns its area, then the management: one comment a person. */

const chased = ({ hub }: Stage): string[] =>
  hub
    .issues()
    .flatMap(({ number }) => hub.issue(number).comments)
    .filter(({ body }) => body.includes('overdue.**'))
    .map(({ body }) => visible(body));

/** Two incidents with a post-mortem each, and an overdue item of bob in each of them. */
async function overdue(): Promise<Stage> {
  const stage = await resolved(policyWith('true'));
  await write(
    stage,
    'alice',
    withItems('- [ ] Alert on the queue @bob due:2026-11-03', '- [ ] Rehearse a rollback @alice due:2026-11-20'),
  );
  stage.hub.as('nora').openIssue({ title: 'Mail is down' });
  stage.hub.as('bob').label(5, 'P0');
  await stage.react();
  stage.hub.as('alice').comment(5, '/resolve a full disk');
  await stage.react();
  stage.hub.clock.advance(MINUTE);
  stage.hub.as('alice').editBody(6, withItems('- [ ] Watch the disks @bob due:2026-11-03')(stage.hub.issue(6).body));
  await stage.react();
  expect(stage.hub.issue(6).subIssues).toEqual([7]);
  return stage;
}

test('one comment tells a person of all that is overdue, in office hours, once', async () => {
  const stage = await overdue();
  stage.hub.clock.set(Date.parse('2026-11-04T03:00:00Z'));
  await stage.sweep();
  expect(chased(stage)).toEqual([]);
  stage.hub.clock.set(Date.parse('2026-11-04T09:00:00Z'));
  await stage.sweep();
  expect(chased(stage)).toHaveLength(1);
  const [told = ''] = chased(stage);
  expect(mentioned(told)).toEqual(['bob']);
  expect(told).toContain('**2 action items are overdue.**');
  expect(told).toContain('- #3 `Alert on the queue`: due Tue 3 Nov 2026 (from #2)');
  expect(told).toContain('- #7 `Watch the disks`: due Tue 3 Nov 2026 (from #6)');
  const before = stage.hub.issue(POST_MORTEM);
  await stage.sweep();
  expect(stage.hub.issue(POST_MORTEM)).toEqual(before);
  await stage.pass(2 * DAY, HOUR);
  expect(chased(stage)).toHaveLength(1);
});

test('a week later whoever owns it hears again with the owner of the post-mortem, after two the management', async () => {
  const stage = await overdue();
  stage.hub.clock.set(Date.parse('2026-11-11T09:00:00Z'));
  await stage.sweep();
  expect(chased(stage).map(mentioned)).toEqual([['bob'], ['alice']]);
  stage.hub.as('bob').close(7);
  stage.hub.clock.set(Date.parse('2026-11-18T09:00:00Z'));
  await stage.sweep();
  expect(chased(stage).map(mentioned)).toEqual([['bob'], ['alice'], ['bob'], ['alice'], ['grace']]);
  expect(chased(stage).at(-1)).toContain('**An action item is overdue.**');
  await stage.pass(20 * DAY, DAY);
  expect(chased(stage).filter((it) => it.includes('#3')).length).toBeLessThanOrEqual(6);
});

test('a day put off in its line gives it more time, and what is done or waived is left alone', async () => {
  const stage = await overdue();
  await write(stage, 'alice', (body) => body.replace('@bob due:2026-11-03', '@bob due:2026-11-10'));
  stage.hub.as('alice').comment(6, '/waive #7 the disks are gone');
  await stage.react();
  stage.hub.clock.set(Date.parse('2026-11-04T09:00:00Z'));
  await stage.sweep();
  expect(chased(stage)).toEqual([]);
  expect(stage.hub.issue(POST_MORTEM).state).toBe('OPEN');
});
