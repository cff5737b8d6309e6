import { inline } from '../../text/foreign.ts';
import { leakWords } from '../customer/leak-words.ts';
import { dayOf, shortInstant } from '../../text/time.ts';
import { dueFrom } from '../../calendar/target.ts';
import type { PostMortemSituation } from './situation.ts';

/** The most headings, items or words that a line names. */
const SHOWN = 12;

/** Words that look for a culprit, in the languages of the texts: a hint, and no more. */
const BLAME =
  /(?<![\p{L}'’])(?:blame[ds]?|at fault|careless(?:ly)?|negligen(?:t|ce)|incompeten(?:t|ce)|stupid(?:ly)?|should have (?:known|checked|noticed)|human error|fautifs?|fautives?|coupables?|négligen(?:t|te|ce)|incompéten(?:t|te|ce)|aurait dû (?:savoir|vérifier|voir)|erreur humaine)(?![\p{L}])/giu;

/** What a post-mortem still lacks, a line each: listed for whoever reviews it, and never a reason to refuse anything. */
export function lint(situation: PostMortemSituation): readonly string[] {
  const { postMortem, words, common, policy, reader, now } = situation;
  const { text, items, customer } = postMortem;
  const listed = (all: readonly string[]): string => {
    const shown = all.slice(0, SHOWN).map((it) => inline(it, 80));
    return [...shown, ...(all.length > SHOWN ? ['…'] : [])].join(common.andThen);
  };
  const planned = items.items.filter(({ state }) => state === 'planned');
  const blame = [...new Set([...textOf(text.sections).matchAll(BLAME)].map(([found]) => found.toLowerCase()))];
  const ownerless = planned.filter(({ owner }) => owner === null).map((it) => it.text);
  return [
    ...(text.unwritten.length > 0 ? [words.lint.empty(listed(text.unwritten))] : []),
    ...(ownerless.length > 0 ? [words.lint.noOwner(listed(ownerless))] : []),
    ...planned
      .filter(({ line }) => line !== null && line.due === null)
      .slice(0, SHOWN)
      .map((it) => words.lint.noDue(inline(it.text, 80), dayOf(reader, dueFrom(policy.actionItems.due[it.type], now)))),
    ...situation.holes.map(({ from, to }) => words.lint.hole(shortInstant(reader, from), shortInstant(reader, to))),
    ...(items.items.length === 0 ? [words.lint.noItems] : []),
    ...(blame.length > 0 ? [words.lint.blame(listed(blame))] : []),
    ...customer.leaks
      .slice(0, SHOWN)
      .map((leak) => `${words.lint.leaks}${common.colon}${leakWords[reader.language].leaks.line(leak)}`),
  ];
}

function textOf(sections: readonly { readonly text: string }[]): string {
  return sections.map(({ text }) => text).join('\n');
}
