import type { Instant } from '../../calendar/calendar.ts';
import { HOUR, MINUTE } from '../../calendar/length.ts';
import type { Policy } from '../../capabilities/policy.ts';
import type { Actions } from '../../github/port.ts';

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

/** How many minutes the watches of this calendar month (UTC, as GitHub bills) have taken, each begun minute counted. Throws if that cannot be seen. */
export async function minutesWatched(github: Actions, workflow: string, now: Instant): Promise<number> {
  const date = new Date(now);
  const month = Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  const runs = await github.runs(workflow, { event: 'workflow_dispatch', since: month });
  return runs
    .filter(({ title }) => title === WATCH_TITLE)
    .reduce((sum, { startedAt, endedAt }) => sum + Math.ceil(((endedAt ?? now) - startedAt) / MINUTE), 0);
}
