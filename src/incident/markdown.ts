import { fromMarkdown } from 'mdast-util-from-markdown';

/** A line such as `/resolve a bad deploy, rolled back`. */
export interface Command {
  readonly name: string;
  readonly text: string;
}

const LINE = /^\/([a-z][a-z-]*)(?:[ \t]+(\S.*?))?[ \t]*$/;

/**
 * The commands of a comment: lines that begin with a slash and a word, in plain paragraphs only. What stands in quotes, code,
 * lists or HTML is somebody else's words or an example, and is not read.
 */
export function readCommands(body: string): Command[] {
  if (!/^[ \t]*\/[a-z]/m.test(body)) return [];
  const lines = body.split(/\r\n?|\n/);
  return fromMarkdown(body)
    .children.filter((node) => node.type === 'paragraph')
    .flatMap(({ position }) => lines.slice(position!.start.line - 1, position!.end.line))
    .map((line) => LINE.exec(line.trim()))
    .filter((match) => match !== null)
    .map((match) => ({ name: match[1]!, text: match[2] ?? '' }));
}

/** The headings of a text, in order, without their markup; those in code or quotes are not headings of the text. */
export function readHeadings(body: string): string[] {
  return fromMarkdown(body)
    .children.filter((node) => node.type === 'heading')
    .map((node) =>
      node.children
        .map((child) => ('value' in child ? child.value : ''))
        .join('')
        .trim(),
    );
}
