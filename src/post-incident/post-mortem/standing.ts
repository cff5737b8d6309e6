import type { Standing } from '../../capabilities/post-mortem/standing.ts';
import { approvalsMissing } from './reading.ts';
import { missingOfPostMortem } from './rules/gate.ts';
import type { PostMortemSituation } from './situation.ts';

/**
 * How a post-mortem stands, for its incident. Closed counts as done with, but for what is about to be opened again because it was closed
 * before it was done.
 */
export function postMortemStandingOf(situation: PostMortemSituation): Omit<Standing, 'isCertain'> {
  const { issue, course, customer, gate, team } = situation.postMortem;
  const closing = issue.state === 'closed' ? issue.timeline.findLast(({ kind }) => kind === 'closed') : undefined;
  const isFinal =
    closing?.own === true ||
    gate.gated !== null ||
    gate.exception !== null ||
    missingOfPostMortem(situation).length === 0;
  const closed = isFinal ? (closing?.at ?? null) : null;
  const published = course.published?.at ?? closed;
  const approved = team.approver !== null && approvalsMissing(situation.postMortem) === 0;
  return {
    drafted: course.drafted?.at ?? published,
    reviewed: approved ? (course.valid[team.approvals - 1]?.at ?? published) : published,
    published,
    owners: team.owners,
    report: course.published && customer.text ? { ...course.published, text: customer.text } : null,
  };
}
