import { expect, test } from 'vitest';
import { hubFor, read } from './ask.ts';

const TIMELINE = `issue(number: 1) { state stateReason timelineItems(first: 5, itemTypes: [CLOSED_EVENT]) { nodes {
  ... on ClosedEvent { createdAt actor { login } stateReason closer { __typename ... on PullRequest { number url } } } } } }`;

test('a merge closes the issues that the pull request says it closes, as the doing of whoever merges', async () => {
  const hub = hubFor({ people: { alice: 'write', bob: 'write' }, files: { 'a.yml': 'one', 'b.yml': 'other' } });
  hub.as('mallory').openIssue({ title: 'Action' });
  const files = { 'a.yml': 'two', 'b.yml': null };
  const pull = hub.as('alice').openPullRequest({ title: 'Mend it', body: 'Fixes #1', files });
  hub.commit({ 'c.yml': 'meanwhile' });
  hub.takeEvents();
  hub.clock.advance(60_000);
  hub.as('bob').mergePullRequest(pull);

  expect(await read(hub, TIMELINE, 'issue')).toEqual({
    state: 'CLOSED',
    stateReason: 'COMPLETED',
    timelineItems: {
      nodes: [
        {
          createdAt: '2026-11-02T09:01:00Z',
          actor: { login: 'bob' },
          stateReason: 'COMPLETED',
          closer: { __typename: 'PullRequest', number: 2, url: 'https://github.com/acme/shop/pull/2' },
        },
      ],
    },
  });
  const head = (path: string) => `object(expression: "HEAD:${path}") { ... on Blob { text } }`;
  const merged = await read(
    hub,
    `a: ${head('a.yml')} b: ${head('b.yml')} c: ${head('c.yml')}
     pullRequest(number: 2) { state closed merged mergedAt mergedBy { login } }
     defaultBranchRef { target { ... on Commit { message author { user { login } } } } }`,
  );
  expect(merged).toEqual({
    a: { text: 'two' },
    b: null,
    c: { text: 'meanwhile' },
    pullRequest: {
      state: 'MERGED',
      closed: true,
      merged: true,
      mergedAt: '2026-11-02T09:01:00Z',
      mergedBy: { login: 'bob' },
    },
    defaultBranchRef: { target: { message: 'Mend it (#2)', author: { user: { login: 'alice' } } } },
  });
  expect(hub.takeEvents()).toMatchObject([
    { name: 'pull_request', payload: { action: 'closed', pull_request: { merged: true }, sender: { login: 'bob' } } },
    { name: 'issues', payload: { action: 'closed', issue: { number: 1 }, sender: { login: 'bob' } } },
  ]);
});

test('an issue tells which pull requests close it: open ones, and the others on request', async () => {
  const hub = hubFor();
  hub.as('mallory').openIssue({ title: 'Action' });
  const bodies = ['Fixes #1', 'closes: https://github.com/acme/shop/issues/1', 'Resolved acme/shop#1'];
  const [merged, closed] = bodies.map((body) => hub.as('bob').openPullRequest({ title: 'Mend it', body }));
  for (const body of ['See #1', 'This fixes nothing; #1', '`fixes #1`', 'prefixes #1', 'Fixes #11 and other/shop#1'])
    hub.as('bob').openPullRequest({ title: 'Something else', body });
  hub.as('alice').mergePullRequest(merged!);
  hub.as('alice').close(closed!);
  const closers = (args: string) =>
    `issue(number: 1) { closedByPullRequestsReferences(first: 9${args}) { nodes { number url state } } }`;
  const at = 'issue.closedByPullRequestsReferences.nodes';
  const url = 'https://github.com/acme/shop/pull/';
  const open = { number: 4, url: `${url}4`, state: 'OPEN' };
  expect(await read(hub, closers(''), at)).toEqual([open]);
  expect(await read(hub, closers(', includeClosedPrs: true'), at)).toEqual([
    { number: 2, url: `${url}2`, state: 'MERGED' },
    { number: 3, url: `${url}3`, state: 'CLOSED' },
    open,
  ]);
  const told = `issue(number: 1) { timelineItems(first: 9, itemTypes: [CROSS_REFERENCED_EVENT]) { nodes {
    ... on CrossReferencedEvent { willCloseTarget source { ... on PullRequest { number } } } } } }`;
  expect(await read(hub, told, 'issue.timelineItems.nodes')).toEqual(
    [2, 3, 4, 5, 6, 8].map((number) => ({ willCloseTarget: number < 5, source: { number } })),
  );
});

test('an issue that a person closed stays as it was closed', async () => {
  const hub = hubFor();
  hub.as('mallory').openIssue({ title: 'Action' });
  const pull = hub.as('bob').openPullRequest({ title: 'Mend it', body: 'Fixes #1' });
  hub.as('bob').close(1, 'not_planned');
  hub.as('alice').mergePullRequest(pull);
  expect(await read(hub, TIMELINE, 'issue')).toMatchObject({
    stateReason: 'NOT_PLANNED',
    timelineItems: { nodes: [{ actor: { login: 'bob' }, closer: null }] },
  });
});

test('only who may write merges, once, and no issue', () => {
  const hub = hubFor();
  hub.as('mallory').openIssue({ title: 'Action' });
  const pull = hub.as('bob').openPullRequest({ title: 'Mend it', body: 'Fixes #1' });
  const merging = (login: string, number: number) => () => {
    hub.as(login).mergePullRequest(number);
  };
  expect(merging('bob', pull)).toThrow('bob does not have the correct permissions to execute `MergePullRequest`');
  expect(merging('alice', 1)).toThrow('not mergeable');
  merging('alice', pull)();
  expect(merging('alice', pull)).toThrow('not mergeable');
});
