import { fromMarkdown } from 'mdast-util-from-markdown';
import type { RootContent } from 'mdast';

/*
 * The parser takes a time that grows with the square of what it is given, and a report may be long. Which blocks a text has
 * depends on few of its characters, so the parser gets an outline: each line cut down to what can begin or end a block, and
 * what only repeats left out. What the blocks are is for the parser to say.
 */

/** The outline of a text, and what the parser makes of it. */
interface Outline {
  readonly blocks: readonly RootContent[];
  /** The place in the text, counted from 0, of a line of the outline, which the parser counts from 1. */
  readonly lineOf: (line: number) => number;
}

/** A text has few lines that are no plain ones; whoever sends more is not describing an incident. Of a text with no more lines all are read. */
export const MOST_LINES = 400;
/** A heading, or the beginning of HTML, of more characters is cut. */
const LONGEST = 300;
/** Lists in lists and quotes in quotes, as deep as anybody writes them. */
const DEEPEST = 4;
const WIDEST = 24;

const BLOCKS_ONLY = {
  disable: {
    null: [
      'attention',
      'autolink',
      'codeText',
      'definition',
      'hardBreakEscape',
      'htmlText',
      'labelEnd',
      'labelStartImage',
      'labelStartLink',
    ],
  },
};

/** Finds the blocks of a text that is given by its lines. Those that are `plain` begin and end nothing. */
export function outline(lines: readonly string[], plain: ReadonlySet<number> = new Set()): Outline {
  const kept: string[] = [];
  const places: number[] = [];
  for (const [place, line] of lines.entries()) {
    const { text, repeats } = plain.has(place) ? { text: 'x', repeats: true } : essence(line, 0);
    if (repeats && text === kept.at(-1)) continue;
    if (kept.length === MOST_LINES) break;
    kept.push(text);
    places.push(place);
  }
  return { blocks: parsed(kept.join('\n')), lineOf: (line) => places[line - 1] ?? lines.length };
}

/** The blocks of some lines, of which none is left out: a line of what the parser says is a line of these. */
export function blocksOf(lines: readonly string[]): readonly RootContent[] {
  return parsed(lines.map((line) => essence(line, 0).text).join('\n'));
}

/** A run reads the same text whenever its issue has changed. */
const lately = new Map<string, readonly RootContent[]>();
const MOST_LATELY = 100;

function parsed(outlined: string): readonly RootContent[] {
  const known = lately.get(outlined);
  if (known) return known;
  const blocks = fromMarkdown(outlined, { extensions: [BLOCKS_ONLY] }).children;
  if (lately.size === MOST_LATELY) lately.delete(lately.keys().next().value!);
  lately.set(outlined, blocks);
  return blocks;
}

/** What of a line can begin or end a block. `repeats` says that a second such line changes nothing. */
function essence(line: string, depth: number): { readonly text: string; readonly repeats: boolean } {
  const indent = /^[ \t]*/.exec(line)![0];
  const rest = line.slice(indent.length);
  const whole = (text: string, repeats = false) => ({ text: indent.slice(0, WIDEST) + text, repeats });
  if (rest === '') return { text: '', repeats: true };

  if (/^#{1,6}(?:[ \t]|$)/.test(rest) || /^<[a-z/!?]/i.test(rest))
    return whole(rest.length > LONGEST ? rest.slice(0, LONGEST) + endings(rest.slice(LONGEST)) : rest);
  if (/^(?:=+|-+)[ \t]*$/.test(rest)) return whole(rest.trimEnd().slice(0, WIDEST));
  const rule = /^([-*_])(?:[ \t]*\1){2,}[ \t]*$/.exec(rest)?.[1];
  if (rule !== undefined) return whole(`${rule} ${rule} ${rule}`);

  const fence = /^(`{3,}|~{3,})(.*)$/.exec(rest);
  if (fence && !(rest.startsWith('`') && fence[2]!.includes('`')))
    return whole(fence[1]!.slice(0, LONGEST) + (fence[2]!.trim() === '' ? '' : ` x${endings(fence[2]!)}`));

  const marker = /^(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/.exec(rest)?.[0];
  if (marker !== undefined && depth < DEEPEST) {
    const inner = essence(rest.slice(marker.length), depth + 1);
    return whole(marker + inner.text, inner.repeats);
  }
  return whole(`x${endings(rest)}`, true);
}

/** What ends a block of HTML wherever on a line it stands. */
function endings(text: string): string {
  const found = text.match(/-->|\?>|\]\]>|>|<\/(?:script|pre|style|textarea)>/gi) ?? [];
  return [...new Set(found.map((it) => it.toLowerCase()))]
    .sort()
    .map((it) => ` ${it}`)
    .join('');
}

/** The lines of a text, however they end. */
export function linesOf(text: string): string[] {
  return text.replace(/^\ufeff/, '').split(/\r\n?|\n/);
}
