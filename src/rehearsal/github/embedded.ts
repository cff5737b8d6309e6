import { accountOf, deleteAccount } from './accounts.ts';
import { addRun } from './actions.ts';
import type { VirtualClock } from './clock.ts';
import { viewDiscussions, type DiscussionView } from './discussions.ts';
import { createFaults, type Faults, type RequestEntry } from './faults.ts';
import type { Changes } from './git.ts';
import { json, prepareGraphql, prepareRest, type Prepared, type Request, type Response } from './handle.ts';
import { fetchFrom } from './in-process.ts';
import { deleteLabel, labelNamed, updateLabel } from './labels.ts';
import { person, type Person } from './people.ts';
import { createRates, type Limits, type Rates } from './rates.ts';
import type { RestRequest } from './rest.ts';
import type { Role, WebhookEvent, StoredRun, WorkflowState, World } from './state.ts';
import { answerUnder } from './strike.ts';
import { DEFAULT_TOKENS, tokenOf, type HubToken } from './tokens.ts';
import { snapshot, viewIssue, type IssueView, type VisibleState } from './views.ts';
import { commitFiles, createWorld, forkWorld, type WorldOptions } from './world.ts';

export interface GitHubOptions extends WorldOptions {
  /** What each secret may do; by default `test-token` is the Actions token with `issues: write`, `contents: read`. */
  readonly tokens?: Readonly<Record<string, HubToken>>;
  /** How long each request is under way before it is handled, in milliseconds of its clock; no time by default. */
  readonly latency?: number;
}

/** An in-memory GitHub with one repository, on a clock of its own. */
export interface EmbeddedGitHub {
  /** Of the REST API; GraphQL is at `/graphql` below it. `fetch` answers there, and a socket if a server was started. */
  readonly url: string;
  /** For clients in the same process. What faults do to a connection they do to it, and a client cannot tell the difference. */
  readonly fetch: typeof globalThis.fetch;
  readonly clock: VirtualClock;
  readonly faults: Faults;
  readonly limits: Limits;
  /** What the server was asked, in order. Those refused while frozen are not among them. */
  readonly requests: RequestEntry[];
  /** The webhook events so far that would start workflows. */
  readonly events: WebhookEvent[];
  /** What clients asked for and this server lacks; each was answered with an error that says so. */
  readonly unimplemented: readonly string[];
  /** The answer to a request; null when the connection dies instead. */
  answer(request: Request): Promise<Response | null>;
  /** The events since the last call. */
  takeEvents(): WebhookEvent[];
  /** Notes that the workflow ran by its schedule now. */
  ranOnSchedule(): void;
  /** Begins a run of the workflow, which whoever plays the runner brings to its end. */
  startRun(run: Pick<StoredRun, 'title' | 'event'>): StoredRun;
  /** Has GitHub start a workflow, by the name of its file, or not any more. */
  setWorkflow(file: string, state: WorkflowState): void;
  /** Lets a person act. */
  as(login: string): Person;
  deleteUser(login: string): void;
  /** What the settings of the repository do to a label: neither leaves a word on the timelines of its issues. */
  renameLabel(name: string, to: string): void;
  deleteLabel(name: string): void;
  /** Gives a person a role, or takes it away. */
  setRole(login: string, role: Role | null): void;
  /** Changes the default branch by a commit, and gives its id. `author` is a login; none is an address that belongs to no account. */
  commit(changes: Changes, message?: string, author?: string): string;
  issue(number: number): IssueView;
  /** All issues and pull requests. */
  issues(): IssueView[];
  /** All Discussions, oldest first. */
  discussions(): DiscussionView[];
  snapshot(): VisibleState;
  /** From now on every connection is cut unheard. */
  freeze(): void;
  thaw(): void;
  readonly frozen: boolean;
  /** Another GitHub with the same past, which goes its own way from here on; without the faults that wait, and in this process only. */
  fork(): EmbeddedGitHub;
  close(): Promise<void>;
}

/** An embedded GitHub in this process, without a socket. */
export function createGitHub(options: GitHubOptions = {}): EmbeddedGitHub {
  const world = createWorld(options);
  const { tokens = DEFAULT_TOKENS, latency = 0 } = options;
  return embed({ world, tokens, latency, rates: createRates(world.clock), requests: [], taken: 0, frozen: false });
}

