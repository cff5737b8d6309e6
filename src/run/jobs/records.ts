import { RECORD, recordBody } from '../../capabilities/post-mortem/record.ts';
import { postMortemOwner } from '../../capabilities/post-mortem/rule.ts';
import type { Situation } from '../../capabilities/situation.ts';
import type { Effect } from '../../engine/effect.ts';
import { readCommentMark } from '../../engine/mark.ts';
import { messageOf } from '../../model/error.ts';
import type { Comment, Issue } from '../../model/issue.ts';
import { apply } from '../apply.ts';
import { isOver } from '../budget.ts';
import type { Run } from '../context.ts';
import { isFirstOfMorning } from '../first-of-day.ts';
import type { Settled } from '../report.ts';
import { runWords } from '../words.ts';

/** So many records are looked at in the run of a morning, those of the incidents that were dealt with first. */
const MOST = 20;

/**
 * Keeps the record of each incident true on its post-mortem, in one comment: where the run has done something about the incident, where the
 * event is about it, and once a morning for what a run that died has left. The post-mortem is read first, so that nothing is written twice.
 * What fails is on the report, and stops no other.
 */
export async function keepRecords(run: Run): Promise<void> {
  const { report, trigger, inputs } = run;
  if (inputs.dryRun) return;
  const known = report.settled.filter(({ situation: { incident } }) => incident.postMortem.issue !== null);
  if (known.length === 0) return;
  const isNews = ({ situation: { incident }, done }: Settled): boolean =>
    done.length > 0 || (trigger.kind === 'issue' && trigger.issue === incident.issue.number);
  const isOpen = ({ situation: { incident } }: Settled): boolean => incident.postMortem.issue?.state === 'open';
  const isDaily = await isFirstOfMorning(run);
  const others = isDaily ? known.filter((it) => !isNews(it) && isOpen(it)).slice(0, MOST) : [];
  for (const { situation } of [...known.filter(isNews), ...others]) {
    if (isOver(run)) return;
    const issue = situation.incident.postMortem.issue!;
    try {
      await keepRecord(run, issue, situation);
    } catch (error) {
      report.failures.push({ issue: issue.number, message: messageOf(error) });
    }
  }
}

async function keepRecord(run: Run, { id, number }: Pick<Issue, 'id' | 'number'>, situation: Situation): Promise<void> {
  const { github, policy, report } = run;
  const body = recordBody(situation);
  if (body === null && !situation.incident.category.confidential) return;
  const postMortem = await github.readIssue(id);
  if (postMortem === null) return;
  const all = postMortem.timeline.flatMap((event): Comment[] =>
    event.kind === 'commented' && readCommentMark(RECORD, number, event.comment) ? [event.comment] : [],
  );
  // What turns out to be confidential is not told there any more.
  const card = body === null ? undefined : all[0];
  const why = runWords(policy.language).recordKept;
  const effects: Effect[] = [
    ...(body === null || card?.body === body
      ? []
      : [{ do: 'write-card', issue: number, body, comment: card?.id ?? null, why } as const]),
    ...all
      .filter((it) => it !== card)
      .map((comment) => ({ do: 'delete-comment', issue: number, comment: comment.id, why }) as const),
    ...ownership(postMortem, situation, why),
  ];
  if (effects.length === 0) return;
  const { done, refused } = await apply(run, postMortem, effects);
  if (done.length > 0) report.filed.push({ issue: number, do: 'keep-record', what: why });
  for (const { error } of refused) report.failures.push({ issue: number, message: error.message });
}

/** Its owner is assigned once the record is there, unless anybody has ever been. */
function ownership({ number, own, state, timeline }: Issue, situation: Situation, why: string): readonly Effect[] {
  const isAssigned = timeline.some(({ kind }) => kind === 'assigned' || kind === 'unassigned');
  const owner = postMortemOwner(situation);
  if (isAssigned || !own || state === 'closed' || owner === null) return [];
  return [{ do: 'assign', issue: number, logins: [owner], why }];
}
