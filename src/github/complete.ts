import type { Access } from './access.ts';
import { errorIn, errorOf } from './errors.ts';
import { askGitHub, isPassing, persist } from './octokit.ts';
import { isUnanswered, type Snapshot } from './port.ts';
import { readIssues } from './queries.ts';
import { completeAll } from './read.ts';
import type { IsOwn, RawTicket } from './translate.ts';
import type { Issue } from '../model/issue.ts';

/** So many issues are read in one request, which costs what one of them does. */
const MOST_AT_ONCE = 10;

type Completed = Pick<Snapshot, 'issues' | 'failures' | 'partial'>;

/**
 * Reads issues of which only the cover is known, several in a request: many of them may be somebody's who has nothing to say here, and
 * must not use up what the runs need. What cannot be read together is read one by one, so that one of them fails alone.
 */
export async function completeIssues(
  access: Access,
  covers: readonly Pick<Issue, 'id' | 'number'>[],
  isOwn: IsOwn,
): Promise<Completed> {
  const { octokit, sleep } = access;
  const issues: Issue[] = [];
  const failures: { issue: number; message: string }[] = [];
  const partial: number[] = [];
  const waiting: (typeof covers)[] = [];
  for (let from = 0; from < covers.length; from += MOST_AT_ONCE) waiting.push(covers.slice(from, from + MOST_AT_ONCE));
  for (let some = waiting.shift(); some !== undefined; some = waiting.shift()) {
    try {
      const ids = Object.fromEntries(some.map(({ id }, i) => [`i${i}`, id]));
      const answer = await persist(sleep, isPassing, () => askGitHub(octokit, readIssues(some.length), ids));
      if (answer.errors[0]) throw errorIn(answer.errors[0]);
      const tickets = Object.values(answer.data as Record<string, RawTicket | null>).filter(
        (it): it is RawTicket => it?.timelineItems !== undefined,
      );
      const found = await completeAll(access, tickets, isOwn);
      issues.push(...found.issues);
      failures.push(...found.failures.map(({ issue, message }) => ({ issue: issue ?? some[0]!.number, message })));
      partial.push(...found.partial);
    } catch (thrown) {
      const error = errorOf(thrown);
      const isAlone = some.length === 1;
      if (isAlone || isUnanswered(error) || error.trouble === 'rate-limited')
        failures.push(...some.map(({ number }) => ({ issue: number, message: error.message })));
      else waiting.unshift(...some.map((it) => [it]));
    }
  }
  return { issues, failures, partial };
}
