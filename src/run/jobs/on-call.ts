import { planPublication, type PublicationPlan } from '../../capabilities/on-call/publication.ts';
import { oncallWordsOf } from '../../capabilities/on-call/words.ts';
import { notRefused } from '../../engine/effect.ts';
import { isUnanswered } from '../../github/port.ts';
import { messageOf } from '../../model/error.ts';
import type { Issue } from '../../model/issue.ts';
import { apply } from '../apply.ts';
import type { Run } from '../context.ts';
import { imagined } from '../imagined.ts';
import { settle, type Carried, type Settling } from '../settle.ts';
import { runWords } from '../words.ts';

/** One round opens the issue, one tells and rewrites; further ones make up for answers that were lost. */
const MOST_ROUNDS = 4;

/** Issues that publish who is on call, or seem to. */
interface Publication {
  readonly issues: readonly Issue[];
  /** The issue was opened in this run: to open it once more might be once too often. */
  readonly isOpened: boolean;
  /** A whole plan was carried out. The next would delete more comments than a run should. */
  readonly isDone: boolean;
}

type Opening = Extract<PublicationPlan, { issue: null }>;
type Changes = Extract<PublicationPlan, { issue: Issue }>;

/**
 * Publishes on a scheduled run who is on call in an issue of its own, and tells there those whose shift has begun. What was done,
 * or in a dry run would be, and what failed is added to the report; throws nothing, since the incidents of the run have been dealt
 * with.
 */
export async function publishOnCall(run: Run): Promise<void> {
  const { github, repository, policy, now, knowledge, trigger, report } = run;
  // GitHub was asked to wait where incidents are left: the publication would only be refused as well.
  if (trigger.kind !== 'sweep' || !policy.publishOnCall || report.stop !== null) return;
  const label = policy.labels.onCall;
  const { did: words } = oncallWordsOf(policy.language);
  const { lost: lostWords } = runWords(policy.language);
  const planFor = (issues: readonly Issue[]): PublicationPlan =>
    planPublication(issues, { now, policy, repository, roles: knowledge.roles });
  let at: number | null = null;

  function fail(why: string): void {
    const message = words.failed(why);
    if (!report.failures.some((it) => it.issue === at && it.message === message))
      report.failures.push({ issue: at, message });
  }

  const settling: Settling<Publication, Opening | Changes> = {
    mostRounds: MOST_ROUNDS,
    fail,
    decide({ issues, isOpened, isDone }, refused) {
      const plan = planFor(issues);
      if (isDone || (plan.issue === null && isOpened)) return { plan: null, unknown: [] };
      if (plan.issue === null) return { plan, unknown: [] };
      at = numberOf(plan.issue);
      const effects = notRefused(plan.effects, refused);
      return { plan: effects.length === 0 ? null : { ...plan, effects }, unknown: plan.unknown };
    },
    async carryOut({ issues }, plan) {
      return plan.issue === null ? open(plan) : change(plan, issues);
    },
    async read({ issues: [issue, ...others], ...rest }) {
      const again = await github.readIssue(issue!.id);
      return { ...rest, issues: [...(again ? [again] : []), ...others] };
    },
  };

  /** Opens the issue and reads it. If nobody knows whether it was opened, looks whether it was. */
  async function open({ title, body, why }: Opening): Promise<Carried<Publication>> {
    const opened = (issues: readonly Issue[]): Carried<Publication> => {
      report.filed.push({ issue: issues[0] ? numberOf(issues[0]) : null, do: 'publish-on-call', what: why });
      return { subject: { issues, isOpened: true, isDone: false }, refused: [], lost: null };
    };
    if (run.inputs.dryRun) return opened([imagined(title, body, label, now)]);
    try {
      const { id } = await github.openIssue(title, body, [label], run.looks);
      return opened([await github.readIssue(id)].flatMap((it) => it ?? []));
    } catch (error) {
      if (!isUnanswered(error)) throw error;
      const issues = await github.ownIssues(label);
      // The next run knows better.
      if (planFor(issues).issue === null) throw new Error(lostWords(error.message), { cause: error });
      return opened(issues);
    }
  }

  async function change({ issue, effects }: Changes, issues: readonly Issue[]): Promise<Carried<Publication>> {
    const { done, refused, lost, issue: changed } = await apply(run, issue, effects);
    for (const effect of done) {
      const kind = effect.do === 'comment' ? 'tell-shift' : 'publish-on-call';
      report.filed.push({ issue: at, do: kind, what: effect.why });
    }
    const others = issues.filter(({ id }) => id !== issue.id);
    return { subject: { issues: [changed, ...others], isOpened: true, isDone: lost === null }, refused, lost };
  }

  try {
    const start = { issues: await github.ownIssues(label), isOpened: false, isDone: false };
    const { end, lost } = await settle(settling, start, run);
    if (end === 'unsettled' && lost) fail(lostWords(lost.message));
  } catch (error) {
    fail(messageOf(error));
  }
}

/** What a dry run would have opened has no number. */
function numberOf({ number }: Issue): number | null {
  return number === 0 ? null : number;
}
