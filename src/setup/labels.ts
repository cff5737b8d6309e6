import type { LabelChange, LabelLooks, RepositoryLabel } from '../github/port.ts';
import { wordsOf } from '../capabilities/words.ts';
import { knownLabels } from '../capabilities/membership/spelling.ts';
import { type Policy } from '../capabilities/policy.ts';
import { PRIORITIES } from '../model/priority.ts';

const COLORS = { P0: 'b60205', P1: 'd93f0b', P2: 'fbca04', P3: '0e8a16' } as const;

/** A label as it should be. */
type Label = Pick<RepositoryLabel, 'name' | 'color' | 'description'>;

/**
 * What is wrong if the incident label, an input, is also the name of another label of the policy; otherwise null. The policy
 * cannot be checked for that by itself.
 */
export function labelClash(policy: Policy, incidentLabel: string): string | null {
  const [, ...others] = knownLabels(policy, incidentLabel);
  const clash = others.find((label) => label.toLowerCase() === incidentLabel.toLowerCase());
  return clash === undefined
    ? null
    : `The input \`label\` is "${incidentLabel}", which the policy uses for something else: give one of them another name.`;
}

/** Every label of a policy, in its language; colours as six hex digits. Of two that differ in capitals only, the first. */
export function labelsOf(policy: Policy, incidentLabel: string): readonly Label[] {
  const { descriptions } = wordsOf(policy.language).label;
  const { labels, priorities, categories, assistance, maintenance, pauses, services, reports, escalationPolicies } =
    policy;
  const all: Label[] = [
    { name: incidentLabel, color: '5319e7', description: descriptions.incident },
    ...PRIORITIES.map((it) => ({
      name: priorities[it].label,
      color: COLORS[it],
      description: descriptions.priority,
    })),
    { name: labels.needsAssessment, color: 'd4c5f9', description: descriptions.needsAssessment },
    { name: labels.needsInformation, color: 'fef2c0', description: descriptions.needsInformation },
    { name: labels.mitigated, color: 'bfd4f2', description: descriptions.mitigated },
    { name: labels.deployAnyway, color: 'c5def5', description: descriptions.deployAnyway },
    { name: labels.resolved, color: 'c2e0c6', description: descriptions.resolved },
    { name: labels.breached, color: 'e11d21', description: descriptions.breached },
    { name: labels.postMortem, color: '1d76db', description: descriptions.postMortem },
    { name: labels.inReview, color: 'd4c5f9', description: descriptions.inReview },
    { name: labels.approved, color: 'c2e0c6', description: descriptions.approved },
    { name: labels.published, color: 'bfe5bf', description: descriptions.published },
    { name: labels.problem, color: '5319e7', description: descriptions.problem },
    { name: labels.review, color: 'c5def5', description: descriptions.review },
    ...(reports?.monthly ? [{ name: labels.report, color: 'c5def5', description: descriptions.report }] : []),
    { name: labels.actionItem, color: 'bfdadc', description: descriptions.actionItem },
    ...(assistance ? [{ name: assistance.label, color: '006b75', description: descriptions.assistance }] : []),
    ...(maintenance ? [{ name: maintenance.label, color: '0052cc', description: descriptions.maintenance }] : []),
    ...categories.flatMap(({ label, subcategories }) => [
      { name: label, color: 'c5def5', description: descriptions.category },
      ...subcategories.map((it) => ({ name: it.label, color: 'd9e9f9', description: descriptions.subcategory })),
    ]),
    ...[...pauses.keys()].map((name) => ({ name, color: 'cccccc', description: descriptions.pause })),
    ...services.map(({ name }) => ({ name, color: 'bfdadc', description: descriptions.service })),
    { name: labels.watched, color: 'fef2c0', description: descriptions.watched },
    { name: labels.onCall, color: 'bfe5bf', description: descriptions.onCall },
    ...[...escalationPolicies.values()].flatMap((steps) =>
      steps.flatMap((step) => step.labels.map((name) => ({ name, color: 'f9d0c4', description: descriptions.step }))),
    ),
  ];
  const byName = new Map<string, Label>();
  for (const label of all) if (!byName.has(key(label.name))) byName.set(key(label.name), label);
  return [...byName.values()];
}

/** How the labels of a policy look when they must be created. */
export function labelLooks(policy: Policy, incidentLabel: string): LabelLooks {
  const looks = new Map(labelsOf(policy, incidentLabel).map((label) => [key(label.name), label]));
  return (name) => looks.get(key(name)) ?? { color: 'ededed', description: '' };
}

/** A label to be created, or one to be changed with what it was before. */
export interface PlannedLabel {
  readonly change: LabelChange;
  readonly before: Label | null;
}

/** The labels of the policy that the repository lacks, and those that look otherwise there. Other labels are left alone. */
export function planLabels(
  policy: Policy,
  incidentLabel: string,
  existing: readonly RepositoryLabel[],
): readonly PlannedLabel[] {
  const found = new Map(existing.map((label) => [key(label.name), label]));
  return labelsOf(policy, incidentLabel).flatMap((wanted) => {
    const before = found.get(key(wanted.name)) ?? null;
    // GitHub takes names that differ in capitals only for the same; what the repository calls it stays.
    const change = { ...wanted, id: before?.id ?? null, name: before?.name ?? wanted.name };
    const same = before?.color.toLowerCase() === wanted.color && before.description === wanted.description;
    return same ? [] : [{ change, before }];
  });
}

function key(name: string): string {
  return name.toLowerCase();
}
