import { isMaintenance } from '../../capabilities/maintenance/label.ts';
import type { Maintenance } from '../../capabilities/maintenance/window.ts';
import type { Issue } from '../../model/issue.ts';
import { decideMaintenance } from '../../post-incident/maintenance/decide.ts';
import {
  plannedOf,
  readMaintenance,
  windowOf,
  type MaintenanceGround,
  type MaintenanceSubject,
  type Planned,
} from '../../post-incident/maintenance/reading.ts';
import type { Run } from '../context.ts';
import { settleSubject, type Asked, type SettledSubject } from './settle-subject.ts';

/** The most people whose role is asked for before the incidents are dealt with. */
const MOST_ASKED = 5;

/** Anybody may open some: so many of those that nobody has confirmed get their card in one run, the oldest first. */
const MOST_NEW = 10;

/** Whether the event of the run is about an issue. */
const isSubject = ({ trigger }: Run, { number }: Issue): boolean =>
  trigger.kind === 'issue' && trigger.issue === number;

/** What was closed before anybody has dealt with it, perhaps before the policy had such a thing, is left alone. */
const isPast = (run: Run, { issue, own }: MaintenanceSubject): boolean =>
  issue.state === 'closed' && own.card === null && !isSubject(run, issue);

/**
 * The confirmed maintenances of a run, on which it depends who is told of alerts. Whoever cannot be judged yet has confirmed nothing: then nothing
 * is held.
 */
export async function maintenancesOf(run: Run): Promise<readonly Maintenance[]> {
  const { knowledge, github } = run;
  const found: Maintenance[] = [];
  let roles = 0;
  // Whom this run is about is asked about first.
  const issues = run.postIncident.toSorted((a, b) => Number(isSubject(run, b)) - Number(isSubject(run, a)));
  for (const issue of issues) {
    const ground = { ...groundOf(run), others: [] };
    let reading = readMaintenance(issue, ground);
    if (reading === null || isPast(run, reading.subject)) continue;
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

/** What a run knows of its maintenances while it deals with one after the other. */
export interface Maintenances {
  /** Those that are still to come, or go on: two of them may overlap. */
  readonly planned: readonly Planned[];
  /** How many that nobody has confirmed may still get a card. */
  room: number;
}

/** The maintenances of a run, before any is dealt with. */
export function maintenancesIn(run: Run): Maintenances {
  const ground = { ...groundOf(run), others: [] };
  const planned = run.postIncident.flatMap((issue) => {
    const reading = readMaintenance(issue, ground);
    return (reading && plannedOf(reading.subject)) ?? [];
  });
  return { planned, room: MOST_NEW };
}

/** Does what is due about one maintenance; null for an issue that is none. */
export async function settleMaintenance(
  run: Run,
  issue: Issue,
  asked: Asked,
  all: Maintenances,
): Promise<SettledSubject<MaintenanceSubject> | null> {
  if (!isMaintenance(issue, run.policy)) return null;
  const ground = { ...groundOf(run), others: all.planned };
  const { subject } = readMaintenance(issue, ground)!;
  if (isPast(run, subject)) return { subject, stands: [] };
  const isNew = subject.stage === null && subject.own.card === null && !isSubject(run, issue);
  if (isNew && all.room-- <= 0) return { subject, stands: [] };
  const settle = (it: Issue): Promise<SettledSubject<MaintenanceSubject>> =>
    settleSubject(run, it, asked, (at, refused) => decideMaintenance(at, ground, refused));
  const settled = await settle(issue);
  const isClosed = issue.state === 'open' && settled.subject?.issue.state === 'closed';
  if (!isClosed || run.inputs.dryRun) return settled;
  // What is closed is read no more: if another run has told its end as well, that is seen now or never.
  const again = await run.github.readIssue(issue.id);
  return again === null ? settled : settle(again);
}

function groundOf({ now, policy, repository, knowledge }: Run): Omit<MaintenanceGround, 'others'> {
  return { now, policy, repository, roles: knowledge.roles };
}
