import { factsOf } from '../../capabilities/figures/facts-of.ts';
import type { IncidentReading } from '../../capabilities/reading.ts';
import type { IncidentFacts } from '../../figures/facts.ts';
import { hostOf } from '../../post-incident/post-mortem/host.ts';
import { readPostMortem } from '../../post-incident/post-mortem/reading.ts';
import { problemHostOf as hostOfProblem, readProblem } from '../../post-incident/problem/reading.ts';
import type { Run } from '../context.ts';

/** What the incidents that a run has read are to figures; what somebody has taken out of them is none. */
export function factsIn(
  run: Pick<Run, 'policy' | 'now' | 'knowledge' | 'repository' | 'postIncident'>,
  readings: readonly Pick<IncidentReading, 'incident' | 'clocks' | 'policy'>[],
): readonly IncidentFacts[] {
  const overdue = overdueItems(run);
  return readings
    .filter(({ incident }) => !incident.declined)
    .map((it) => factsOf(it, { overdueItems: overdue.get(it.incident.issue.number) ?? 0 }));
}

/** How many action items of each incident are late, those of its post-mortem and of its problem ticket. */
function overdueItems({
  policy,
  now,
  knowledge,
  repository,
  postIncident,
}: Pick<Run, 'policy' | 'now' | 'knowledge' | 'repository' | 'postIncident'>): ReadonlyMap<number, number> {
  const ground = { policy, now, roles: knowledge.roles, repository, closings: new Map() };
  const overdue = new Map<number, number>();
  for (const issue of postIncident) {
    if (issue.state !== 'open') continue;
    const postMortem = readPostMortem(issue, { ...ground, editors: new Map() })?.subject;
    const problem = postMortem
      ? null
      : readProblem(issue, { ...ground, members: new Map(), hidden: new Set(), areaOf: () => [] })?.subject;
    const host = postMortem ? hostOf(postMortem) : problem ? hostOfProblem(problem) : null;
    if (host === null) continue;
    const late = host.items.items.filter(
      (it) =>
        it.state === 'open' && it.issue !== null && !host.waived.has(it.issue.number) && (it.due ?? Infinity) <= now,
    );
    overdue.set(host.incident, (overdue.get(host.incident) ?? 0) + late.length);
  }
  return overdue;
}
