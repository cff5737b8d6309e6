import type { Instant } from '../../../calendar/calendar.ts';
import type { StatusPagePolicy } from '../../../capabilities/status-page/policy.ts';
import type { Remark, Thread } from '../../../github/discussions.ts';
import { isKept, isEntryNews, isToOpen, type Entry } from './entry.ts';
import { readPublicMark, type PublicMark } from './mark.ts';
import { doubleText, discussionOpeningText, remarkText, withdrawnText, type Written } from './text.ts';

type Named = Pick<Thread, 'id' | 'number'>;

/** Words that are to go: deleted, or where GitHub refuses that, others in their place. */
interface TakingBack {
  readonly why: 'withdrawn' | 'double';
  /** The id of what was on the page. */
  readonly about: string;
  readonly thread: Named;
  readonly instead: Written | null;
  /** What we said in it. */
  readonly remarks: readonly { readonly remark: Remark; readonly instead: Written }[];
}

/** One thing to be done, a request or two. `entry` is what it is about. */
export type DiscussionStep =
  | { readonly do: 'open'; readonly entry: Entry; readonly text: Written; readonly remarks: readonly Written[] }
  | { readonly do: 'comment'; readonly entry: Entry; readonly thread: Thread; readonly text: Written }
  | { readonly do: 'edit'; readonly entry: Entry; readonly thread: Named; readonly text: Written }
  | { readonly do: 'edit-remark'; readonly entry: Entry; readonly remark: Remark; readonly text: Written }
  | ({ readonly do: 'delete' } & TakingBack)
  | ({ readonly do: 'delete-remark'; readonly remark: Remark } & Omit<TakingBack, 'remarks'>);

/** What a plan rests on. */
export interface DiscussionGround {
  readonly page: Pick<StatusPagePolicy, 'languages' | 'zone'>;
  readonly now: Instant;
  /** Since when all Discussions that were opened are known: what was told first before that may have one. */
  readonly since: Instant;
  /** What is on the page, most urgent first. */
  readonly entries: readonly Entry[];
  /** Whether something that is not on the page has left it, and is not of another repository, or too long ago. */
  readonly hasLeft: (thread: Thread, kind: Entry['kind'], id: Entry['id']) => boolean;
}

interface Marked<T> {
  readonly it: T;
  readonly mark: PublicMark;
}

/** The texts that are ours and say so, each with its mark. */
function marked<T extends { readonly body: string }>(texts: readonly T[]): readonly Marked<T>[] {
  return texts.flatMap((it) => {
    const mark = readPublicMark(it.body);
    return mark === null ? [] : [{ it, mark }];
  });
}

const remarksOf = (thread: Thread): readonly Marked<Remark>[] =>
  marked(thread.remarks.filter(({ own }) => own)).filter(({ mark }) => mark.said !== null);

/** Our Discussions of an entry, oldest first: the first is the one, all others are doubles. */
export function threadsOf(entry: Entry['id'], threads: readonly Thread[]): readonly Marked<Thread>[] {
  return marked(threads)
    .filter(({ mark }) => mark.entry === entry && mark.said === null)
    .toSorted((a, b) => a.it.number - b.it.number);
}

/** What is to be done, and what nobody can say yet. */
interface Plan {
  readonly steps: readonly DiscussionStep[];
  /** Discussions that came cut short where that matters: they must be read to their end before anything can be said of them. */
  readonly unread: readonly Thread[];
  /** What may have a Discussion that was not seen. */
  readonly unknown: readonly Entry[];
}

/** What is to be done so that subscribers have been told what is on the page, each thing once: first what is to go, then by urgency. */
export function planForDiscussions(threads: readonly Thread[], ground: DiscussionGround): Plan {
  const unread: Thread[] = [];
  const unknown: Entry[] = [];
  const steps = ground.entries.flatMap((entry): DiscussionStep[] => {
    const [first] = threadsOf(entry.id, threads);
    if (!first) {
      if (!isToOpen(entry, ground.now)) return [];
      if (!isKnownSince(entry, ground)) unknown.push(entry);
      return isKnownSince(entry, ground) ? [opening(entry, ground)] : [];
    }
    if (!isKept(entry, ground.now) && !first.mark.isWithdrawn) return [];
    const told = keeping(entry, first, ground);
    if (told === null) unread.push(first.it);
    return told ?? [];
  });
  return { steps: [...leaving(threads, ground), ...steps, ...doubles(threads, ground)], unread, unknown };
}

