import { distance } from 'fastest-levenshtein';
import type { Instant } from '../../calendar/calendar.ts';
import { dueFrom } from '../../calendar/target.ts';
import { ITEM_TYPES, type ItemTargets, type ItemType } from '../../capabilities/action-items/policy.ts';
import { readKey, writeKey } from '../../engine/keys.ts';
import { readMark } from '../../engine/mark.ts';
import type { Done } from '../../engine/record.ts';
import { readInstant } from '../../policy/instant.ts';
import type { EventOf, Issue, SubIssue } from '../../model/issue.ts';
import { includesLogin, loginOf } from '../../model/login.ts';
import type { ItemLine } from './lines.ts';

/** The kind of the mark in the body of an action item. */
export const ACTION_ITEM = 'action-item';

/** The key under which the card keeps that an item with this key was opened. */
export const itemKey = (key: string) => writeKey({ kind: 'opened', name: `item-${key}` });

/** The key under which the card keeps by whom, and by which pull request, an item was closed. */
export const closedKey = (issue: number) => writeKey({ kind: 'opened', name: `closed-${issue}` });

/** The key under which the card keeps whose an item became by its line, after it was opened. */
export const ownerKey = (issue: number) => writeKey({ kind: 'opened', name: `owner-${issue}` });

/** The issues of items that are done, of which the card does not keep by whom. */
export function closedUnread(items: readonly ActionItem[], done: Readonly<Record<string, Done>>): readonly SubIssue[] {
  return items.flatMap(({ issue, state }) => {
    if (state !== 'done' || issue === null || issue.closedAt === null) return [];
    return done[closedKey(issue.number)]?.at === issue.closedAt ? [] : [issue];
  });
}

/** An issue that an action item has become. */
export interface OpenedItem {
  readonly issue: SubIssue;
  readonly key: string;
  readonly text: string;
  readonly owner: string | null;
  readonly type: ItemType;
  readonly openedAt: Instant;
}

/** An action item: its line, its issue, or both. */
export interface ActionItem {
  readonly text: string;
  /** Null where people have taken the line out. */
  readonly line: ItemLine | null;
  readonly issue: SubIssue | null;
  readonly owner: string | null;
  /** Whose it was, if its line has named somebody else since. */
  readonly formerOwner: string | null;
  readonly type: ItemType;
  readonly due: Instant | null;
  readonly state: 'planned' | 'open' | 'done' | 'dropped' | 'rejected';
}

/** A line that may be an item that there is, or a new one. */
export interface Unclear {
  readonly line: ItemLine;
  readonly like: OpenedItem;
}

export interface ActionItems {
  /** Issues that are one too many. */
  readonly doubled: ReturnType<typeof doubledItems>;
  /** The keys under which issues were opened: nothing is opened twice under one. */
  readonly taken: ReadonlySet<string>;
  readonly items: readonly ActionItem[];
  readonly unclear: readonly Unclear[];
}

/** How like two texts are that surely mean the same, and that may. */
const SAME = 0.6;
const PERHAPS = 0.35;

/**
 * The issues that the action items of a post-mortem have become, oldest first: those that bear our mark for it, or that the card keeps,
 * since people rewrite an issue that is theirs to do.
 */
export function openedItems(
  { number, timeline }: Issue,
  done: Readonly<Record<string, Done>> = {},
): readonly OpenedItem[] {
  const kept = keysByNumber(done);
  return timeline
    .filter((event): event is EventOf<'sub-issue-added'> => event.kind === 'sub-issue-added' && event.issue.own)
    .flatMap(({ issue, at }) => {
      const { key = kept.get(issue.number), text, owner, type } = readMark(ACTION_ITEM, number, issue.body) ?? {};
      if (typeof key !== 'string') return [];
      return [
        {
          issue,
          key,
          text: typeof text === 'string' ? text : issue.title,
          owner: typeof owner === 'string' ? loginOf(owner) : null,
          type: ITEM_TYPES.find((it) => it === type) ?? 'prevent',
          openedAt: at,
        },
      ];
    });
}

/** The first key under which the card keeps each issue. */
function keysByNumber(done: Readonly<Record<string, Done>>): ReadonlyMap<number, string> {
  const all = Object.entries(done).flatMap(([key, { at, issue }]) => {
    const parts = readKey(key);
    const [, of] = parts?.kind === 'opened' ? (/^item-(.*)$/.exec(parts.name) ?? []) : [];
    return of === undefined || issue === undefined ? [] : [{ at, issue, of }];
  });
  return new Map(all.sort((a, b) => b.at - a.at).map(({ issue, of }) => [issue, of]));
}

/** Those of some items that two runs opened for one line: each with the one that was there before. */
export function doubledItems(
  opened: readonly OpenedItem[],
): readonly { readonly issue: SubIssue; readonly of: SubIssue }[] {
  return opened.flatMap(({ issue, key }, i) => {
    const first = opened.find((it) => it.key === key)!;
    return opened.indexOf(first) < i && issue.state === 'open' ? [{ issue, of: first.issue }] : [];
  });
}