/** All that an embedded GitHub remembers. */
interface Memory {
  readonly world: World;
  readonly tokens: Readonly<Record<string, HubToken>>;
  readonly latency: number;
  readonly rates: Rates;
  readonly requests: RequestEntry[];
  /** How many of the events have been looked at. */
  taken: number;
  frozen: boolean;
}

/** Nobody has this name: a client that does not use `fetch` reaches nothing. */
const NOWHERE = 'http://github.invalid';

function embed(memory: Memory): EmbeddedGitHub {
  const { world, rates, requests } = memory;
  const faults = createFaults();
  const answer = (request: Request): Promise<Response | null> => answerFrom(memory, faults, request);
  return {
    url: NOWHERE,
    fetch: fetchFrom(answer),
    clock: world.clock,
    faults,
    limits: rates.limits,
    requests,
    events: world.events,
    unimplemented: world.unimplemented,
    answer,
    takeEvents: () => {
      const fresh = world.events.slice(memory.taken);
      memory.taken = world.events.length;
      return fresh;
    },
    ranOnSchedule: () => {
      Object.assign(addRun(world, { title: 'Tocsin', event: 'schedule' }), {
        status: 'completed',
        conclusion: 'success',
      });
    },
    startRun: (run) => addRun(world, run),
    setWorkflow: (file, state) => {
      world.workflowStates.set(file, state);
    },
    as: (login) => person(world, login),
    deleteUser: (login) => {
      deleteAccount(world, login);
    },
    renameLabel: (name, to) => {
      updateLabel(world, labelNamed(world, name), { name: to });
    },
    deleteLabel: (name) => {
      deleteLabel(world, labelNamed(world, name));
    },
    setRole: (login, role) => {
      accountOf(world, login);
      if (role === null) world.roles.delete(login.toLowerCase());
      else world.roles.set(login.toLowerCase(), role);
    },
    commit: (changes, message = 'Change files', author) => commitFiles(world, changes, message, author ?? null),
    issue: (number) => viewIssue(world, number),
    issues: () => [...world.issues.keys()].map((number) => viewIssue(world, number)),
    discussions: () => viewDiscussions(world),
    snapshot: () => snapshot(world),
    freeze: () => {
      memory.frozen = true;
    },
    thaw: () => {
      memory.frozen = false;
    },
    get frozen() {
      return memory.frozen;
    },
    fork: () => {
      const copy = forkWorld(world);
      return embed({ ...memory, world: copy, rates: rates.fork(copy.clock), requests: [...requests] });
    },
    close: () => Promise.resolve(),
  };
}

async function answerFrom(memory: Memory, faults: Faults, request: Request): Promise<Response | null> {
  if (memory.frozen) return null;
  const { clock } = memory.world;
  clock.advance(memory.latency);
  const { method } = request;
  const [path = '', search = ''] = request.url.split('?');
  const body = parse(request.body);
  try {
    const prepared = prepare(memory, request, { path, query: new URLSearchParams(search), body });
    const { kind, operationName, mutations, points } = prepared;
    const entry: RequestEntry = { method, path, kind, operationName, mutations, points, status: 'dropped', body };
    const fault = faults.take(entry);
    memory.requests.push(entry);
    if (fault?.freeze) memory.frozen = true;
    const answer = await answerUnder(fault?.how, prepared);
    await fault?.struck?.();
    if (answer === null) return null;
    entry.status = answer.status;
    return { ...answer, headers: { date: new Date(clock.now()).toUTCString(), ...answer.headers } };
  } catch (error) {
    // A bug in here must not look like a fault of the network.
    return json(500, { message: `embedded GitHub broke: ${String(error)}` });
  }
}

function prepare(
  { world, rates, tokens }: Memory,
  { method, authorization }: Request,
  asked: Omit<RestRequest, 'method'>,
): Prepared {
  const token = tokenOf(authorization, tokens);
  if (method === 'POST' && asked.path === '/graphql') return prepareGraphql(world, rates, token, asked.body);
  return prepareRest(world, rates, token, { method, ...asked });
}

function parse(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}
