import * as core from '@actions/core';
import { countOf } from '../capabilities/alerts/log.ts';
import type { Incident } from '../capabilities/incident.ts';
import { writeOutputs } from './inputs.ts';
import { inline } from '../text/foreign.ts';
import { table } from '../text/table.ts';
import { wordsOf, type Words } from '../capabilities/words.ts';
import type { Effect } from '../engine/effect.ts';
import { formatProblem, type Problem } from '../policy/problem.ts';
import { loadPolicy } from '../capabilities/load.ts';
import type { PolicyInForce } from './policy-in-force.ts';
import { marginOf } from '../engine/clocks.ts';
import { impactOf } from '../capabilities/impact/impact.ts';
import type { Settled } from './settle.ts';

/** A summary of a step may have 1 MiB; a character takes three bytes at most. */
const MOST_CHARACTERS = 300_000;

/** What a run did and what it could not do. Filled while it goes on. */
export interface Report {
  readonly dryRun: boolean;
  /** Why there was nothing to do at all, if so. */
  readonly idle: string | null;
  readonly inForce: PolicyInForce | null;
  readonly settled: Settled[];
  /** Alerts that came in, labels that changed, who is on call. `issue` is null for labels, and for what a dry run would open. */
  readonly filed: {
    readonly issue: number | null;
    readonly do?: 'sync-label' | 'publish-on-call' | 'tell-shift';
    readonly what: string;
  }[];
  readonly failures: { readonly issue: number | null; readonly message: string }[];
  /** Incidents older than the policy's `enforce-from`, left alone. */
  readonly listed: number[];
  /** Incidents left for the next run, because GitHub asked to stop. */
  readonly left: number[];
  /** What is wrong with a policy that was only checked. */
  readonly problems: readonly Problem[];
}

export function emptyReport(
  dryRun: boolean,
  idle: string | null,
  inForce: PolicyInForce | null = null,
  failures: readonly { issue: number | null; message: string }[] = [],
): Report {
  return { dryRun, idle, inForce, settled: [], filed: [], failures: [...failures], listed: [], left: [], problems: [] };
}

/** The report of a run that only checks a policy. */
export async function checked(text: string | null, file: string): Promise<Report> {
  const loaded = await loadPolicy(text, file);
  const idle = text === null ? `there is no ${file}: the built-in policy applies` : `${file} was checked`;
  return { ...emptyReport(false, idle), problems: loaded.ok ? [] : loaded.problems };
}

/** Whether the run must be red: something failed, nobody could be reached, the policy is broken, or work was left. */
export function isRed(report: Report): boolean {
  return failuresOf(report).length > 0 || report.left.length > 0 || problemsOf(report).length > 0;
}

function failuresOf({ failures, settled }: Report): { issue: number | null; message: string }[] {
  return [
    ...failures,
    ...settled.flatMap(({ situation, failures: own, alarms }) =>
      [...own, ...alarms].map((message) => ({ issue: situation.incident.issue.number, message })),
    ),
  ];
}

/** The failures for people: one line for what happened to several incidents alike. */
function gathered(failures: readonly { issue: number | null; message: string }[]): string[] {
  const issues = new Map<string, string[]>();
  for (const { issue, message } of failures) {
    const list = issues.get(message) ?? [];
    issues.set(message, issue === null ? list : [...list, `#${issue}`]);
  }
  return [...issues].map(([message, list]) => (list.length === 0 ? message : `${list.join(', ')}: ${message}`));
}

