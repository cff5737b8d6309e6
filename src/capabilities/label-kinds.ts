import type { LabelKind } from '../engine/held.ts';
import { PRIORITIES } from '../model/priority.ts';
import { categoryLabels } from './category/category.ts';
import type { Policy } from './policy.ts';

/** The labels that say something of an incident, kind by kind: what is on record of them outlives a change in the repository's settings. */
export function labelKinds({ priorities, categories, assistance, labels, pauses }: Policy): readonly LabelKind[] {
  const parts = categories.flatMap((category) =>
    [null, ...category.subcategories].flatMap((subcategory) => categoryLabels({ category, subcategory })),
  );
  const said = [labels.resolved, labels.mitigated, ...pauses.keys(), ...(assistance ? [assistance.label] : [])];
  return [
    { labels: PRIORITIES.map((it) => priorities[it].label), ours: true },
    { labels: [...new Set(parts)], ours: true },
    ...said.map((label) => ({ labels: [label], ours: false })),
  ];
}
