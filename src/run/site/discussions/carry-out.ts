import type { StatusPagePolicy } from '../../../capabilities/status-page/policy.ts';
import type { Discussions, Forum } from '../../../github/discussions.ts';
import { GitHubError, isUnanswered } from '../../../github/port.ts';
import { isOver } from '../../budget.ts';
import type { Run } from '../../context.ts';
import { performStep, requestWeightOf } from './perform.ts';
import type { DiscussionStep } from './plan.ts';
import { discussionWords } from './words.ts';

/** So many requests write in a run, a second apart each; the next run goes on. */
const MOST_WRITES = 60;

/** After so many refusals for want of a right nothing more is tried. */
const MOST_REFUSALS = 3;

/** What became of the steps. */
interface Carried {
  /** The ids of what the next run has to go on with. */
  readonly unfinished: ReadonlySet<string>;
  /** The answer that was lost: all must be read again before anything else is decided. */
  readonly lost: GitHubError | null;
}

/**
 * Carries steps out, in order; a dry run only notes them. What fails holds up what comes after it of the same incident, and no other:
 * unless the token may not, or GitHub asks to stop. `advise` is told what somebody must change.
 */
export async function carryOutInDiscussions(
  run: Run,
  page: Pick<StatusPagePolicy, 'languages'>,
  {
    discussions,
    forum,
    steps,
  }: { readonly discussions: Discussions; readonly forum: Forum; readonly steps: readonly DiscussionStep[] },
  advise: (line: string) => void,
): Promise<Carried> {
  const { report, inputs, policy } = run;
  const words = discussionWords(policy.language);
  const unfinished = new Set<string>();
  const stuck = new Set<string>();
  let room = MOST_WRITES;
  let refusals = 0;
  const leave = (from: number): void => {
    for (const step of steps.slice(from)) unfinished.add(entryOf(step));
  };
  for (const [i, step] of steps.entries()) {
    const entry = entryOf(step);
    if (stuck.has(entry)) continue;
    if (step.do === 'comment' && step.thread.isLocked) {
      advise(words.locked(step.thread.number));
      stuck.add(entry);
      continue;
    }
    room -= requestWeightOf(step);
    if (!inputs.dryRun && ((room < 0 && i > 0) || isOver(run))) {
      advise(words.left);
      leave(i);
      break;
    }
    try {
      if (!inputs.dryRun) await performStep(discussions, forum, step);
      report.filed.push({ issue: null, do: 'tell-subscribers', what: whatOf(step, page, words) });
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      if (isUnanswered(error)) return { unfinished, lost: error };
      if (error.trouble === 'no-permission' && !/locked/i.test(error.message)) {
        advise(words.noRight);
        stuck.add(entry);
        refusals += 1;
        // Words of another account of ours may be beyond the token, and nothing else is.
        if (step.do === 'open' || step.do === 'comment' || refusals === MOST_REFUSALS) break;
        continue;
      }
      if (error.trouble === 'rate-limited' || error.trouble === 'bad-token') {
        advise(words.failed(error.message));
        leave(i);
        break;
      }
      stuck.add(entry);
      // What was deleted meanwhile is not there when it is looked for next.
      if (error.trouble === 'not-found') unfinished.add(entry);
      advise(words.refused(error.message));
    }
  }
  return { unfinished, lost: null };
}

/** The id of what a step is about. */
function entryOf(step: DiscussionStep): string {
  return 'entry' in step ? step.entry.id : step.about;
}

function whatOf(
  step: DiscussionStep,
  { languages }: Pick<StatusPagePolicy, 'languages'>,
  { did }: ReturnType<typeof discussionWords>,
): string {
  if (!('entry' in step)) return step.why === 'double' ? did.double : did.delete;
  const title = step.entry.title[languages[0]!];
  switch (step.do) {
    case 'open':
    case 'comment':
      return did[step.do](title);
    default:
      return did.edit(title);
  }
}
