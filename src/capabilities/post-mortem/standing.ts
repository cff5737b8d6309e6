import type { Instant } from '../../calendar/calendar.ts';
import type { Moment } from '../../model/moment.ts';
import type { SubIssue } from '../../model/issue.ts';

/** How a post-mortem stands, as far as its incident depends on it. */
export interface Standing {
  readonly drafted: Instant | null;
  /** When it had all approvals that the policy asks for; where it asks for none, when it was published or closed. */
  readonly reviewed: Instant | null;
  readonly published: Instant | null;
  /** Who has to write it. */
  readonly owners: readonly string[];
  /** Its version for customers, once it is published; null where there is none, or nobody has read it. */
  readonly report: Moment | null;
  /** Whether all who did something to it could be judged. */
  readonly isCertain: boolean;
}

/** How a post-mortem stands of which no more is known than its place under the incident: whoever closed it has done with it. */
export function standingOf(issue: SubIssue | null): Standing {
  const closed = issue?.closedAt ?? null;
  return { drafted: closed, reviewed: closed, published: closed, owners: [], report: null, isCertain: true };
}

/** Whoever has to write the post-mortem of an incident, as an audience. */
export const POST_MORTEM_OWNER = 'post-mortem-owner';
