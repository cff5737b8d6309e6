import { PRIORITIES } from '../model/priority.ts';
import { categoryLabels } from './category/category.ts';
import type { Policy } from './policy.ts';

/** The labels by which an incident is sorted, kind by kind: what is on record of them outlives a change in the repository's settings. */
export function labelKinds({ priorities, categories }: Policy): readonly (readonly string[])[] {
  const parts = categories.flatMap((category) =>
    [null, ...category.subcategories].flatMap((subcategory) => categoryLabels({ category, subcategory })),
  );
  return [PRIORITIES.map((it) => priorities[it].label), [...new Set(parts)]];
}
