import { compact, fitting, pastReplies, shorten } from '../engine/compaction.ts';
import type { Effect } from '../engine/effect.ts';
import { recordMark, type Done, type IncidentRecord } from '../engine/record.ts';
import { keyOfNotice, readKey } from '../engine/keys.ts';
import { closedKey, itemKey, ownerKey, type ActionItems } from './action-items/items.ts';
import type { Subject } from './subject.ts';

/** The most that is kept of what grows with every edit and every reminder, the last. */
const MOST_MINOR = 400;

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
export function recordOf(
  { record }: Subject,
  { items, unclear }: Pick<ActionItems, 'items' | 'unclear'>,
  { now, more, closings }: Ground,
  share: number,
): IncidentRecord {
  const done: Record<string, Done> = { ...record.done };
  for (const [key, entry] of Object.entries(more)) done[key] = entry;
  for (const { line, issue, owner, formerOwner } of items) {
    if (line !== null && issue !== null && done[itemKey(line.key)]?.issue !== issue.number)
      done[itemKey(line.key)] = { at: now, issue: issue.number };
    if (issue !== null && owner !== null && formerOwner !== null)
      done[ownerKey(issue.number)] = { at: now, text: owner };
    const closing = issue === null ? undefined : closings.get(issue.id);
    if (issue === null || issue.closedAt === null || !closing) continue;
    const { by, pullRequest } = closing;
    const how = { ...(by !== null && { text: by }), ...(pullRequest !== null && { issue: pullRequest }) };
    done[closedKey(issue.number)] = { at: issue.closedAt, ...how };
  }
  const kept = shorten(record, () => ({ fleeting: false, whole: true }), share);
  const past = pastReplies(done, kept.past);
  const needed = new Set([
    ...items.flatMap(({ line }) => (line === null ? [] : [itemKey(line.key)])),
    ...unclear.flatMap(({ line }) => [itemKey(line.key), keyOfNotice('unclear', null, line.key)]),
  ]);
  const few = newest(compact(done, past), needed, MOST_MINOR * share);
  return { ...record, ...kept, ...(past >= 0 && { past }), verdicts: [], done: few };
}

/** What was done, without the oldest of what lines were once, and of who was asked about them or told that they are overdue. */
function newest(done: IncidentRecord['done'], needed: ReadonlySet<string>, most: number): IncidentRecord['done'] {
  const isMinor = (key: string): boolean => {
    const parts = readKey(key);
    if (parts?.kind === 'notice') return parts.name === 'unclear' || parts.name.startsWith('overdue-');
    return parts?.kind === 'opened' && parts.name.startsWith('item-');
  };
  const entries = Object.entries(done);
  const minor = entries.map(([key]) => key).filter((key) => isMinor(key) && !needed.has(key));
  const gone = new Set(minor.slice(0, Math.max(0, minor.length - most)));
  return Object.fromEntries(entries.filter(([key]) => !gone.has(key)));
}

/**
 * The card of a subject, if it must be written: its record, and a text, both with so much of the room as they may take. While something is
 * still on its way, a card that is there waits for the next round.
 */
export function cardOf(
  { issue, own }: Subject,
  of: (share: number) => { readonly record: IncidentRecord; readonly text: string },
  { pending, written, edited }: { readonly pending: boolean; readonly written: string; readonly edited: string },
): readonly Effect[] {
  if (own.card && pending) return [];
  const body = fitting((share) => {
    const { record, text } = of(share);
    return `${recordMark(issue.number, record, false)}\n${text}`;
  });
  const before = own.card?.body.replaceAll('\r\n', '\n').trim();
  if (before === body.trim()) return [];
  return [
    { do: 'write-card', issue: issue.number, comment: own.card?.id ?? null, body, why: own.card ? edited : written },
  ];
}
