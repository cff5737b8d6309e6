import { withMark } from '../../engine/mark.ts';
import { foldText } from '../../text/compare.ts';
import { plain } from '../../text/foreign.ts';
import { readSections } from '../../text/markdown.ts';
import { DECISIONS } from './words.ts';

const OPEN = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ \t]\][ \t]+(\S.*)$/;
const HEADINGS = new Set(DECISIONS.map(foldText));

/**
 * The decisions of an agenda that nobody has ticked, in the order of its text, each once. They are people's words, made safe to be written
 * again, and the same words however often they are carried over.
 */
export function openDecisions(body: string): readonly string[] {
  const sections = readSections(withMark(body, '').trim());
  const lines = sections.flatMap(({ heading, depth }, i) => {
    if (!HEADINGS.has(foldText(heading))) return [];
    const next = sections.findIndex((it, at) => at > i && it.depth <= depth);
    return sections.slice(i, next < 0 ? undefined : next).flatMap(({ text }) => text.split(/\r\n?|\n/));
  });
  return [...new Set(lines.flatMap((line) => OPEN.exec(line)?.[1] ?? []).map(harmless))];
}

/** A line that stays one: no mention, no reference, and no HTML, which might hide what comes after it. */
function harmless(text: string): string {
  return plain(text.replaceAll('<', '&lt;'), 300);
}
