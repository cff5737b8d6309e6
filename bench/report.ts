import { openStage } from '../src/rehearsal/stage.ts';

/* What the report of a month costs in a repository of thousands of incidents that were closed before it. */

const BEGUN = Date.UTC(2026, 0, 5, 9);
const MONTH = Date.UTC(2026, 10, 2, 9);
/** Incidents of the month. */
const RECENT = 60;
const POLICY = 'roles: { responder: [alice] }\nfallback: alice\nservices: { shop: { objective: { month: 99.9% } } }\n';

interface Cost {
  readonly requests: number;
  readonly points: number;
  readonly ms: number;
}

/** A report of the running month, after so many incidents that were closed in January. */
async function costAfter(closed: number): Promise<Cost> {
  const stage = await openStage({ people: { alice: 'write' }, policy: POLICY, start: BEGUN });
  const { hub } = stage;
  const incident = (i: number): void => {
    const number = hub.as('alice').openIssue({ title: `Incident ${i}`, labels: ['incident', 'P2'] });
    hub.as('alice').close(number);
  };
  for (let i = 0; i < closed; i++) incident(i);
  hub.clock.set(MONTH);
  for (let i = 0; i < RECENT; i++) incident(closed + i);
  hub.takeEvents();
  const before = hub.requests.length;
  const start = performance.now();
  const { figures, failures } = await stage.sweep({ command: 'report' });
  const ms = performance.now() - start;
  if (failures.length > 0 || !figures?.text.includes(`${RECENT} opened`)) throw new Error('the report is wrong');
  const made = hub.requests.slice(before);
  await stage.close();
  return { requests: made.length, points: made.reduce((sum, { points }) => sum + points, 0), ms };
}

console.log(`The report of a month with ${RECENT} incidents, in a repository with others that were closed before:`);
for (const closed of [0, 1_000, 10_000]) {
  const { requests, points, ms } = await costAfter(closed);
  console.log(
    `${String(closed).padStart(8)} closed: ${requests} requests, ${points} points, ${Math.round(ms)} ms here`,
  );
}
