import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes, Paragraph, Heading } from 'mdast';

/** A line such as `/resolve a bad deploy, rolled back`. */
export interface Command {
  readonly name: string;
  readonly text: string;
}

const LINE = /^\/([a-z][a-z-]*)[.!]?(?:[ \t]+(\S.*?))?[ \t]*$/i;

/** The most commands that one comment may give. */
const MOST = 20;
/*
 * Reading Markdown takes a time that grows with the square of what is nested, and whoever may comment could hold every run up
 * with a page of brackets. What a person has to say to a machine stands in the first lines, and in short ones.
 */
const LONGEST_TEXT = 8_000;
const LONGEST_LINE = 300;

/**
 * The commands of a comment: lines that begin with a slash and a word, in plain paragraphs only. What stands in quotes, code,
 * lists or HTML is somebody else's words or an example, and is not read. A line under it may make a heading of a command, as
 * the signature of a mail does; it is read all the same.
 */
export function readCommands(body: string): Command[] {
  if (!/^[ \t]*\/[a-z]/im.test(body)) return [];
  const lines = shorten(body);
  return parse(lines)
    .filter((node) => node.type === 'paragraph' || node.type === 'heading')
    .flatMap((node) => plainLines(node, lines))
    .map((line) => LINE.exec(line.trim()))
    .filter((match) => match !== null)
    .slice(0, MOST)
    .map((match) => ({ name: match[1]!.toLowerCase(), text: match[2] ?? '' }));
}

/** The headings of a text, in order, without their markup; those in code or quotes are not headings of the text. */
export function readHeadings(body: string): string[] {
  if (!/^ {0,3}#/m.test(body)) return [];
  // The answers of a form may be long; only what may be a heading is looked at.
  return parse(shorten(body, Infinity).filter((line) => /^ {0,3}(#|```|~~~)/.test(line)))
    .filter((node) => node.type === 'heading')
    .map((node) =>
      node.children
        .map((child) => ('value' in child ? child.value : ''))
        .join('')
        .trim(),
    );
}

function shorten(body: string, most = LONGEST_TEXT): string[] {
  const text = body.length > most ? body.slice(0, most) : body;
  return text.split(/\r\n?|\n/).map((line) => line.slice(0, LONGEST_LINE));
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
