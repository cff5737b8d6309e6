import type { Language } from '../model/language.ts';
import { itemWordsOf } from './action-items/words.ts';
import { commandList } from './replies.ts';
import { subjectWordsOf } from './words.ts';

/** What the card of one kind of subject says. */
interface CardParts {
  readonly title: string;
  /** What whoever reads it does now. */
  readonly next: string;
  /** A line each. */
  readonly facts: readonly string[];
  /** Its action items, a line each. */
  readonly items: readonly string[];
  readonly commands: Parameters<typeof commandList>[0];
}

/** The text of a card: what it is, what to do, what is so, the action items, and the commands folded. */
export function cardText(language: Language, { title, next, facts, items, commands }: CardParts): string {
  const { card } = subjectWordsOf(language);
  return [
    `## ${title}`,
    next,
    listOf(facts),
    ...(items.length === 0 ? [] : [`### ${itemWordsOf(language).card.heading}`, listOf(items)]),
    `<details><summary>${card.commands}</summary>\n\n${commandList(commands, language)}\n\n</details>`,
    `<sub>${card.note}</sub>`,
  ].join('\n\n');
}

function listOf(lines: readonly string[]): string {
  return lines.map((it) => `- ${it}`).join('\n');
}
