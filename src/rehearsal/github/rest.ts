import { answerActions } from './actions.ts';
import { resolveExpression } from './git.ts';
import { answerDeployments } from './rest-deployments.ts';
import { findAccount, isAtLeast, nameAndBase, roleHere, roleOf } from './accounts.ts';
import type { Account, BuiltInRole, World } from './state.ts';
import type { HubToken } from './tokens.ts';
import { accountJson, emitDispatch } from './webhooks.ts';

export interface RestRequest {
  readonly method: string;
  /** Without the query string. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

interface RestAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** GitHub's older permission names, which know neither maintain nor triage. */
const LEGACY: Readonly<Record<BuiltInRole, string>> = {
  admin: 'admin',
  maintain: 'write',
  write: 'write',
  triage: 'read',
  read: 'read',
};

const MAX_DISPATCH_KEYS = 10;
const MAX_DISPATCH_BYTES = 65_535;

/** Answers the few REST routes that there are; any other is told to be missing here, with 501. */
export function answerRest(world: World, viewer: Account, token: HubToken, request: RestRequest): RestAnswer {
  const { method, path } = request;
  if (method === 'GET' && path === '/user') {
    return viewer.kind === 'User' ? { status: 200, body: accountJson(viewer) } : NOT_ACCESSIBLE;
  }
  const [, owner, repo, rest] = /^\/repos\/([^/]+)\/([^/]+)\/(.+)$/.exec(path) ?? [];
  if (owner === undefined || repo === undefined || rest === undefined) return missing(world, request);
  if (`${owner}/${repo}`.toLowerCase() !== `${world.owner}/${world.repo}`.toLowerCase()) return NOT_FOUND;

  const assignee = /^assignees\/([^/]+)$/.exec(rest);
  if (method === 'GET' && assignee) {
    if (!token.permissions.issues) return NOT_ACCESSIBLE;
    return mayBeAssigned(world, decodeURIComponent(assignee[1]!)) ? { status: 204 } : NOT_FOUND;
  }
  // Who may not write is refused whatever they send; who may is told what is missing. Nobody opens an issue here.
  if (method === 'POST' && rest === 'issues') {
    if (token.permissions.issues !== 'write') return NOT_ACCESSIBLE;
    const { title } = (request.body ?? {}) as { readonly title?: unknown };
    return title === undefined ? invalid('"title" wasn\'t supplied.') : missing(world, request);
  }
  const permission = /^collaborators\/([^/]+)\/permission$/.exec(rest);
  if (method === 'GET' && permission) return permissionOf(world, decodeURIComponent(permission[1]!));
  if (method === 'POST' && rest === 'dispatches') {
    return token.permissions.contents === 'write' ? dispatch(world, viewer, request.body) : NOT_ACCESSIBLE;
  }
  if (method === 'POST' && /^actions\/workflows\/[^/]+\/dispatches$/.test(rest)) {
    return token.permissions.actions === 'write' ? startWorkflow(world, viewer, rest, request.body) : NOT_ACCESSIBLE;
  }
  const revision = /^commits\/(.+)$/.exec(rest)?.[1];
  if (method === 'GET' && revision !== undefined) {
    if (token.permissions.contents === undefined) return NOT_ACCESSIBLE;
    const commit = resolveExpression(world.git, decodeURIComponent(revision));
    if (commit?.kind === 'Commit') return { status: 200, body: { sha: commit.oid } };
    return { status: 422, body: { message: `No commit found for SHA: ${revision}`, status: '422' } };
  }
  if (rest === 'deployments' || rest.startsWith('deployments/'))
    return answerDeployments(world, viewer, token, request, rest);
  const route = /^actions\/(.+)$/.exec(rest)?.[1];
  if (method === 'GET' && route !== undefined) {
    const answer = answerActions(world, token, route, request.query);
    if (answer !== undefined) return answer === 'forbidden' ? NOT_ACCESSIBLE : answer;
  }
  return missing(world, request);
}

/** Whether an account has a role here: a comment on an issue lets others be assigned to that one only. */
function mayBeAssigned(world: World, login: string): boolean {
  const account = findAccount(world, login);
  return account?.kind === 'User' && roleOf(world, account) !== undefined;
}

const NOT_FOUND: RestAnswer = { status: 404, body: { message: 'Not Found', status: '404' } };
const NOT_ACCESSIBLE: RestAnswer = {
  status: 403,
  body: { message: 'Resource not accessible by integration', status: '403' },
};

function missing(world: World, { method, path }: RestRequest): RestAnswer {
  world.unimplemented.push(`${method} ${path}`);
  return { status: 501, body: { message: `embedded GitHub does not implement ${method} ${path}`, status: '501' } };
}

/** Everybody who exists may read a public repository; who has never been heard of does not exist. */
function permissionOf(world: World, login: string): RestAnswer {
  const account = findAccount(world, login);
  if (account?.kind !== 'User') {
    return { status: 404, body: { message: `${login} is not a user`, status: '404' } };
  }
  const role = roleHere(world, account);
  if (role === undefined) return NOT_FOUND;
  const { name, base } = nameAndBase(role);
  const permissions = {
    admin: isAtLeast(role, 'admin'),
    maintain: isAtLeast(role, 'maintain'),
    push: isAtLeast(role, 'write'),
    triage: isAtLeast(role, 'triage'),
    pull: isAtLeast(role, 'read'),
  };
  const user = { ...accountJson(account), permissions, role_name: name };
  return { status: 200, body: { permission: LEGACY[base], role_name: name, user } };
}

function dispatch(world: World, viewer: Account, body: unknown): RestAnswer {
  const { event_type, client_payload = {} } = (body ?? {}) as { event_type?: unknown; client_payload?: object };
  if (typeof event_type !== 'string' || event_type.length > 100) return invalid('event_type is missing or too long');
  if (Object.keys(client_payload).length > MAX_DISPATCH_KEYS) {
    return invalid('No more than 10 properties are allowed; 11 or more were supplied.');
  }
  if (Buffer.byteLength(JSON.stringify(client_payload)) > MAX_DISPATCH_BYTES)
    return invalid('client_payload is too large.');
  emitDispatch(world, viewer, 'repository_dispatch', { action: event_type, branch: world.git.branch, client_payload });
  return { status: 204 };
}

function startWorkflow(world: World, viewer: Account, rest: string, body: unknown): RestAnswer {
  const { ref, inputs = {} } = (body ?? {}) as { ref?: unknown; inputs?: object };
  if (typeof ref !== 'string') return invalid('ref is missing');
  const workflow = `.github/workflows/${rest.split('/')[2] ?? ''}`;
  emitDispatch(world, viewer, 'workflow_dispatch', { inputs, ref, workflow });
  return { status: 204 };
}

function invalid(message: string): RestAnswer {
  return { status: 422, body: { message: `Invalid request.\n\n${message}`, status: '422' } };
}
