import { findAccount, nameAndBase, roleOf } from '../accounts.ts';
import { hubTimestamp } from '../clock.ts';
import { gitEntriesOf, history, resolveExpression, type Blob, type Commit, type GitFolder } from '../git.ts';
import { notFound, NotImplemented } from '../refusal.ts';
import type { Account, StoredIssue, Label, World } from '../state.ts';
import { repositoryUrl } from '../webhooks.ts';
import { byIndex, connectionOf, type PageArguments } from './connection.ts';
import { needs, type Context, type Fields } from './context.ts';
import { shippedFromRepository, sum } from './deployments.ts';
import { discussionsOfRepository } from './discussion.ts';
import { listIssues, type IssueList } from './issue-list.ts';

/** The one repository, and the places in it. */
export const THE_REPOSITORY = { kind: 'Repository' } as const;
type Source = unknown;

export const repository: Fields<Source> = {
  id: (_source, _args, { world }) => world.repositoryId,
  databaseId: () => 1,
  name: (_source, _args, { world }) => world.repo,
  nameWithOwner: (_source, _args, { world }) => `${world.owner}/${world.repo}`,
  url: (_source, _args, { world }) => repositoryUrl(world),
  owner: (_source, _args, { world }) => findAccount(world, world.owner),
  visibility: (_source, _args, { world }) => world.visibility.toUpperCase(),
  isPrivate: (_source, _args, { world }) => world.visibility === 'private',
  isSecurityPolicyEnabled: (_source, _args, { world }) => hasSecurityPolicy(world),
  securityPolicyUrl: (_source, _args, { world }) =>
    hasSecurityPolicy(world) ? `${repositoryUrl(world)}/security/policy` : null,
  isArchived: () => false,
  isFork: () => false,
  hasIssuesEnabled: () => true,
  ...discussionsOfRepository,
  ...shippedFromRepository,
  createdAt: (_source, _args, { world }) => hubTimestamp(world.createdAt),
  viewerPermission: () => null,
  defaultBranchRef: () => ({ kind: 'Ref' }),
  object: (_source, args: { expression?: string | null; oid?: string | null }, context) => {
    needs(context, 'contents');
    return resolveExpression(context.world.git, args.expression ?? args.oid ?? '');
  },
  issue: (_source, { number }: { number: number }, context) => numbered(context, number, ['Issue'], 'an Issue'),
  pullRequest: (_source, { number }: { number: number }, context) =>
    numbered(context, number, ['PullRequest'], 'a PullRequest'),
  issueOrPullRequest: (_source, { number }: { number: number }, context) =>
    numbered(context, number, ['Issue', 'PullRequest'], 'an issue or pull request'),
  issues: (_source, args: IssueList, context) => {
    needs(context, 'issues');
    return listIssues([...context.world.issues.values()], args);
  },
  label: (_source, { name }: { name: string }, { world }) => world.labels.get(name.toLowerCase()) ?? null,
  labels: (_source, args: PageArguments & { query?: string | null; orderBy?: LabelOrder | null }, { world }) => {
    const query = args.query?.toLowerCase() ?? '';
    const found = [...world.labels.values()].filter((label) =>
      `${label.name} ${label.description ?? ''}`.toLowerCase().includes(query),
    );
    return connectLabels(found, args, args.orderBy);
  },
  assignableUsers: (_source, args: PageArguments & { query?: string | null }, { world }) =>
    connectionOf(people(world, args.query), args, byIndex),
  collaborators: (_source, args: PageArguments & { query?: string | null; login?: string | null }, { world }) => {
    const found = people(world, args.query).filter((one) => !args.login || sameLogin(one, args.login));
    const permissions = found.map((one) => nameAndBase(roleOf(world, one)!).base.toUpperCase());
    return connectionOf(found, args, byIndex, { extra: { permissions } });
  },
};

/** GitHub knows the file in these places. */
function hasSecurityPolicy({ git }: World): boolean {
  return ['SECURITY.md', '.github/SECURITY.md', 'docs/SECURITY.md'].some(
    (path) => resolveExpression(git, `HEAD:${path}`) !== null,
  );
}

export const ref: Fields<unknown> = {
  name: (_source, _args, { world }) => world.git.branch,
  prefix: () => 'refs/heads/',
  target: (_source, _args, context) => {
    needs(context, 'contents');
    return context.world.git.head;
  },
};

interface HistoryArguments extends PageArguments {
  readonly path?: string | null;
  readonly author?: unknown;
  readonly since?: string | null;
  readonly until?: string | null;
}

