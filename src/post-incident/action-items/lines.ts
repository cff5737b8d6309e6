import type { List, ListItem } from 'mdast';
import { ITEM_TYPES, type ItemType } from '../../capabilities/action-items/policy.ts';
import { LOGIN } from '../../model/login.ts';
import { LONGEST_TEXT } from '../../model/limits.ts';
import { isDate } from '../../policy/hours.ts';
import { abbreviate } from '../../text/cut.ts';
import { foldText } from '../../text/compare.ts';
import { blocksOf, linesOf } from '../../text/outline.ts';
import { sha256Of } from '../../text/hash.ts';

/** What is wrong with a line: the value of which nobody knows what it means. */
export interface LineTrouble {
  readonly kind: 'due' | 'type' | 'repo' | 'owner' | 'rejected';
  readonly value: string;
}

/** A line of the list of action items, such as `- [ ] Alert on queue depth @alice due:2026-12-01 type:detect`. */
export interface ItemLine {
  /** What is to be done, without what says by whom, until when, and of which type. */
  readonly text: string;
  /** Names the text; two lines with one text are one item. */
  readonly key: string;
  readonly owner: string | null;
  /** A day, `YYYY-MM-DD`. */
  readonly due: string | null;
  readonly type: ItemType | null;
  /** `owner/name` of the repository that it belongs in. */
  readonly repo: string | null;
  /** Why it is not done at all. */
  readonly rejected: string | null;
  readonly isTicked: boolean;
  /** The issue that the line itself names; `new` says that it is none of those there are. */
  readonly issue: number | 'new' | null;
  readonly troubles: readonly LineTrouble[];
}

/** The most lines that are read: GitHub takes no more issues under one. */
const MOST = 100;
/** The most lines of a text that are looked at: some for each item say how it is done. */
const MOST_READ = 1_000;
/** The longest text of a line that is kept, in UTF-16 units. */
const LONGEST = 180;

const MARKER = /^(?:[-+*]|\d{1,9}[.)])(?:[ \t]+|$)/;
const BOX = /^\[([ xX])\][ \t]+/;
/** What the types are called in French, and what people write for them. */
const CALLED: Readonly<Record<string, ItemType>> = {
  prevention: 'prevent',
  prevenir: 'prevent',
  detection: 'detect',
  detecter: 'detect',
  mitigation: 'mitigate',
  attenuer: 'mitigate',
  response: 'respond',
  reagir: 'respond',
  reaction: 'respond',
  processus: 'process',
  procedure: 'process',
};

/**
 * The action items that stand in a text: each item of its lists, those of lists within lists left out, since they say how. Whatever is in
 * code, quotes or HTML is none.
 */
export function readLines(text: string): readonly ItemLine[] {
  const lines = linesOf(text.slice(0, LONGEST_TEXT)).slice(0, MOST_READ);
  const lists = blocksOf(lines).filter((node): node is List => node.type === 'list');
  const byKey = new Map<string, ItemLine>();
  for (const item of lists.flatMap(({ children }) => children)) {
    const line = readLine(sourceOf(item, lines));
    if (line !== null && !byKey.has(line.key)) byKey.set(line.key, line);
  }
  return [...byKey.values()].slice(0, MOST);
}

/** The first paragraph of an item, as it was written, on one line. */
function sourceOf({ children }: ListItem, lines: readonly string[]): string {
  const [first] = children;
  if (first?.type !== 'paragraph') return '';
  const own = lines.slice(first.position!.start.line - 1, first.position!.end.line).map((line) => line.trim());
  return own.join(' ').replace(MARKER, '');
}

function readLine(source: string): ItemLine | null {
  const box = BOX.exec(source);
  const [open, rejected] = splitRejected(source.slice(box?.[0].length ?? 0));
  const troubles: LineTrouble[] = [];
  let [owner, due, type, repo]: [string | null, string | null, ItemType | null, string | null] = [
    null,
    null,
    null,
    null,
  ];
  let issue: ItemLine['issue'] = null;
  const words = open.split(/\s+/).filter((word) => {
    const [, name = '', value = ''] = /^([\p{L}-]+):(\S+)$/u.exec(word) ?? [];
    switch (foldText(name)) {
      case 'due':
      case 'echeance':
        if (isDate(value)) due ??= value;
        else troubles.push({ kind: 'due', value });
        return false;
      // Names somebody without a mention, which would have them mailed of every comment.
      case 'owner':
      case 'responsable':
        if (LOGIN.test(value)) owner ??= value;
        else troubles.push({ kind: 'owner', value });
        return false;
      case 'type':
        type ??= typeOf(value);
        if (typeOf(value) === null) troubles.push({ kind: 'type', value });
        return false;
      case 'repo':
        if (/^[\w.-]+\/[\w.-]+$/.test(value)) repo ??= value;
        else troubles.push({ kind: 'repo', value });
        return false;
      default:
        break;
    }
    const mention = /^@([^\s,;.]+)[,;.]?$/.exec(word)?.[1];
    if (mention !== undefined) {
      if (!LOGIN.test(mention)) troubles.push({ kind: 'owner', value: mention });
      else owner ??= mention;
      return false;
    }
    const bound = /^#(\d{1,9}|new)$/i.exec(word)?.[1];
    if (bound === undefined) return true;
    issue ??= bound.toLowerCase() === 'new' ? 'new' : Number(bound);
    return false;
  });
  const text = abbreviate(words.join(' ').trim(), LONGEST);
  // What nobody can see is no title of an issue.
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)) return null;
  if (rejected === '') troubles.push({ kind: 'rejected', value: '' });
  const key = sha256Of(foldText(text)).slice(0, 12);
  return {
    text,
    key,
    owner,
    due,
    type,
    repo,
    rejected: rejected === '' ? null : rejected,
    isTicked: box?.[1]?.toLowerCase() === 'x',
    issue,
    troubles,
  };
}

/** A line, and behind the word that says so why it is rejected; null where it is not, empty where no reason stands there. */
function splitRejected(line: string): readonly [string, string | null] {
  const [, before = line, reason = null] =
    /^(.*?)(?:^|\s)(?:rejected|rejet[ée]e?|[ée]cart[ée]e?)\s*:\s*(.*)$/iu.exec(line) ?? [];
  return [before, reason === null ? null : abbreviate(reason.trim(), LONGEST)];
}

function typeOf(value: string): ItemType | null {
  const folded = foldText(value);
  return ITEM_TYPES.find((it) => it === folded) ?? (Object.hasOwn(CALLED, folded) ? CALLED[folded]! : null);
}
