import type { Issue } from '../model/issue.ts';
import { assess, type Ground } from '../capabilities/decide.ts';
import { messageOf } from '../model/error.ts';
import { PRIORITIES } from '../model/priority.ts';
import { neighbourOf } from '../capabilities/duplicates/neighbours.ts';
import type { Neighbour } from '../capabilities/situation.ts';

export interface Queue {
  readonly issues: readonly Issue[];
  /** What of each matters to the others, oldest first. */
  readonly neighbours: readonly Neighbour[];
  readonly failures: readonly { readonly issue: number; readonly message: string }[];
}

/**
 * The incidents in the order in which they are to be dealt with: by priority, within one the incident of the event first, then
 * the oldest. When time, limits or faults allow only a part, that part is the P0s. One that cannot be read is named and left out.
 */
export function byUrgency(
  issues: readonly Issue[],
  ground: Omit<Ground, 'incidents' | 'pages'>,
  subject: number | null,
): Queue {
  const failures: { issue: number; message: string }[] = [];
  const ranked = issues.flatMap((issue) => {
    try {
      const situation = assess(issue, { ...ground, incidents: [], pages: new Map() });
      const rank = PRIORITIES.indexOf(situation.incident.priority);
      return [{ issue, rank, neighbour: neighbourOf(situation) }];
    } catch (error) {
      failures.push({ issue: issue.number, message: messageOf(error) });
      return [];
    }
  });
  const first = (issue: Issue): number => (issue.number === subject ? 0 : 1);
  ranked.sort((a, b) => a.rank - b.rank || first(a.issue) - first(b.issue) || a.issue.number - b.issue.number);
  const neighbours = ranked.map(({ neighbour }) => neighbour).sort((a, b) => a.number - b.number);
  return { issues: ranked.map(({ issue }) => issue), neighbours, failures };
}
