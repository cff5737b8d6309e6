import { compact, pastReplies, shorten } from '../engine/compaction.ts';
import type { Effect } from '../engine/effect.ts';
import { recordMark, type Done, type IncidentRecord } from '../engine/record.ts';
import { LONGEST_BODY } from '../model/limits.ts';
import { closedKey, itemKey, type ActionItems } from './action-items/items.ts';
import type { Subject } from './subject.ts';

/** What a record is made of besides its subject. */
interface Ground {
  readonly now: number;
  readonly more: Readonly<Record<string, Done>>;
  /** How action items were closed, by the node id of their issue, as far as it was asked. */
  readonly closings: ReadonlyMap<string, Closed>;
}

/** By whom, and by which pull request, an action item was closed. */
export interface Closed {
  readonly by: string | null;
  readonly pullRequest: number | null;
}

/** What of a subject is kept on its card: who did what with which right, what was told, which line is which issue, and what `more` says. */
export function recordOf({ record }: Subject, { items }: ActionItems, { now, more, closings }: Ground): IncidentRecord {
  const done: Record<string, Done> = { ...record.done };
  for (const [key, entry] of Object.entries(more)) done[key] ??= entry;
  for (const { line, issue } of items) {
    if (line !== null && issue !== null && done[itemKey(line.key)]?.issue !== issue.number)
      done[itemKey(line.key)] = { at: now, issue: issue.number };
    const closing = issue === null ? undefined : closings.get(issue.id);
    if (issue === null || issue.closedAt === null || !closing) continue;
    const { by, pullRequest } = closing;
    const how = { ...(by !== null && { text: by }), ...(pullRequest !== null && { issue: pullRequest }) };
    done[closedKey(issue.number)] = { at: issue.closedAt, ...how };
  }
  const kept = shorten(record, () => ({ fleeting: false, whole: true }));
  const past = pastReplies(done, kept.past);
  return { ...record, ...kept, ...(past >= 0 && { past }), verdicts: [], done: compact(done, past) };
}

/**
 * The card of a subject, if it must be written: its record, and a text. While something is still on its way, a card that is there waits for
 * the next round.
 */
export function cardOf(
  { issue, own }: Subject,
  record: IncidentRecord,
  text: string,
  { pending, written, edited }: { readonly pending: boolean; readonly written: string; readonly edited: string },
): readonly Effect[] {
  if (own.card && pending) return [];
  const body = `${recordMark(issue.number, record, false)}\n${text}`;
  const before = own.card?.body.replaceAll('\r\n', '\n').trim();
  if (before === body.trim() || body.length > LONGEST_BODY) return [];
  return [
    { do: 'write-card', issue: issue.number, comment: own.card?.id ?? null, body, why: own.card ? edited : written },
  ];
}
