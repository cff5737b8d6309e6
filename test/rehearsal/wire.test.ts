import { Octokit } from '@octokit/rest';
import { afterEach, describe, expect, test } from 'vitest';
import { createGitHub, type EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';
import type { Failure } from '../../src/rehearsal/github/faults.ts';
import { startGitHub } from '../../src/rehearsal/github/server.ts';
import { courseOf, MAIN_STORY, PEOPLE, play, POLICY, SHORT_STORY, undisturbed, type Course } from '../laws/story.ts';

/*
 * Stories are played within the process. Here one goes over sockets, with every fault that a connection can have: what a client
 * notices, and what the world becomes, must be the same.
 */

const FAILURES: readonly Failure[] = [
  'drop-before',
  'drop-after',
  'truncate',
  { status: 502, handled: false },
  { status: 503, handled: true },
  { secondaryLimit: true, retryAfter: 7 },
  { mutation: 1, then: 'drop' },
  { mutation: 1, error: 'Something went wrong' },
];

const open: EmbeddedGitHub[] = [];
afterEach(async () => {
  for (const hub of open.splice(0)) await hub.close();
});

async function served(): Promise<EmbeddedGitHub> {
  const hub = await startGitHub({ people: PEOPLE });
  open.push(hub);
  return hub;
}

type Way = 'socket' | 'process';
const clientOf = (hub: EmbeddedGitHub, way: Way, auth = 'test-token'): Octokit => {
  const log = { debug: () => 0, info: () => 0, warn: () => 0, error: () => 0 };
  return new Octokit({ auth, baseUrl: hub.url, log, request: way === 'socket' ? {} : { fetch: hub.fetch } });
};

interface Thrown extends Error {
  readonly status?: number;
  readonly cause?: Error & { readonly cause?: Error & { readonly code?: string } };
  readonly response?: { readonly headers: Readonly<Record<string, string>>; readonly data: unknown };
}

/** What a client is given, or what it is thrown, as far as anybody could tell. */
async function noticed(asked: Promise<{ readonly status: number; readonly headers: object; readonly data: unknown }>) {
  const lasting = (headers: object) =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => /^(?:content-type|retry-after|x-)/.test(name)));
  try {
    const { status, headers, data } = await asked;
    return { status, headers: lasting(headers), data };
  } catch (thrown) {
    const { name, message, status, cause, response } = thrown as Thrown;
    const connection = cause && [cause.name, cause.message, cause.cause?.name, cause.cause?.message, cause.cause?.code];
    return { name, message, status, connection, headers: lasting(response?.headers ?? {}), data: response?.data };
  }
}

/** Asks both a query and a mutation, each struck by the fault, and a role by REST; then what has become of all. */
async function askUnder(how: Failure, way: Way) {
  const hub = await served();
  hub.as('alice').openIssue({ title: 'One' });
  const { id } = hub.issue(1);
  const client = clientOf(hub, way);
  const ask = (query: string) => client.request('POST /graphql', { query, variables: { id } });
  const answers = [];
  for (const asked of [
    () => ask('query Who { viewer { login } }'),
    () => ask('mutation Say($id: ID!) { a: addComment(input: { subjectId: $id, body: "a" }) { clientMutationId } }'),
    () => client.request('GET /repos/acme/shop/collaborators/bob/permission'),
    () => client.request('GET /repos/acme/nothing/collaborators/bob/permission?page=1'),
  ]) {
    hub.faults.add({ how });
    answers.push(await noticed(asked()));
    hub.faults.clear();
    answers.push(await noticed(asked()));
  }
  hub.freeze();
  answers.push(await noticed(ask('{ viewer { login } }')));
  return { answers, world: hub.snapshot(), requests: hub.requests };
}

describe('in the process as over a socket', () => {
  test.each(FAILURES)('a client notices the fault %j', async (how) => {
    expect(await askUnder(how, 'process')).toEqual(await askUnder(how, 'socket'));
  });

  test('who has no token is refused', async () => {
    const hub = await served();
    const asked = (way: Way) => noticed(clientOf(hub, way, 'wrong').request('GET /user'));
    const refused = await asked('process');
    expect(refused).toMatchObject({ status: 401 });
    expect(refused).toEqual(await asked('socket'));
  });

  test('a dispatch, which is answered with nothing', async () => {
    const tokens = { mine: { login: 'alice', permissions: { contents: 'write' } as const } };
    const fields = { owner: 'acme', repo: 'shop', event_type: 'alert', client_payload: { é: '😀' } };
    const asked = async (way: Way) => {
      const hub = await startGitHub({ tokens });
      open.push(hub);
      const answer = await noticed(clientOf(hub, way, 'mine').rest.repos.createDispatchEvent(fields));
      return { answer, events: hub.takeEvents() };
    };
    expect(await asked('process')).toEqual(await asked('socket'));
  });

  test('whoever does not come through the process reaches nobody', async () => {
    const { url, fetch } = createGitHub();
    await expect(globalThis.fetch(url)).rejects.toThrow('fetch failed');
    expect((await fetch(`${url}/user`)).status).toBe(401);
  });
});

describe('the main story, over sockets', () => {
  const overSockets = { policy: POLICY, sockets: true } as const;

  test('is the same, request by request', { tags: 'slow' }, async () => {
    const plain = ({ after, requests }: Course) => ({
      after,
      requests: requests.map((run) => run.map((request) => ({ ...request, body: null }))),
    });
    expect(plain(await undisturbed(MAIN_STORY, overSockets))).toEqual(plain(await courseOf(MAIN_STORY)));
  });

  test.each(['drop-after', 'truncate'] as const)(
    'its core, each run struck by %s, is made up for',
    { tags: 'slow' },
    async (how) => {
      const course = await courseOf(SHORT_STORY);
      let struck = 0;
      await play(
        SHORT_STORY,
        async (run, { hub }, at) => {
          hub.faults.add({ when: { matches: ({ kind }) => kind === 'mutation' }, how });
          await run().catch(() => null);
          if (hub.faults.pending() === 0) {
            struck += 1;
            await run();
          }
          hub.faults.clear();
          expect(hub.snapshot(), SHORT_STORY[at]!.name).toEqual(course.after[at]);
        },
        overSockets,
      );
      expect(struck).toBe(5);
    },
  );
});
