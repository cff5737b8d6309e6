import type { Instant } from '../../calendar/calendar.ts';
import { readCommentMark } from '../../engine/mark.ts';
import type { EventOf, Issue } from '../../model/issue.ts';
import { PRIORITIES } from '../../model/priority.ts';
import type { Policy } from '../policy.ts';

/** What says which issues are old, and by which labels one is taken in. */
interface Ground {
  readonly policy: Policy;
  readonly incidentLabel: string;
  /** When the repository got its policy or its workflow, whichever came first; null where that is not known. */
  readonly adoptedAt: Instant | null;
}

/**
 * An issue as an incident sees it; null for one that is old and is left alone. What was opened before Tocsin was adopted, or before
 * `enforce-from`, is taken in once a person sets a label on it afterwards that makes it an incident: it begins then, and the priority
 * labels that it had before count for nothing. What has a card from before this rule goes on as it was.
 */
export function asTakenIn(issue: Issue, ground: Ground): Issue | null {
  const { enforceFrom } = ground.policy;
  const from = enforceFrom ?? ground.adoptedAt;
  if (from === null || issue.openedAt >= from) return issue;
  if (issue.own) return enforceFrom === null ? issue : null;
  const taken = issue.timeline.find((event) => isTaking(event, from, ground));
  const card = issue.timeline.find((event) => event.kind === 'commented' && isCard(event, issue));
  if (!taken || (card && card.at < taken.at)) return card && enforceFrom === null ? issue : null;
  const timeline = issue.timeline.filter(({ at }) => at >= taken.at);
  const fresh = new Set(timeline.flatMap((event) => (event.kind === 'labeled' ? [event.label] : [])));
  const ranks = new Set(ranksOf(ground.policy));
  const labels = issue.labels.filter((label) => !ranks.has(label) || fresh.has(label));
  return { ...issue, openedAt: taken.at, labels, timeline };
}

function isTaking(event: Issue['timeline'][number], from: Instant, { policy, incidentLabel }: Ground): boolean {
  if (event.kind !== 'labeled' || event.own || event.actor === null || event.actor.bot || event.at < from) return false;
  return event.label === incidentLabel || (policy.takenInBy === 'any' && ranksOf(policy).includes(event.label));
}

function ranksOf({ priorities }: Policy): readonly string[] {
  return PRIORITIES.map((it) => priorities[it].label);
}

function isCard({ comment }: EventOf<'commented'>, { number }: Issue): boolean {
  return readCommentMark('card', number, comment) !== null;
}
