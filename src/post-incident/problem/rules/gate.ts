import { DAY } from '../../../calendar/length.ts';
import { noticeKey } from '../../../engine/keys.ts';
import type { Issue } from '../../../model/issue.ts';
import { openItems } from '../../action-items/card.ts';
import { hostOf } from '../reading.ts';
import type { ProblemRule, ProblemSituation } from '../situation.ts';

/** For how long a closing is news, in milliseconds. */
const NEWS = DAY;

/** What it lacks to be closed, a line each. */
export function missingToClose(situation: ProblemSituation): readonly string[] {
  const { problem, words } = situation;
  const { missing } = words.tell;
  return [
    ...(problem.course.rootCause === null ? [missing.rootCause] : []),
    ...(problem.course.plan === null ? [missing.plan] : []),
    ...openItems(hostOf(problem), situation),
  ];
}

/**
 * What is closed before it is solved is opened again, once; what is planned closes with the last of its action items, unless somebody has
 * opened it again.
 */
export const gateRule: ProblemRule = (situation) => {
  const { problem, words, now } = situation;
  const { issue, gate, course } = problem;
  const missing = missingToClose(situation);
  if (issue.state === 'open')
    return missing.length === 0 && !isReopened(issue)
      ? [{ do: 'close', issue: issue.number, reason: 'completed', why: words.why.done }]
      : [];
  const closing = issue.timeline.findLast(({ kind }) => kind === 'closed');
  const isNews = closing !== undefined && !closing.own && now - closing.at < NEWS;
  if (!isNews || missing.length === 0 || gate.gated !== null) return [];
  return [
    {
      do: 'tell',
      keys: [noticeKey('gate', closing.at)],
      to: closing.actor && !closing.actor.bot ? [closing.actor.login] : course.owners,
      ask: words.tell.gate,
      lines: [missing.map((it) => `- ${it}`).join('\n'), words.tell.gateHow],
      why: words.why.gate,
    },
    { do: 'reopen', issue: issue.number, why: words.why.gate },
  ];
};

/** Whether somebody has opened it again, to write in it or to have others join it: so somebody closes it. */
export function isReopened({ timeline }: Issue): boolean {
  const last = timeline.findLast(({ kind }) => kind === 'closed' || kind === 'reopened');
  return last?.kind === 'reopened' && !last.own;
}
