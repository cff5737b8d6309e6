import { always } from '../../calendar/calendar.ts';
import { readIncident, type IncidentReading } from '../../capabilities/reading.ts';
import { idOf, incidentId, publicIncident } from '../../capabilities/status-page/project.ts';
import { placeOf, type Absence } from '../../capabilities/status-page/place.ts';
import type { StatusPagePolicy } from '../../capabilities/status-page/policy.ts';
import { maintenanceId, publicMaintenance } from '../../post-incident/maintenance/public.ts';
import { readMaintenance } from '../../post-incident/maintenance/reading.ts';
import type { Component, PublicIncident, PublicMaintenance, StatusPage } from '../../status-page/page.ts';
import { messageOf } from '../../model/error.ts';
import type { Run } from '../context.ts';
import { incidentsOf } from '../incidents.ts';
import { askAbout } from '../readings.ts';

/** What is on a page. */
type Shown = Pick<StatusPage, 'incidents' | 'maintenances'>;

type Ground = Pick<Run, 'policy' | 'repository' | 'now' | 'adoptedAt'>;

/** The page with these incidents, as it is now. */
export function statusPageOf(page: StatusPagePolicy, { incidents, maintenances }: Shown, ground: Ground): StatusPage {
  const { now, adoptedAt } = ground;
  return {
    id: idOf(ground.repository, 'page', page.url),
    title: page.title,
    url: page.url,
    languages: page.languages,
    zone: page.zone,
    at: now,
    since: Math.min(adoptedAt ?? now, ...incidents.map(({ from }) => from)),
    components: page.components.map((it) => componentOf(it, page, ground)),
    incidents,
    maintenances,
  };
}

function componentOf(
  { key, name, description, group }: StatusPagePolicy['components'][number],
  page: StatusPagePolicy,
  ground: Ground,
): Component {
  const service = ground.policy.services.find((it) => it.name === key);
  return {
    id: idOf(ground.repository, 'component', key),
    name,
    description,
    group: group && { id: idOf(ground.repository, 'group', group[page.languages[0]!]), name: group },
    objective: service?.objective ?? { month: null, year: null },
    calendar: service?.calendar ?? always(page.zone),
  };
}

/** The incidents that the run has read, as the public sees them, and the ids of those that were taken off. What cannot be read is told. */
export async function publicIncidents(run: Run): Promise<{
  readonly shown: readonly PublicIncident[];
  readonly gone: ReadonlySet<string>;
}> {
  const issues = incidentsOf(run, run.issues, []);
  await askAbout(run, issues);
  const shown: PublicIncident[] = [];
  const gone = new Set<string>();
  for (const issue of issues) {
    try {
      const reading = readIncident(issue, run);
      const incident = publicOf(reading, run);
      if (incident) shown.push(incident);
      else if (isTakenOff(reading, run.now)) gone.add(incidentId(run.repository, issue.number));
    } catch (error) {
      run.report.failures.push({ issue: issue.number, message: messageOf(error) });
    }
  }
  return { shown, gone };
}

/** What somebody did so that it is not on the page. */
const DELIBERATE: readonly (Absence | null)[] = ['confidential', 'off', 'duplicate'];

/**
 * Whether nobody is to read of an incident any more. A slip in the policy, such as another name of a component, must not delete what was told
 * of those that are over: nobody could bring it back.
 */
function isTakenOff({ incident, policy }: IncidentReading, now: Run['now']): boolean {
  const { absence } = placeOf({ incident, policy, now });
  const { resolved, ended } = incident.resolution;
  const isUnresolved = resolved === null && ended === null;
  const isNone = incident.declined || incident.kind !== 'incident';
  return DELIBERATE.includes(absence) || isNone || (absence !== null && isUnresolved);
}

/** The maintenances that the run has read, by what their cards have on record; and what the page calls those of which the public sees nothing. */
export function publicMaintenances(
  { policy, now, repository, knowledge, postIncident }: Run,
  page: StatusPagePolicy,
): { readonly shown: readonly PublicMaintenance[]; readonly hidden: readonly string[] } {
  const ground = { policy, now, repository, roles: knowledge.roles, others: [] };
  const components = new Map(
    page.components.map(({ key, name }) => [key, { id: idOf(repository, 'component', key), name }] as const),
  );
  const all = postIncident.flatMap((issue) => {
    const reading = readMaintenance(issue, ground);
    return reading ? [[issue, publicMaintenance(reading.subject, { repository, components })] as const] : [];
  });
  return {
    shown: all.flatMap(([, it]) => it ?? []),
    hidden: all.flatMap(([{ number }, it]) => (it === null ? [maintenanceId(repository, number)] : [])),
  };
}

/** One of them; null where the public sees nothing of it. `reading` is by the policy as it applies to it. */
export function publicOf(
  reading: Pick<IncidentReading, 'incident' | 'policy' | 'clocks'>,
  ground: Ground,
): PublicIncident | null {
  return publicIncident({ ...reading, now: ground.now }, ground.repository);
}
