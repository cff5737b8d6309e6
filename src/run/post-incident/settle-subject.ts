import { withDigestsOf } from '../../engine/digest.ts';
import type { Effect } from '../../engine/effect.ts';
import type { Issue } from '../../model/issue.ts';
import type { Decision } from '../../post-incident/decide.ts';
import { closedUnread } from '../../post-incident/action-items/items.ts';
import type { Closed } from '../../post-incident/record.ts';
import type { Editors } from '../../post-incident/post-mortem/team.ts';
import type { Subject } from '../../post-incident/subject.ts';
import { GitHubError } from '../../github/port.ts';
import { subjectWordsOf } from '../../post-incident/words.ts';
import { apply, type Applied } from '../apply.ts';
import { isOver } from '../budget.ts';
import type { Run } from '../context.ts';
import { settle, type Settling } from '../settle.ts';
import { runWords } from '../words.ts';

/** Tell, record, and one for each answer that was lost on the way. */
const MOST_ROUNDS = 8;

/** The most closed action items that are asked about in one request. */
const MOST_ASKED = 100;

/** What a run has asked GitHub about subjects; filled while it goes on. */
export interface Asked {
  /** Who has changed the texts, by the number of the issue. */
  readonly editors: Map<number, Editors>;
  /** How action items were closed, by the node id of their issue. */
  readonly closings: Map<string, Closed>;
}

/** Nothing has been asked yet. */
export const nothingAsked = (): Asked => ({ editors: new Map(), closings: new Map() });

/** Asks who has changed a text. What GitHub does not tell this token it will not tell the next run either; anything else may pass. */
export async function askEditors({ github }: Run, { id, number }: Issue, { editors }: Asked): Promise<void> {
  try {
    editors.set(number, await github.editorsOf(id));
  } catch (error) {
    if (!(error instanceof GitHubError) || (error.trouble !== 'no-permission' && error.trouble !== 'rejected'))
      throw error;
    editors.set(number, 'unknown');
  }
}

/** A subject as it stands once all has been done. */
export interface SettledSubject<S> {
  /** Null for an issue that is none. */
  readonly subject: S | null;
  /** What failed, and will again until somebody has changed something. */
  readonly stands: readonly string[];
}

/** Does what is due about one subject. What fails is on the report. Throws what reading GitHub throws. */
export async function settleSubject<S extends Subject>(
  run: Run,
  start: Issue,
  asked: Asked,
  decide: (issue: Issue, refused: readonly Effect[]) => Decision<S> | null,
): Promise<SettledSubject<S>> {
  const { github, report, policy } = run;
  const { number } = start;
  const stands = new Set<string>();
  const fail = (message: string, isStanding = false): void => {
    if (isStanding) stands.add(message);
    else if (!report.failures.some((it) => it.issue === number && it.message === message))
      report.failures.push({ issue: number, message });
  };
  const last: { decision: Decision<S> | null } = { decision: null };

  const settling: Settling<Issue, readonly Effect[]> = {
    mostRounds: MOST_ROUNDS,
    fail,
    decide(issue, refused) {
      last.decision = decide(issue, refused);
      const { effects = [], unknown = [] } = last.decision ?? {};
      return { plan: effects.length === 0 ? null : effects, unknown };
    },
    async carryOut(issue, effects) {
      const applied = await apply(run, issue, effects);
      for (const { do: kind, why } of applied.done)
        if (kind !== 'write-card') report.filed.push({ issue: number, do: 'follow-up', what: why });
      return { ...applied, refused: [...applied.refused, ...dropped(applied, run)], subject: applied.issue };
    },
    async read(issue, lost) {
      if (!isOver(run)) {
        const again = await github.readIssue(issue.id);
        return again && withDigestsOf(again, issue);
      }
      fail(runWords(policy.language).lost(lost.message));
      return null;
    },
  };
  let settlement = await settle(settling, start, run);
  if (last.decision?.wantsEditors) {
    await askEditors(run, start, asked);
    settlement = await settle(settling, settlement.subject, run);
  }
  const unread = last.decision
    ? closedUnread(last.decision.items, last.decision.subject.record.done).slice(0, MOST_ASKED)
    : [];
  if (unread.length > 0 && settlement.end === 'settled' && !run.inputs.dryRun) {
    const closings = await github.closingsOf(unread.map(({ id }) => id));
    for (const [id, closing] of closings) asked.closings.set(id, closing);
    if (closings.size > 0) settlement = await settle(settling, settlement.subject, run);
  }
  if (settlement.end === 'halted') report.stop ??= 'asked';
  if (settlement.end === 'unsettled') fail(runWords(policy.language).unsettled(number));
  return { subject: last.decision?.subject ?? null, stands: [...stands] };
}

/** The assignments that GitHub dropped without a word, as it does with an account that is gone. */
function dropped({ issue, done }: Applied, { policy }: Run): Applied['refused'] {
  const { tell } = subjectWordsOf(policy.language);
  const assigned = new Set(
    issue.timeline.map((event) => (event.kind === 'assigned' ? event.assignee?.toLowerCase() : undefined)),
  );
  return done.flatMap((effect) =>
    effect.do === 'assign' &&
    effect.target === undefined &&
    !effect.logins.some((login) => assigned.has(login.toLowerCase()))
      ? [{ effect, error: new GitHubError('impossible', tell.unassigned(effect.logins.join(', '))) }]
      : [],
  );
}
