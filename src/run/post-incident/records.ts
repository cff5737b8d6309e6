import { cardEffect } from '../../capabilities/card/effect.ts';
import { RECORD, recordBody } from '../../capabilities/post-mortem/record.ts';
import { RECORD_KEPT } from '../../capabilities/post-mortem/track.ts';
import type { Situation } from '../../capabilities/situation.ts';
import type { Effect } from '../../engine/effect.ts';
import { readCommentMark } from '../../engine/mark.ts';
import { messageOf } from '../../model/error.ts';
import type { Comment, Issue } from '../../model/issue.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { apply } from '../apply.ts';
import { isOver } from '../budget.ts';
import type { Run } from '../context.ts';
import { evidenceOf, type EvidenceReader } from './evidence.ts';
import { runWords } from '../words.ts';

/**
 * Keeps the record of each incident true on its post-mortem, in one comment. What was written last is on the card of the incident, with what
 * was evidence then, so that a run with nothing new asks nothing; the post-mortem is read before anything is written, so that nothing is
 * written twice. What fails is on the report, and stops no other.
 */
export async function keepRecords(run: Run): Promise<void> {
  const { report, inputs } = run;
  if (inputs.dryRun) return;
  const reader = evidenceOf(run);
  for (const [at, settled] of report.settled.entries()) {
    const { situation, halted } = settled;
    const { issue, isRecordApart } = situation.incident.postMortem;
    // Of an incident that GitHub asked to wait with not all is done yet, and its card must not say so.
    if (issue === null || !isRecordApart || halted) continue;
    if (isOver(run) || report.stop !== null) return;
    try {
      const standing = await keepRecord(run, issue, situation, reader);
      if (standing.length > 0) report.settled[at] = { ...settled, standing: [...settled.standing, ...standing] };
    } catch (error) {
      report.failures.push({ issue: issue.number, message: messageOf(error) });
    }
  }
}

/** Returns what failed, and will again until somebody has changed something. */
async function keepRecord(
  run: Run,
  { id, number }: Pick<Issue, 'id' | 'number'>,
  situation: Situation,
  reader: EvidenceReader,
): Promise<readonly string[]> {
  const { github, policy, report } = run;
  const { incident, now } = situation;
  const kept = incident.record.done[RECORD_KEPT];
  let evidence: readonly number[] = kept?.comments ?? [];
  let body = recordBody(situation, evidence);
  // While it runs again, what was told of its end stands; what turns out to be confidential is not told any more.
  if (body === null && !incident.category.confidential) return [];
  const isKept = (): boolean => kept?.text === fingerprint(body ?? '');
  if (isKept() && (body === null || !(await reader.isDue(situation)))) return [];
  if (body !== null) {
    evidence = await reader.read(situation, evidence);
    body = recordBody(situation, evidence);
    if (isKept()) return [];
  }
  const text = fingerprint(body ?? '');
  const comments = body === null || evidence.length === 0 ? {} : { comments: [...evidence] };
  const note = cardEffect(situation, false, { [RECORD_KEPT]: { at: now, issue: number, text, ...comments } });
  const postMortem = await github.readIssue(id);
  if (postMortem === null) {
    // Of a post-mortem that somebody has deleted nothing is kept, nor asked again.
    await apply(run, incident.issue, note);
    return [];
  }
  const why = runWords(policy.language).recordKept;
  const effects = effectsOn(postMortem, body, why);
  const { issue: changed, done, refused, lost } = await apply(run, postMortem, effects);
  // What follows sees it as it is now.
  const at = run.postIncident.findIndex((it) => it.number === number);
  run.postIncident.splice(at < 0 ? run.postIncident.length : at, 1, changed);
  if (done.length > 0) report.filed.push({ issue: number, do: 'keep-record', what: why });
  const standing = refused.filter(({ error }) => error.trouble === 'impossible');
  if (refused.some(({ error }) => error.trouble === 'rate-limited')) report.stop ??= 'asked';
  for (const { error } of refused.filter((it) => !standing.includes(it)))
    report.failures.push({ issue: number, message: error.message });
  // What was refused or lost is tried again by the next run.
  if (refused.length === 0 && lost === null) await apply(run, incident.issue, note);
  return standing.map(({ error }) => `#${number}: ${error.message}`);
}

/** What is to be done on a post-mortem: one record, as it is now. */
function effectsOn(postMortem: Issue, body: string | null, why: string): readonly Effect[] {
  const { number, timeline } = postMortem;
  const all = timeline.flatMap((event): Comment[] =>
    event.kind === 'commented' && readCommentMark(RECORD, number, event.comment) ? [event.comment] : [],
  );
  const card = body === null ? undefined : all[0];
  return [
    ...(body === null || card?.body === body
      ? []
      : [{ do: 'write-card', issue: number, body, comment: card?.id ?? null, why } as const]),
    ...all
      .filter((it) => it !== card)
      .map((comment) => ({ do: 'delete-comment', issue: number, comment: comment.id, why }) as const),
  ];
}
