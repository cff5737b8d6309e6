import type { Effect } from '../engine/effect.ts';
import { askGitHub, isPassing, persist, type Octokit, type Sleep } from './octokit.ts';
import { GitHubError, type LabelLooks } from './port.ts';
import { errorIn } from './errors.ts';

/** The node ids that mutations take instead of names, each looked up once a run. */
export interface Directory {
  /** Known after the first read. */
  repository: string;
  readonly labels: Map<string, string>;
  /** Null is a login that does not exist. */
  readonly users: Map<string, string | null>;
}

interface Place {
  readonly octokit: Octokit;
  readonly owner: string;
  readonly name: string;
  readonly sleep: Sleep;
}

/** Makes sure that the directory knows these labels and people; creates the labels that are missing. */
export async function lookUpIds(
  place: Place,
  directory: Directory,
  { labels, logins }: { readonly labels: readonly string[]; readonly logins: readonly string[] },
  looks: LabelLooks,
): Promise<void> {
  const newLabels = [...new Set(labels)].filter((label) => !directory.labels.has(label));
  const newUsers = [...new Set(logins)].filter((login) => !directory.users.has(login));
  if (newLabels.length + newUsers.length === 0) return;
  await find(place, directory, newLabels, newUsers);
  const missing = newLabels.filter((label) => !directory.labels.has(label));
  if (missing.length > 0) await create(place, directory, missing, looks);
}

/** The labels that effects name. */
export function labelsIn(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) => ('labels' in effect ? effect.labels : []));
}

/** The people that effects assign. */
export function loginsIn(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) =>
    effect.do === 'assign' || effect.do === 'unassign'
      ? effect.logins
      : effect.do === 'open-issue'
        ? effect.assignees
        : [],
  );
}

async function find(
  place: Place,
  directory: Directory,
  labels: readonly string[],
  users: readonly string[],
): Promise<void> {
  const parameters = [
    '$owner: String!',
    '$name: String!',
    ...labels.map((_, i) => `$l${i}: String!`),
    ...users.map((_, i) => `$u${i}: String!`),
  ];
  const query = `query Find(${parameters.join(', ')}) {
  repository(owner: $owner, name: $name) { id ${labels.map((_, i) => `l${i}: label(name: $l${i}) { id }`).join(' ')} }
  ${users.map((_, i) => `u${i}: user(login: $u${i}) { id }`).join(' ')}
}`;
  const variables = {
    owner: place.owner,
    name: place.name,
    ...Object.fromEntries(labels.map((label, i) => [`l${i}`, label])),
    ...Object.fromEntries(users.map((login, i) => [`u${i}`, login])),
  };
  const { data, errors } = await persist(place.sleep, isPassing, () => askGitHub(place.octokit, query, variables));
  const fault = errors.find(({ type }) => type !== 'NOT_FOUND');
  if (fault) throw errorIn(fault);
  const found = data as Record<string, { id?: string } | null> & { repository: Record<string, { id: string } | null> };
  for (const [i, label] of labels.entries()) {
    const id = found.repository[`l${i}`]?.id;
    if (id) directory.labels.set(label, id);
  }
  for (const [i, login] of users.entries()) directory.users.set(login, found[`u${i}`]?.id ?? null);
}

/** Creates labels; one that another run has created meanwhile is found instead. */
async function create(place: Place, directory: Directory, labels: readonly string[], looks: LabelLooks): Promise<void> {
  const query = `mutation CreateLabels(${labels.map((_, i) => `$i${i}: CreateLabelInput!`).join(', ')}) {
  ${labels.map((_, i) => `m${i}: createLabel(input: $i${i}) { label { id } }`).join(' ')}
}`;
  const variables = Object.fromEntries(
    labels.map((name, i) => [`i${i}`, { repositoryId: directory.repository, name, ...looks(name) }]),
  );
  const { data, errors } = await persist(place.sleep, isPassing, () => askGitHub(place.octokit, query, variables));
  for (const [i, name] of labels.entries()) {
    const id = (data as Record<string, { label: { id: string } | null } | null>)[`m${i}`]?.label?.id;
    if (id) directory.labels.set(name, id);
  }
  const failed = labels.filter((label) => !directory.labels.has(label));
  if (failed.length > 0) await find(place, directory, failed, []);
  const lost = failed.find((label) => !directory.labels.has(label));
  if (lost === undefined) return;
  throw errors[0] ? errorIn(errors[0]) : new GitHubError('rejected', `The label "${lost}" could not be created.`);
}
