import { postMortemWords } from '../../capabilities/post-mortem/words.ts';
import { withMark } from '../../engine/mark.ts';
import { LONGEST_TEXT } from '../../model/limits.ts';
import { foldText } from '../../text/compare.ts';
import { sha256Of } from '../../text/hash.ts';
import { readSections, type TextSection } from '../../text/markdown.ts';
import { MOST_LINES } from '../../text/outline.ts';

/** A section of a post-mortem, as people left it. */
export interface PostMortemSection {
  readonly heading: string;
  readonly text: string;
}

/** What people wrote in a post-mortem. */
export interface PostMortemText {
  readonly sections: readonly PostMortemSection[];
  /** SHA-256 of all of it but the lists of action items, which grow after the approval as well. */
  readonly revision: string;
  /** A short hash of each section but those, by its heading: what has changed since another revision. */
  readonly parts: Readonly<Record<string, string>>;
  /** Headings under which nobody has written yet. */
  readonly unwritten: readonly string[];
  /** What stands under the heading for action items; null if that heading is gone. */
  readonly actions: string | null;
  /** The same for the version for customers. */
  readonly customer: string | null;
}

const CATALOGUES = [postMortemWords.en.postMortem, postMortemWords.fr.postMortem];
const HINTS = new Set(
  CATALOGUES.flatMap((it) => [it.toWrite, it.actionsHint, it.customerHint, ...Object.values(it.hints)]),
);
const ACTIONS = new Set(CATALOGUES.map(({ actions }) => foldText(actions)));
const CUSTOMER = new Set(CATALOGUES.map(({ customer }) => foldText(customer)));

/** The longest heading, and the most sections, that the record keeps the hashes of. */
const LONGEST = 60;
const MOST = 40;

/** Reads the text of a post-mortem. Its headings may have any depth and stand in any order, in any of our languages. */
export function readText(body: string): PostMortemText {
  const plain = withMark(body, '').replace(/\r\n?/g, '\n').trim();
  const sections = readSections(plain);
  const groups = groupsOf(sections);
  const all = sections.map(({ heading, source, text }, i) => ({
    heading,
    source,
    text: text.trim(),
    group: groups[i],
  }));
  const rest = all.filter(({ group }) => group?.of !== 'actions');
  const joined = (of: Group['of']): string | null => {
    const some = all.filter(({ group }) => group?.of === of);
    const texts = some.map(({ source, text, group }) => (group!.isHead ? '' : `${source}\n\n`) + withoutHints(text));
    return some.length === 0 ? null : texts.join('\n\n').trim();
  };
  // Of what is too long not every heading is found: what stands behind the last one may be more than the list.
  const isCut = plain.split('\n').length > MOST_LINES;
  const bound = all.filter((it, i) => rest.includes(it) || (isCut && i === all.length - 1));
  return {
    sections: all,
    revision: sha256Of(
      [...around(plain, sections), ...bound.map(({ source, text }) => `${source}\n${text}`)].join('\n\n'),
    ),
    parts: Object.fromEntries(
      rest.slice(0, MOST).map(({ heading, text }) => [heading.slice(0, LONGEST), sha256Of(text).slice(0, 12)]),
    ),
    unwritten: rest.filter(({ text }) => text === '' || holdsHint(text)).map(({ heading }) => heading),
    actions: joined('actions'),
    customer: joined('customer'),
  };
}

/** The list of action items or the version for customers, and whether a section is the head of it or a part below that. */
interface Group {
  readonly of: 'actions' | 'customer';
  readonly isHead: boolean;
}

/** What each section belongs to: headings below that of the action items divide them. Below a title of the whole text stands all of it. */
function groupsOf(sections: readonly Pick<TextSection, 'heading' | 'depth'>[]): readonly (Group | null)[] {
  let head: { readonly of: Group['of']; readonly depth: number } | null = null;
  return sections.map(({ heading, depth }) => {
    const name = foldText(heading);
    const of = ACTIONS.has(name) ? 'actions' : CUSTOMER.has(name) ? 'customer' : null;
    if (of !== null) head = { of, depth };
    else if (head !== null && (depth <= head.depth || head.depth === 1)) head = null;
    return head && { of: head.of, isHead: of !== null };
  });
}

/** What stands before the first heading, and what is too far down to be read as sections: an approval is of that as well. */
function around(plain: string, sections: readonly Pick<TextSection, 'source' | 'text'>[]): readonly string[] {
  const read = plain.slice(0, LONGEST_TEXT);
  const below = sections.map(({ source, text }) => `${source}\n${text}`).join('\n');
  // A heading that is the last line has no line below it.
  const length = read.endsWith(below) ? below.length : below.length - 1;
  return [read.slice(0, read.length - length).trim(), plain.slice(LONGEST_TEXT)];
}

/** The headings of the sections that are not as they were: changed, new, or gone; none where nobody knows any more how they were. */
export function changedSince(
  before: Readonly<Record<string, string>>,
  { parts }: Pick<PostMortemText, 'parts'>,
): readonly string[] {
  if (Object.keys(before).length === 0) return [];
  return [...new Set([...Object.keys(parts), ...Object.keys(before)])].filter((it) => parts[it] !== before[it]);
}

const isHint = (line: string): boolean => HINTS.has(/^_(.*)_$/.exec(line.trim())?.[1] ?? '');

function holdsHint(text: string): boolean {
  return text.split('\n').some(isHint);
}

function withoutHints(text: string): string {
  return text
    .split('\n')
    .filter((line) => !isHint(line))
    .join('\n');
}
