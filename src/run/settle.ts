import { apply } from './apply.ts';
import type { GitHub, GitHubError, LabelLooks } from '../github/port.ts';
import { messageOf } from '../model/error.ts';
import type { Issue } from '../model/issue.ts';
import { knownLabels, spell } from '../capabilities/membership/spelling.ts';
import { assess, decide, type Ground } from '../capabilities/decide.ts';
import type { Notifier, Page } from '../notify/message.ts';
import type { Attempted, Pager } from '../notify/send.ts';
import type { Effect } from '../engine/effect.ts';
import { pageKey } from '../capabilities/notification/paging.ts';
import type { Situation } from '../capabilities/situation.ts';

/** What a run did about one incident. */
export interface Settled {
  readonly situation: Situation;
  readonly done: readonly Effect[];
  readonly failures: readonly string[];
  readonly alarms: readonly string[];
  /** GitHub asks to stop: nothing more can be done in this run. */
  readonly halted: boolean;
}

/** What a run has found out about people so far, for all of its incidents. */
export interface Directory {
  /** See `Knowledge.roles`. */
  readonly roles: Map<string, string | null>;
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
  directory: Directory,
  looks: LabelLooks,
  dryRun: boolean,
  pager: Pick<Pager, 'sendFirst'>,
): Promise<Settled> {
  const { roles } = directory;
  const pages = new Map<string, Attempted>();
  const page = async (one: Page, notifiers: readonly Notifier[]): Promise<void> => {
    pages.set(pageKey(one), await pager.sendFirst(notifiers, one));
  };
  const known = knownLabels(ground.policy, ground.knowledge.incidentLabel);
  const unanswered = new Set<string>();
  const refused = new Set<string>();
  const done: Effect[] = [];
  const failures: string[] = [];
  const alarms = new Set<string>();
  let issue = spell(start, known);

  const current = (): Ground => ({ ...ground, pages, knowledge: { ...ground.knowledge, roles } });
  const end = (halted: boolean): Settled => ({
    situation: assess(issue, current()),
    done,
    failures: [...new Set(failures)],
    alarms: [...alarms],
    halted,
  });

  for (let round = 0; round < MOST_ROUNDS;) {
    const decision = decide(issue, current(), refused);
    const unknown = decision.unknown.filter((login) => !unanswered.has(login));
    if (unknown.length > 0) {
      for (const login of unknown) {
        try {
          roles.set(login.toLowerCase(), await github.roleOf(login));
        } catch (error) {
          // Who cannot be judged now is judged by a later run; whom a page is for is taken to be reachable.
          unanswered.add(login);
          failures.push(messageOf(error));
        }
      }
      continue;
    }
    for (const alarm of decision.alarms) alarms.add(alarm);
    const { effects } = decision;
    if (effects.length === 0) return end(false);

    round += 1;
    // A dry run wakes nobody, and goes on as if it had.
    for (const effect of dryRun ? effects : [])
      if (effect.do === 'page') pages.set(pageKey(effect.page), { by: '', tried: [] });
    const applied = await apply(github, issue, effects, looks, ground.now, dryRun, page);
    issue = applied.issue;
    done.push(...applied.done);
    for (const { effect, error } of applied.refused) {
      refused.add(JSON.stringify(effect));
      failures.push(error.message);
    }
    if (applied.refused.some(({ error }) => error.trouble === 'rate-limited')) return end(true);
    if (applied.uncertain) {
      const again = await reread(github, issue, applied.uncertain, failures);
      if (again === null) return end(false);
      issue = spell(again, known);
    }
  }
  failures.push(`Incident #${issue.number} did not settle; the next run goes on with it.`);
  return end(false);
}

/** The issue as it is after a lost answer; null if it is gone, or if GitHub does not tell, and then the next run finds out. */
async function reread(github: GitHub, issue: Issue, lost: GitHubError, failures: string[]): Promise<Issue | null> {
  try {
    return await github.readIssue(issue.id);
  } catch {
    failures.push(`${lost.message} What was asked for may or may not have happened; the next run finds out.`);
    return null;
  }
}