export const commit: Fields<Commit> = {
  id: ({ oid }) => `C_${oid}`,
  oid: ({ oid }) => oid,
  abbreviatedOid: ({ oid }) => oid.slice(0, 7),
  message: ({ message }) => message,
  messageHeadline: ({ message }) => message.split('\n', 1)[0],
  committedDate: ({ committedDate }) => hubTimestamp(committedDate),
  authoredDate: ({ committedDate }) => hubTimestamp(committedDate),
  url: ({ oid }, _args, { world }) => `${repositoryUrl(world)}/commit/${oid}`,
  repository: () => THE_REPOSITORY,
  author: ({ author }, _args, { world }) => gitActor(world, author),
  history: (source, args: HistoryArguments) => {
    if (args.author !== undefined && args.author !== null) throw new NotImplemented('Commit.history(author:)');
    const [since, until] = [Date.parse(args.since ?? '1970-01-01'), Date.parse(args.until ?? '9999-01-01')];
    const found = history(source, args.path ?? null).filter(
      (it) => it.committedDate >= since && it.committedDate <= until,
    );
    return connectionOf(found, args, byIndex);
  },
  additions: (source) => sum(source, 'added'),
  deletions: (source) => sum(source, 'gone'),
  associatedPullRequests: ({ oid }, args: PageArguments, context) => {
    needs(context, 'pull_requests');
    const found = [...context.world.issues.values()].filter(({ merged }) => merged?.commit === oid);
    return connectionOf(found, args, byIndex);
  },
  file: (source, { path }: { path: string }) => {
    const blob = source.files.get(path);
    if (!blob) throw notFound(`Could not resolve file for path '${path}'.`);
    return { path, blob };
  },
};

/** Whoever made a commit, as git has it: a name, and the account of a person if there is one with that address. */
function gitActor(world: World, author: string | null): { name: string; user: Account | null } {
  const account = author === null ? undefined : findAccount(world, author);
  return { name: author ?? 'Somebody', user: account?.kind === 'User' ? account : null };
}

export const treeEntry: Fields<{ path: string; blob: Blob | GitFolder }> = {
  name: ({ path }) => path.split('/').at(-1),
  path: ({ path }) => path,
  oid: ({ blob }) => (blob.kind === 'Blob' ? blob.oid : blob.commit.oid),
  size: ({ blob }) => (blob.kind === 'Blob' ? Buffer.byteLength(blob.text) : 0),
  type: ({ blob }) => blob.kind.toLowerCase(),
  mode: ({ blob }) => (blob.kind === 'Blob' ? 0o100644 : 0o040000),
  object: ({ blob }) => blob,
};

export const folder: Fields<GitFolder> = {
  oid: ({ commit: { oid } }) => oid,
  entries: gitEntriesOf,
};

/** GitHub cuts longer texts in GraphQL answers. */
const BLOB_LIMIT = 512_000;

export const blob: Fields<Blob> = {
  id: ({ oid }) => `B_${oid}`,
  oid: ({ oid }) => oid,
  abbreviatedOid: ({ oid }) => oid.slice(0, 7),
  byteSize: ({ text }) => Buffer.byteLength(text),
  isBinary: () => false,
  isTruncated: ({ text }) => Buffer.byteLength(text) > BLOB_LIMIT,
  text: ({ text }) => (Buffer.byteLength(text) > BLOB_LIMIT ? text.slice(0, BLOB_LIMIT) : text),
  repository: () => THE_REPOSITORY,
};

export const resolveLabel: Fields<Label> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  color: ({ color }) => color,
  description: ({ description }) => description,
  isDefault: () => false,
  createdAt: ({ createdAt }) => hubTimestamp(createdAt),
  url: ({ name }, _args, { world }) => `${repositoryUrl(world)}/labels/${encodeURIComponent(name)}`,
  repository: () => THE_REPOSITORY,
  issues: (source, args: IssueList, context) => {
    needs(context, 'issues');
    const labelled = [...context.world.issues.values()].filter((issue) => issue.labels.includes(source));
    return listIssues(labelled, args);
  },
};

export interface LabelOrder {
  readonly field: 'CREATED_AT' | 'NAME' | 'ISSUE_COUNT';
  readonly direction: 'ASC' | 'DESC';
}

/** A page of labels: the older first, unless asked otherwise. */
export function connectLabels(labels: readonly Label[], page: PageArguments, order: LabelOrder | null | undefined) {
  const { field, direction } = order ?? { field: 'CREATED_AT', direction: 'ASC' };
  if (field === 'ISSUE_COUNT') throw new NotImplemented('LabelOrder by ISSUE_COUNT');
  const keyOf = (one: Label) => (field === 'NAME' ? [one.name.toLowerCase()] : [one.databaseId]);
  const sign = direction === 'ASC' ? 1 : -1;
  const sorted = labels.length < 2 ? labels : labels.toSorted((a, b) => (keyOf(a)[0]! < keyOf(b)[0]! ? -sign : sign));
  return connectionOf(sorted, page, keyOf, { direction: sign });
}

function numbered(context: Context, number: number, kinds: readonly StoredIssue['kind'][], what: string): StoredIssue {
  needs(context, 'issues');
  const issue = context.world.issues.get(number);
  if (!issue || !kinds.includes(issue.kind))
    throw notFound(`Could not resolve to ${what} with the number of ${number}.`);
  return issue;
}

function people(world: World, query: string | null | undefined): Account[] {
  const wanted = query?.toLowerCase() ?? '';
  return [...world.accounts.values()].filter((one) => roleOf(world, one) && one.login.toLowerCase().includes(wanted));
}

function sameLogin(account: Account, login: string): boolean {
  return account.login.toLowerCase() === login.toLowerCase();
}
