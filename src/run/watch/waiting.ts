import type { Instant } from '../../calendar/calendar.ts';
import { openPage } from '../../capabilities/answers/open-pages.ts';
import { isWatchable } from '../../capabilities/watch/watched.ts';
import type { Run } from '../context.ts';
import { readingsOf } from '../answers.ts';
import type { Issue } from '../../model/issue.ts';

/**
 * Until when a watch waits for somebody to answer in a pager though nothing falls due: for as long as the horizon after the last page of
 * what is watched, in milliseconds; null if no page is out that can be answered.
 */
export function waitsUntil(run: Run, issues: readonly Issue[]): Instant | null {
  const notifiers = run.policy.notifiers.filter(({ answers }) => answers === true);
  const lasts = readingsOf(run, issues, notifiers)
    .filter((reading) => isWatchable(reading))
    .flatMap(({ incident }) =>
      notifiers.flatMap((notifier) => openPage(incident, notifier, run.repository)?.last ?? []),
    );
  return lasts.length === 0 ? null : Math.max(...lasts) + run.policy.watch.horizon;
}
