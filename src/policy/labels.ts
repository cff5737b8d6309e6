import { wrongLabel } from './names.ts';
import { PRIORITIES } from '../model/priority.ts';
import type { AssistancePolicy, Category, LabelNames, PriorityPolicy } from '../capabilities/policy.ts';
import type { Priority } from '../model/priority.ts';
import type { PolicyFile } from './schema.ts';
import type { Source } from './scope.ts';
import type { Path, Tree } from './tree.ts';
import { find, showPath } from './tree.ts';
import { quote } from './wording.ts';

/** Names of the labels; one that the section leaves out is called like its key. */
export function readLabels(section: NonNullable<PolicyFile['labels']>): LabelNames {
  return {
    needsAssessment: section['needs-assessment'] ?? 'needs-assessment',
    needsInformation: section['needs-information'] ?? 'needs-information',
    mitigated: section.mitigated ?? 'mitigated',
    resolved: section.resolved ?? 'resolved',
    breached: section.breached ?? 'breached',
    postMortem: section['post-mortem'] ?? 'post-mortem',
    onCall: section['on-call'] ?? 'on-call',
  };
}

/** Reports labels that mean two things, and names of categories that cannot be labels. */
export function checkLabels(
  labels: LabelNames,
  priorities: Readonly<Record<Priority, PriorityPolicy>>,
  categories: readonly Category[],
  assistance: AssistancePolicy | null,
  pauses: readonly string[],
  escalation: NonNullable<PolicyFile['escalation-policies']>,
  { tree, report, isIntact }: Source,
): void {
  const uses: readonly (readonly [Path, string])[] = [
    ...PRIORITIES.map((id) => [['priorities', id, 'label'], priorities[id].label] as const),
    [['labels', 'needs-assessment'], labels.needsAssessment],
    [['labels', 'needs-information'], labels.needsInformation],
    [['labels', 'mitigated'], labels.mitigated],
    [['labels', 'resolved'], labels.resolved],
    [['labels', 'breached'], labels.breached],
    [['labels', 'post-mortem'], labels.postMortem],
    [['labels', 'on-call'], labels.onCall],
    ...(assistance ? [[['assistance', 'label'], assistance.label] as const] : []),
    ...pauses.map((label) => [['pauses', label], label] as const),
    ...categories.flatMap(({ label, subcategories }, at) => [
      [labelPath(tree, ['categories', at]), label] as const,
      ...subcategories.map((it, n) => [labelPath(tree, ['categories', at, 'subcategories', n]), it.label] as const),
    ]),
    ...Object.entries(escalation).flatMap(([name, steps]) =>
      steps.flatMap(({ label = [] }, at) => {
        const path: Path = ['escalation-policies', name, at, 'label'];
        if (typeof label === 'string') return [[path, label] as const];
        return label.map((one, n) => [[...path, n], one] as const);
      }),
    ),
  ];
  // GitHub takes labels that differ in case only for the same.
  const first = new Map<string, Path>();
  for (const [path, label] of uses) {
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

/** Where the label of a category or subcategory stands: its own key, else the name that it is taken from. */
function labelPath(tree: Tree, path: Path): Path {
  for (const key of ['label', 'name']) if (find(tree, [...path, key])) return [...path, key];
  return path;
}
