import type { StatusPagePolicy } from '../../../capabilities/status-page/policy.ts';
import { DAY } from '../../../calendar/length.ts';
import { idOf } from '../../../capabilities/status-page/project.ts';
import { discussionsOf, type Discussions, type Forum, type Thread } from '../../../github/discussions.ts';
import { GitHubError } from '../../../github/port.ts';
import { messageOf } from '../../../model/error.ts';
import type { StatusPage } from '../../../status-page/page.ts';
import type { Run } from '../../context.ts';
import { SHOWN } from '../../first-read.ts';
import { carryOutInDiscussions } from './carry-out.ts';
import { entriesOf, isEntryNews, isToOpen, type Entry } from './entry.ts';
import { planForDiscussions, threadsOf, type DiscussionGround } from './plan.ts';
import { discussionWords } from './words.ts';

/** One round tells; further ones make up for answers that were lost. */
const MOST_ROUNDS = 4;

/** How young a Discussion is, in milliseconds, if the incident that it tells of is surely among what was read: an incident changes last after it. */
const SURELY_READ = SHOWN - 10 * DAY;

type Page = StatusPagePolicy & { readonly discussions: string };

/**
 * Tells subscribers what is on the page, in a Discussion for each incident and each maintenance. What it did, and what somebody must change,
 * is added to the report; throws nothing, since the page is served whatever becomes of this. Gives the ids of what the next run has to go
 * on with.
 */
export async function keepDiscussions(run: Run, page: Page, shown: StatusPage): Promise<ReadonlySet<string>> {
  const { report, now, policy } = run;
  const words = discussionWords(policy.language);
  const entries = entriesOf(shown);
  const advise = (line: string): void => {
    if (!report.advice.includes(line)) report.advice.push(line);
  };
  const fresh = (): Set<string> => new Set(entries.filter((it) => hasNews(it, now)).map(({ id }) => id));
  try {
    const discussions = discussionsOf(run.github.graph);
    let lost: GitHubError | null = null;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const found = await discussions.category(page.discussions, (threads) => {
        const missing = entries.filter((it) => hasNews(it, now) && threadsOf(it.id, threads).length === 0);
        return missing.length === 0 ? null : Math.min(...missing.map(({ said }) => said[0]!.at));
      });
      if ('lacks' in found) {
        advise(found.lacks === 'discussions' ? words.disabled : words.noCategory(page.discussions, found.names));
        return new Set();
      }
      const ground = { page, now, entries, since: found.since, hasLeft: hasLeft(run, now) };
      const { steps, unread, unknown } = await planned(discussions, found, ground);
      for (const { number } of unread) advise(words.long(number));
      if (unknown.length > 0) advise(words.crowded(page.discussions));
      const carried = await carryOutInDiscussions(run, page, { discussions, forum: found, steps }, advise);
      if (carried.lost === null) return carried.unfinished;
      lost = carried.lost;
    }
    advise(words.failed(lost!.message));
    return fresh();
  } catch (error) {
    const isRefused = error instanceof GitHubError && error.trouble === 'no-permission';
    advise(isRefused ? words.noRight : words.failed(messageOf(error)));
    return isRefused ? new Set() : fresh();
  }
}

/** What is to be done, after Discussions that came cut short were read whole where that matters. */
async function planned(
  discussions: Discussions,
  { threads }: Forum,
  ground: DiscussionGround,
): Promise<ReturnType<typeof planForDiscussions>> {
  const plan = planForDiscussions(threads, ground);
  if (plan.unread.length === 0) return plan;
  const whole = new Map<string, Thread>();
  for (const thread of plan.unread) whole.set(thread.id, await discussions.whole(thread));
  return planForDiscussions(
    threads.map((it) => whole.get(it.id) ?? it),
    ground,
  );
}

function hasNews(entry: Entry, now: number): boolean {
  return isToOpen(entry, now) || entry.said.some(({ at, correctedAt }) => isEntryNews(correctedAt ?? at, now));
}

/**
 * What has left the page is an issue of this repository that was read, or would have been if it still were an incident. Issues and
 * Discussions share their numbers, so it was opened before: a name of the repository that is no more names none.
 */
function hasLeft({ repository }: Pick<Run, 'repository'>, now: number): DiscussionGround['hasLeft'] {
  return (thread, kind, id) => {
    if (now - thread.openedAt > SURELY_READ) return false;
    for (let number = thread.number - 1; number > Math.max(0, thread.number - FARTHEST); number--)
      if (idOf(repository, kind, String(number)) === id) return true;
    return false;
  };
}

/** So many numbers are tried at most: each takes some microseconds. */
const FARTHEST = 5_000;
