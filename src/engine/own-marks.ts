import type { Comment, Issue, SubIssue } from '../model/issue.ts';
import { toldBy, toldElsewhere } from './digest.ts';
import { isMarked, isOutdated, mark, readCommentMark, withMark } from './mark.ts';
import { renewKey } from './old-keys.ts';
import { EMPTY_RECORD, readCard, type Done, type IncidentRecord } from './record.ts';

/** So many of the last notices are brought into the present form of marks; older ones are read as they are. */
const MOST_OUTDATED = 40;

/** What the Action itself wrote on an issue, as its marks tell. */
export interface OwnMarks {
  readonly card: Comment | null;
  /** Whether the card holds no details, because the incident was confidential when it was written. */
  readonly isHidden: boolean;
  /** Our notices that may hold details. */
  readonly open: readonly Comment[];
  readonly record: IncidentRecord;
  /** Sub-issues that we opened, oldest first. */
  readonly subIssues: readonly SubIssue[];
  /** Notices whose mark has the form of an earlier version, each with the text that it is to have. */
  readonly outdated: readonly { readonly comment: Comment; readonly body: string }[];
  /** Comments that say again what an older one says: a second card, a notice or a digest all of whose keys were sent before. */
  readonly duplicates: readonly Comment[];
}

/** Reads our own marks. A notice proves what it told, whether or not the card came to record it. */
export function readOwnMarks(issue: Issue): OwnMarks {
  const done: Record<string, Done> = {};
  const seen = new Set<string>();
  const duplicates: Comment[] = [];
  const subIssues: SubIssue[] = [];
  const cards: { readonly comment: Comment; readonly record: IncidentRecord; readonly hidden: boolean }[] = [];
  const open: Comment[] = [];
  const outdated: { readonly comment: Comment; readonly body: string }[] = [];

  for (const event of issue.timeline) {
    if (event.kind === 'sub-issue-added') {
      if (event.issue.own) subIssues.push(event.issue);
    } else if (event.kind === 'commented') {
      const { comment } = event;
      const found = readCard(issue.number, comment);
      if (found) cards.push({ comment, ...found });
      for (const [key, told] of Object.entries(toldElsewhere(issue.number, comment))) done[key] ??= told;
      const digested = toldBy(issue.number, comment);
      if (digested.length > 0 && digested.every((it) => seen.has(it))) duplicates.push(comment);
      for (const it of digested) seen.add(it);
      const notice = readNotice(issue.number, comment);
      // Somebody has changed it, and nobody knows what we had written; what is left of that is still there to be read.
      if (event.own && !comment.own && !found && !notice && isMarked(comment.body)) open.push(comment);
      if (!notice) continue;
      if (!notice.hidden) open.push(comment);
      if (notice.renewed !== null && comment.own)
        outdated.push({ comment, body: withMark(comment.body, notice.renewed) });
      if (notice.keys.every((key) => seen.has(key))) duplicates.push(comment);
      for (const [i, key] of notice.keys.entries()) {
        seen.add(key);
        done[key] ??= {
          at: notice.at,
          told: strings(notice.told[i]),
          paged: notice.paged,
          refs: notice.refs,
        };
      }
    }
  }
  // A card without details takes the place of one with them; of several alike the oldest stays.
  const card = cards.find(({ hidden }) => hidden) ?? cards[0];
  duplicates.push(...cards.filter((it) => it !== card).map(({ comment }) => comment));
  const record = card?.record ?? EMPTY_RECORD;
  return {
    card: card?.comment ?? null,
    isHidden: card?.hidden ?? false,
    open,
    outdated: outdated.slice(-MOST_OUTDATED),
    record: { ...record, done: { ...done, ...sent(record.done, done) } },
    subIssues,
    duplicates,
  };
}

/** What is on record; but where a step was skipped once and sent later, the notice itself tells. */
function sent(recorded: IncidentRecord['done'], told: IncidentRecord['done']): IncidentRecord['done'] {
  return Object.fromEntries(
    Object.entries(recorded).filter(([key, { skipped }]) => skipped === undefined || !Object.hasOwn(told, key)),
  );
}

/** A notice as its mark tells it; `renewed` is that mark in its present form if it has an earlier one. */
interface NoticeMark {
  readonly keys: readonly string[];
  readonly at: number;
  readonly told: readonly unknown[];
  readonly hidden: boolean;
  readonly paged: Done['paged'];
  readonly refs: Done['refs'];
  readonly renewed: string | null;
}

function readNotice(issue: number, comment: Comment): NoticeMark | null {
  const data = readCommentMark('notice', issue, comment);
  if (!data || typeof data.at !== 'number') return null;
  const isOld = isOutdated(data);
  const keys = isOld ? strings(data.keys).map(renewKey) : strings(data.keys);
  return {
    keys,
    at: data.at,
    told: [data.told].flat(),
    hidden: data.hidden === true,
    paged: typeof data.paged === 'string' ? data.paged : Array.isArray(data.paged) ? strings(data.paged) : undefined,
    refs: refsOf(data.refs),
    renewed: isOld ? mark('notice', issue, { ...data, keys }) : null,
  };
}

function refsOf(value: unknown): Done['refs'] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(Object.entries(value).filter((it): it is [string, string] => typeof it[1] === 'string'));
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((it) => typeof it === 'string') : [];
}
