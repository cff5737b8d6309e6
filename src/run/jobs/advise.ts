import { reachWarnings } from '../../capabilities/escalation/reach.ts';
import type { Run } from '../context.ts';
import { isFirstOfDay } from '../first-of-day.ts';

/**
 * Says once a day where the policy, though in order, notifies nobody: in the first scheduled run of a day, since a warning in every
 * run is read by nobody.
 */
export async function advise(run: Run): Promise<void> {
  const { policy, repository, now, trigger, report } = run;
  if (trigger.kind !== 'sweep' || report.inForce?.instead) return;
  const warnings = reachWarnings(policy, repository.ownedByPerson, now);
  if (warnings.length > 0 && (await isFirstOfDay(run))) report.advice.push(...warnings);
}
