import { wordsOf, type Words } from '../capabilities/words.ts';
import type { Language } from '../model/language.ts';
import { formatProblem } from '../policy/problem.ts';
import { inline, prose } from '../text/foreign.ts';
import { shortInstant } from '../text/time.ts';
import { idleText } from './idle.ts';
import { failuresOf, problemsOf, type Deed, type Report, type Watched } from './report.ts';
import { runWords } from './words.ts';

/** A summary of a step may have 1 MiB; a character takes three bytes at most. */
const MOST_CHARACTERS = 300_000;

/** What was done, a line each, for the log. */
export function renderLog(report: Report): string {
  const words = runWords(report.language);
  if (report.idle) return idleText(report.idle, words);
  if (report.diagnosis) return report.diagnosis.log;
  if (report.watched) return watchedText(report.watched, report.language);
  const { colon } = incidentWords(report);
  const lines = [
    ...report.filed.map(({ issue, what }) => `${issue === null ? '-' : `#${issue}`} ${what}`),
    ...(report.site === null ? [] : [words.siteBuilt(report.site.files.size)]),
    ...(report.figures === null ? [] : [report.figures.title]),
    ...doneLines(report).map(({ issue, what, why }) => `#${issue} ${what}${colon}${why}`),
  ];
  return [words.heading(report.dryRun), ...(lines.length > 0 ? lines : [words.nothing])].join('\n');
}

/** The figures that were asked for, with their pictures. */
function summaryOf({ title, text }: NonNullable<Report['figures']>): string {
  return `## ${title}\n\n${text}\n`;
}

/** The job summary, in Markdown. */
export function renderSummary(report: Report): string {
  if (report.diagnosis) return `${report.diagnosis.summary}\n`;
  const words = runWords(report.language);
  const { andThen } = incidentWords(report);
  if (report.figures && failuresOf(report).length === 0) return summaryOf(report.figures);
  if (report.watched) return `## ${words.heading(false)}\n\n${watchedText(report.watched, report.language)}\n`;
  const rows = [
    ...report.filed.map(({ issue, what }) => `- ${issue === null ? '' : `**#${issue}** `}${prose(what)}`),
    ...(report.site === null ? [] : [`- ${words.siteBuilt(report.site.files.size)}`]),
    ...settledLines(report),
  ];
  const failures = failureLines(report).map((line) => `- ${inline(line, 1000)}`);
  const problems = problemsOf(report).map((it) => `- ${inline(formatProblem(it), 1000)}`);
  const advice = report.advice.map((line) => `- ${inline(line, 1000)}`);
  const { idle, listed, settled, left, stop } = report;
  const instead = insteadOf(report);
  return [
    `## ${words.heading(report.dryRun)}`,
    idle ? idleText(idle, words) : words.incidents(settled.length),
    ...(listed.length > 0 ? [words.listed(listed.length, listed.map((number) => `#${number}`).join(andThen))] : []),
    ...(problems.length > 0 ? [`### ${words.policy}`, problems.join('\n')] : []),
    ...(instead === null ? [] : [instead]),
    ...(failures.length > 0 ? [`### ${words.failures}`, failures.join('\n')] : []),
    ...(stop === null ? [] : [words.stopped[stop](left.length)]),
    ...(advice.length > 0 ? [`### ${words.advice}`, advice.join('\n')] : []),
    ...(report.notes.length > 0 ? [report.notes.map((line) => `- ${line}`).join('\n')] : []),
    ...(rows.length > 0 ? [rows.join('\n')] : idle ? [] : [words.nothing]),
  ]
    .join('\n\n')
    .slice(0, MOST_CHARACTERS)
    .concat('\n');
}

/** What a watch did, and why it ended. Times are in UTC. */
function watchedText({ from, to, looks, started, end }: Watched, language: Language | null): string {
  const words = runWords(language);
  const at = (instant: number): string =>
    shortInstant({ language: language ?? 'en', zone: 'UTC', today: from }, instant);
  return `${words.watched(at(from), at(to), looks, started)} ${words.watchEnd[end]}`;
}

/** The failures for people: one line for what happened to several incidents alike. */
export function failureLines(report: Report): readonly string[] {
  const { andThen, colon } = incidentWords(report);
  const issues = new Map<string, string[]>();
  for (const { issue, message } of failuresOf(report)) {
    const list = issues.get(message) ?? [];
    issues.set(message, issue === null ? list : [...list, `#${issue}`]);
  }
  return [...issues].map(([message, list]) =>
    list.length === 0 ? message : `${list.join(andThen)}${colon}${message}`,
  );
}

/** Which policy applies in the place of a broken one; null if it is not broken. */
export function insteadOf({ inForce, language }: Report): string | null {
  return inForce?.instead ? runWords(language).instead(inForce.instead.commit?.slice(0, 10) ?? null) : null;
}

/** A deed in a few words. */
export function describe(deed: Deed, language: Language): string {
  const { did } = runWords(language);
  const words = wordsOf(language);
  const names = (list: readonly string[]): string => list.join(words.andThen) || words.nobody;
  switch (deed.do) {
    case 'add-labels':
    case 'remove-labels':
      return did[deed.do](names(deed.labels));
    case 'assign':
    case 'unassign':
      return did[deed.do](names(deed.logins));
    case 'comment':
      return did.comment(names(deed.to));
    case 'write-card':
      return did['write-card'](deed.comment === null);
    case 'open-issue':
      return did['open-issue'](deed.title);
    case 'page':
      return `${did.page} (${deed.page.action})`;
    default:
      return did[deed.do];
  }
}

/** What was done about each incident, below its title and how it stands now; nothing of what is confidential. */
function settledLines(report: Report): string[] {
  const { confidentiality, status } = incidentWords(report);
  return report.settled.flatMap(({ situation: { incident, policy }, done }) => {
    if (done.length === 0) return [];
    const { issue, priority, kind, category } = incident;
    if (category.confidential) return [`- **#${issue.number}** ${confidentiality.hidden}`];
    const deeds = done.map((deed) => `  - ${prose(describe(deed, policy.language))} (${prose(deed.why)})`);
    const state = [kind === 'incident' ? priority.current : '', status[incident.status]].filter(Boolean).join(', ');
    return [`- **#${issue.number}** ${prose(issue.title, 80)} · ${state}`, ...deeds];
  });
}

/** One line for all that was done about a confidential incident, and one for each thing done about any other. */
function doneLines(report: Report): { issue: number; what: string; why: string }[] {
  const { hidden } = incidentWords(report).confidentiality;
  return report.settled.flatMap(({ situation: { incident, policy }, done }) => {
    if (!incident.category.confidential)
      return done.map((deed) => ({ issue: deed.issue, what: describe(deed, policy.language), why: deed.why }));
    return done.length === 0 ? [] : [{ issue: incident.issue.number, what: hidden, why: hidden }];
  });
}

/** Whatever has to do with incidents has a policy, and so a language. */
function incidentWords({ language }: Report): Words {
  return wordsOf(language ?? 'en');
}
