import { neighbourOf } from '../../capabilities/duplicates/neighbours.ts';
import { asTakenIn } from '../../capabilities/membership/adoption.ts';
import { crowdIn, isCrowdQuestion } from '../../capabilities/membership/crowd.ts';
import { isIncident } from '../../capabilities/membership/membership.ts';
import { knownLabels, spell } from '../../capabilities/membership/spelling.ts';
import { isPublication } from '../../capabilities/on-call/publication.ts';
import { messageOf } from '../../model/error.ts';
import type { Run } from '../context.ts';
import { settleIncident } from '../incident.ts';
import { byUrgency } from '../order.ts';

/** Does for each incident what is due, the most urgent first. One that fails stops no other. */
export async function respond(run: Run): Promise<void> {
  const { policy, inputs, knowledge, trigger, report } = run;
  const known = knownLabels(policy, inputs.label);
  const incidents = run.issues
    .map((issue) => spell(issue, known))
    .flatMap((issue) => {
      const taken = asTakenIn(issue, { policy, incidentLabel: inputs.label, adoptedAt: run.adoptedAt });
      if (taken === null && issue.labels.includes(inputs.label)) report.listed.push(issue.number);
      return taken ?? [];
    })
    .filter((issue) => !isPublication(issue) && !isCrowdQuestion(issue))
    .filter((issue) => isIncident(issue, policy, inputs.label, knowledge.headings));

  const subject = trigger.kind === 'issue' ? trigger.issue : null;
  const queue = byUrgency(incidents, run, subject);
  report.failures.push(...queue.failures);
  const crowd = crowdIn(queue.readings, { policy, subject, now: run.now });
  report.crowd.push(...[...crowd].sort((a, b) => a - b));
  const readings = queue.readings.filter(({ issue }) => !crowd.has(issue.number));
  const neighbours = new Map(queue.neighbours.map((it) => [it.number, it]));
  for (const [i, reading] of readings.entries()) {
    const { number } = reading.issue;
    try {
      const settled = await settleIncident(run, reading, [...neighbours.values()]);
      report.settled.push(settled);
      neighbours.set(number, neighbourOf(settled.situation));
      if (!settled.halted) continue;
    } catch (error) {
      report.failures.push({ issue: number, message: messageOf(error) });
      continue;
    }
    report.left.push(...readings.slice(i + 1).map(({ issue }) => issue.number));
    break;
  }
}
