import { PRIORITIES } from '../../model/priority.ts';
import { wrongLabel } from '../../policy/names.ts';
import type { PolicyOf, Scope } from '../../policy/section.ts';
import { find, showPath, type Path, type Tree } from '../../policy/tree.ts';
import { quote } from '../../policy/wording.ts';
import { assistanceSection } from '../assistance/policy.ts';
import { categoriesSection } from '../category/policy.ts';
import { escalationPoliciesSection } from '../escalation/policy.ts';
import { maintenanceSection } from '../maintenance/policy.ts';
import { pausesSection } from '../pauses/policy.ts';
import { prioritiesSection } from '../priority/policy.ts';
import { LABEL_KEYS, type LabelNames } from './labels.ts';

/** The sections that give labels a meaning. */
export const LABELLING = [
  prioritiesSection,
  assistanceSection,
  pausesSection,
  categoriesSection,
  maintenanceSection,
] as const;

interface Labelled extends PolicyOf<typeof LABELLING> {
  readonly labels: LabelNames;
}

/** Reports labels that mean two things, and names of categories that cannot be labels. */
export function checkLabels(policy: Labelled, scope: Scope): void {
  const { tree, report, isIntact } = scope;
  // GitHub takes labels that differ in case only for the same.
  const first = new Map<string, Path>();
  for (const [path, label] of usesOf(policy, scope)) {
    if (!isIntact(path)) continue;
    const wrong = path[0] === 'categories' ? wrongLabel(label) : undefined;
    if (wrong !== undefined) report(path, `cannot be a label: ${wrong}`);
    const other = first.get(label.toLowerCase());
    first.set(label.toLowerCase(), other ?? path);
    // Several steps may put the same label on; one that means something else would say that.
    if (other === undefined || (other[0] === 'escalation-policies' && path[0] === other[0])) continue;
    const [here, there] = find(tree, path) ? [path, other] : [other, path];
    report(
      here,
      `the label ${quote(label)} is also that of ${showPath(tree, there.at(-1) === 'label' ? there.slice(0, -1) : there)}`,
      here[0] === 'pauses' ? 'key' : 'value',
    );
  }
}

/** Every label that the file gives a meaning, at its place. */
function usesOf(policy: Labelled, { tree, given }: Scope): readonly (readonly [Path, string])[] {
  const { labels, priorities, categories, assistance, maintenance, pauses } = policy;
  return [
    ...PRIORITIES.map((id) => [['priorities', id, 'label'], priorities[id].label] as const),
    ...LABEL_KEYS.map(([role, key]) => [['labels', key], labels[role]] as const),
    ...(assistance ? [[['assistance', 'label'], assistance.label] as const] : []),
    ...(maintenance ? [[['maintenance', 'label'], maintenance.label] as const] : []),
    ...[...pauses.keys()].map((label) => [['pauses', label], label] as const),
    ...categories.flatMap(({ label, subcategories }, at) => [
      [labelPath(tree, ['categories', at]), label] as const,
      ...subcategories.map((it, n) => [labelPath(tree, ['categories', at, 'subcategories', n]), it.label] as const),
    ]),
    ...Object.entries(given(escalationPoliciesSection).file ?? {}).flatMap(([name, steps]) =>
      steps.flatMap(({ label = [] }, at) => {
        const path: Path = ['escalation-policies', name, at, 'label'];
        if (typeof label === 'string') return [[path, label] as const];
        return label.map((one, n) => [[...path, n], one] as const);
      }),
    ),
  ];
}

/** Where the label of a category or subcategory stands: its own key, else the name that it is taken from. */
function labelPath(tree: Tree, path: Path): Path {
  for (const key of ['label', 'name']) if (find(tree, [...path, key])) return [...path, key];
  return path;
}
