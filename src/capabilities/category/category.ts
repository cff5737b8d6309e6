import { foldText } from '../../text/compare.ts';
import type { Category, Subcategory } from './policy.ts';
import type { Policy } from '../policy.ts';

/** A category, and the part of it if one is known. */
export interface FoundCategory {
  readonly category: Category;
  readonly subcategory: Subcategory | null;
}

/** The category named as people name it: `dns`, or `dns/resolver`, whatever the capitals and accents. */
export function findCategory({ categories }: Policy, text: string): FoundCategory | null {
  const wanted = foldText(text);
  for (const category of categories) {
    if (foldText(category.name) === wanted) return { category, subcategory: null };
    for (const subcategory of category.subcategories)
      if (foldText(`${category.name}/${subcategory.name}`) === wanted) return { category, subcategory };
  }
  return null;
}

/** The labels that a category is carried by. */
export function categoryLabels({ category, subcategory }: FoundCategory): readonly string[] {
  return [category.label, ...(subcategory ? [subcategory.label] : [])];
}

/** The category that a label carries; null if it carries none. */
export function categoryOf({ categories }: Policy, label: string): FoundCategory | null {
  for (const category of categories) {
    if (category.label === label) return { category, subcategory: null };
    const subcategory = category.subcategories.find((it) => it.label === label);
    if (subcategory) return { category, subcategory };
  }
  return null;
}
