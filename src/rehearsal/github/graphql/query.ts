import { findAccount } from '../accounts.ts';
import { notFound } from '../refusal.ts';
import type { Viewer } from './actors.ts';
import type { Fields } from './context.ts';
import { THE_REPOSITORY } from './repository.ts';

export const query: Fields<unknown> = {
  viewer: (_source, _args, { viewer }): Viewer => ({ viewer }),
  rateLimit: (_source, _args, { rateLimit }) => rateLimit,
  repository: (_source, { owner, name }: { owner: string; name: string }, { world }) => {
    if (`${owner}/${name}`.toLowerCase() !== `${world.owner}/${world.repo}`.toLowerCase()) {
      throw notFound(`Could not resolve to a Repository with the name '${owner}/${name}'.`);
    }
    return THE_REPOSITORY;
  },
  user: (_source, { login }: { login: string }, { world }) => {
    const account = findAccount(world, login);
    if (account?.kind !== 'User') throw notFound(`Could not resolve to a User with the login of '${login}'.`);
    return account;
  },
  node: (_source, { id }: { id: string }, { world }) => nodeWithId(world.nodes, id),
  // A missing one is a null among the others, and an error of its own.
  nodes: (_source, { ids }: { ids: readonly string[] }, { world }) =>
    ids.map((id) => {
      const node = world.nodes.get(id);
      return node ?? missing(id);
    }),
};

function nodeWithId(nodes: ReadonlyMap<string, unknown>, id: string): unknown {
  const node = nodes.get(id);
  if (node === undefined) throw missing(id);
  return node;
}

function missing(id: string): Error {
  return notFound(`Could not resolve to a node with the global id of '${id}'`);
}
