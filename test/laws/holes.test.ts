import { Octokit } from '@octokit/rest';
import { afterEach, describe, expect, test } from 'vitest';
import { connect } from '../../src/github/adapter.ts';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';
import { QUIET_PAGER, type Stage } from '../../src/rehearsal/stage.ts';
import { isRed, type Report } from '../../src/run/report.ts';
import { run } from '../../src/run/run.ts';
import { incidents, numbers, upTo } from './crowd.ts';
import { MINUTE, POLICY, setStage } from './story.ts';

/* What GitHub leaves out of an answer is not taken for what is not there. */

const open: Stage[] = [];
afterEach(async () => {
  for (const stage of open.splice(0)) await stage.close();
});

interface Ticket {
  readonly number: number;
  readonly timelineItems: { readonly nodes: unknown[] };
}
interface Data {
  readonly repository: { policy: unknown; readonly open?: { readonly nodes: (Ticket | null)[] } };
}
type Tamper = (data: Data, query: string) => readonly (string | number)[] | null;

/** A sweep whose answers lose something on the way: GitHub gives null there and an error with its path. */
async function partial(hub: EmbeddedGitHub, tamper: Tamper): Promise<Report> {
  const octokit = new Octokit({ auth: 'test-token', baseUrl: hub.url, request: { fetch: hub.fetch } });
  const graphql = async (query: string, variables?: Record<string, unknown>): Promise<unknown> => {
    const data = await octokit.graphql<Data>(query, variables ?? {});
    const path = 'repository' in data ? tamper(data, query) : null;
    if (path === null) return data;
    const errors = [{ message: 'Something went wrong while executing your query.', path }];
    throw Object.assign(new Error('partial'), { name: 'GraphqlResponseError', data, errors });
  };
  const inputs = {
    token: 'test-token',
    policy: '.github/tocsin.yml',
    label: 'incident',
    command: 'run',
    dryRun: false,
    accounts: [],
    owner: 'acme',
    repository: 'shop',
    event: 'schedule',
    payload: {},
    workflow: null,
    ref: 'main',
  } as const;
  const now = hub.clock.now();
  const sleep = (): Promise<void> => Promise.resolve();
  const request = (route: string, parameters?: Record<string, unknown>) => octokit.request(route, parameters);
  const { hook } = octokit;
  const connection = { octokit: { request, graphql, hook }, owner: 'acme', name: 'shop', accounts: [], sleep };
  return run({
    inputs,
    github: connect(connection, now),
    pager: QUIET_PAGER,
    now,
    elapsed: () => 0,
    sleep: () => Promise.resolve(),
  });
}

describe('an answer with holes', () => {
  test('loses no incident silently: the others are dealt with, and the run is red', { tags: 'slow' }, async () => {
    const { hub } = await incidents(12);
    const report = await partial(hub, ({ repository: { open: page } }) => {
      const at = page?.nodes.findIndex((ticket) => ticket?.number === 7) ?? -1;
      if (at < 0) return null;
      page!.nodes[at] = null;
      return ['repository', 'open', 'nodes', at];
    });
    expect(numbers(report)).toEqual(upTo(12).filter((number) => number !== 7));
    expect(isRed(report)).toBe(true);
  });

  // A timeline with a hole may lack the notice that went out, or the /ack.
  test('does not judge an incident by a timeline with a hole', async () => {
    const stage = await setStage();
    open.push(stage);
    stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.sweep();
    stage.hub.as('alice').comment(1, '/ack');
    stage.hub.clock.advance(20 * MINUTE);
    const report = await partial(stage.hub, ({ repository: { open: page } }) => {
      const ticket = page?.nodes[0];
      if (!ticket) return null;
      const at = ticket.timelineItems.nodes.length - 1;
      ticket.timelineItems.nodes[at] = null;
      return ['repository', 'open', 'nodes', 0, 'timelineItems', 'nodes', at];
    });
    expect(isRed(report)).toBe(true);
    expect(stage.hub.issue(1).comments.filter(({ body }) => body.includes('@bob'))).toEqual([]);
  });

  // Acting on the built-in policy because this one could not be read pages the wrong people.
  test('does not take a policy that could not be read for none', async () => {
    const stage = await setStage(POLICY.replace('second: [bob]', 'second: [bob]\n  desk: [carol]'));
    open.push(stage);
    stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await partial(stage.hub, (data) => {
      if (!data.repository.policy) return null;
      data.repository.policy = null;
      return ['repository', 'policy'];
    }).catch(() => null);
    expect(stage.hub.issue(1).comments).toEqual([]);
  });
});