/** A Discussion is opened after what it tells first. */
function isKnownSince({ said }: Entry, { since }: DiscussionGround): boolean {
  return since <= said[0]!.at;
}

function opening(entry: Entry, { page, now }: DiscussionGround): DiscussionStep {
  const remarks = entry.said.slice(1).filter(({ at }) => isEntryNews(at, now));
  return {
    do: 'open',
    entry,
    text: discussionOpeningText(entry, page),
    remarks: remarks.map((it) => remarkText(entry, it, page)),
  };
}

/** Null where the Discussion must be read whole first. */
function keeping(
  entry: Entry,
  { it: thread, mark }: Marked<Thread>,
  { page, now }: DiscussionGround,
): DiscussionStep[] | null {
  const steps: DiscussionStep[] = [];
  const text = discussionOpeningText(entry, page);
  if (text.sum !== mark.sum) steps.push({ do: 'edit', entry, thread, text });
  const there = remarksOf(thread);
  for (const said of entry.said.slice(1)) {
    const text = remarkText(entry, said, page);
    const found = there.find((it) => it.mark.said === said.id);
    if (found && found.mark.sum !== text.sum) steps.push({ do: 'edit-remark', entry, remark: found.it, text });
    if (found) continue;
    if (thread.isCut && isEntryNews(said.correctedAt ?? said.at, now)) return null;
    if (isEntryNews(said.at, now)) steps.push({ do: 'comment', entry, thread, text });
  }
  return steps;
}

/** What has left the page. What was taken back already stays as it is. */
function leaving(threads: readonly Thread[], { page, entries, hasLeft }: DiscussionGround): DiscussionStep[] {
  return marked(threads).flatMap(({ it: thread, mark }): DiscussionStep[] => {
    const { kind, entry: id } = mark;
    if (mark.said !== null || entries.some((it) => it.id === id)) return [];
    const remarks = remarksOf(thread)
      .filter((it) => !it.mark.isWithdrawn)
      .map((it) => ({ remark: it.it, instead: withdrawnText({ kind, id }, it.mark.said, page) }));
    const instead = mark.isWithdrawn ? null : withdrawnText({ kind, id }, null, page);
    if ((instead === null && remarks.length === 0) || !hasLeft(thread, kind, id)) return [];
    return [{ do: 'delete', why: 'withdrawn', about: id, thread, instead, remarks }];
  });
}

/** What two runs told at once. The older of two stays. */
function doubles(threads: readonly Thread[], { page, entries }: DiscussionGround): DiscussionStep[] {
  return entries.flatMap((entry): DiscussionStep[] => {
    const [first, ...others] = threadsOf(entry.id, threads);
    if (!first) return [];
    const { number } = first.it;
    const seen = new Set<string>();
    const twice = remarksOf(first.it).filter(({ mark }) => seen.size === seen.add(mark.said!).size);
    return [
      ...twice
        .filter(({ mark }) => !mark.isWithdrawn)
        .map(({ it: remark, mark }): DiscussionStep => {
          const instead = doubleText(entry, mark.said, number, page);
          return { do: 'delete-remark', why: 'double', about: entry.id, thread: first.it, remark, instead };
        }),
      ...others
        .filter(({ mark }) => !mark.isWithdrawn)
        .map(({ it: thread }): DiscussionStep => ({
          do: 'delete',
          why: 'double',
          about: entry.id,
          thread,
          instead: doubleText(entry, null, number, page),
          remarks: remarksOf(thread).map((it) => ({
            remark: it.it,
            instead: doubleText(entry, it.mark.said, number, page),
          })),
        })),
    ];
  });
}
