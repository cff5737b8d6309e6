import { isMaintenance } from '../../capabilities/maintenance/label.ts';
import type { Maintenance } from '../../capabilities/maintenance/window.ts';
import type { Issue } from '../../model/issue.ts';
import { decideMaintenance } from '../../post-incident/maintenance/decide.ts';
import {
  plannedOf,
  readMaintenance,
  windowOf,
  type Ground,
  type MaintenanceSubject,
  type Planned,
} from '../../post-incident/maintenance/reading.ts';
import type { Run } from '../context.ts';
import { settleSubject, type Asked, type SettledSubject } from './settle-subject.ts';

/** The most people whose role is asked for before the incidents are dealt with. */
const MOST_ASKED = 5;

/**
 * The confirmed maintenances of a run, on which it depends who is told of alerts. Whoever cannot be judged yet has confirmed nothing: then nothing
 * is held.
 */
export async function maintenancesOf(run: Run): Promise<readonly Maintenance[]> {
  const { knowledge, github } = run;
  const found: Maintenance[] = [];
  let roles = 0;
  for (const issue of run.postIncident) {
    const ground = { ...groundOf(run), others: [] };
    let reading = readMaintenance(issue, ground);
    if (reading === null) continue;
    try {
      for (const login of reading.unknown)
        if (roles++ < MOST_ASKED) knowledge.roles.set(login.toLowerCase(), await github.roleOf(login));
    } catch {
      // Whoever deals with it says what is wrong.
    }
    if (reading.unknown.length > 0) reading = readMaintenance(issue, ground)!;
    const window = windowOf(reading.subject);
    if (window !== null) found.push(window);
  }
  return found;
}

/** The maintenances of a run that are still to come, or go on: two of them may overlap. */
export function plannedIn(run: Run): readonly Planned[] {
  const ground = { ...groundOf(run), others: [] };
  return run.postIncident.flatMap((issue) => {
    const reading = readMaintenance(issue, ground);
    return (reading && plannedOf(reading.subject)) ?? [];
  });
}

/** Does what is due about one maintenance; null for an issue that is none. */
export async function settleMaintenance(
  run: Run,
  issue: Issue,
  asked: Asked,
  others: readonly Planned[],
): Promise<SettledSubject<MaintenanceSubject> | null> {
  if (!isMaintenance(issue, run.policy)) return null;
  const ground = { ...groundOf(run), others };
  const settle = (it: Issue): Promise<SettledSubject<MaintenanceSubject>> =>
    settleSubject(run, it, asked, (at, refused) => decideMaintenance(at, ground, refused));
  const settled = await settle(issue);
  const isClosed = issue.state === 'open' && settled.subject?.issue.state === 'closed';
  if (!isClosed || run.inputs.dryRun) return settled;
  // What is closed is read no more: if another run has told its end as well, that is seen now or never.
  const again = await run.github.readIssue(issue.id);
  return again === null ? settled : settle(again);
}

function groundOf({ now, policy, repository, knowledge }: Run): Omit<Ground, 'others'> {
  return { now, policy, repository, roles: knowledge.roles };
}
