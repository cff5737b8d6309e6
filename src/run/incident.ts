import { decide, situationOf, type Ground, type Plan } from '../capabilities/decide.ts';
import { labelKinds } from '../capabilities/label-kinds.ts';
import { knownLabels, spell } from '../capabilities/membership/spelling.ts';
import { pageKey } from '../capabilities/notification/page.ts';
import type { Looked, Neighbours } from '../capabilities/situation.ts';
import { isCurrent, readIncident, type IncidentReading } from '../capabilities/reading.ts';
import { withDigestsOf } from '../engine/digest.ts';
import { lostLabels } from '../engine/held.ts';
import type { Issue } from '../model/issue.ts';
import type { Attempted } from '../notify/send.ts';
import { apply } from './apply.ts';
import type { Run } from './context.ts';
import type { Deed, Settled } from './report.ts';
import { settle, type Settling } from './settle.ts';
import { isOver } from './budget.ts';
import { runWords } from './words.ts';

/** Tell, look up, record, and one for each answer that was lost on the way. */
const MOST_ROUNDS = 12;

/** What a run adds to a timeline is among its last entries. */
const RECENT = 200;

/**
 * Does what is due about one incident. It is read anew only when its issue has changed, or somebody is known now whose act could
 * not be judged before. `incidents` are those of the run; `looks` is whether what is outside of the incident is looked at. Throws if the incident cannot be decided on.
 */
export async function settleIncident(
  run: Run,
  start: IncidentReading,
  incidents: Neighbours,
  { looks = false }: { readonly looks?: boolean } = {},
): Promise<Settled> {
  const { github, now, policy, repository, knowledge, inputs, pager } = run;
  const words = runWords(policy.language);
  const known = knownLabels(policy, inputs.label);
  const kinds = labelKinds(policy);
  const pages = new Map<string, Attempted>();
  const looked = new Map<number, Looked>();
  // What we did a moment ago is past, not to come.
  const groundOf = ({ timeline }: Issue): Ground => ({
    now: Math.max(now, ...timeline.slice(-RECENT).map(({ at }) => at)),
    policy,
    repository,
    knowledge,
    pages,
    incidents,
    watchedUntil: run.watchedUntil,
    looked: looks ? looked : null,
  });
  const done: Deed[] = [];
  const failures = new Set<string>();
  const standing = new Set<string>();

  let reading = start;
  const readingOf = (issue: Issue): IncidentReading =>
    isCurrent(reading, issue, knowledge) ? reading : (reading = readIncident(issue, groundOf(issue)));

  const gone = (lost: Error): null => {
    failures.add(words.lost(lost.message));
    return null;
  };

  const settling: Settling<Issue, Plan> = {
    mostRounds: MOST_ROUNDS,
    fail: (message, stands = false) => void (stands ? standing : failures).add(message),
    decide: (issue, refused) => decide(readingOf(issue), groundOf(issue), refused),
    async carryOut(issue, plan) {
      if ('write' in plan) {
        const applied = await apply(run, issue, plan.write);
        done.push(...applied.done);
        return { ...applied, subject: applied.issue };
      }
      if ('look' in plan) {
        const { lookUpChanges } = await import('./changes/look.ts');
        const result = await lookUpChanges(run, situationOf(readingOf(issue), groundOf(issue)), plan.look);
        looked.set(issue.number, { ...looked.get(issue.number), ...result });
        return { subject: issue, refused: [], lost: null };
      }
      for (const due of plan.send) {
        // A dry run wakes nobody, and goes on as if it had.
        const attempted = inputs.dryRun ? { by: '', tried: [] } : await pager.sendFirst(due.notifiers, due.page);
        pages.set(pageKey(due.page), attempted);
        done.push(due);
      }
      return { subject: issue, refused: [], lost: null };
    },
    async read(issue, lost) {
      // There may be no time for another request without an answer.
      if (isOver(run)) return gone(lost);
      try {
        const again = await github.readIssue(issue.id);
        return again && withDigestsOf(spell(again, known), issue);
      } catch {
        return gone(lost);
      }
    },
  };
  const { subject, end, alarms } = await settle(settling, start.issue, run);
  if (end === 'unsettled') failures.add(words.unsettled(subject.number));
  return {
    situation: situationOf(readingOf(subject), groundOf(subject)),
    done,
    failures: [...failures],
    standing: [...standing],
    lostLabels: start.issue.state === 'open' ? lostLabels(start.issue, start.incident.record.held ?? {}, kinds) : [],
    alarms,
    halted: end === 'halted',
  };
}
