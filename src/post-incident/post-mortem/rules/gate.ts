import { inline } from '../../../text/foreign.ts';
import { openItems } from '../../action-items/card.ts';
import { gateIntents } from '../../gate.ts';
import { subjectWordsOf } from '../../words.ts';
import { hostOf } from '../host.ts';
import { approvalsMissing } from '../reading.ts';
import type { PostMortemRule, PostMortemSituation } from '../situation.ts';

/** What it lacks to be closed, a line each. */
export function missingOfPostMortem(situation: PostMortemSituation): readonly string[] {
  const { postMortem, words } = situation;
  const { issue, course, team, stage } = postMortem;
  const { missing } = words.tell;
  const isUntouched = stage === 'draft' && !issue.edited && course.drafted === null;
  return [
    ...(isUntouched && team.approver === null ? [missing.draft] : []),
    ...(approvalsMissing(postMortem) > 0 && course.published === null
      ? [missing.approval(course.valid.length, team.approvals, inline(team.approver!.role))]
      : []),
    ...openItems(hostOf(postMortem), situation),
  ];
}

/** What is closed before it is done is opened again, once; what is published and done closes. */
export const postMortemGateRule: PostMortemRule = (situation) => {
  const { postMortem, words, now, policy } = situation;
  const { issue, gate, stage, origin, team } = postMortem;
  return gateIntents({
    issue,
    gate,
    now,
    missing: missingOfPostMortem(situation),
    closes: stage === 'published',
    owners: team.owners,
    words: {
      ask: words.tell.gate(origin.incident),
      how: subjectWordsOf(policy.language).tell.gateHow,
      reopened: words.why.gate,
      done: words.why.done,
    },
  });
};
