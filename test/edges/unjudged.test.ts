// @module-tag slow

import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import type { Report } from '../../src/run/report.ts';
import { POST_MORTEM, resolved } from '../stories/post-mortem-story.ts';
import { clockOn, clockRow } from '../support/card.ts';
import { card, DAY, HOUR, MINUTE, notices, PEOPLE, stageOf } from '../support/stage.ts';

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

/** A run in which GitHub says nobody's role, or not that of one person. */
async function sweepWithoutRoles(stage: Stage, login = ''): Promise<Report> {
  const { faults } = stage.hub;
  const matches = ({ path }: { readonly path: string }): boolean => path.endsWith(`${login}/permission`);
  for (let i = 0; i < 40; i++) faults.add({ when: { matches }, how: { status: 502, handled: false } });
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

describe('of whom GitHub never says the role', () => {
  const STEPS = POLICY.replace(
    '    - { at: resolve due, notify: management }\n',
    `    - { at: resolve due, notify: management }
    - { at: resolve due + 1h, notify: management, repeat: 1h, until: resolved }
`,
  );
  const people = { ...PEOPLE, mallory: 'read' } as const;

  /** An incident that alice has, and to which mallory has said what only few may. */
  async function spoken(): Promise<Stage> {
    const stage = await stageOf({ policy: STEPS, people });
    const { hub } = stage;
    hub.as('nora').openIssue({ title: 'Down', labels: ['incident', 'P1'] });
    await stage.sweep();
    hub.as('alice').comment(1, '/ack');
    await stage.sweep();
    hub.as('mallory').comment(1, '/resolve');
    return stage;
  }

  test('a miss is written once, is noticed when it was, and stays after a day', async () => {
    const stage = await spoken();
    const { hub } = stage;
    hub.clock.advance(4 * HOUR);
    const first = await sweepWithoutRoles(stage, 'mallory');
    expect(first.settled[0]!.done).not.toEqual([]);
    const resolve = clockRow(card(hub.issue(1)), 'Resolve');
    expect(resolve).toBe('❌ 13:00 (within 4 h) · missed; not done yet');
    for (let n = 0; n < 5; n++) {
      hub.clock.advance(10 * MINUTE);
      expect((await sweepWithoutRoles(stage, 'mallory')).settled[0]!.done).toEqual([]);
    }
    hub.clock.advance(10 * MINUTE);
    await sweepWithoutRoles(stage, 'mallory');
    expect(notices(hub.issue(1)).at(-1)).toContain('Due 13:00 UTC, **1 h late**.');
    expect(hub.issue(1).labels).not.toContain('breached');
    hub.clock.advance(23 * HOUR);
    await sweepWithoutRoles(stage, 'mallory');
    expect(hub.issue(1).labels).toContain('breached');
    expect(clockRow(card(hub.issue(1)), 'Resolve')).toBe(resolve);
  });

  test('what was met before a reopening stays on record', async () => {
    const stage = await spoken();
    const { hub } = stage;
    hub.clock.advance(HOUR);
    hub.as('alice').comment(1, '/resolve the cache');
    await sweepWithoutRoles(stage, 'mallory');
    hub.clock.advance(10 * MINUTE);
    hub.as('alice').comment(1, '/reopen not yet');
    await stage.sweep();
    expect(clockOn(card(hub.issue(1)), 'Resolve').join('\n')).toContain('met 10:00');
  });

  test('what came after a deadline does not make its miss unsure', async () => {
    const stage = await stageOf({ policy: STEPS, people });
    const { hub } = stage;
    hub.as('nora').openIssue({ title: 'Down', labels: ['incident', 'P1'] });
    await stage.sweep();
    hub.clock.advance(5 * HOUR);
    hub.as('mallory').comment(1, '/resolve');
    await sweepWithoutRoles(stage, 'mallory');
    expect(hub.issue(1).labels).toContain('breached');
  });
});