/** Writes the log, the annotations, the job summary and the outputs, and sets the exit code. */
export async function publish(report: Report): Promise<void> {
  const words = wordsOf(report.inForce?.policy.language ?? 'en');
  for (const problem of problemsOf(report)) {
    const { file, line, column, message } = problem;
    core.error(message, { file, startLine: line, startColumn: column, title: 'Policy' });
  }
  if (report.inForce?.instead) core.error(words.report.instead(report.inForce.instead.commit?.slice(0, 10) ?? null));
  const failures = failuresOf(report);
  for (const line of gathered(failures)) core.error(line);
  if (report.left.length > 0) core.error(words.report.left(report.left.length));
  core.info(renderLog(report, words));
  // Older servers and stand-ins for the runner have no summary; the log says the same.
  if (process.env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(renderSummary(report, words)).write();
  writeOutputs({
    actions: [
      ...report.filed.map(({ issue, do: kind = 'file-alert', what }) => ({ issue, do: kind, why: what })),
      ...openly(report).flatMap(({ done }) => done.map(withoutBody)),
    ],
    incidents: openly(report).map(({ situation: { incident, clocks, policy } }) => ({
      issue: incident.issue.number,
      kind: incident.kind,
      priority: incident.priority,
      status: incident.status,
      category: incident.category?.name ?? null,
      subcategory: incident.categorization?.subcategory?.name ?? null,
      source: incident.source,
      level: incident.levels.at(-1)!.level,
      cause: incident.cause?.cause.name ?? null,
      attributable: incident.cause?.cause.attributableTo ?? null,
      firings: incident.alert ? countOf(incident.alert) : 0,
      downtime: downtimeOf(incident),
      clocks: clocks.current.map(({ name, priority, state, due, at, stoppedAt }) => ({
        name,
        state,
        due: due === Infinity ? null : new Date(due).toISOString(),
        at: at === null ? null : new Date(at).toISOString(),
        // Minutes of the clock's calendar to spare, negative when it was stopped late.
        margin:
          stoppedAt === null || due === Infinity
            ? null
            : Math.round(marginOf(policy, { name, priority }, due, stoppedAt) / 60_000),
      })),
    })),
    failures: [
      ...failures,
      ...problemsOf(report).map((problem) => ({ issue: null, message: formatProblem(problem) })),
      ...report.left.map((issue) => ({ issue, message: words.report.leftOne })),
    ],
  });
  if (isRed(report)) process.exitCode = 1;
}

/** What may be told: of a confidential incident not even what was done. */
function openly({ settled }: Report): readonly Settled[] {
  return settled.filter(({ situation }) => !situation.incident.confidential);
}

/** One line for all that was done about a confidential incident, and one for each thing done about any other. */
function doneLines({ settled }: Report, words: Words): { issue: number; what: string; why: string }[] {
  return settled.flatMap(({ situation: { incident }, done }) => {
    if (!incident.confidential)
      return done.map((effect) => ({ issue: effect.issue, what: describe(effect, words), why: effect.why }));
    const issue = incident.issue.number;
    return done.length === 0 ? [] : [{ issue, what: words.confidentiality.hidden, why: words.confidentiality.hidden }];
  });
}

/** Minutes of downtime, or null while it goes on. */
function downtimeOf(incident: Incident): number | null {
  const { from, to } = impactOf(incident);
  return to === null ? null : Math.round((to - from) / 60_000);
}

/** Texts can be read on GitHub, and all outputs of a job share one megabyte. */
function withoutBody(effect: Effect): Omit<Effect, 'body'> {
  return Object.fromEntries(Object.entries(effect).filter(([key]) => key !== 'body')) as Omit<Effect, 'body'>;
}

function problemsOf({ inForce, problems }: Report): readonly Problem[] {
  return [...(inForce?.problems ?? []), ...problems];
}

/** What was done, a line each, for the log. */
export function renderLog(report: Report, words: Words): string {
  const lines = [
    ...report.filed.map(({ issue, what }) => `${issue === null ? '-' : `#${issue}`} ${what}`),
    ...doneLines(report, words).map(({ issue, what, why }) => `#${issue} ${what}: ${why}`),
  ];
  if (report.idle) return report.idle;
  return [words.report.heading(report.dryRun), ...(lines.length > 0 ? lines : [words.report.nothing])].join('\n');
}

/** The job summary, in Markdown. */
export function renderSummary(report: Report, words: Words): string {
  const rows = [
    ...report.filed.map(({ issue, what }) => [issue === null ? '' : `#${issue}`, inline(what, 300), '']),
    ...doneLines(report, words).map(({ issue, what, why }) => [`#${issue}`, inline(what, 300), inline(why, 300)]),
  ].map((row) => row.map((text) => text.replaceAll('|', '\\|')));
  const failures = gathered(failuresOf(report)).map((line) => `- ${inline(line, 1000)}`);
  const problems = problemsOf(report).map((it) => `- ${inline(formatProblem(it), 1000)}`);
  const instead = report.inForce?.instead;
  return [
    `## ${words.report.heading(report.dryRun)}`,
    ...(report.idle ? [report.idle] : [words.report.incidents(report.settled.length)]),
    ...(report.listed.length > 0
      ? [words.report.listed(report.listed.length, report.listed.map((number) => `#${number}`).join(words.andThen))]
      : []),
    ...(problems.length > 0 ? [`### ${words.report.policy}`, problems.join('\n')] : []),
    ...(instead ? [words.report.instead(instead.commit?.slice(0, 10) ?? null)] : []),
    ...(failures.length > 0 ? [`### ${words.report.failures}`, failures.join('\n')] : []),
    ...(report.left.length > 0 ? [words.report.left(report.left.length)] : []),
    ...(rows.length > 0 ? [table(words.report.columns, rows)] : report.idle ? [] : [words.report.nothing]),
  ]
    .join('\n\n')
    .slice(0, MOST_CHARACTERS)
    .concat('\n');
}

/** An effect in a few words. */
export function describe(effect: Effect, words: Words): string {
  const { did } = words.report;
  const names = (list: readonly string[]): string => list.join(words.andThen) || words.nobody;
  switch (effect.do) {
    case 'add-labels':
    case 'remove-labels':
      return did[effect.do](names(effect.labels));
    case 'assign':
      return did.assign(names(effect.logins));
    case 'comment':
      return did.comment(names(effect.to));
    case 'write-card':
      return did['write-card'](effect.comment === null);
    case 'open-issue':
      return did['open-issue'](effect.title);
    case 'page':
      return `${did.page} (${effect.page.action})`;
    default:
      return did[effect.do];
  }
}
