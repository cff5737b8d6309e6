import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { accountOf, deleteAccount } from './accounts.ts';
import type { VirtualClock } from './clock.ts';
import { createFaults, type Faults, type RequestEntry } from './faults.ts';
import type { Changes } from './git.ts';
import { prepareGraphql, prepareRest, type Prepared } from './handle.ts';
import { person, type Person } from './people.ts';
import { createRates, type Limits } from './rates.ts';
import type { Role, WebhookEvent } from './state.ts';
import { answerUnder } from './strike.ts';
import { DEFAULT_TOKENS, tokenOf, type Token } from './tokens.ts';
import { snapshot, viewIssue, type IssueView, type Snapshot } from './views.ts';
import { commitFiles, createWorld, type WorldOptions } from './world.ts';

export interface GitHubOptions extends WorldOptions {
  /** What each secret may do; by default `test-token` is the Actions token with `issues: write`, `contents: read`. */
  readonly tokens?: Readonly<Record<string, Token>>;
}

/** An in-memory GitHub with one repository, on a loopback port and on a clock of its own. */
export interface EmbeddedGitHub {
  /** Of the REST API; GraphQL is at `/graphql` below it. */
  readonly url: string;
  readonly clock: VirtualClock;
  readonly faults: Faults;
  readonly limits: Limits;
  /** What the server was asked, in order. Those refused while frozen are not among them. */
  readonly requests: RequestEntry[];
  /** The webhook events so far that would start workflows. */
  readonly events: WebhookEvent[];
  /** What clients asked for and this server lacks; each was answered with an error that says so. */
  readonly unimplemented: readonly string[];
  /** The events since the last call. */
  takeEvents(): WebhookEvent[];
  /** Notes that the workflow runs by its schedule now. */
  ranOnSchedule(): void;
  /** Lets a person act. */
  as(login: string): Person;
  deleteUser(login: string): void;
  /** Gives a person a role, or takes it away. */
  setRole(login: string, role: Role | null): void;
  /** Changes the default branch by a commit, and gives its id. */
  commit(changes: Changes, message?: string): string;
  issue(number: number): IssueView;
  /** All issues and pull requests. */
  issues(): IssueView[];
  snapshot(): Snapshot;
  /** From now on every connection is cut unheard. */
  freeze(): void;
  thaw(): void;
  readonly frozen: boolean;
  close(): Promise<void>;
}

/** Starts an embedded GitHub on a free port of 127.0.0.1. */
export async function startGitHub(options: GitHubOptions = {}): Promise<EmbeddedGitHub> {
  const world = createWorld(options);
  const tokens = options.tokens ?? DEFAULT_TOKENS;
  const rates = createRates(world.clock);
  const faults = createFaults();
  const requests: RequestEntry[] = [];
  let frozen = false;

  const prepare = (request: IncomingMessage, path: string, body: unknown): Prepared => {
    const token = tokenOf(request.headers.authorization, tokens);
    const method = request.method ?? 'GET';
    if (method === 'POST' && path === '/graphql') return prepareGraphql(world, rates, token, body);
    return prepareRest(world, rates, token, { method, path, body });
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = parse(await read(request));
    if (frozen) {
      request.socket.destroy();
      return;
    }
    const path = (request.url ?? '/').split('?', 1)[0]!;
    const prepared = prepare(request, path, body);
    const { kind, operationName, mutations, points } = prepared;
    const entry: RequestEntry = {
      method: request.method ?? 'GET',
      path,
      kind,
      operationName,
      mutations,
      points,
      status: 'dropped',
      body,
    };
    const fault = faults.take(entry);
    requests.push(entry);
    if (fault?.freeze) frozen = true;
    const answer = await answerUnder(fault?.how, prepared);
    await fault?.struck?.();
    if (answer === null) {
      request.socket.destroy();
      return;
    }
    entry.status = answer.status;
    response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8', ...answer.headers });
    response.end(answer.body);
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      // A bug in here must not look like a fault of the network.
      response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ message: `embedded GitHub broke: ${String(error)}` }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  let taken = 0;

  return {
    url: `http://127.0.0.1:${port}`,
    clock: world.clock,
    faults,
    limits: rates.limits,
    requests,
    events: world.events,
    unimplemented: world.unimplemented,
    takeEvents: () => {
      const fresh = world.events.slice(taken);
      taken = world.events.length;
      return fresh;
    },
    ranOnSchedule: () => {
      world.scheduledRuns.push(world.clock.now());
    },
    as: (login) => person(world, login),
    deleteUser: (login) => {
      deleteAccount(world, login);
    },
    setRole: (login, role) => {
      accountOf(world, login);
      if (role === null) world.roles.delete(login.toLowerCase());
      else world.roles.set(login.toLowerCase(), role);
    },
    commit: (changes, message = 'Change files') => commitFiles(world, changes, message),
    issue: (number) => viewIssue(world, number),
    issues: () => [...world.issues.keys()].map((number) => viewIssue(world, number)),
    snapshot: () => snapshot(world),
    freeze: () => {
      frozen = true;
    },
    thaw: () => {
      frozen = false;
    },
    get frozen() {
      return frozen;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function parse(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}
