import { expect, test } from 'vitest';
import { ask, hubFor, read } from './ask.ts';

const ROCKETS = (args: string) => `issue(number: 1) { comments(first: 1) { nodes {
  reactions(content: ROCKET, ${args}) { totalCount pageInfo { endCursor } nodes { user { login } createdAt } } } } }`;
const AT = 'issue.comments.nodes.0.reactions';

test('who reacted to a comment, and when, in either order', async () => {
  const hub = hubFor();
  hub.as('alice').openIssue({ title: 'Post-mortem' });
  const { databaseId } = hub.as('alice').comment(1, 'Approve with a rocket');
  const url = `https://github.com/acme/shop/issues/1#issuecomment-${databaseId}`;
  for (const login of ['bob', 'mallory', 'alice']) {
    hub.clock.advance(60_000);
    hub.as(login).react(login === 'bob' ? url : databaseId, 'ROCKET');
    hub.as(login).react(databaseId, 'EYES');
  }
  hub.clock.advance(60_000);
  hub.as('bob').react(databaseId, 'ROCKET');

  const by = (login: string, minute: number) => ({ user: { login }, createdAt: `2026-11-02T09:0${minute}:00Z` });
  expect(await read(hub, ROCKETS('first: 9'), AT)).toMatchObject({
    totalCount: 3,
    nodes: [by('bob', 1), by('mallory', 2), by('alice', 3)],
  });
  const newest = (after: string) =>
    ROCKETS(`first: 2, after: ${after}, orderBy: { field: CREATED_AT, direction: DESC }`);
  const first = (await read(hub, newest('null'), AT)) as { pageInfo: { endCursor: string } };
  expect(first).toMatchObject({ nodes: [by('alice', 3), by('mallory', 2)] });
  expect(await read(hub, newest(`"${first.pageInfo.endCursor}"`), AT)).toMatchObject({ nodes: [by('bob', 1)] });

  hub.deleteUser('mallory');
  expect(await read(hub, ROCKETS('first: 9'), `${AT}.nodes.1.user`)).toBeNull();
});

test('a reaction changes nothing else, and no workflow hears of it', () => {
  const hub = hubFor();
  hub.as('alice').openIssue({ title: 'Post-mortem' });
  const comment = hub.as('alice').comment(1, 'Approve with a rocket');
  const before = hub.issue(1);
  hub.takeEvents();
  hub.clock.advance(60_000);
  hub.as('bob').react(comment.databaseId, 'ROCKET');
  expect(hub.issue(1)).toEqual({ ...before, comments: [{ ...comment, reactions: ['ROCKET bob'] }] });
  expect(hub.takeEvents()).toEqual([]);
});

test('whoever can read the repository reacts', () => {
  const hub = hubFor({ visibility: 'private', people: { bob: 'read' } });
  hub.as('bob').openIssue({ title: 'Post-mortem' });
  const { databaseId } = hub.as('bob').comment(1, 'Approve with a rocket');
  hub.as('bob').react(databaseId, 'ROCKET');
  expect(() => {
    hub.as('mallory').react(databaseId, 'ROCKET');
  }).toThrow('mallory does not have the correct permissions to execute `AddReaction`');
  expect(hub.issue(1).comments[0]?.reactions).toEqual(['ROCKET bob']);
});

test('a locked conversation takes reactions from nobody', async () => {
  const hub = hubFor({ people: { grace: 'admin' } });
  hub.as('grace').openIssue({ title: 'Post-mortem' });
  const { databaseId, id } = hub.as('grace').comment(1, 'Approve with a rocket');
  hub.as('grace').lock(1);
  for (const login of ['mallory', 'grace']) {
    expect(() => {
      hub.as(login).react(databaseId, 'ROCKET');
    }).toThrow(`${login} does not have the correct permissions to execute \`AddReaction\``);
  }
  const add = `mutation { addReaction(input: { subjectId: "${id}", content: ROCKET }) { reaction { id } } }`;
  expect((await ask(hub, add)).errors).toMatchObject([{ type: 'FORBIDDEN', path: ['addReaction'] }]);
  hub.as('grace').unlock(1);
  hub.as('mallory').react(databaseId, 'ROCKET');
  expect(hub.issue(1).comments[0]?.reactions).toEqual(['ROCKET mallory']);
});
