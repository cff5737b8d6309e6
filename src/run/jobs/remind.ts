import { HOUR } from '../../calendar/length.ts';
import type { Run } from '../context.ts';
import { isFirstOfDay } from '../first-of-day.ts';
import type { Settled } from '../report.ts';

/**
 * Says what will fail again until somebody has changed something, such as that an issue is locked: in the run of an event about it, while
 * a step of its escalation has just fallen due, and once a day. A run that is red for weeks is looked at by nobody.
 */
export async function remind(run: Run): Promise<void> {
  const { trigger, report } = run;
  const standing = report.settled.filter((it) => it.standing.length > 0);
  if (standing.length === 0) return;
  const isDaily = await isFirstOfDay(run);
  const isPressing = ({ incident, steps, now }: Settled['situation']): boolean =>
    (trigger.kind === 'issue' && trigger.issue === incident.issue.number) ||
    steps.due.some(({ due }) => now - due < HOUR);
  for (const { situation, standing: messages } of standing)
    if (isDaily || isPressing(situation))
      report.failures.push(...messages.map((message) => ({ issue: situation.incident.issue.number, message })));
}
