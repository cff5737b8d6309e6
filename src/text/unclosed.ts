/*
 * A form writes its headings itself, and does not close what somebody left open in an answer before. Whether that was left open
 * is a guess where later answers have such marks too: the reading counts that leaves the fewest open and, among those, has the
 * fewest headings within; GitHub's own if there is still a choice.
 */

/** Lines of a text, counted from 0, without the last. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What hides lines until it is closed. */
interface Opening {
  readonly key: string;
  readonly closes: (line: string) => boolean;
  /** Whether a line would open the same again, which shows that this one was meant to be closed by then. */
  readonly reopens: (line: string) => boolean;
}

/** One way to read the lines up to some place. */
interface Reading {
  readonly open: (Opening & { readonly from: number }) | null;
  /** Whether what is indented may belong to a list, which a heading ends. */
  readonly inList: boolean;
  readonly cost: number;
  readonly unclosed: readonly Stretch[];
}

const FENCE = /^( {0,3})(`{3,}|~{3,})[ \t]*(.*)$/;
const MARKUP: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<![a-z]/i, />/],
];
/** What a line has that opens or closes anything, begins a list or is a heading. */
const MATTERS = /[`~<>#]|^ {0,3}(?:[-*+]|\d)/;
const HEADING = /^ {0,3}#{1,6}[ \t]/;
/** A heading of more characters is none of a form. */
const LONGEST = 300;
/** Weighs more than as many headings as a text can have. */
const LEFT_OPEN = 100_000;
/** So many ways to read a text are followed, and so many places where it was left open: nobody leaves more. */
const MOST = 8;

/** The stretches that a fence or HTML would hide, never closed, before a heading of a form on a line of its own after a blank one. */
export function neverClosed(lines: readonly string[], isOfForm: (heading: string) => boolean): readonly Stretch[] {
  let readings: readonly Reading[] = [{ open: null, inList: false, cost: 0, unclosed: [] }];
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '' || (!MATTERS.test(line) && readings.every(({ inList }) => !inList))) continue;
    const isHeading = HEADING.test(line) && line.length <= LONGEST && (lines[at - 1] ?? '').trim() === '';
    const ends = isHeading && isOfForm(line.replace(/^[ #]+|(?<![ \t])[ \t]+#*[ \t]*$/g, ''));
    const cheapest = new Map<string, Reading>();
    for (const reading of readings.flatMap(
      (it) => goOn(it, line, ends ? at : null) ?? [{ ...it, ...opened(it, line, at) }],
    )) {
      const key = reading.open?.key ?? '';
      if (reading.cost < (cheapest.get(key)?.cost ?? Infinity)) cheapest.set(key, reading);
    }
    readings = [...cheapest.values()].sort((a, b) => a.cost - b.cost).slice(0, MOST);
  }
  const costs = readings.map(({ open, cost }) => cost + (open ? LEFT_OPEN : 0));
  return readings[costs.indexOf(Math.min(...costs))]!.unclosed;
}

/** What becomes of a reading in which something is open; null if nothing is. `heading` is the place of one that may end it. */
function goOn(reading: Reading, line: string, heading: number | null): readonly Reading[] | null {
  const { open, cost, unclosed } = reading;
  if (open === null) return null;
  if (heading !== null) {
    const within = { ...reading, cost: cost + 1 };
    if (unclosed.length === MOST) return [within];
    // The blank line before the heading stays: it ends what else may be there.
    const ended = [...unclosed, { from: open.from, to: heading - 1 }];
    return [within, { open: null, inList: false, cost: cost + LEFT_OPEN, unclosed: ended }];
  }
  const swallowed = open.reopens(line) ? LEFT_OPEN : 0;
  return [{ ...reading, cost: cost + swallowed, open: open.closes(line) ? null : open }];
}

/** What a line begins where nothing is open. */
function opened({ inList }: Reading, line: string, from: number): Pick<Reading, 'open' | 'inList'> {
  const isIndented = /^[ \t]/.test(line);
  if (inList && isIndented) return { open: null, inList };
  const open = fenceOf(line) ?? markupOf(line);
  return { open: open && { ...open, from }, inList: /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/.test(line) };
}

function fenceOf(line: string): Opening | null {
  const [, , fence, rest] = FENCE.exec(line) ?? [];
  if (fence === undefined || (fence.startsWith('`') && rest!.includes('`'))) return null;
  /** What stands behind a fence that is one of this kind; null for any other line. */
  const after = (other: string): string | null => {
    const [, , mark, text] = FENCE.exec(other) ?? [];
    return mark?.startsWith(fence) ? text!.trim() : null;
  };
  return { key: fence, closes: (it) => after(it) === '', reopens: (it) => Boolean(after(it)) };
}

function markupOf(line: string): Opening | null {
  const kind = MARKUP.find(([begin]) => begin.test(line));
  if (!kind) return null;
  const [begin, end] = kind;
  // `<!-->` is a whole comment.
  if (end.test(line.trimStart().slice(2))) return null;
  return { key: begin.source, closes: (it) => end.test(it), reopens: (it) => begin.test(it) };
}
