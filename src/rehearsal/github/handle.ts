import { accountOf } from './accounts.ts';
import { carryOutQuery, prepare, type GraphqlAnswer, type Body, type Call } from './graphql/execute.ts';
import type { AroundMutation } from './graphql/resolve.ts';
import { rateHeaders, resetAt, type Rates } from './rates.ts';
import { answerRest, type RestRequest } from './rest.ts';
import type { World } from './state.ts';
import type { HubToken } from './tokens.ts';

/** A request as it comes over the wire. */
export interface Request {
  readonly method: string;
  /** With the query string. */
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

export interface Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or nothing at all. */
  readonly body: string;
}

/** A request that has been read: what it would do is known, and nothing is done yet. */
export interface Prepared {
  readonly kind: 'query' | 'mutation' | 'rest';
  readonly operationName: string | null;
  readonly mutations: readonly string[];
  readonly points: number;
  /** Does it. */
  readonly handle: (aroundMutation: AroundMutation) => Response;
}

/** Mutations that make something new, which GitHub's secondary limit counts. */
const CREATING =
  /(?:^|:)(?:addComment|createIssue|createLabel|createDiscussion|addDiscussionComment|addReaction|addSubIssue)$/;

const DENIED = { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest', status: '401' };

export function prepareRest(world: World, rates: Rates, token: HubToken | undefined, request: RestRequest): Prepared {
  const handle = () => {
    if (!token) return json(401, DENIED);
    const inBudget = rates.spend('rest', 1);
    const headers = rateHeaders('rest', rates.budget('rest'));
    if (!inBudget) return json(403, { message: 'API rate limit exceeded for installation.', status: '403' }, headers);
    const { status, body } = answerRest(world, accountOf(world, token.login), token, request);
    return json(status, body, headers);
  };
  return { kind: 'rest', operationName: null, mutations: [], points: 0, handle };
}

export function prepareGraphql(world: World, rates: Rates, token: HubToken | undefined, body: unknown): Prepared {
  if (!isBody(body))
    return refused(() => json(400, { message: 'A query attribute must be specified and must be a string.' }));
  const call = prepare(body);
  if (!('document' in call)) return refused(() => (token ? json(200, call) : json(401, DENIED)));
  const handle = (aroundMutation: AroundMutation) => {
    if (!token) return json(401, DENIED);
    if (!rates.create(call.mutations.filter((name) => CREATING.test(name)).length)) return secondaryLimit(60);
    const inBudget = rates.spend('graphql', call.cost.points);
    const headers = rateHeaders('graphql', rates.budget('graphql'));
    return json(200, inBudget ? run(call, { world, rates, token }, aroundMutation) : EXHAUSTED, headers);
  };
  return {
    kind: call.kind,
    operationName: call.operation.name?.value ?? null,
    mutations: call.mutations,
    points: call.cost.points,
    handle,
  };
}

/** GitHub's answer to those who are too quick. */
export function secondaryLimit(retryAfter: number | string, status: 200 | 403 | 429 = 403): Response {
  const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
  const body = status === 200 ? { errors: [{ message }] } : { message, status: String(status) };
  return json(status, body, { 'retry-after': String(retryAfter) });
}

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  return { status, headers: { ...type, ...headers }, body: body === undefined ? '' : JSON.stringify(body) };
}

const EXHAUSTED: GraphqlAnswer = {
  errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded for installation.' }],
};

function run(
  call: Call,
  { world, rates, token }: { readonly world: World; readonly rates: Rates; readonly token: HubToken },
  aroundMutation: AroundMutation,
): GraphqlAnswer {
  const budget = rates.budget('graphql');
  const rateLimit = {
    cost: call.cost.points,
    nodeCount: call.cost.nodes,
    limit: budget.limit,
    remaining: budget.remaining,
    used: budget.used,
    resetAt: resetAt(budget),
  };
  return carryOutQuery(call, { world, viewer: accountOf(world, token.login), token, rateLimit }, aroundMutation);
}

function refused(handle: () => Response): Prepared {
  return { kind: 'query', operationName: null, mutations: [], points: 0, handle };
}

function isBody(body: unknown): body is Body {
  return typeof body === 'object' && body !== null && 'query' in body && typeof body.query === 'string';
}
