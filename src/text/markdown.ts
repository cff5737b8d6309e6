import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes, Paragraph, Heading } from 'mdast';
import { LONGEST_TEXT } from '../model/limits.ts';
import { quotedFrom } from './mail.ts';
import { linesOf, outline } from './outline.ts';
import { neverClosed } from './unclosed.ts';

/** A line such as `/resolve a bad deploy, rolled back`. */
export interface CommandLine {
  readonly name: string;
  readonly text: string;
  /** Whether its author may not use this one. */
  readonly denied?: boolean;
}

/** A command as it was read, with the lines of plain text below it, up to the next. */
export interface ReadLine extends CommandLine {
  readonly below: readonly string[];
}

const LINE = /^\/(\p{L}[\p{L}\p{M}\p{N}_-]*)(?:\s*[:=]\s*(\S.*?)|[.!,:;]?(?:\s+(\S.*?))?)\s*$/u;
/** What cannot be seen and comes along with what people copy: it parts words like a blank. */
const UNSEEN = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]/g;
/** Whether a text has a line that may be one. */
const MAY_HAVE = /^(?:[^\S\r\n]|[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069])*\/\p{L}/mu;

/** Quotes within quotes, deeper than anybody reads. */
const DEEP = /^((?: {0,3}> ?){8})(?: {0,3}> ?)+/;

/** Where a signature begins, or what a mail program writes in the place of one. */
const SIGNATURE = /^(?:--\s*|(?:sent from my|get outlook for|envoyé de(?:puis)? mon|obtenir outlook)\s.*)$/iu;

/** The most commands that one comment may give. */
const MOST = 40;
/** Stands in the place of commands that were too many, or too far down, to be read. */
export const CUT = '…';
/*
 * Reading Markdown takes a time that grows with the square of what is nested, and whoever may comment could hold every run up
 * with a page of brackets. What a person has to say to a machine stands in the first lines, and in short ones.
 */
const LONGEST_HEAD = 8_000;
const MOST_LINES = 300;
const LONGEST_LINE = 300;
/** Of a command line the rest is its text, which is no Markdown to us: as much is taken as anybody writes in one paragraph. */
const LONGEST_TEXT_LINE = 4_000;

/**
 * The commands of a comment: lines that begin with a slash and a word, in plain paragraphs only. What stands in quotes, code,
 * lists or HTML is somebody else's words or an example, and is not read. A line under it may make a heading of a command, as
 * the signature of a mail does; it is read all the same. Nothing is read of a mail that a reply by mail quotes below itself.
 */
export function readCommands(body: string): readonly ReadLine[] {
  if (!MAY_HAVE.test(body)) return [];
  // A run folds each of its issues several times, and parsing takes longer than everything else in that.
  const before = READ.get(body);
  if (before) return before;
  if (READ.size >= MOST_READ) READ.clear();
  const commands = read(body);
  READ.set(body, commands);
  return commands;
}

/** Whether a text may hold a command at all, which is known at once. */
export function mayHaveCommands(body: string): boolean {
  return MAY_HAVE.test(body);
}

/** What has been read. */
const READ = new Map<string, readonly ReadLine[]>();
const MOST_READ = 10_000;

function read(body: string): ReadLine[] {
  const { lines, whole, rest } = shorten(body);
  const found: { name: string; text: string; below: string[] }[] = [];
  /** That which the next lines belong to, until something else comes between. */
  let current: (typeof found)[number] | null = null;
  for (const node of parse(lines)) {
    const isPlain = node.type === 'paragraph' || node.type === 'heading';
    for (const line of isPlain ? plainLines(node, whole) : []) {
      const match = LINE.exec(line.replace(UNSEEN, ' ').trim());
      if (match) {
        current = { name: match[1]!.toLowerCase(), text: match[2] ?? match[3] ?? '', below: [] };
        found.push(current);
      } else if (SIGNATURE.test(line)) {
        current = null;
      } else current?.below.push(line.trim());
    }
    if (node.type === 'list') current?.below.push(...linesOfNode(node, whole));
    else if (node.type !== 'paragraph') current = null;
  }
  // Whoever has given a command that was not read must hear of it.
  const isCut = found.length > MOST || MAY_HAVE.test(rest);
  return isCut ? [...found.slice(0, MOST), { name: CUT, text: '', below: [] }] : found;
}

