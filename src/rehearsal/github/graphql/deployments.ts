import { hubTimestamp } from '../clock.ts';
import { deploymentLinesOf } from '../deployments.ts';
import { NotImplemented } from '../refusal.ts';
import type { StoredIssue } from '../state.ts';
import type { StoredDeployment, StoredDeploymentStatus, StoredRelease } from '../shipped.ts';
import { repositoryUrl } from '../webhooks.ts';
import { actor } from './actors.ts';
import { byIndex, connectionOf, type PageArguments } from './connection.ts';
import { needs, type Fields } from './context.ts';

interface Ordered {
  readonly orderBy?: { readonly field: string; readonly direction: 'ASC' | 'DESC' } | null;
}

/** What has been brought out, as the repository tells of it. */
export const shippedFromRepository: Fields<unknown> = {
  deployments: (_source, args: PageArguments & Ordered & { environments?: readonly string[] | null }, context) => {
    needs(context, 'deployments');
    const { environments } = args;
    const found = context.world.deployments.filter((it) => !environments || environments.includes(it.environment));
    return connectionOf(inOrder(found, args), args, byIndex);
  },
  releases: (_source, args: PageArguments & Ordered, context) => {
    needs(context, 'contents');
    return connectionOf(inOrder(context.world.releases, args), args, byIndex);
  },
};

/** Oldest first, unless asked otherwise. */
function inOrder<T>(all: readonly T[], { orderBy }: Ordered): readonly T[] {
  if (orderBy && orderBy.field !== 'CREATED_AT') throw new NotImplemented(`an order by ${orderBy.field}`);
  return orderBy?.direction === 'DESC' ? all.toReversed() : all;
}

const upper = (state: string): string => state.toUpperCase();

export const deployment: Fields<StoredDeployment> = {
  id: ({ id }) => id,
  databaseId: ({ databaseId }) => databaseId,
  environment: ({ environment }) => environment,
  commit: ({ commit }) => commit,
  commitOid: ({ commit }) => commit.oid,
  creator: ({ creator }) => actor(creator),
  createdAt: ({ createdAt }) => hubTimestamp(createdAt),
  description: ({ description }) => description,
  payload: ({ payload }) => payload,
  latestStatus: ({ statuses }) => statuses.at(-1) ?? null,
  // The newest first.
  statuses: ({ statuses }, args: PageArguments) => connectionOf(statuses.toReversed(), args, byIndex),
};

export const deploymentStatus: Fields<StoredDeploymentStatus> = {
  id: ({ id }) => id,
  state: ({ state }) => upper(state),
  creator: ({ creator }) => actor(creator),
  createdAt: ({ createdAt }) => hubTimestamp(createdAt),
  logUrl: ({ logUrl }) => logUrl,
};

export const releaseResolver: Fields<StoredRelease> = {
  id: ({ id }) => id,
  databaseId: ({ databaseId }) => databaseId,
  name: ({ name }) => name,
  tagName: ({ tagName }) => tagName,
  author: ({ author }) => actor(author),
  isDraft: () => false,
  isPrerelease: () => false,
  createdAt: ({ createdAt }) => hubTimestamp(createdAt),
  publishedAt: ({ createdAt }) => hubTimestamp(createdAt),
  url: ({ tagName }, _args, { world }) => `${repositoryUrl(world)}/releases/tag/${encodeURIComponent(tagName)}`,
};

/** What a pull request changes, by what its head changes. */
export const changesOfPullRequest: Fields<StoredIssue> = {
  additions: (pull, _args, { world }) => sum(world.git.pulls.get(pull.number), 'added'),
  deletions: (pull, _args, { world }) => sum(world.git.pulls.get(pull.number), 'gone'),
  changedFiles: (pull, _args, { world }) => linesFor(world.git.pulls.get(pull.number)).length,
  files: (pull, args: PageArguments, { world }) =>
    connectionOf(
      linesFor(world.git.pulls.get(pull.number)).map(({ path, added, gone }) => ({
        path,
        additions: added,
        deletions: gone,
      })),
      args,
      byIndex,
    ),
};

const linesFor = (commit: Parameters<typeof deploymentLinesOf>[0] | undefined) =>
  commit === undefined ? [] : deploymentLinesOf(commit);

export function sum(commit: Parameters<typeof deploymentLinesOf>[0] | undefined, what: 'added' | 'gone'): number {
  return linesFor(commit).reduce((total, it) => total + it[what], 0);
}
