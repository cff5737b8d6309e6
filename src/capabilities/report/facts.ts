import { REQUIRED_FACTS, type FactName } from '../../model/fact.ts';
import { wholeCode, withoutComments } from '../../text/answers.ts';
import { tickedBoxes } from '../../text/boxes.ts';
import { readSections, type TextSection } from '../../text/markdown.ts';
import { foldText } from '../../text/compare.ts';
import { cutTo } from '../../text/cut.ts';

/** What a report says, by name; a fact that is absent was not given. Foreign text. */
export type Facts = { readonly [K in FactName]?: string };

/** Which fact stands under a heading: headings in every language, as `foldText` writes them. */
export type Headings = ReadonlyMap<string, FactName>;

/** The most of an answer that is kept, in characters. */
const LONGEST = 2_000;

/** What GitHub writes for a question that was not answered, and what people do. */
const NO_ANSWER = /^(?:([_*])No response\1|n\/a|n\.a\.?)$/i;

/**
 * Reads the facts of a report out of its text: answers under headings, in any order. An answer ends at the next heading that
 * is a fact, or that is not deeper than its own, unless it begins with that one. Of a fact that is asked for twice the first
 * answer counts.
 */
export function readFacts(body: string, headings: Headings): Facts {
  // A run folds each of its issues several times, and reading takes longer than everything else in that.
  const known = READ.get(headings) ?? new Map<string, Facts>();
  READ.set(headings, known);
  const before = known.get(body);
  if (before) return before;
  if (known.size >= MOST_READ) known.clear();
  const facts = read(body, headings);
  known.set(body, facts);
  return facts;
}

/** The same of any other form: answers by the names that a vocabulary, as `foldText` writes it, has for their headings. */
export function readAnswers<N extends string>(
  body: string,
  headings: ReadonlyMap<string, N>,
): { readonly [K in N]?: string } {
  return read(body, headings);
}

/** What has been read, by the vocabulary it was read with. */
const READ = new WeakMap<Headings, Map<string, Facts>>();
const MOST_READ = 500;

/** The sections of a report, and which facts they are. */
function readForm<N extends string>(body: string, headings: ReadonlyMap<string, N>) {
  const nameOf = (heading: string): N | undefined => headings.get(foldText(heading));
  const sections = readSections(body, (heading) => nameOf(heading) !== undefined);
  return { sections, names: sections.map(({ heading }) => nameOf(heading)) };
}

/** Which facts a text asks for under headings of the form, whether or not they are given. */
export function factsAsked(body: string, headings: Headings): ReadonlySet<FactName | undefined> {
  return new Set(readForm(body, headings).names);
}

function read<N extends string>(body: string, headings: ReadonlyMap<string, N>): { readonly [K in N]?: string } {
  const facts: { [K in N]?: string } = {};
  const { sections, names } = readForm(body, headings);
  for (const [i, name] of names.entries()) {
    if (name === undefined || facts[name] !== undefined) continue;
    const next = names.findIndex((it, j) => j > i && it !== undefined);
    const answer = readAnswer(answerBelow(sections.slice(i, next < 0 ? undefined : next)));
    if (answer !== '') facts[name] = answer;
  }
  return facts;
}

/** Which of the facts that every report must have are not given. */
export function missingFacts(facts: Facts): readonly FactName[] {
  return REQUIRED_FACTS.filter((name) => facts[name] === undefined);
}

/**
 * The answer under the first of these headings, the others of which are no facts. GitHub leaves no answer empty, so one that
 * seems to be begins with the next heading, whatever its level.
 */
function answerBelow([asked, ...others]: readonly TextSection[]): string {
  const [first] = others;
  const begins = first !== undefined && isEmpty(asked!.text);
  const top = begins && endsAnswer(first, asked!) ? first : asked!;
  const end = others.findIndex((it) => it !== top && endsAnswer(it, top));
  const below = others
    .slice(0, end < 0 ? undefined : end)
    .map((it) => `${begins && it === first && !it.underlined ? it.title : it.source}\n${it.text}`);
  return [asked!.text, ...below].join('\n');
}

function isEmpty(text: string): boolean {
  return withoutComments(text.slice(0, 2 * LONGEST)).trim() === '';
}

/** A rule under a line of text makes a heading of it; an answer that has one goes on. */
function endsAnswer(section: TextSection, answer: TextSection): boolean {
  return section.depth <= answer.depth && (!section.underlined || answer.underlined);
}

function readAnswer(raw: string): string {
  // Comments count for nothing, and an answer may begin with one; reading much more than is kept would be in vain.
  const read = withoutComments(raw.slice(0, 2 * LONGEST));
  // Of boxes, all are read: a list of them may be long, and what is ticked short.
  const ticked = tickedBoxes(read + raw.slice(2 * LONGEST))?.filter((it) => it !== '');
  const text = (ticked?.join(', ') ?? read).trim();
  const answer = (wholeCode(text) ?? text).trim();
  const says = !NO_ANSWER.test(text) && /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(answer);
  return says ? cutTo(answer, LONGEST) : '';
}
