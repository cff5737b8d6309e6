import { postMortemWords } from '../../capabilities/post-mortem/words.ts';
import { withMark } from '../../engine/mark.ts';
import { foldText } from '../../text/compare.ts';
import { sha256Of } from '../../text/hash.ts';
import { readSections } from '../../text/markdown.ts';

/** A section of a post-mortem, as people left it. */
export interface Section {
  readonly heading: string;
  readonly text: string;
}

/** What people wrote in a post-mortem. */
export interface PostMortemText {
  readonly sections: readonly Section[];
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
  const all = readSections(plain).map(({ heading, source, text }) => ({ heading, source, text: text.trim() }));
  const isIn = (set: ReadonlySet<string>) => (it: Section) => set.has(foldText(it.heading));
  const [isActions, isCustomer] = [isIn(ACTIONS), isIn(CUSTOMER)];
  const rest = all.filter((it) => !isActions(it));
  const preface = all.length === 0 ? plain : plain.slice(0, plain.indexOf(all[0]!.source)).trim();
  const joined = (some: readonly Section[]): string | null =>
    some.length === 0
      ? null
      : some
          .map(({ text }) => withoutHints(text))
          .join('\n')
          .trim();
  return {
    sections: all,
    revision: sha256Of([preface, ...rest.map(({ source, text }) => `${source}\n${text}`)].join('\n\n')),
    parts: Object.fromEntries(
      rest.slice(0, MOST).map(({ heading, text }) => [heading.slice(0, LONGEST), sha256Of(text).slice(0, 12)]),
    ),
    unwritten: rest.filter(({ text }) => text === '' || holdsHint(text)).map(({ heading }) => heading),
    actions: joined(all.filter(isActions)),
    customer: joined(all.filter(isCustomer)),
  };
}

/** The headings of the sections that are not as they were: changed, new, or gone. */
export function changedSince(
  before: Readonly<Record<string, string>>,
  { parts }: Pick<PostMortemText, 'parts'>,
): readonly string[] {
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
