import { DAY } from '../calendar/length.ts';
import { isMaintenance, MAINTENANCE_LABEL } from '../capabilities/maintenance/label.ts';
import { LABELS } from '../capabilities/membership/labels.ts';
import type { Policy } from '../capabilities/policy.ts';
import { monthOf } from '../capabilities/reports/ledger.ts';
import { PROBLEM_MARK } from '../capabilities/problem/track.ts';
import { withDigests } from '../engine/digest.ts';
import { readAnyMark } from '../engine/mark.ts';
import { messageOf } from '../model/error.ts';
import type { Issue } from '../model/issue.ts';
import type { Snapshot } from '../github/port.ts';
import type { Start } from './context.ts';

/** The kinds of the marks that they begin with. */
const KINDS = ['post-mortem', PROBLEM_MARK];

interface Found extends Pick<Snapshot, 'failures'> {
  readonly issues: Issue[];
  /** Reports of months, which are no part of that. */
  readonly reports: readonly Issue[];
}

/**
 * What follows incidents: what was read with them by its label; by a label of another name; what the event is about, open or closed; and the
 * post-mortems and problem tickets of the incidents that were read, which may have lost their label, or were closed within a day by somebody whose run is lost;
 * and planned maintenance, by whomever it was opened.
 */
export async function readPostIncident(
  {
    github,
    inputs,
    trigger,
    now,
    policy,
    issues,
  }: Start & { readonly policy: Policy; readonly issues: readonly Issue[] },
  { postIncident, others }: Pick<Snapshot, 'postIncident' | 'others'>,
): Promise<Found> {
  if (!['run', 'site', 'report'].includes(inputs.command)) return { issues: [], reports: [], failures: [] };
  const isOfPeople = (it: Issue): boolean => isMaintenance(it, policy);
  const found = new Map(
    [...postIncident.filter((it) => it.own || isOfPeople(it)), ...issues.filter(isOfPeople)].map((issue) => [
      issue.number,
      issue,
    ]),
  );
  const failures: Found['failures'][number][] = [];
  const roles = ['postMortem', 'problem'] as const;
  const labels = roles.map((role) => policy.labels[role]);
  const add = (some: readonly Issue[]): void => {
    for (const issue of some) found.set(issue.number, issue);
  };
  const renamed = roles.filter((role) => policy.labels[role] !== LABELS[role].key).map((role) => policy.labels[role]);
  const { maintenance } = policy;
  const peoples = maintenance && maintenance.label !== MAINTENANCE_LABEL ? [maintenance.label] : [];
  // Who is told of an incident depends on maintenance, in every run.
  const reports = policy.reports?.monthly && policy.labels.report !== LABELS.report.key ? [policy.labels.report] : [];
  for (const label of [...(trigger.kind === 'sweep' ? [...renamed, ...reports] : []), ...peoples]) {
    try {
      add(await github.ownIssues(label, peoples.includes(label) ? 'anybody' : undefined));
    } catch (error) {
      failures.push({ issue: null, message: messageOf(error) });
    }
  }
  const isLately = (closedAt: number | null): boolean => closedAt === null || now - closedAt < DAY;
  const ofIncidents = issues.flatMap(({ timeline }) =>
    timeline.flatMap((event) =>
      event.kind === 'sub-issue-added' &&
      event.issue.own &&
      isLately(event.issue.closedAt) &&
      KINDS.some((kind) => readAnyMark(kind, event.issue.body))
        ? [event.issue]
        : [],
    ),
  );
  const lacking = [
    ...others.filter((it) => isOfPeople(it) || (it.own && it.labels.some((label) => labels.includes(label)))),
    ...ofIncidents,
  ].filter(({ number }) => !found.has(number));
  if (lacking.length > 0) {
    const more = await github.complete([...new Map(lacking.map((it) => [it.number, it])).values()]);
    add(more.issues);
    failures.push(...more.failures);
  }
  const isReport = (it: Issue): boolean => monthOf(it) !== null || it.labels.includes(policy.labels.report);
  const all = [...withDigests([...found.values()])].sort((a, b) => a.number - b.number);
  return {
    issues: all.filter((it) => !isReport(it)),
    reports: all.filter((it) => it.own && isReport(it)),
    failures,
  };
}
