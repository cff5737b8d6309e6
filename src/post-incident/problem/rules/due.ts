import { distinctLogins } from '../../../model/login.ts';
import { fallbackLogins, peopleOf } from '../../../capabilities/people/roles.ts';
import { keyOfNotice } from '../../../engine/keys.ts';
import type { Notice } from '../../../capabilities/situation.ts';
import { instant } from '../../../text/time.ts';
import type { ProblemRule, ProblemSituation } from '../situation.ts';

/**
 * Reminds of the root cause and the plan: whoever owns the ticket when it is due; when it is late by as much again, whoever owns the area,
 * the management and the fallback as well. By mention, and never by a page.
 */
export const dueRule: ProblemRule = (situation) => {
  const { course, issue } = situation.problem;
  if (issue.state === 'closed') return [];
  const waits = [
    ...(course.rootCause === null ? (['rootCause'] as const) : []),
    ...(course.plan === null ? (['plan'] as const) : []),
  ];
  return waits.flatMap((name) => remind(situation, name));
};

function remind(situation: ProblemSituation, name: 'rootCause' | 'plan'): Notice[] {
  const { problem, words, reader, now, policy } = situation;
  const due = problem.due[name];
  if (!(due <= now)) return [];
  const isTwice = now - due >= due - problem.issue.openedAt;
  const above = [
    ...situation.areaOf(problem.origin.incident),
    ...(peopleOf({ policy, now }, 'management') ?? []),
    ...fallbackLogins(situation),
  ];
  const { owners } = problem.course;
  const to = isTwice || owners.length === 0 ? [...owners, ...above] : owners;
  return [
    {
      do: 'tell',
      keys: [keyOfNotice(`${name}-${isTwice ? 'late' : 'due'}`)],
      to: distinctLogins(to),
      ask: words.tell.due[name],
      lines: [words.tell.was(instant(reader, due))],
      ...(policy.pauses.size > 0 && { small: [words.tell.waits] }),
      why: words.why.due,
    },
  ];
}
