// @module-tag slow

import { expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { INPUTS } from '../../src/run/inputs.ts';
import { isRed } from '../../src/run/report.ts';
import { DAY, HOUR, MINUTE } from '../support/stage.ts';
import {
  APPROVED,
  cardOf,
  labelsOf,
  policyWith,
  POST_MORTEM,
  resolved,
  say,
  titleOf,
  told,
} from '../stories/post-mortem-story.ts';

/* A policy changes while post-mortems are under way: each goes on under the new one, and none makes runs red. */

/** Another policy, and two runs under it. */
async function adopt(stage: Stage, policy: string): Promise<void> {
  stage.hub.commit({ [INPUTS.policy.default]: policy });
  for (let i = 0; i < 2; i++) {
    stage.hub.clock.advance(HOUR);
    expect(isRed(await stage.sweep())).toBe(false);
  }
}

test('that nobody must approve any more is published without', async () => {
  const stage = await resolved();
  await say(stage, 'alice', '/review');
  await adopt(stage, policyWith('true'));
  expect(cardOf(stage)).not.toContain('Approvals');
  await say(stage, 'alice', '/publish');
  expect(stage.hub.issue(POST_MORTEM).state).toBe('CLOSED');
});

test('of a priority that asks for none any more, or that its incident has no more, comes to its end', async () => {
  const P1 = 'P1: { acknowledge: 30m, resolve: 8h, escalation: urgent';
  const stage = await resolved(APPROVED.replace(P1, `${P1}, post-mortem: { approver: management }`));
  stage.hub.clock.advance(MINUTE);
  stage.hub.as('alice').comment(1, '/priority P1 one shop only');
  await stage.react();
  await say(stage, 'alice', '/review');
  await adopt(stage, APPROVED);
  await say(stage, 'grace', '/approve');
  expect(titleOf(stage)).toContain('approved');
  expect(stage.hub.issues().filter(({ labels }) => labels.includes('post-mortem'))).toHaveLength(1);
});

test('whose labels are called otherwise gets the new ones', async () => {
  const stage = await resolved();
  await say(stage, 'alice', '/review');
  await adopt(stage, `${APPROVED}labels: { in-review: being-read, post-mortem: report }\n`);
  expect(labelsOf(stage)).toContain('being-read');
  await say(stage, 'grace', '/approve');
  expect(titleOf(stage)).toContain('approved');
  expect(labelsOf(stage)).not.toContain('being-read');
  expect(told(stage).filter((it) => it.includes('label'))).toEqual([]);
});

test('whose owner deletes their account asks for another', async () => {
  const stage = await resolved();
  await say(stage, 'alice', '/review');
  stage.hub.deleteUser('alice');
  for (let i = 0; i < 3; i++) {
    stage.hub.clock.advance(DAY);
    expect(isRed(await stage.sweep())).toBe(false);
  }
  expect(cardOf(stage)).toContain('Owner: nobody yet; please assign somebody');
  await say(stage, 'grace', '/approve');
  expect(titleOf(stage)).toContain('approved');
});

test('whose approver has lost access is not silent: its deadline tells who else may help', async () => {
  const stage = await resolved();
  stage.hub.setRole('grace', null);
  await say(stage, 'alice', '/review');
  await stage.pass(12 * DAY, DAY);
  const late = stage.hub.issue(1).comments.filter(({ body }) => body.includes('review overdue'));
  expect(late.length).toBeGreaterThan(0);
  expect(late[0]!.body).toContain('@alice');
});
