import type { Instant } from '../../calendar/calendar.ts';
import type { Effect } from '../../engine/effect.ts';
import type { Roles } from '../../engine/judge.ts';
import { mark, readCommentMark } from '../../engine/mark.ts';
import type { Issue } from '../../model/issue.ts';
import type { Language } from '../../model/language.ts';
import { reportLedgerOf, monthOf, type Ledger } from './ledger.ts';
import { hasWeek, WEEK } from './week.ts';
import { ledgerWordsOf } from './words.ts';

/** The kind of the mark of the comment that tells that a month is closed. */
const TOLD = 'report-told';

/** A week that is to be told in short. */
export interface WantedWeek {
  /** The day on which it is told, `YYYY-MM-DD`. */
  readonly date: string;
  readonly text: string;
  /** Logins. */
  readonly people: readonly string[];
}

/** A report as it is to be. */
export interface WantedReport {
  readonly title: string;
  /** Begins with the mark. */
  readonly body: string;
  readonly ledger: Pick<Ledger, 'month' | 'day' | 'digest' | 'isFrozen' | 'isPartial'>;
  /** The month as people read it. */
  readonly name: string;
}

/** What the plan of a report depends on besides its issues. */
export interface ReportGround {
  readonly now: Instant;
  readonly language: Language;
  readonly wanted: WantedReport;
  readonly week?: WantedWeek | null;
  /** Logins of those who are mentioned when the month is closed. */
  readonly people: readonly string[];
  /** Role in the repository by login in small letters, null for none; of whom nobody has asked yet is not in it. */
  readonly roles: Roles;
}

export type ReportPlan =
  | { readonly issue: null; readonly title: string; readonly body: string; readonly why: string }
  | {
      readonly issue: Issue;
      readonly orders: readonly { readonly issue: Issue; readonly effects: readonly Effect[] }[];
      /** Logins of those whose role must be known before anybody is mentioned. */
      readonly unknown: readonly string[];
    };

/**
 * Plans the report of a month. Of `issues` only those count that we opened and that carry its mark or its title, open or closed: a month
 * gets one report, also when people have closed it early. The oldest that is open is the report, any other a double.
 */
export function planReport(issues: readonly Issue[], ground: ReportGround): ReportPlan {
  const { wanted, language } = ground;
  const words = ledgerWordsOf(language);
  const same = issues.filter((it) => isReportOf(it, wanted) && !isDouble(it)).sort((a, b) => a.number - b.number);
  const report = same.find(({ state }) => state === 'open') ?? same[0];
  if (!report) return { issue: null, title: wanted.title, body: wanted.body, why: words.did.opened(wanted.name) };
  const { effects, unknown } = report.state === 'open' ? keep(report, ground) : { effects: [], unknown: [] };
  const doubles = same
    .filter((it) => it !== report && it.state === 'open')
    .map(({ id, number }): Effect => {
      const why = words.did.duplicate(number);
      return { issue: report.number, do: 'close-duplicate', target: id, of: report.id, isSelf: false, why };
    });
  const all = [...effects, ...doubles];
  return { issue: report, orders: all.length > 0 ? [{ issue: report, effects: all }] : [], unknown };
}

/** Whether an issue is the report of a month: by its mark, or where somebody has taken that away, by its title. */
export function isReportOf(issue: Issue, { ledger: { month }, title }: WantedReport): boolean {
  const marked = monthOf(issue);
  return marked === null ? issue.own && issue.title === title : marked === month;
}

function isDouble({ timeline }: Issue): boolean {
  const last = timeline.findLast(({ kind }) => kind === 'closed' || kind === 'reopened');
  return last?.kind === 'closed' && last.own && last.reason === 'duplicate';
}

/**
 * Whether it is due to be written: it says something else than it is to, and has not been written on the same day. What lacked something is
 * written anew as soon as nothing is lacking.
 */
export function isDue(issue: Issue, { ledger: wanted }: Pick<WantedReport, 'ledger'>): boolean {
  const written = reportLedgerOf(issue);
  if (written === null) return true;
  if (written.isFrozen) return false;
  if (wanted.isFrozen) return true;
  const isMended = written.isPartial && !wanted.isPartial;
  return isMended || (written.digest !== wanted.digest && written.day !== wanted.day);
}

/** Brings it up to date; at the end of its month for good, with a word to those who wait for it, and closes it. */
function keep(
  issue: Issue,
  { language, wanted, week = null, people, roles }: ReportGround,
): { readonly effects: readonly Effect[]; readonly unknown: readonly string[] } {
  const { number, timeline } = issue;
  const { did, told: tell } = ledgerWordsOf(language);
  const { isFrozen } = wanted.ledger;
  const why = isFrozen ? did.frozen(wanted.name) : did.edited(wanted.name);
  const edit: Effect[] = isDue(issue, wanted) ? [{ issue: number, do: 'edit-issue', body: wanted.body, why }] : [];
  const reachable = (logins: readonly string[]) => logins.filter((login) => roles.get(login.toLowerCase()) !== null);
  const unasked = (logins: readonly string[]) => logins.filter((login) => roles.get(login.toLowerCase()) === undefined);
  const mentionsOf = (logins: readonly string[]): string => logins.map((login) => `@${login} `).join('');
  if (!isFrozen && week && !hasWeek(issue, week.date)) {
    const to = reachable(week.people);
    const body = `${mark(WEEK, number, { week: week.date })}\n${mentionsOf(to)}${week.text}`;
    const effects: Effect[] = [...edit, { issue: number, do: 'comment', keys: [], to, body, why: did.week }];
    return { effects, unknown: unasked(week.people) };
  }
  // Whoever opens it again once it was closed wants it so.
  if (!isFrozen || timeline.some((it) => it.kind === 'closed' && it.own)) return { effects: edit, unknown: [] };
  const isTold = timeline.some((it) => it.kind === 'commented' && readCommentMark(TOLD, number, it.comment) !== null);
  const wantsWord = people.length > 0 && !isTold;
  const to = reachable(people);
  const comment: Effect = {
    issue: number,
    do: 'comment',
    keys: [],
    to,
    body: `${mark(TOLD, number, { month: wanted.ledger.month })}\n${mentionsOf(to)}${tell(wanted.name)}`,
    why: did.told(wanted.name),
  };
  return {
    unknown: wantsWord ? unasked(people) : [],
    effects: [
      ...edit,
      ...(wantsWord ? [comment] : []),
      { issue: number, do: 'close', reason: 'completed', why: did.closed(wanted.name) },
    ],
  };
}
