// @module-tag slow

import { expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import type { Report } from '../../src/run/report.ts';
import { POST_MORTEM, resolved } from '../stories/post-mortem-story.ts';
import { clockRow } from '../support/card.ts';
import { card, DAY, HOUR, MINUTE, stageOf } from '../support/stage.ts';

/* While GitHub does not say which role somebody has, what they did is not judged, and what depends on it is not decided for good. */

const POLICY = `
roles: { responder: [alice], management: [grace] }
fallback: grace
priorities:
  P1: { acknowledge: 30m, resolve: 4h, escalation: urgent }
escalation-policies:
  urgent:
    - { at: start, notify: responder }
    - { at: resolve due, notify: management }
`;

/** A run in which GitHub says nobody's role. */
async function sweepWithoutRoles(stage: Stage): Promise<Report> {
  const { faults } = stage.hub;
  for (let i = 0; i < 40; i++)
    faults.add({ when: { matches: ({ path }) => path.endsWith('/permission') }, how: { status: 502, handled: false } });
  const report = await stage.sweep();
  faults.clear();
  return report;
}

test.each([
  ['/resolve mended', 'Resolve', 'met 09:10'],
  ['/ack', 'Acknowledge', 'met 09:10'],
])(
  '%s in time stays in time, though the run comes late and its author cannot be asked about',
  async (say, row, met) => {
    const stage = await stageOf({ policy: POLICY });
    const { hub } = stage;
    hub.as('nora').openIssue({ title: 'Down', labels: ['incident', 'P1'] });
    await stage.sweep();
    hub.clock.advance(10 * MINUTE);
    hub.as('grace').comment(1, say);
    hub.clock.advance(6 * HOUR);
    const failed = await sweepWithoutRoles(stage);
    expect(hub.issue(1).labels).not.toContain('breached');
    expect(failed.settled.flatMap(({ failures }) => failures)).not.toEqual([]);
    await stage.sweep();
    expect(clockRow(card(hub.issue(1)), row)).toContain(met);
  },
);

test('a post-mortem that was handed in in time stays in time as well', async () => {
  const stage = await resolved();
  const { hub } = stage;
  hub.clock.advance(DAY);
  hub.as('grace').comment(POST_MORTEM, '/drafted');
  hub.clock.advance(3 * DAY);
  await sweepWithoutRoles(stage);
  await stage.sweep();
  expect(clockRow(card(hub.issue(1)), 'Post-mortem draft')).toContain('met Tue 10:05');
});