/** What matching lines rests on, besides the lines. */
interface Ground {
  readonly opened: readonly OpenedItem[];
  /** What the card keeps: under which keys of lines which issues were opened. */
  readonly done: Readonly<Record<string, Done>>;
  readonly due: ItemTargets;
  readonly zone: string;
}

/**
 * Tells which line is which issue: by the number in the line, by its key, by what the card keeps; then, of what is left on both sides, by
 * the nearest text. What is near but not near enough is asked about, and not guessed.
 */
export function matchItems(lines: readonly ItemLine[], { opened: all, done, due, zone }: Ground): ActionItems {
  const opened = all.filter((it, i) => all.findIndex(({ key }) => key === it.key) === i);
  const byNumber = new Map(opened.map((it) => [it.issue.number, it]));
  const byKey = new Map(opened.map((it) => [it.key, it]));
  const keptOf = ({ key }: ItemLine): number | undefined => done[itemKey(key)]?.issue;
  const formerly = (line: ItemLine): OpenedItem | undefined => byNumber.get(keptOf(line) ?? -1);
  /** Whether somebody has deleted the issue that it had become: it is not opened again. */
  const isGone = (line: ItemLine): boolean => keptOf(line) !== undefined && formerly(line) === undefined;
  const found = new Map<ItemLine, OpenedItem>();
  const taken = new Set<OpenedItem>();
  const bind = (line: ItemLine, item: OpenedItem | undefined): void => {
    if (item === undefined || taken.has(item)) return;
    found.set(line, item);
    taken.add(item);
  };
  for (const line of lines) if (typeof line.issue === 'number') bind(line, byNumber.get(line.issue));
  for (const line of lines) if (!found.has(line)) bind(line, byKey.get(line.key));
  for (const line of lines) if (!found.has(line) && line.issue !== 'new') bind(line, formerly(line));
  const unclear: Unclear[] = [];
  for (const line of lines) {
    if (found.has(line) || line.issue === 'new') continue;
    // It was this issue once, which another line is now.
    const former = formerly(line);
    if (former) unclear.push({ line, like: former });
    if (former || isGone(line)) continue;
    const [nearest] = opened
      .filter((item) => !taken.has(item))
      .map((item) => ({ item, likeness: likeness(line.text, item.text) }))
      .sort((a, b) => b.likeness - a.likeness);
    if (nearest && nearest.likeness >= SAME) bind(line, nearest.item);
    else if (nearest && nearest.likeness >= PERHAPS) unclear.push({ line, like: nearest.item });
  }
  const isUnclear = new Set(unclear.map(({ line }) => line));
  const dueOf = (line: ItemLine | null, item: OpenedItem | undefined): Instant | null => {
    // A day ends at its midnight, in the zone of the policy.
    if (line?.due) return readInstant(`${line.due}T23:59`, zone);
    return item ? dueFrom(due[line?.type ?? item.type], item.openedAt) : null;
  };
  return {
    doubled: doubledItems(all),
    taken: new Set(byKey.keys()),
    unclear,
    items: [
      ...lines
        .filter((line) => !isUnclear.has(line))
        .map((line) => {
          const item = found.get(line);
          return {
            text: line.text,
            line,
            issue: item?.issue ?? null,
            owner: line.owner ?? item?.owner ?? null,
            formerOwner: formerOwnerOf(line, item, done),
            type: line.type ?? item?.type ?? 'prevent',
            due: dueOf(line, item),
            state: item === undefined && isGone(line) ? 'dropped' : stateOf(line, item),
          } as const;
        }),
      ...opened
        .filter((item) => !taken.has(item))
        .map((item) => ({
          text: item.text,
          line: null,
          issue: item.issue,
          owner: item.owner,
          formerOwner: null,
          type: item.type,
          due: dueOf(null, item),
          state: stateOf(null, item),
        })),
    ],
  };
}

/** Whose an item was when its line was last acted on: its mark tells, or the card after the first change. */
function formerOwnerOf(
  line: ItemLine,
  item: OpenedItem | undefined,
  done: Readonly<Record<string, Done>>,
): string | null {
  if (item === undefined || line.owner === null) return null;
  const owner = done[ownerKey(item.issue.number)]?.text ?? item.owner;
  return owner === null || includesLogin([owner], line.owner) ? null : owner;
}

function stateOf(line: ItemLine | null, item: OpenedItem | undefined): ActionItem['state'] {
  if (line?.rejected != null) return 'rejected';
  if (item === undefined) return line?.isTicked === true ? 'done' : 'planned';
  if (item.issue.state === 'open') return 'open';
  return item.issue.isDropped === true ? 'dropped' : 'done';
}

/** From 0 to 1: how much of two texts is the same. */
function likeness(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return 1 - distance(a, b) / Math.max(a.length, b.length, 1);
}
