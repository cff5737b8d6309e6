import type { Meeting } from '../../capabilities/review/meetings.ts';
import { notRefused } from '../../engine/effect.ts';
import { isUnanswered } from '../../github/port.ts';
import { messageOf } from '../../model/error.ts';
import type { Issue } from '../../model/issue.ts';
import { planAgenda, type AgendaPlan } from '../../post-incident/agenda/plan.ts';
import { agendaWordsOf } from '../../post-incident/agenda/words.ts';
import { apply } from '../apply.ts';
import type { Run } from '../context.ts';
import { imagined } from '../imagined.ts';
import { readAgenda } from './read-agenda.ts';
import { settle, type Carried, type Settling } from '../settle.ts';
import { runWords } from '../words.ts';

/** One round opens the agenda, one writes the facts and closes the last; further ones make up for answers that were lost. */
const MOST_ROUNDS = 4;

/** Agendas, as far as the run knows. */
interface Agendas {
  readonly issues: readonly Issue[];
  /** One was opened in this run: to open it once more might be once too often. */
  readonly isOpened: boolean;
  /** A whole plan was carried out. */
  readonly isDone: boolean;
}

type Opening = Extract<AgendaPlan, { issue: null }>;
type Changes = Extract<AgendaPlan, { issue: Issue }>;

/**
 * Gives a meeting its agenda, keeps the facts in it true, and closes the last one. What was done, or in a dry run would be, and what failed is
 * added to the report; throws nothing, since the incidents of the run have been dealt with.
 */
export async function prepareAgenda(run: Run, meeting: Meeting): Promise<void> {
  const { github, policy, now, knowledge, report, inputs } = run;
  const label = policy.labels.review;
  const { did: words } = agendaWordsOf(policy.language);
  const { lost: lostWords } = runWords(policy.language);
  let at: number | null = null;

  function fail(why: string): void {
    const message = words.failed(why);
    if (!report.failures.some((it) => it.issue === at && it.message === message))
      report.failures.push({ issue: at, message });
  }

  const note = (issue: number | null, what: string): void =>
    void report.filed.push({ issue, do: 'prepare-review', what });

  try {
    const { facts, agendas } = await readAgenda(run, meeting);
    const people = policy.review?.people ?? [];
    const planFor = (issues: readonly Issue[]): AgendaPlan =>
      planAgenda(issues, { now, policy, meeting, facts, people, roles: knowledge.roles });

    /** Opens the agenda and reads it. If nobody knows whether it was opened, looks whether it was. */
    const open = async ({ title, body, why }: Opening, before: readonly Issue[]): Promise<Carried<Agendas>> => {
      const opened = (issue: Issue | null, issues: readonly Issue[]): Carried<Agendas> => {
        note(issue === null ? null : numberOf(issue), why);
        return { subject: { issues, isOpened: true, isDone: false }, refused: [], lost: null };
      };
      if (inputs.dryRun) {
        const issue = imagined(title, body, label, now);
        return opened(issue, [...before, issue]);
      }
      try {
        const { id } = await github.openIssue(title, body, [label], run.looks);
        const issue = await github.readIssue(id);
        return opened(issue, [...before, ...(issue ? [issue] : [])]);
      } catch (error) {
        if (!isUnanswered(error)) throw error;
        const issues = await github.latestOwnIssues([label]);
        const { issue } = planFor(issues);
        // The next run knows better.
        if (issue === null) throw new Error(lostWords(error.message), { cause: error });
        return opened(issue, issues);
      }
    };

    const change = async ({ issue, orders }: Changes, before: readonly Issue[]): Promise<Carried<Agendas>> => {
      const all = new Map(before.map((it) => [it.id, it]));
      const results = [];
      for (const order of orders) {
        const result = await apply(run, order.issue, order.effects);
        for (const { why } of result.done) note(numberOf(issue), why);
        all.set(order.issue.id, result.issue);
        results.push(result);
      }
      const lost = results.find((it) => it.lost !== null)?.lost ?? null;
      return {
        subject: { issues: [...all.values()], isOpened: true, isDone: lost === null },
        refused: results.flatMap(({ refused }) => refused),
        lost,
      };
    };

    const settling: Settling<Agendas, Opening | Changes> = {
      mostRounds: MOST_ROUNDS,
      fail,
      decide({ issues, isOpened, isDone }, refused) {
        const plan = planFor(issues);
        if (isDone || (plan.issue === null && isOpened)) return { plan: null, unknown: [] };
        if (plan.issue === null) return { plan, unknown: [] };
        at = numberOf(plan.issue);
        const orders = plan.orders
          .map(({ issue, effects }) => ({ issue, effects: notRefused(effects, refused) }))
          .filter(({ effects }) => effects.length > 0);
        return { plan: orders.length === 0 ? null : { ...plan, orders }, unknown: plan.unknown };
      },
      carryOut: ({ issues }, plan) => (plan.issue === null ? open(plan, issues) : change(plan, issues)),
      // To close the others once more does no harm.
      async read({ issues, ...rest }) {
        const { issue: agenda } = planFor(issues);
        const again = agenda && (await github.readIssue(agenda.id));
        return { ...rest, issues: [...issues.filter(({ id }) => id !== agenda?.id), ...(again ? [again] : [])] };
      },
    };
    const { end, lost } = await settle(settling, { issues: agendas, isOpened: false, isDone: false }, run);
    if (end === 'unsettled' && lost) fail(lostWords(lost.message));
  } catch (error) {
    fail(messageOf(error));
  }
}

/** What a dry run would have opened has no number. */
function numberOf({ number }: Issue): number | null {
  return number === 0 ? null : number;
}
