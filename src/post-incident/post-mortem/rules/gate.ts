import { DAY } from '../../../calendar/length.ts';
import { noticeKey } from '../../../engine/keys.ts';
import { inline } from '../../../text/foreign.ts';
import { openItems } from '../../action-items/card.ts';
import { hostOf } from '../host.ts';
import { approvalsMissing } from '../reading.ts';
import type { PostMortemRule, PostMortemSituation } from '../situation.ts';

/** For how long a closing is news, in milliseconds: what is older when a policy begins to ask for something is left alone. */
const NEWS = DAY;

/** What it lacks to be closed, a line each. */
export function missingToClose(situation: PostMortemSituation): readonly string[] {
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
export const gateRule: PostMortemRule = (situation) => {
  const { postMortem, words, now } = situation;
  const { issue, gate, stage, origin } = postMortem;
  const missing = missingToClose(situation);
  if (issue.state === 'open') {
    const isDone = stage === 'published' && missing.length === 0;
    return isDone ? [{ do: 'close', issue: issue.number, reason: 'completed', why: words.why.done }] : [];
  }
  const closing = issue.timeline.findLast(({ kind }) => kind === 'closed');
  const isNews = closing !== undefined && !closing.own && now - closing.at < NEWS;
  if (!isNews || missing.length === 0 || gate.gated !== null) return [];
  const by = closing.actor && !closing.actor.bot ? [closing.actor.login] : postMortem.team.owners;
  return [
    {
      do: 'tell',
      keys: [noticeKey('gate', closing.at)],
      to: by,
      ask: words.tell.gate(origin.incident),
      lines: [missing.map((it) => `- ${it}`).join('\n'), words.tell.gateHow],
      why: words.why.gate,
    },
    { do: 'reopen', issue: issue.number, why: words.why.gate },
  ];
};
