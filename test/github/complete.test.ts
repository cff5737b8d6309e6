import { expect, test } from 'vitest';
import { HOUR, MINUTE, POLICY, stageOf } from '../support/stage.ts';
import { report } from '../support/report.ts';

/* What may be an incident without its label is read to its end, and costs little however many there are. */

test('thirty reports without the label cost three requests, not thirty', async () => {
  const stage = await stageOf({ policy: `${POLICY}enforce-from: 2026-11-03\n`, strangers: ['mallory'] });
  const { hub } = stage;
  for (let i = 0; i < 30; i++) hub.as('mallory').openIssue({ title: `Down ${i}`, body: report() });
  hub.clock.advance(23 * HOUR);
  for (let i = 1; i <= 30; i++) hub.as('mallory').editBody(i, `${report()}\nagain`);
  hub.clock.advance(2 * HOUR);
  const before = hub.requests.length;
  await stage.sweep();
  const asked = hub.requests.slice(before);
  expect(asked.filter(({ operationName }) => operationName === 'ReadIssues')).toHaveLength(3);
  expect(asked.reduce((sum, { points }) => sum + points, 0)).toBeLessThan(12);
});

test('an answer about several that is lost is asked for again', async () => {
  const stage = await stageOf();
  const { hub } = stage;
  for (let i = 0; i < 3; i++) hub.as('alice').openIssue({ title: `Down ${i}`, body: report() });
  hub.clock.advance(MINUTE);
  hub.faults.add({
    when: { matches: ({ operationName }) => operationName === 'ReadIssues' },
    how: { status: 502, handled: false },
  });
  await stage.sweep();
  for (const number of [1, 2, 3]) expect(hub.issue(number).labels).toContain('incident');
});
