import type { Instant } from '../../calendar/calendar.ts';
import { HOUR, MINUTE } from '../../calendar/length.ts';
import type { Policy } from '../../capabilities/policy.ts';
import { MOST_RUNS, type Actions } from '../../github/workflows-port.ts';
import type { Run } from '../context.ts';

/** What a run that watches is called: the workflow gives it this name, and by it others find it. */
export const WATCH_TITLE = 'Tocsin watch';

/** A job of GitHub's runners ends after six hours, and may have waited before. */
const LONGEST = 7 * HOUR;

/** Until when the watch lasts that is under way, or waits for its turn; null if there is none. Throws if that cannot be seen. */
export async function watchUnderWay(
  github: Actions,
  workflow: string,
  { watch }: Policy,
  now: Instant,
): Promise<Instant | null> {
  const runs = await github.runs(workflow, { event: 'workflow_dispatch', since: now - LONGEST });
  const starts = runs.flatMap(({ title, startedAt, endedAt }) =>
    title === WATCH_TITLE && endedAt === null ? [startedAt] : [],
  );
  return starts.length === 0 ? null : Math.max(...starts) + watch.atMost;
}

/**
 * How many minutes watches may still take in this calendar month (UTC, as GitHub bills): any number in a public repository. None where
 * there were more runs than GitHub tells of. Throws if they cannot be seen.
 */
export async function minutesLeft({
  github,
  inputs: { workflow },
  policy,
  repository,
  now,
}: Pick<Run, 'github' | 'inputs' | 'policy' | 'repository' | 'now'>): Promise<number> {
  if (!repository.isPrivate) return Infinity;
  const { privateMinutes } = policy.watch;
  if (privateMinutes === 0 || workflow === null) return 0;
  const date = new Date(now);
  const month = Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  // One that began before the month may have gone on in it.
  const runs = await github.runs(workflow, { event: 'workflow_dispatch', since: month - LONGEST });
  if (runs.length >= MOST_RUNS) return 0;
  const taken = runs
    .filter(({ title }) => title === WATCH_TITLE)
    .map(({ startedAt, endedAt }) => Math.ceil(((endedAt ?? now) - Math.max(startedAt, month)) / MINUTE));
  return privateMinutes - taken.reduce((sum, minutes) => sum + Math.max(0, minutes), 0);
}
