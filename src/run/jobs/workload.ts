import { noticeBody } from '../../capabilities/notification/notice.ts';
import { excesses } from '../../capabilities/workload/excess.ts';
import { apply } from '../apply.ts';
import type { Run } from '../context.ts';

/** Tells management of whoever has been paged too often tonight. What GitHub refuses is on the report, and tried again by the next run. */
export async function noteWorkload(run: Run): Promise<void> {
  const { report, now } = run;
  const all = excesses(
    report.settled.map((it) => it.situation),
    now,
  );
  for (const [at, { situation, ...settled }] of report.settled.entries()) {
    const notices = all.filter((it) => it.situation === situation).map(({ notice }) => notice);
    if (notices.length === 0) continue;
    const { issue } = situation.incident;
    const comment = {
      do: 'comment',
      issue: issue.number,
      body: noticeBody(situation, notices),
      keys: notices.flatMap(({ keys }) => keys),
      to: [...new Set(notices.flatMap(({ to }) => to))],
      why: situation.words.workload.why,
    } as const;
    const { done, refused } = await apply(run, issue, [comment]);
    report.settled[at] = { ...settled, situation, done: [...settled.done, ...done] };
    for (const { error } of refused) report.failures.push({ issue: issue.number, message: error.message });
  }
}
