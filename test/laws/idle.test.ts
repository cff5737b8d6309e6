// @module-tag slow

import { afterEach, describe, expect, test } from 'vitest';
import type { RequestEntry } from '../../src/rehearsal/github/faults.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { isRed, type Report } from '../../src/run/report.ts';
import { incidents, numbers, upTo } from './crowd.ts';
import { HOUR, MINUTE, setStage, writes } from './story.ts';

/* Reading: a hundred incidents in one request, no write when nothing is due, and no incident lost on the way. */

const open: Stage[] = [];
afterEach(async () => {
  for (const stage of open.splice(0)) await stage.close();
});

/** What a sweep asks for. */
async function asked(stage: Stage): Promise<{ report: Report; requests: RequestEntry[] }> {
  const before = stage.hub.requests.length;
  const report = await stage.sweep();
  return { report, requests: stage.hub.requests.slice(before) };
}

describe('an idle sweep', () => {
  test('of 100 incidents is one request of at most 3 points, and no write', async () => {
    const stage = await incidents(100);
    stage.hub.clock.advance(MINUTE);
    const { report, requests } = await asked(stage);
    expect(requests).toHaveLength(1);
    expect(requests[0]!.points).toBeLessThanOrEqual(3);
    expect(numbers(report)).toEqual(upTo(100));
    expect(isRed(report)).toBe(false);
  });

  test('of 210 incidents, 5 of them closed lately, is 3 requests', async () => {
    const stage = await incidents(210);
    for (let i = 1; i <= 5; i++) stage.hub.as('alice').close(i);
    await stage.sweep();
    const { report, requests } = await asked(stage);
    expect(requests).toHaveLength(3);
    expect(Math.max(...requests.map(({ points }) => points))).toBeLessThanOrEqual(3);
    expect(writes(requests)).toEqual([]);
    expect(numbers(report)).toEqual(upTo(210));
  });

  test('leaves alone what was closed long ago', async () => {
    const stage = await incidents(2);
    stage.hub.as('alice').close(1);
    await stage.sweep();
    stage.hub.clock.advance(46 * 24 * HOUR);
    expect(numbers((await asked(stage)).report)).toEqual([2]);
  });
});

describe('a long timeline', () => {
  test('is read whole: what stands beyond the first hundred entries counts', async () => {
    const stage = await setStage();
    open.push(stage);
    stage.hub.as('rita').openIssue({ title: 'Long', labels: ['incident', 'P0'] });
    await stage.sweep();
    for (let i = 0; i < 230; i++) stage.hub.as('mallory').comment(1, `Me too, ${i}.`);
    stage.hub.as('alice').comment(1, '/ack');
    const { report, requests } = await asked(stage);
    expect(report.settled[0]!.situation.incident.acknowledgement?.by).toBe('alice');
    expect(requests.filter(({ operationName }) => operationName === 'LongIssue')).toHaveLength(2);
    stage.hub.clock.advance(HOUR);
    expect(writes((await asked(stage)).requests)).toEqual([]);
  });
});

describe('a conversation without end', () => {
  test('is read from both ends, and what stood between stays in force', async () => {
    const stage = await setStage();
    open.push(stage);
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Long', labels: ['incident', 'P0'] });
    await stage.sweep();
    const flood = (count: number): void => {
      for (let i = 0; i < count; i++) hub.as('mallory').comment(1, `/ack me too, ${i}`);
    };
    flood(250);
    hub.as('bob').comment(1, '/workaround use the other door');
    await stage.sweep();
    hub.clock.advance(MINUTE);
    flood(450);
    hub.as('bob').label(1, 'mitigated');
    flood(300);
    hub.as('alice').comment(1, '/ack');
    const costs: number[] = [];
    for (let i = 0; i < 3; i++) {
      hub.clock.advance(HOUR);
      const { report, requests } = await asked(stage);
      const { incident } = report.settled[0]!.situation;
      expect(incident.acknowledgement?.by).toBe('bob');
      expect(incident.mitigation.mitigated?.by).toBe('bob');
      expect(incident.comments.some(({ commands }) => commands.some(({ name }) => name === 'ack'))).toBe(true);
      expect(report.advice.join()).toContain('#1: so long that comments in the middle were not read again');
      expect(isRed(report)).toBe(false);
      costs.push(requests.filter(({ operationName }) => /^(?:Read|LongIssue)$/.test(operationName ?? '')).length);
    }
    // One for the run, three for the comments at the end.
    expect(Math.max(...costs)).toBeLessThanOrEqual(4);
    const told = hub.issue(1).comments.filter(({ body }) => body.includes('P0: comment `/ack` before'));
    expect(told).toHaveLength(1);
  });

  test('costs nothing on an issue that is no incident', async () => {
    const stage = await incidents(1);
    stage.hub.as('rita').openIssue({ title: 'A wish', body: 'More colours' });
    for (let i = 0; i < 300; i++) stage.hub.as('mallory').comment(2, `/ack ${i}`);
    const { requests } = await asked(stage);
    expect(requests).toHaveLength(1);
  });
});

describe('a page that is too heavy', () => {
  const heavy = (size: number) => (request: RequestEntry) =>
    Number((request.body as { variables?: { open?: number } }).variables?.open) > size;

  test.each([50, 20, 5])('is halved until GitHub answers, at %i a page', async (size) => {
    const stage = await incidents(60);
    for (let i = 0; i < 20; i++)
      stage.hub.faults.add({ when: { matches: heavy(size) }, how: { status: 502, handled: false } });
    const { report } = await asked(stage);
    expect(numbers(report)).toEqual(upTo(60));
    expect(isRed(report)).toBe(false);
  });

  // The first page has been read, and may hold a P0: it must not wait for the second.
  test('on the second page does not keep the first from being dealt with', async () => {
    const stage = await incidents(110);
    stage.hub.clock.advance(HOUR);
    stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    const second = ({ body }: RequestEntry): boolean =>
      (body as { variables?: { openAfter?: string | null } }).variables?.openAfter != null;
    for (let i = 0; i < 20; i++)
      stage.hub.faults.add({ when: { matches: second }, how: { status: 502, handled: false } });
    await stage.sweep().catch(() => null);
    expect(stage.hub.issue(111).comments.some(({ body }) => body.includes('@alice'))).toBe(true);
  });
});
