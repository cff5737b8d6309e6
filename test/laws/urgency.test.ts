import { afterEach, describe, expect, test } from 'vitest';
import type { RequestEntry } from '../../src/rehearsal/github/faults.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { isRed } from '../../src/run/report.ts';
import { HOUR, POLICY, setStage, writes } from './story.ts';

/* Law 6, most urgent first, and law 8: one incident that fails does not stop the others, and the run is red. */

let stage: Stage;
afterEach(() => stage.close());

/** Incidents in this order of numbers: the P0 in the middle, changed before the others. */
async function five(): Promise<Stage> {
  stage = await setStage();
  const rita = stage.hub.as('rita');
  for (const priority of ['P3', 'P2', 'P0', 'P1', 'P3'])
    rita.openIssue({ title: `A ${priority}`, labels: ['incident', priority] });
  return stage;
}

const P0 = 3;
const told = (number: number): boolean => stage.hub.issue(number).comments.some(({ body }) => /^@alice/m.test(body));
const bodyOf = ({ body }: RequestEntry): string => JSON.stringify(body);

describe('most urgent first', () => {
  test('the first writes of a run are those of the P0', async () => {
    const { hub } = await five();
    await stage.sweep();
    const cards = writes(hub.requests).filter((request) => bodyOf(request).includes('tocsin:card'));
    const order = cards.flatMap((request) =>
      [...bodyOf(request).matchAll(/tocsin:card \{\\+"v\\+":2,\\+"issue\\+":(\d+)/g)].map((it) => Number(it[1])),
    );
    expect([...new Set(order)]).toEqual([3, 4, 2, 1, 5]);
  });

  test.each([1, 2, 3, 4])(
    'refused after %i writing requests, the P0 has been done as far as possible',
    async (after) => {
      const { hub } = await five();
      const writing = ({ mutations }: RequestEntry): boolean => mutations.some((it) => /Comment$/.test(it));
      const seen = new Set<RequestEntry>();
      const late = (request: RequestEntry): boolean => writing(request) && seen.add(request).size > after;
      for (let i = 0; i < 50; i++)
        hub.faults.add({ when: { matches: late }, how: { secondaryLimit: true, retryAfter: 3600 } });
      const report = await stage.sweep();
      expect(isRed(report)).toBe(true);
      expect(told(P0)).toBe(true);
      hub.faults.clear();
      await stage.sweep();
      for (const number of [3, 4]) expect(told(number)).toBe(true);
      for (const number of [1, 2, 3, 4, 5])
        expect(hub.issue(number).comments.filter(({ body }) => body.includes('tocsin:card'))).toHaveLength(1);
    },
  );

  test('the incident of the event comes first among its equals only', async () => {
    const { hub } = await five();
    hub.as('rita').openIssue({ title: 'Another P3', labels: ['incident', 'P3'] });
    const report = await stage.react();
    expect(report!.settled.map(({ situation }) => situation.incident.issue.number)).toEqual([3, 4, 2, 6, 1, 5]);
  });

  test('when the hour’s allowance of GraphQL is nearly used up, it goes to the P0', async () => {
    const { hub } = await five();
    hub.limits.graphqlPoints = 8;
    const report = await stage.sweep().catch(() => null);
    expect(told(P0)).toBe(true);
    expect(report === null || isRed(report)).toBe(true);
    hub.limits.graphqlPoints = 1000;
    hub.clock.advance(HOUR / 60);
    await stage.sweep();
    expect(told(4)).toBe(true);
  });
});

describe('one that fails', () => {
  test('by a refused mutation stops no other', async () => {
    const { hub } = await five();
    const ofP0 = (request: RequestEntry): boolean =>
      request.kind === 'mutation' && bodyOf(request).includes('tocsin:card {\\"v\\":2,\\"issue\\":3');
    for (const mutation of [1, 2]) hub.faults.add({ when: { matches: ofP0 }, how: { mutation, error: 'Body is odd' } });
    const report = await stage.sweep();
    expect(isRed(report)).toBe(true);
    expect(report.settled.flatMap(({ failures }) => failures).length).toBeGreaterThan(0);
    expect(told(4)).toBe(true);
    await stage.sweep();
    expect(told(P0)).toBe(true);
  });

  test('because nobody knows the role of a commander stops no other, and is judged later', async () => {
    const { hub } = await five();
    await stage.sweep();
    hub.as('bob').comment(P0, '/ack');
    for (let i = 0; i < 3; i++)
      hub.faults.add({ when: { matches: ({ kind }) => kind === 'rest' }, how: { status: 503, handled: false } });
    const report = await stage.sweep();
    expect(isRed(report)).toBe(true);
    expect(report.settled).toHaveLength(5);
    const next = await stage.sweep();
    expect(isRed(next)).toBe(false);
    expect(next.settled[0]!.situation.incident.acknowledgement?.by).toBe('bob');
  });

  // A calendar that never opens again cannot say when the report is due; that must not silence the P1 beside it.
  test('while it is decided stops no other', async () => {
    const calendars = 'calendars:\n  odd: { exceptions: { 2026-01-05: 09:00-17:00 } }\n';
    const priorities = `priorities:
  P0: { acknowledge: 15m, escalation: urgent, post-mortem: { draft: 3h, review: 5h, calendar: odd } }
  P1: { acknowledge: 15m, resolve: 4h, escalation: urgent }
  P2: { acknowledge: 15m, escalation: normal }
`;
    stage = await setStage(`${POLICY}${calendars}${priorities}`);
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Over', labels: ['incident', 'P0'] });
    hub.as('alice').comment(1, '/resolve done');
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P1'] });
    const report = await stage.sweep().catch(() => null);
    expect(told(2)).toBe(true);
    expect(report !== null && isRed(report)).toBe(true);
  });
});

describe('the hourly allowance', () => {
  test('of REST is spent once on each person, however many incidents they are told of', async () => {
    stage = await setStage();
    for (let i = 0; i < 10; i++) stage.hub.as('rita').openIssue({ title: `Down ${i}`, labels: ['incident', 'P0'] });
    await stage.sweep();
    expect(stage.hub.requests.filter(({ path }) => path.includes('/collaborators/'))).toHaveLength(1);
  });
});
