import { linesOf, outline } from './outline.ts';

/** A text without its HTML comments; what looks like one in code stays. */
export function withoutComments(text: string): string {
  if (!text.includes('<!--')) return text;
  const lines = linesOf(text);
  const { blocks, lineOf } = outline(lines);
  const parts: string[] = [];
  let rest = 0;
  for (const { type, position } of blocks) {
    if (type !== 'code') continue;
    const [from, to] = [lineOf(position!.start.line), lineOf(position!.end.line + 1)];
    if (from > rest) parts.push(dropComments(lines.slice(rest, from).join('\n')));
    parts.push(lines.slice(from, to).join('\n'));
    rest = to;
  }
  return [...parts, dropComments(lines.slice(rest).join('\n'))].join('\n');
}

/** What is in an answer that is nothing but code; null for any other. */
export function wholeCode(text: string): string | null {
  const lines = linesOf(text);
  if (lines.length > 1 && /^(?:```|~~~)/.test(text)) {
    const { blocks } = outline(lines);
    const closed = /^[ \t]*(?:`{3,}|~{3,})[ \t]*$/.test(lines.at(-1)!);
    return blocks.length === 1 && blocks[0]!.type === 'code' && closed ? lines.slice(1, -1).join('\n') : null;
  }
  const fence = /^`*/.exec(text)![0];
  const inner = text.slice(fence.length, -fence.length);
  const alone = fence !== '' && text.length > 2 * fence.length && text.endsWith(fence);
  if (!alone || (inner.match(/`+/g) ?? []).some((run) => run.length === fence.length) || inner.endsWith('`'))
    return null;
  const code = inner.replace(/\n/g, ' ');
  return code.trim() !== '' && code.startsWith(' ') && code.endsWith(' ') ? code.slice(1, -1) : code;
}

/** Those of running text. One that opens at the start of a line and does not end hides all that follows. */
function dropComments(text: string): string {
  const marks = [...text.matchAll(/<!--|`+|\n[ \t]*(?=\n)/g)].map((match) => ({ at: match.index, mark: match[0] }));
  // Code ends with as many backticks as it began with, in the same paragraph; otherwise it is none.
  const closings = new Map<number, number>();
  let later = new Map<string, number>();
  for (const { at, mark } of marks.toReversed()) {
    if (mark.startsWith('\n')) later = new Map();
    else if (mark.startsWith('`')) {
      const closing = later.get(mark);
      if (closing !== undefined) closings.set(at, closing + mark.length);
      later.set(mark, at);
    }
  }
  let plain = '';
  let done = 0;
  for (const { at, mark } of marks) {
    if (at < done) continue;
    if (mark === '<!--') {
      const end = text.indexOf('-->', at + 2);
      if (end < 0 && !/^ {0,3}$/.test(text.slice(text.lastIndexOf('\n', at) + 1, at))) continue;
      plain += text.slice(done, at);
      done = end < 0 ? text.length : end + 3;
    } else {
      const end = closings.get(at) ?? at + mark.length;
      plain += text.slice(done, end);
      done = end;
    }
  }
  return plain + text.slice(done);
}
