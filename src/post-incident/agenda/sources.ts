import type { Instant } from '../../calendar/calendar.ts';
import { neighbourOf } from '../../capabilities/duplicates/neighbours.ts';
import type { Policy } from '../../capabilities/policy.ts';
import { recurringGroups } from '../../capabilities/recurrence/groups.ts';
import type { Situation } from '../../capabilities/situation.ts';
import type { Roles } from '../../engine/judge.ts';
import type { Issue } from '../../model/issue.ts';
import type { Repository } from '../../model/repository.ts';
import type { ItemHost } from '../action-items/host.ts';
import { hostOf } from '../post-mortem/host.ts';
import { readPostMortem, type PostMortem } from '../post-mortem/reading.ts';
import { problemHostOf as hostOfProblem, readProblem } from '../problem/reading.ts';

/** Incidents that have something in common, and what that is; foreign text. */
export interface Recurring {
  readonly what: string;
  readonly incidents: readonly number[];
}

/** What an agenda is made from. Nothing of it is confidential. */
export interface Sources {
  readonly situations: readonly Situation[];
  readonly postMortems: readonly PostMortem[];
  /** Those and the problem tickets, with their action items. */
  readonly hosts: readonly ItemHost[];
  readonly recurring: readonly Recurring[];
}

/** What reading the sources rests on. */
export interface SourcesGround {
  readonly now: Instant;
  readonly policy: Policy;
  readonly roles: Roles;
  readonly repository: Repository;
}

/**
 * The sources of an agenda: the incidents as they stand, and what follows them among some issues, of which some may be neither. What belongs to a
 * confidential incident is left out.
 */
export function sourcesOf(all: readonly Situation[], issues: readonly Issue[], ground: SourcesGround): Sources {
  const situations = all.filter(({ incident }) => !incident.category.confidential);
  const hidden = new Set(
    all.flatMap(({ incident: { category, issue, postMortem, problem } }) =>
      category.confidential ? [issue, postMortem.issue, problem.opened].flatMap((it) => it?.number ?? []) : [],
    ),
  );
  const isShown = (number: number, incident: number): boolean => !hidden.has(number) && !hidden.has(incident);
  const postMortems = issues
    .flatMap((it) => readPostMortem(it, { ...ground, editors: new Map(), closings: new Map() })?.subject ?? [])
    .filter(({ issue, origin }) => isShown(issue.number, origin.incident));
  const known = new Set(postMortems.map(({ issue }) => issue.number));
  const problems = issues
    .filter(({ number }) => !known.has(number))
    .flatMap(
      (it) =>
        readProblem(it, { ...ground, members: new Map(), closings: new Map(), hidden, areaOf: () => [] })?.subject ??
        [],
    )
    .filter(({ issue, origin }) => isShown(issue.number, origin.incident));
  const occurrences = situations.map(neighbourOf).filter(({ counts }) => counts);
  const recurring = recurringGroups(ground.policy.recurrence, occurrences).map(({ same, incidents }) => ({
    what: Object.values(same).join(', '),
    incidents,
  }));
  return { situations, postMortems, hosts: [...postMortems.map(hostOf), ...problems.map(hostOfProblem)], recurring };
}
