import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Issue } from '../../src/model/issue.ts';
import { report } from '../support/report.ts';
import { HOUR, stageOf } from '../support/stage.ts';

/** The issues that were read as incidents, in order. */
const read = vi.hoisted(() => ({ issues: [] as Issue[] }));
vi.mock('../../src/capabilities/reading.ts', async (original) => {
  const actual = await original<typeof import('../../src/capabilities/reading.ts')>();
  const readIncident: typeof actual.readIncident = (issue, ground) => {
    read.issues.push(issue);
    return actual.readIncident(issue, ground);
  };
  return { ...actual, readIncident };
});

describe('a run reads an incident', () => {
  beforeEach(() => read.issues.splice(0));

  test('once when nothing is due', async () => {
    const stage = await stageOf();
    for (const title of ['one', 'two', 'three'])
      stage.hub.as('rita').openIssue({ title, body: report(), labels: ['incident', 'P2'] });
    await stage.sweep();
    await stage.sweep();
    read.issues.splice(0);
    const { settled } = await stage.sweep();
    expect(settled.flatMap(({ done }) => done)).toEqual([]);
    expect(read.issues.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
  });

  test('once for each state of its issue, whatever is sent and decided in between', async () => {
    const policy = 'roles: { responder: [alice] }\nnotifiers: { pager: { type: pagerduty, key: KEY } }\n';
    const stage = await stageOf({ policy });
    stage.hub.as('rita').openIssue({ title: 'Down', body: report(), labels: ['incident', 'P0'] });
    const { settled } = await stage.sweep();
    expect(settled[0]!.done.map((deed) => deed.do)).toContain('page');
    expect(new Set(read.issues).size).toBe(read.issues.length);
    stage.hub.as('alice').comment(1, '/ack');
    stage.hub.clock.advance(HOUR);
    read.issues.splice(0);
    await stage.sweep();
    // Before and after alice's role is known it is the same issue, read twice.
    expect(new Set(read.issues).size).toBe(read.issues.length - 1);
  });
});
