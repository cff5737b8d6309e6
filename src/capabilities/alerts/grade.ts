import type { Instant } from '../../calendar/calendar.ts';
import { isBot } from '../../model/login.ts';
import { lowers, PRIORITIES, type Priority } from '../../model/priority.ts';
import type { PriorityPeriod } from '../../model/periods.ts';
import { cutTo } from '../../text/cut.ts';

/** How grave an alert is, as its source says; null where it does not say. Foreign text. */
export interface Gravity {
  readonly severity: string | null;
  readonly priority: Priority | null;
}

/** A gravity, and when it was told. */
export interface Grade extends Gravity {
  readonly at: Instant;
}

/** The words of monitoring systems for a severity, the least grave first. Prometheus, Grafana, PagerDuty, syslog, Nagios, Zabbix. */
const WORDS: readonly (readonly string[])[] = [
  ['info', 'information', 'informational', 'notice', 'low', 'none', 'ok', 'debug', '4', '5'],
  ['warning', 'warn', 'average', 'medium', 'moderate', 'minor', '3'],
  ['error', 'err', 'major', 'high', 'severe', '2'],
  ['critical', 'crit', 'fatal', 'emergency', 'emerg', 'panic', 'disaster', 'blocker', 'page', '0', '1'],
];
/** What does not say, or nobody knows, is as grave as a warning. */
const UNKNOWN = 1;
/** The most characters of a severity that are kept. */
const LONGEST = 40;

function rankOf(severity: string | null): number {
  const word = (severity ?? '').trim().toLowerCase();
  const found = WORDS.findIndex((words) =>
    words.includes(word.replace(/^(?:sev(?:erity)?|prio(?:rity)?|p|s)[ -]?(?=\d$)/, '')),
  );
  return found < 0 ? UNKNOWN : found;
}

/** The gravest of some severities; of those that are as grave the first. */
export function gravest(severities: readonly string[]): string | null {
  return severities.toSorted((a, b) => rankOf(b) - rankOf(a))[0] ?? null;
}

/** How grave an alert is, as a number to rank by: the worse of what its priority and its severity say, then the priority. */
export function weightOf({ severity, priority }: Gravity): number {
  // What nobody has assessed counts as P3.
  const [urgency, rank] = [PRIORITIES.length - 1 - PRIORITIES.indexOf(priority ?? 'P3'), rankOf(severity)];
  return Math.max(urgency, rank) * 100 + urgency * 10 + rank;
}

/** A gravity as it is kept. */
export function gradeOf({ severity, priority }: Gravity, at: Instant): Grade {
  return { at: Math.floor(at / 1000) * 1000, severity: severity === null ? null : cutTo(severity, LONGEST), priority };
}

/**
 * The grades with one more that was told. The first is where the alert began; after it only what is graver than all before is kept, so
 * there are never many.
 */
export function withGrade(grades: readonly Grade[], told: Grade): readonly Grade[] {
  return grades.length === 0 || isGraver(told, grades) ? [...grades, told] : grades;
}

/** Whether a gravity is graver than all of these. */
export function isGraver({ severity, priority }: Gravity, grades: readonly Gravity[]): boolean {
  const isMoreSevere = severity !== null && grades.every((it) => rankOf(severity) > rankOf(it.severity));
  // What nobody has assessed counts as P3.
  const urgency = (it: Priority | null): number => PRIORITIES.indexOf(it ?? 'P3');
  const isMoreUrgent = priority !== null && grades.every((it) => urgency(priority) < urgency(it.priority));
  return isMoreUrgent || isMoreSevere;
}

/** The last rise of an alert, and what it was before; null if it is as grave as it was at first. */
export function riseOf(grades: readonly Grade[] = []): { readonly to: Grade; readonly from: Grade } | null {
  const [to, from] = [grades.at(-1), grades.at(-2)];
  return to && from ? { to, from } : null;
}

/** The priority to which a rise leads: that of the alert itself or of a rule, unless it is that already or a person has set another. */
export function raisedTo(
  rise: ReturnType<typeof riseOf>,
  proposed: Priority | null,
  periods: readonly PriorityPeriod[],
): Priority | null {
  if (!rise) return null;
  const { priority: current, own, by } = periods.at(-1)!;
  if (!own && by !== null && !isBot(by)) return null;
  const wanted = [rise.to.priority, proposed].filter((it) => it !== null);
  return PRIORITIES.find((it) => wanted.includes(it) && lowers(it, current)) ?? null;
}
