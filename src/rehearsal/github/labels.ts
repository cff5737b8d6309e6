import { checkLabel, LIMITS } from './limits.ts';
import { unprocessable } from './refusal.ts';
import { freshId, present, type Account, type StoredIssue, type Label, type World } from './state.ts';
import { record } from './timeline.ts';
import { emitIssue } from './webhooks.ts';

/** A new label of the repository; names are unique, whatever their case. */
export function createLabel(world: World, name: string, color = 'ededed', description: string | null = null): Label {
  checkLabel(name, description);
  if (!/^[0-9a-f]{6}$/i.test(color)) throw unprocessable('Color is invalid');
  if (world.labels.has(name.toLowerCase())) throw unprocessable('Name has already been taken');
  const ids = freshId(world, 'LA');
  const label: Label = { kind: 'Label', ...ids, name, color, description, createdAt: present(world) };
  world.labels.set(name.toLowerCase(), label);
  world.nodes.set(label.id, label);
  return label;
}

/** The label of that name, made when it is missing, as people's interfaces do. */
export function labelNamed(world: World, name: string): Label {
  return world.labels.get(name.toLowerCase()) ?? createLabel(world, name);
}

export function updateLabel(
  world: World,
  label: Label,
  changes: { name?: string | null; color?: string | null; description?: string | null },
): void {
  const name = changes.name ?? label.name;
  const description = changes.description ?? label.description;
  checkLabel(name, description);
  const holder = world.labels.get(name.toLowerCase());
  if (holder && holder !== label) throw unprocessable('Name has already been taken');
  world.labels.delete(label.name.toLowerCase());
  world.labels.set(name.toLowerCase(), label);
  label.name = name;
  label.color = changes.color ?? label.color;
  label.description = description;
}

/** Takes the label from the repository and, without a trace in their timelines, from its issues. */
export function deleteLabel(world: World, label: Label): void {
  world.labels.delete(label.name.toLowerCase());
  world.nodes.delete(label.id);
  for (const issue of world.issues.values()) issue.labels = issue.labels.filter((one) => one !== label);
}

export function addLabels(world: World, actor: Account, issue: StoredIssue, labels: readonly Label[]): void {
  const fresh = [...new Set(labels)].filter((label) => !issue.labels.includes(label));
  if (issue.labels.length + fresh.length > LIMITS.labels) {
    throw unprocessable(`Issue cannot have more than ${LIMITS.labels} labels`);
  }
  for (const label of fresh) {
    issue.labels.push(label);
    record(world, issue, actor, { kind: 'LabeledEvent', label });
    emitIssue(world, actor, issue, { action: 'labeled', label });
  }
}

export function removeLabels(world: World, actor: Account, issue: StoredIssue, labels: readonly Label[]): void {
  for (const label of new Set(labels)) {
    if (!issue.labels.includes(label)) continue;
    issue.labels = issue.labels.filter((one) => one !== label);
    record(world, issue, actor, { kind: 'UnlabeledEvent', label });
    emitIssue(world, actor, issue, { action: 'unlabeled', label });
  }
}
