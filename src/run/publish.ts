import { resolve } from 'node:path';
import * as core from '@actions/core';
import { alertCountOf } from '../capabilities/alerts/log.ts';
import { impactOf } from '../capabilities/impact/impact.ts';
import type { Incident } from '../capabilities/incident.ts';
import type { Situation } from '../capabilities/situation.ts';
import type { Clock } from '../capabilities/clocks/clocked.ts';
import { marginOf } from '../capabilities/clocks/margin.ts';
import type { Policy } from '../capabilities/policy.ts';
import { loadOf } from '../capabilities/workload/ledger.ts';
import { nameOfKey } from '../engine/keys.ts';
import { formatProblem } from '../policy/problem.ts';
import { logged } from '../text/log.ts';
import { writeOutputs } from './inputs.ts';
import { failureLines, insteadOf, renderLog, renderSummary } from './render.ts';
import { failuresOf, isRed, problemsOf, type Deed, type Report } from './report.ts';
import { writeReport, writeSite } from './site/write.ts';
import { runWords } from './words.ts';

/**
 * Writes the log, the annotations, the job summary and the outputs, and sets the exit code; and the status page into a folder, if the run has
 * built it. The folder is one below that of the job.
 */
export async function publish(report: Report, out: string | null = null): Promise<void> {
  if (report.site !== null && out !== null)
    await writeSite(resolve(process.env.GITHUB_WORKSPACE || '.', out), report.site.files);
  if (report.figures !== null && out !== null)
    await writeReport(resolve(process.env.GITHUB_WORKSPACE || '.', out), report.figures.files);
  annotate(report);
  core.info(logged(renderLog(report)));
  // Older servers and stand-ins for the runner have no summary; the log says the same.
  if (process.env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(renderSummary(report)).write();
  writeOutputs(outputsOf(report, out));
  if (isRed(report)) process.exitCode = 1;
}

/** Shows as errors what makes the run red. */
function annotate(report: Report): void {
  const words = runWords(report.language);
  for (const { file, line, column, message } of problemsOf(report))
    core.error(logged(message), {
      file,
      startLine: line,
      startColumn: column,
      title: runWords(report.language ?? 'en').policyTitle,
    });
  const instead = insteadOf(report);
  if (instead !== null) core.error(logged(instead));
  for (const line of failureLines(report)) core.error(logged(line));
  for (const warning of (report.diagnosis ?? report.gate)?.warnings ?? []) core.warning(logged(warning));
  for (const line of report.advice)
    core.warning(logged(line), { title: runWords(report.language ?? 'en').policyTitle });
  if (report.stop !== null) core.error(words.stopped[report.stop](report.left.length));
}

function outputsOf(report: Report, out: string | null): Parameters<typeof writeOutputs>[0] {
  const { leftOne } = runWords(report.language);
  // Of a confidential incident not even what was done may be told.
  const open = report.settled.filter(({ situation }) => !situation.incident.category.confidential);
  return {
    actions: within([
      ...report.filed.map(({ issue, do: kind = 'file-alert', what }) => ({ issue, do: kind, why: what })),
      ...open.flatMap(({ done }) => done.map(actionOutput)),
    ]),
    incidents: within(open.map(({ situation }) => incidentOutput(situation))),
    checks: within(report.diagnosis?.findings ?? []),
    load: within(report.diagnosis?.load ?? loadIn(report)),
    watch: report.isWatchDue,
    page: report.isPageDue,
    site: report.site === null ? '' : (out ?? ''),
    'site-changed': report.site?.isChanged ?? false,
    report: report.figures === null ? '' : (out ?? ''),
    gate: report.gate?.state ?? '',
    failures: within([
      ...failuresOf(report),
      ...problemsOf(report).map((problem) => ({ issue: null, message: formatProblem(problem) })),
      ...report.left.map((issue) => ({ issue, message: leftOne })),
    ]),
  };
}

function loadIn({ settled }: Report): readonly object[] {
  const [first] = settled;
  if (!first) return [];
  const { policy, now } = first.situation;
  const told = settled.map(({ situation: { incident } }) => ({
    number: incident.issue.number,
    done: incident.record.done,
  }));
  return loadOf(told, policy, now);
}

/** The most characters of one output: all of a job share one megabyte, of UTF-16 as the runner keeps them. */
const LONGEST_OUTPUT = 150_000;

/** The first of a list, as many as an output has room for, and how many are left out. */
function within(list: readonly object[]): readonly object[] {
  let room = LONGEST_OUTPUT;
  const end = list.findIndex((it) => (room -= JSON.stringify(it).length + 1) < 0);
  return end < 0 ? list : [...list.slice(0, end), { leftOut: list.length - end }];
}

function incidentOutput({ incident, clocks, policy }: Situation): object {
  return {
    issue: incident.issue.number,
    kind: incident.kind,
    priority: incident.priority.current,
    status: incident.status,
    category: incident.category.current?.name ?? null,
    subcategory: incident.category.set?.subcategory?.name ?? null,
    source: incident.levels.source,
    level: incident.levels.periods.at(-1)!.level,
    cause: incident.cause?.cause.name ?? null,
    attributable: incident.cause?.cause.attributableTo ?? null,
    firings: incident.alert ? alertCountOf(incident.alert) : 0,
    downtime: downtimeOf(incident),
    clocks: clocks.current.map((clock) => clockOutput(clock, policy)),
  };
}

function clockOutput({ name, priority, state, due, at, stoppedAt }: Clock, policy: Policy): object {
  return {
    name,
    state,
    due: due === Infinity ? null : new Date(due).toISOString(),
    at: at === null ? null : new Date(at).toISOString(),
    // Minutes of the clock's calendar to spare, negative when it was stopped late.
    margin:
      stoppedAt === null || due === Infinity
        ? null
        : Math.round(marginOf(policy, { name, priority }, due, stoppedAt) / 60_000),
  };
}

/** Minutes of downtime, or null while it goes on and where there is none to speak of. */
function downtimeOf(incident: Incident): number | null {
  const downtime = impactOf(incident)?.downtime ?? null;
  return downtime === null ? null : Math.round(downtime / 60_000);
}

/** A deed for those outside: keys by their names, no texts, as these can be read on GitHub and all outputs of a job share one megabyte. */
function actionOutput(deed: Deed): object {
  const shown: Readonly<Record<string, unknown>> = {
    ...deed,
    ...('keys' in deed && { keys: deed.keys.map(nameOfKey) }),
    ...('key' in deed && { key: nameOfKey(String(deed.key)) }),
  };
  return Object.fromEntries(Object.entries(shown).filter(([name]) => name !== 'body' && name !== 'brief'));
}
