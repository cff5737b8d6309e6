import type { Run } from '../context.ts';
import { isFirstOfMorning } from '../first-of-day.ts';

/**
 * Says in the first scheduled run of a morning how punctual the schedule has been in the last 7 days, and warns where the policy needs more.
 * What cannot be seen of it the doctor says.
 */
export async function tellPunctuality(run: Run): Promise<void> {
  const { github, policy, now, inputs, report } = run;
  if (inputs.workflow === null || report.inForce?.instead || !(await isFirstOfMorning(run))) return;
  const records = report.settled.map(({ situation: { incident } }) => ({
    number: incident.issue.number,
    record: incident.record,
  }));
  try {
    const { punctualityOf } = await import('./doctor.ts');
    const { notes, warnings } = await punctualityOf({ github, policy, now, records });
    report.notes.push(...notes);
    report.advice.push(...warnings);
  } catch {
    // Figures are worth no red run.
  }
}
