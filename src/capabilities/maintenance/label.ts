import type { Issue } from '../../model/issue.ts';

/**
 * The label of a maintenance unless the policy names another. It is asked for before the policy is known, and by every run: many
 * repositories have a label `maintenance` for chores, and would pay for it.
 */
export const MAINTENANCE_LABEL = 'planned-maintenance';

/** Whether an issue is a planned maintenance; whatever else its labels say, it is no incident. */
export function isMaintenance(
  { labels }: Pick<Issue, 'labels'>,
  { maintenance }: { readonly maintenance: { readonly label: string } | null },
): boolean {
  return maintenance !== null && labels.some((label) => label.toLowerCase() === maintenance.label.toLowerCase());
}
