import { DAY } from '../../calendar/length.ts';
import { peopleOf } from '../../capabilities/people/roles.ts';
import { reportLedgerOf, monthOf } from '../../capabilities/reports/ledger.ts';
import { isDue, planReport } from '../../capabilities/reports/plan.ts';
import { weekDue } from '../../capabilities/reports/week.ts';
import { ledgerWordsOf } from '../../capabilities/reports/words.ts';
import { monthAt, spanOf } from '../../figures/months.ts';
import type { Issue } from '../../model/issue.ts';
import { distinctLogins } from '../../model/login.ts';
import { localHour } from '../../text/time.ts';
import type { Run } from '../context.ts';
import { keepIssue } from '../keep-issue.ts';
import { factsIn } from './facts.ts';
import { figuresBy, reportOf, type Made } from './made.ts';
import { wantedWeek } from './week.ts';

/** How long after its end a month is closed: until then causes, impacts and priorities are mended without a correction. */
const GRACE = 3 * DAY;

/** How long after its end it is closed even if not all could be read: what fails for days fails for good. */
const LATEST = 7 * DAY;

/** Closed incidents are read for 45 days after their last change; a month that began longer ago is not counted again. */
const COUNTED = 44 * DAY;

/** Opens the report of this month, brings it up to date, and closes those of months that are over. */
export async function keepReports(run: Run): Promise<void> {
  const { policy, now, report, knowledge } = run;
  const current = monthAt(policy.zone, now);
  const readings = report.settled.map(({ situation }) => situation);
  const maintenances = knowledge.maintenances?.all ?? [];
  const made: Made = { facts: factsIn(run, readings), policy, maintenances, now, isPartial: isPartial(run) };
  const months = [...new Set([...run.reports.flatMap((it) => monthOf(it) ?? []), current])].sort();
  const due = months.filter((month) => month <= current && isAnythingDue(run, made, month));
  if (due.length === 0) return;
  const { failed } = ledgerWordsOf(policy.language).did;
  let known: readonly Issue[] | null = null;
  for (const month of due) {
    // Figures that lack something are not closed as long as that may still be mended.
    if (isOver(run, month) && made.isPartial && now < spanOf(policy.zone, month).to + LATEST) continue;
    await keepIssue(run, failed, async () => {
      known ??= await everyReport(run);
      return { issues: known, kept: keptOf(run, made, month, known) };
    });
    known = null;
  }
}

/** Whether an incident could not be read, or not judged. */
function isPartial({ report }: Run): boolean {
  return report.failures.length > 0 || report.settled.some(({ failures }) => failures.length > 0);
}

/** The reports that there are, open ones as the run has read them. Takes one request. */
async function everyReport({ github, policy, reports }: Run): Promise<readonly Issue[]> {
  const latest = await github.latestOwnIssues([policy.labels.report]);
  return [...new Map([...reports, ...latest].map((issue) => [issue.number, issue])).values()];
}

const isOver = ({ policy, now }: Pick<Run, 'policy' | 'now'>, month: string): boolean =>
  now >= spanOf(policy.zone, month).to + GRACE;

/** Whether anything may be due of a month, by the reports that are open: without any nobody knows. */
function isAnythingDue(run: Run, made: Made, month: string): boolean {
  const { policy, now, reports } = run;
  const [open, ...others] = reports.filter((it) => monthOf(it) === month);
  if (!open || others.length > 0) return true;
  if (month === monthAt(policy.zone, now) && weekDue(run, reports) !== null) return true;
  const isFrozen = isOver(run, month);
  if (reportLedgerOf(open)?.isFrozen) return !open.timeline.some((it) => it.kind === 'closed' && it.own);
  const { digest } = figuresBy(made, month);
  return isDue(open, {
    ledger: { month, day: localHour(policy, now).date, digest, isFrozen, isPartial: made.isPartial },
  });
}

function keptOf(run: Run, made: Made, month: string, known: readonly Issue[]) {
  const { github, policy, now, knowledge } = run;
  const { from } = spanOf(policy.zone, month);
  const isFrozen = isOver(run, month);
  const written = known.flatMap((it) => reportLedgerOf(it) ?? []).find((it) => it.month === month)?.figures ?? null;
  const kept = from < now - COUNTED ? written : null;
  const wanted = reportOf(made, month, { known, isFrozen, kept });
  const people = distinctLogins((policy.reports?.monthly?.to ?? []).flatMap((role) => peopleOf(run, role) ?? []));
  const { language } = policy;
  const date = month === monthAt(policy.zone, now) ? weekDue(run, run.reports) : null;
  const week = date === null ? null : wantedWeek(run, made, month, date);
  return {
    label: policy.labels.report,
    planFor: (issues: readonly Issue[]) =>
      planReport(issues, { now, language, wanted, week, people, roles: knowledge.roles }),
    find: () => github.latestOwnIssues([policy.labels.report]),
    kindOf: () => 'keep-report' as const,
  };
}
