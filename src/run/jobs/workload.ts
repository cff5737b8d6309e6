import { noticeBody } from '../../capabilities/notification/notice.ts';
import { excesses } from '../../capabilities/workload/excess.ts';
import type { Notice, Situation } from '../../capabilities/situation.ts';
import { apply } from '../apply.ts';
import type { Run } from '../context.ts';

/**
 * Tells management of whoever has been paged too often tonight, on the incident of the last page, or, where that takes no comment, on the
 * one before. What GitHub refuses everywhere is on the report, and tried again by the next run.
 */
export async function noteWorkload(run: Run): Promise<void> {
  const { report, now } = run;
  let left = excesses(
    report.settled.map((it) => it.situation),
    now,
  );
  const failed = new Map<number, string>();
  while (left.length > 0) {
    const host = left[0]!.hosts[0];
    if (host === undefined) break;
    const [here, others] = [
      left.filter(({ hosts }) => hosts[0] === host),
      left.filter(({ hosts }) => hosts[0] !== host),
    ];
    const { refused } = await tell(
      run,
      host,
      here.map(({ notice }) => notice),
    );
    for (const { error } of refused) failed.set(host.incident.issue.number, error.message);
    const again = refused.some(({ error }) => error.trouble === 'impossible')
      ? here.map((it) => ({ ...it, hosts: it.hosts.slice(1) })).filter(({ hosts }) => hosts.length > 0)
      : [];
    // Told elsewhere, it is told.
    if (again.length > 0 || refused.length === 0) failed.delete(host.incident.issue.number);
    left = [...others, ...again];
  }
  for (const [issue, message] of failed) report.failures.push({ issue, message });
}

async function tell(run: Run, situation: Situation, notices: readonly Notice[]) {
  const { report } = run;
  const { issue } = situation.incident;
  const comment = {
    do: 'comment',
    issue: issue.number,
    body: noticeBody(situation, notices),
    keys: notices.flatMap(({ keys }) => keys),
    to: [...new Set(notices.flatMap(({ to }) => to))],
    why: situation.words.workload.why,
  } as const;
  const applied = await apply(run, issue, [comment]);
  const at = report.settled.findIndex((it) => it.situation === situation);
  const settled = report.settled[at]!;
  report.settled[at] = { ...settled, done: [...settled.done, ...applied.done] };
  return applied;
}