function linesOfNode({ position }: Nodes, lines: readonly string[]): readonly string[] {
  const own = lines.slice(position!.start.line - 1, position!.end.line);
  return own.map((line) => line.trim()).filter((line) => line !== '');
}

/** A heading of a text, and what stands under it up to the next. */
export interface TextSection {
  /** 1 to 6. */
  readonly depth: number;
  readonly heading: string;
  /** Whether the heading is one because of a line of dashes under it, which may as well have been meant as a rule. */
  readonly underlined: boolean;
  /** The heading as it was written, without what makes it one. */
  readonly title: string;
  /** The heading as it was written, with its markup. */
  readonly source: string;
  /** As it was written. */
  readonly text: string;
}

/**
 * The sections of a text, in order. Headings in code, quotes, lists or HTML are none; what stands before the first is left out.
 * The headings of a form also end what was never closed before them.
 */
export function readSections(body: string, isOfForm: (heading: string) => boolean = () => false): TextSection[] {
  if (!/^ {0,3}(?:#|=+[ \t]*$|-+[ \t]*$)/m.test(body)) return [];
  const lines = linesOf(body.slice(0, LONGEST_TEXT));
  const open = neverClosed(lines, isOfForm);
  const inOpen = open.flatMap(({ from, to }) => lines.slice(from, to).map((_, i) => from + i));
  const { blocks, lineOf } = outline(lines, new Set(inOpen));
  const headings = blocks
    .filter((block) => block.type === 'heading')
    .map(({ depth, children, position }) => {
      const [from, to] = [lineOf(position!.start.line), lineOf(position!.end.line)];
      const heading =
        from === to
          ? children.map((child) => ('value' in child ? child.value : '')).join('')
          : lines.slice(from, to).join(' ');
      const underlined = from !== to && depth === 2;
      const title = from === to ? withoutHashes(lines[from]!) : lines.slice(from, to).join('\n');
      const source = lines.slice(from, to + 1).join('\n');
      return { from, to, depth, heading: heading.trim(), underlined, title, source };
    });
  return headings.map(({ to, depth, heading, underlined, title, source }, i) => ({
    depth,
    heading,
    underlined,
    title,
    source,
    text: lines.slice(to + 1, headings[i + 1]?.from).join('\n'),
  }));
}

/** What is written between the hashes of a heading. */
function withoutHashes(line: string): string {
  return line.replace(/^[ \t]*#+[ \t]*/, '').replace(/(?:(?<![ \t])[ \t]+|^)#+[ \t]*$/, '');
}

/** The part of a text that is read, as lines: cut for the parser, and with what people wrote on them; and the rest. */
function shorten(body: string): {
  readonly lines: readonly string[];
  readonly whole: readonly string[];
  readonly rest: string;
} {
  const all = linesOf(body.slice(0, LONGEST_HEAD));
  const end = quotedFrom(all);
  const lines = all.slice(0, end);
  const rest = end < all.length ? '' : `${lines.slice(MOST_LINES).join('\n')}${body.slice(LONGEST_HEAD)}`;
  const plain = (line: string): string => line.slice(0, LONGEST_LINE).replace(DEEP, '$1');
  const read = lines.slice(0, MOST_LINES);
  return { lines: read.map(plain), whole: read.map((line) => line.slice(0, LONGEST_TEXT_LINE)), rest };
}

function parse(lines: readonly string[]): readonly Nodes[] {
  return fromMarkdown(lines.join('\n')).children;
}

/** The lines of a paragraph, without those that begin inside of code or of an HTML comment. */
function plainLines({ position, children }: Paragraph | Heading, lines: readonly string[]): string[] {
  const inside = new Set<number>();
  for (const child of children) {
    if (child.type !== 'inlineCode' && child.type !== 'html') continue;
    for (let line = child.position!.start.line + 1; line <= child.position!.end.line; line++) inside.add(line);
  }
  // An HTML comment may be cut into several nodes; from where one opens, nothing of the paragraph is to be seen.
  const first = position!.start.line;
  const own = lines.slice(first - 1, position!.end.line);
  const opened = own.findIndex((line) => line.includes('<!--') && !line.includes('-->'));
  return own.filter((_, i) => !inside.has(first + i) && (opened < 0 || i <= opened));
}
