import { compact, pastReplies, shorten } from '../engine/compaction.ts';
import type { Effect } from '../engine/effect.ts';
import { recordMark, type Done, type IncidentRecord } from '../engine/record.ts';
import { LONGEST_BODY } from '../model/limits.ts';
import { itemKey, type ActionItems } from './action-items/items.ts';
import type { Subject } from './subject.ts';

/** What of a subject is kept on its card: who did what with which right, what was told, which line is which issue, and what `more` says. */
export function recordOf(
  { record }: Subject,
  { items }: ActionItems,
  { now, more }: { readonly now: number; readonly more: Readonly<Record<string, Done>> },
): IncidentRecord {
  const done: Record<string, Done> = { ...record.done };
  for (const [key, entry] of Object.entries(more)) done[key] ??= entry;
  for (const { line, issue } of items)
    if (line !== null && issue !== null) done[itemKey(line.key)] ??= { at: now, issue: issue.number };
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
