import { isObjectType, type GraphQLFieldResolver, type GraphQLTypeResolver } from 'graphql';
import { forbidden, NotImplemented } from '../refusal.ts';
import { bot, organization, user } from './actors.ts';
import { deployment, deploymentStatus, releaseResolver } from './deployments.ts';
import type { Connection } from './connection.ts';
import type { Context, Fields } from './context.ts';
import { discussion, discussionCategory, discussionComment, discussionMutations } from './discussion.ts';
import { events } from './events.ts';
import { issue, issueComment, pullRequest, reaction } from './issue.ts';
import { mutations } from './mutations.ts';
import { query } from './query.ts';
import { blob, commit, folder, resolveLabel, ref, repository, treeEntry } from './repository.ts';

/** The resolvers of each type. A type that is not here has plain objects for values, like a payload or a page info. */
const types: Readonly<Record<string, Fields<never>>> = {
  Query: query,
  Repository: repository,
  Ref: ref,
  Commit: commit,
  Tree: folder,
  TreeEntry: treeEntry,
  Blob: blob,
  Label: resolveLabel,
  User: user,
  Bot: bot,
  Organization: organization,
  Issue: issue,
  PullRequest: pullRequest,
  IssueComment: issueComment,
  Reaction: reaction,
  Discussion: discussion,
  DiscussionComment: discussionComment,
  DiscussionCategory: discussionCategory,
  Deployment: deployment,
  DeploymentStatus: deploymentStatus,
  Release: releaseResolver,
  ...events,
};

/** Called around each aliased mutation: what it throws is that mutation's error. */
export type AroundMutation = (position: number) => void;

/** The resolver of every field: what nobody wrote a value for is an error, never a null. */
export function resolverOf(
  aroundMutation: AroundMutation,
): GraphQLFieldResolver<unknown, Context, Readonly<Record<string, unknown>>> {
  let position = 0;
  return (source, args, context, info) => {
    const type = info.parentType.name;
    const name = info.fieldName;
    if (type === 'Mutation') {
      position += 1;
      aroundMutation(position);
      return mutate(name, args, context);
    }
    const fields = types[type];
    if (fields) {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (!field) throw new NotImplemented(`${type}.${name}`);
      return field(source as never, args as never, context);
    }
    const value = isConnection(source) ? ofConnection(source, name) : (source as Record<string, unknown>)[name];
    if (value === undefined) throw new NotImplemented(`${type}.${name}`);
    return value;
  };
}

/** Every value of an abstract type says its type. */
export const typeResolver: GraphQLTypeResolver<unknown, Context> = (value, _context, info) => {
  const { kind } = value as { kind: string };
  if (!isObjectType(info.schema.getType(kind))) throw new NotImplemented(`the type of a ${kind}`);
  return kind;
};

function mutate(name: string, args: Readonly<Record<string, unknown>>, context: Context): object {
  const permission = Object.hasOwn(discussionMutations, name) ? 'discussions' : 'issues';
  const known = permission === 'issues' ? mutations : discussionMutations;
  const mutation = Object.hasOwn(known, name) ? known[name] : undefined;
  if (!mutation) throw new NotImplemented(`Mutation.${name}`);
  if (context.token.permissions[permission] !== 'write') throw forbidden();
  const input = args['input'] as { clientMutationId?: string | null };
  return { clientMutationId: input.clientMutationId ?? null, ...mutation(input as never, context) };
}

function isConnection(source: unknown): source is Connection {
  return typeof source === 'object' && source !== null && 'cursorAt' in source;
}

function ofConnection(connection: Connection, name: string): unknown {
  if (name === 'nodes') return connection.nodes;
  if (name === 'totalCount') return connection.totalCount;
  if (name === 'pageInfo') return connection.pageInfo;
  if (name !== 'edges') return connection.extra[name];
  const permissions = connection.extra['permissions'] as readonly unknown[] | undefined;
  return connection.nodes.map((node, index) => ({
    node,
    cursor: connection.cursorAt(index),
    // Only the collaborators have it; of no other edge does the schema let one ask for it.
    permission: permissions?.[index],
  }));
}
