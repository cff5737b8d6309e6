// @module-tag slow

import { expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { DAY, mentioned, MINUTE, notices, POLICY, stageOf } from '../support/stage.ts';

/* Incidents that recur propose a problem ticket to whoever owns their category, once. */

const RECURRENCE = `${POLICY}
categories: [{ name: checkout, owner: management }]
recurrence: [{ same: [category], times: 3, within: 30d }]
`;

/** So many resolved incidents of one category, some days apart. */
async function resolved(count: number, policy = RECURRENCE): Promise<Stage> {
  const stage = await stageOf({ policy });
  for (let i = 1; i <= count; i++) await another(stage);
  return stage;
}

async function another(stage: Stage): Promise<void> {
  stage.hub.clock.advance(2 * DAY);
  const number = stage.hub.as('nora').openIssue({ title: 'Checkout is slow' });
  stage.hub.as('bob').label(number, 'P2', 'checkout');
  await stage.react();
  stage.hub.clock.advance(MINUTE);
  stage.hub.as('alice').comment(number, '/resolve restarted it');
  await stage.react();
}

const proposals = ({ hub }: Stage): string[] =>
  hub.issues().flatMap(({ number }) => notices(hub.issue(number)).filter((it) => it.includes('one problem behind')));

test('the third within the time asks its owner whether there is one problem behind them, and the fourth does not', async () => {
  const stage = await resolved(2);
  expect(proposals(stage)).toEqual([]);
  await another(stage);
  expect(proposals(stage)).toHaveLength(1);
  const [told = ''] = proposals(stage);
  expect(mentioned(told)).toEqual(['grace']);
  expect(told).toContain('3 incidents of `checkout`: is there one problem behind them?**');
  expect(told).toContain('They are #1, #2, #3.');
  expect(told).toContain('`/problem TITLE`');
  await another(stage);
  await stage.sweep();
  expect(proposals(stage)).toHaveLength(1);
});

test('nothing is proposed where all of them belong to one problem ticket', async () => {
  const stage = await resolved(2);
  for (const [issue, text] of [
    [1, '/problem The cache'],
    [2, '/problem #3'],
  ] as const) {
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('alice').comment(issue, text);
    await stage.react();
  }
  stage.hub.clock.advance(DAY);
  const number = stage.hub.as('nora').openIssue({ title: 'Checkout is slow' });
  stage.hub.as('bob').label(number, 'P2', 'checkout');
  await stage.react();
  stage.hub.as('alice').comment(number, '/problem #3\n/resolve restarted it');
  await stage.react();
  expect(proposals(stage)).toEqual([]);
});

test('what was dismissed, or lies further back, does not count', async () => {
  const stage = await resolved(1);
  const number = stage.hub.as('nora').openIssue({ title: 'Checkout is slow' });
  stage.hub.as('bob').label(number, 'P2', 'checkout');
  stage.hub.as('alice').comment(number, '/dismiss nothing wrong');
  await stage.react();
  await another(stage);
  expect(proposals(stage)).toEqual([]);
  stage.hub.clock.advance(40 * DAY);
  await another(stage);
  expect(proposals(stage)).toEqual([]);
});
