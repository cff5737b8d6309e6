import { notRefused, type Effect } from '../engine/effect.ts';
import { isUnanswered } from '../github/port.ts';
import { messageOf } from '../model/error.ts';
import type { Issue } from '../model/issue.ts';
import { apply } from './apply.ts';
import type { Run } from './context.ts';
import { imagined } from './imagined.ts';
import type { Report } from './report.ts';
import { settle, type Carried, type Settling } from './settle.ts';
import { runWords } from './words.ts';

/** One round opens the issue, one tells and rewrites; further ones make up for answers that were lost. */
const MOST_ROUNDS = 4;

/** The issue is to be opened. */
interface Opening {
  readonly issue: null;
  readonly title: string;
  readonly body: string;
  readonly why: string;
}

/** What is to be done about the issue that is there. */
interface Changes {
  readonly issue: Issue;
  /** What is to be done on which issue, in order. */
  readonly orders: readonly { readonly issue: Issue; readonly effects: readonly Effect[] }[];
  /** Logins of those whose role must be known before that can be said. */
  readonly unknown: readonly string[];
}

/** An issue that we open ourselves and keep true, of which there is to be one: who is on call, the agenda of a meeting. */
export interface KeptIssue {
  readonly label: string;
  /** What is to be done, by those that there are. */
  readonly planFor: (issues: readonly Issue[]) => Opening | Changes;
  /** Looks for it again where nobody knows whether it was opened. */
  readonly find: () => Promise<readonly Issue[]>;
  /** What the report calls an effect, and the opening, which is none. */
  readonly kindOf: (effect: Effect | null) => NonNullable<Report['filed'][number]['do']>;
}

/** Such issues, as far as the run knows. */
interface Known {
  readonly issues: readonly Issue[];
  /** One was opened in this run: to open it once more might be once too often. */
  readonly isOpened: boolean;
  /** A whole plan was carried out. The next would do more than a run should. */
  readonly isDone: boolean;
}

/**
 * Opens such an issue, or brings it up to date. `start` gives what is to be kept, and those that there are; `failed` is what the report says
 * of what failed. What was done, or in a dry run
 * would be, and what failed is added to the report; throws nothing, since the incidents of the run have been dealt with.
 */
export async function keepIssue(
  run: Run,
  failed: (why: string) => string,
  start: () => Promise<{ readonly kept: KeptIssue; readonly issues: readonly Issue[] }>,
): Promise<void> {
  const { github, policy, now, report, inputs } = run;
  const { lost: lostWords } = runWords(policy.language);
  let at: number | null = null;

  function fail(why: string): void {
    const message = failed(why);
    if (!report.failures.some((it) => it.issue === at && it.message === message))
      report.failures.push({ issue: at, message });
  }

  try {
    const { kept, issues } = await start();
    const { label, planFor, find, kindOf } = kept;
    const note = (issue: number | null, effect: Effect | null, what: string): void =>
      void report.filed.push({ issue, do: kindOf(effect), what });

    /** Opens the issue and reads it. If nobody knows whether it was opened, looks whether it was. */
    const open = async ({ title, body, why }: Opening, before: readonly Issue[]): Promise<Carried<Known>> => {
      const opened = (issue: Issue | null, all: readonly Issue[]): Carried<Known> => {
        note(issue && numberOf(issue), null, why);
        return { subject: { issues: all, isOpened: true, isDone: false }, refused: [], lost: null };
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
        const found = await find();
        const { issue } = planFor(found);
        // The next run knows better.
        if (issue === null) throw new Error(lostWords(error.message), { cause: error });
        return opened(issue, found);
      }
    };

    const change = async ({ orders }: Changes, before: readonly Issue[]): Promise<Carried<Known>> => {
      const all = new Map(before.map((it) => [it.id, it]));
      const results = [];
      for (const { issue, effects } of orders) {
        const result = await apply(run, issue, effects);
        for (const effect of result.done) note(numberOf(issue), effect, effect.why);
        all.set(issue.id, result.issue);
        results.push(result);
      }
      const lost = results.find((it) => it.lost !== null)?.lost ?? null;
      return {
        subject: { issues: [...all.values()], isOpened: true, isDone: lost === null },
        refused: results.flatMap(({ refused }) => refused),
        lost,
      };
    };

    const settling: Settling<Known, Opening | Changes> = {
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
        const { issue } = planFor(issues);
        const again = issue && (await github.readIssue(issue.id));
        return { ...rest, issues: [...issues.filter(({ id }) => id !== issue?.id), ...(again ? [again] : [])] };
      },
    };
    const { end, lost } = await settle(settling, { issues, isOpened: false, isDone: false }, run);
    if (end === 'unsettled' && lost) fail(lostWords(lost.message));
  } catch (error) {
    fail(messageOf(error));
  }
}

/** What a dry run would have opened has no number. */
function numberOf({ number }: Issue): number | null {
  return number === 0 ? null : number;
}
