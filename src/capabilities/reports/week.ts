import type { Instant } from '../../calendar/calendar.ts';
import { DAY } from '../../calendar/length.ts';
import { readCommentMark } from '../../engine/mark.ts';
import type { Issue } from '../../model/issue.ts';
import { localHour } from '../../text/time.ts';
import type { Policy } from '../policy.ts';
import { meetingAfter } from '../review/meetings.ts';

/** The kind of the mark of the comment that tells a week in short. */
export const WEEK = 'report-week';

/** How long after its hour a week is told at most: what comes later is no news. */
const NEWS = 2 * DAY;

/** Whether a report has told the week of a day. */
export function hasWeek({ number, timeline }: Pick<Issue, 'number' | 'timeline'>, date: string): boolean {
  return timeline.some((it) => it.kind === 'commented' && readCommentMark(WEEK, number, it.comment)?.week === date);
}

/** The day of the week that is to be told by now, `YYYY-MM-DD`; null where none is, or one of the reports has told it. */
export function weekDue(
  { policy, now }: { readonly policy: Policy; readonly now: Instant },
  reports: readonly Issue[],
): string | null {
  const { weekly = null } = policy.reports ?? {};
  if (weekly === null) return null;
  const { since } = meetingAfter(weekly.rhythm, now);
  const { date } = localHour(policy, since);
  return now - since < NEWS && !reports.some((it) => hasWeek(it, date)) ? date : null;
}
