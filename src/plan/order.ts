import type { Issue } from '../incident/issue.ts';
import { assess, type Ground } from './decide.ts';
import { PRIORITIES } from '../policy/policy.ts';

/**
 * The incidents in the order in which they are to be dealt with: by priority, within one the incident of the event first, then
 * the oldest. When time, limits or faults allow only a part, that part is the P0s. One that cannot be read is named and left out.
 */
export function byUrgency(
  issues: readonly Issue[],
  ground: Ground,
  subject: number | null,
): { readonly issues: readonly Issue[]; readonly failures: readonly { issue: number; message: string }[] } {
  const failures: { issue: number; message: string }[] = [];
  const ranked = issues.flatMap((issue) => {
    try {
      const { incident } = assess(issue, ground);
      return [{ issue, rank: PRIORITIES.indexOf(incident.priority) }];
    } catch (error) {
      failures.push({ issue: issue.number, message: error instanceof Error ? error.message : String(error) });
      return [];
    }
  });
  const first = (issue: Issue): number => (issue.number === subject ? 0 : 1);
  ranked.sort((a, b) => a.rank - b.rank || first(a.issue) - first(b.issue) || a.issue.number - b.issue.number);
  return { issues: ranked.map(({ issue }) => issue), failures };
}
