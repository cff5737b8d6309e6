import { apply } from './apply.ts';
import type { GitHub, GitHubError, LabelLooks } from './github/port.ts';
import type { Issue } from './incident/issue.ts';
import { assess, decide, type Ground } from './plan/decide.ts';
import type { Effect } from './plan/effect.ts';
import type { Situation } from './plan/situation.ts';

/** What a run did about one incident. */
export interface Settled {
  readonly situation: Situation;
  readonly done: readonly Effect[];
  readonly failures: readonly string[];
  readonly alarms: readonly string[];
  /** GitHub asks to stop: nothing more can be done in this run. */
  readonly halted: boolean;
}

/** More rounds than any incident needs: tell, record, and one for each answer that was lost on the way. */
const MOST_ROUNDS = 8;

/**
 * Decides and carries out, until nothing is left to do for this incident. Roles that a decision needs are asked for; an
 * answer that was lost is made up for by reading the issue again, so that nothing is done twice.
 */
export async function settle(
  github: GitHub,
  start: Issue,
  ground: Ground,
  looks: LabelLooks,
  dryRun: boolean,
): Promise<Settled> {
  const roles = new Map(ground.knowledge.roles);
  const unanswered = new Set<string>();
  const refused = new Set<string>();
  const done: Effect[] = [];
  const failures: string[] = [];
  const alarms = new Set<string>();
  let issue = start;

  const current = (): Ground => ({ ...ground, knowledge: { ...ground.knowledge, roles } });
  const end = (halted: boolean): Settled => ({
    situation: assess(issue, current()),
    done,
    failures: [...new Set(failures)],
    alarms: [...alarms],
    halted,
  });

  for (let round = 0; round < MOST_ROUNDS;) {
    const decision = decide(issue, current());
    const unknown = decision.unknown.filter((login) => !unanswered.has(login));
    if (unknown.length > 0) {
      for (const login of unknown) {
        try {
          roles.set(login, await github.roleOf(login));
        } catch (error) {
          // Who cannot be judged now is judged by a later run; whom a page is for is taken to be reachable.
          unanswered.add(login);
          failures.push(messageOf(error));
        }
      }
      continue;
    }
    for (const alarm of decision.alarms) alarms.add(alarm);
    const effects = decision.plan.effects.filter((effect) => !refused.has(JSON.stringify(effect)));
    if (effects.length === 0) return end(false);

    round += 1;
    const applied = await apply(github, issue, effects, looks, ground.now, dryRun);
    issue = applied.issue;
    done.push(...applied.done);
    for (const { effect, error } of applied.refused) {
      refused.add(JSON.stringify(effect));
      failures.push(error.message);
    }
    if (applied.refused.some(({ error }) => error.trouble === 'rate-limited')) return end(true);
    if (applied.uncertain) {
      const again = await reread(github, issue, applied.uncertain, failures);
      if (again === 'no answer') return end(true);
      if (again === null) return end(false);
      issue = again;
    }
  }
  failures.push(`Incident #${issue.number} did not settle; the next run goes on with it.`);
  return end(false);
}

/** The issue as it is after a lost answer; null if it is gone. If GitHub does not answer at all, the run had better stop. */
async function reread(
  github: GitHub,
  issue: Issue,
  lost: GitHubError,
  failures: string[],
): Promise<Issue | null | 'no answer'> {
  try {
    return await github.readIssue(issue.id);
  } catch {
    failures.push(`${lost.message} What was asked for may or may not have happened; the next run finds out.`);
    return 'no answer';
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
