import { accept, refuse, type Command, type Refusal } from '../../engine/command.ts';
import type { Policy } from '../policy.ts';
import { listing } from '../refusals.ts';
import { findCategory, type FoundCategory } from './category.ts';

const NO_CATEGORY: Refusal = {
  en: (command) => `${command} needs a category of the policy, such as \`/category NAME\` or \`/category NAME/PART\`.`,
  fr: (command) =>
    `${command} demande une catégorie de la politique, comme \`/category NOM\` ou \`/category NOM/PARTIE\`.`,
};

/** All categories, each with its subcategories. */
function namesIn({ categories }: Policy): readonly string[] {
  return categories.flatMap(({ name, subcategories }) => [name, ...subcategories.map((it) => `${name}/${it.name}`)]);
}

export const categoryCommand: Command<Policy, FoundCategory> = {
  usage: 'NAME',
  synonyms: ['type', 'catégorie', 'categorie'],
  does: {
    en: 'Sets the category, or `NAME/PART` its subcategory.',
    fr: 'Fixe la catégorie, ou avec `NOM/PARTIE` la sous-catégorie.',
  },
  did: { en: 'set the category', fr: 'a fixé la catégorie' },
  sorts: true,
  read(text, { policy }) {
    const found = findCategory(policy, text);
    return found ? accept(found) : refuse(listing(NO_CATEGORY, namesIn(policy)));
  },
  kept: (text, _, policy) => (findCategory(policy, text) ? text : null),
};
