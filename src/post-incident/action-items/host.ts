import type { IncidentRecord } from '../../engine/record.ts';
import type { Issue } from '../../model/issue.ts';
import type { Priority } from '../../model/priority.ts';
import type { ActionItems } from './items.ts';

/** What action items belong to: a post-mortem, or a problem ticket. */
export interface ItemHost {
  readonly issue: Issue;
  readonly kind: 'post-mortem' | 'problem';
  /** The incident that it is about, and its priority. */
  readonly incident: number;
  readonly priority: Priority;
  readonly items: ActionItems;
  /** Who answers for it: for what names nobody, and what nobody does. */
  readonly owners: readonly string[];
  /** Whether a line becomes an issue although it names no owner. */
  readonly isReady: boolean;
  /** Items without which it may be closed, by their numbers. */
  readonly waived: ReadonlyMap<number, { readonly by: string; readonly reason: string }>;
  readonly record: IncidentRecord;
}
