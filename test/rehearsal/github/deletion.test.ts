import { expect, test } from 'vitest';
import type { EmbeddedGitHub } from '../../../src/rehearsal/github/embedded.ts';
import { ask, at, hubFor, read } from './ask.ts';

/** An incident, #1, with a post-mortem, #2, that names it and has a comment; Grace is an admin. */
function withPostMortem(): EmbeddedGitHub {
  const hub = hubFor({ people: { alice: 'maintain', bob: 'triage', grace: 'admin' } });
  hub.as('alice').openIssue({ title: 'Down' });
  hub.as('alice').openIssue({ title: 'Post-mortem', body: 'Of #1' });
  hub.as('alice').addSubIssue(1, 2);
  hub.as('bob').comment(2, 'Reads well');
  hub.takeEvents();
  return hub;
}

test('a deleted issue is found by neither its id nor its number, nor is what hung on it', async () => {
  const hub = withPostMortem();
  const { id, comments } = hub.issue(2);
  hub.as('grace').deleteIssue(2);
  const answer = await ask(
    hub,
    `query($id: ID!, $comment: ID!) {
      alone: node(id: $id) { id } comment: node(id: $comment) { id } nodes(ids: [$id]) { id }
      repository(owner: "acme", name: "shop") { issue(number: 2) { id } issueOrPullRequest(number: 2) { __typename } } }`,
    { id, comment: comments[0]?.id },
  );
  expect(answer.data).toEqual({
    alone: null,
    comment: null,
    nodes: [null],
    repository: { issue: null, issueOrPullRequest: null },
  });
  expect(answer.errors?.map(({ type, path }) => [type, path?.join('.')])).toEqual([
    ['NOT_FOUND', 'alone'],
    ['NOT_FOUND', 'comment'],
    ['NOT_FOUND', 'nodes.0'],
    ['NOT_FOUND', 'repository.issue'],
    ['NOT_FOUND', 'repository.issueOrPullRequest'],
  ]);
  expect(() => hub.issue(2)).toThrow('there is no issue #2');
  expect(() => {
    hub.as('bob').editComment(comments[0]!.databaseId, 'Gone');
  }).toThrow('no comment has the id');
});

test('lists leave it out, and the timeline of its parent does not say what it was', async () => {
  const hub = withPostMortem();
  hub.as('grace').deleteIssue(2);
  const query = `issues(first: 5) { totalCount nodes { number subIssues(first: 5) { totalCount }
    subIssuesSummary { total } timelineItems(first: 9) { nodes { __typename ... on SubIssueAddedEvent { subIssue { id } } } } } }`;
  expect(await read(hub, query, 'issues')).toEqual({
    totalCount: 1,
    nodes: [
      {
        number: 1,
        subIssues: { totalCount: 0 },
        subIssuesSummary: { total: 0 },
        timelineItems: { nodes: [{ __typename: 'SubIssueAddedEvent', subIssue: null }] },
      },
    ],
  });
});

test('its sub-issues and its duplicates stay, without it', async () => {
  const hub = withPostMortem();
  hub.as('alice').openIssue({ title: 'Twin' });
  hub.as('alice').close(3, 'duplicate', 1);
  hub.as('grace').deleteIssue(1);
  const query = `child: issue(number: 2) { parent { id } timelineItems(first: 1) { nodes {
      ... on ParentIssueAddedEvent { parent { id } } } } }
    twin: issue(number: 3) { state timelineItems(first: 1) { nodes {
      ... on MarkedAsDuplicateEvent { canonical { __typename } } } } }`;
  expect(await read(hub, query)).toEqual({
    child: { parent: null, timelineItems: { nodes: [{ parent: null }] } },
    twin: { state: 'CLOSED', timelineItems: { nodes: [{ canonical: null }] } },
  });
});

test('its number is never given again', () => {
  const hub = withPostMortem();
  hub.as('grace').deleteIssue(2);
  expect(hub.as('alice').openIssue({ title: 'Another' })).toBe(3);
});

test('only an admin deletes, no pull request, and workflows hear of it', async () => {
  const hub = withPostMortem();
  for (const login of ['mallory', 'bob', 'alice']) {
    expect(() => {
      hub.as(login).deleteIssue(2);
    }).toThrow(`${login} does not have the correct permissions to execute \`DeleteIssue\``);
  }
  const pull = hub.as('bob').openPullRequest({ title: 'Mend it' });
  expect(() => {
    hub.as('grace').deleteIssue(pull);
  }).toThrow('A pull request cannot be deleted');
  hub.takeEvents();
  hub.setRole('bob', { name: 'custodian', base: 'admin' });
  hub.as('bob').deleteIssue(2);
  expect(hub.takeEvents()).toMatchObject([
    { name: 'issues', payload: { action: 'deleted', issue: { number: 2 }, sender: { login: 'bob' } } },
  ]);
  const left = await ask(hub, '{ repository(owner: "acme", name: "shop") { issues(first: 1) { totalCount } } }');
  expect(at(left, 'repository.issues.totalCount')).toBe(1);
});
