import { expect, test } from 'vitest';
import type { WebhookEvent } from '../../../src/rehearsal/github/state.ts';
import { ask, hubFor } from './ask.ts';

const names = (events: readonly WebhookEvent[]) =>
  events.map(({ name, payload }) => `${name}.${String(payload['action'])}`);

test('opening with labels and assignees fires opened, and one event for each of them', () => {
  const hub = hubFor({ ownerType: 'User' });
  hub.as('mallory').openIssue({ title: 'Down', body: 'Help', labels: ['incident', 'P1'], assignees: ['bob'] });
  expect(names(hub.events)).toEqual(['issues.opened', 'issues.labeled', 'issues.labeled', 'issues.assigned']);
  const sender = { login: 'mallory', type: 'User' };
  expect(hub.events[0]?.payload).toMatchObject({
    issue: {
      number: 1,
      title: 'Down',
      body: 'Help',
      state: 'open',
      user: sender,
      labels: [{ name: 'incident' }, { name: 'P1' }],
    },
    repository: { name: 'shop', full_name: 'acme/shop', owner: { login: 'acme', type: 'User' } },
    sender,
  });
  expect(hub.events[2]?.payload).toMatchObject({ label: { name: 'P1' } });
  expect(hub.events[3]?.payload).toMatchObject({ assignee: { login: 'bob' } });
});

test('comments fire, also on pull requests, with the sender apart from the author', () => {
  const hub = hubFor();
  hub.as('alice').openIssue({ title: 'One' });
  const pull = hub.as('alice').openPullRequest({ title: 'Two' });
  hub.takeEvents();
  const comment = hub.as('bob').comment(1, '/ack');
  hub.as('alice').editComment(comment.databaseId, '/resolve');
  hub.as('bob').comment(pull, 'Nice');
  hub.as('alice').deleteComment(comment.databaseId);
  const [created, edited, onPull, deleted] = hub.takeEvents();
  expect(created).toMatchObject({
    name: 'issue_comment',
    payload: { action: 'created', comment: { body: '/ack', id: comment.databaseId } },
  });
  expect(created?.payload).not.toHaveProperty('issue.pull_request');
  expect(edited?.payload).toMatchObject({
    action: 'edited',
    changes: { body: { from: '/ack' } },
    comment: { user: { login: 'bob' } },
    sender: { login: 'alice' },
  });
  expect(onPull?.payload).toHaveProperty('issue.pull_request');
  expect(deleted?.payload).toMatchObject({ action: 'deleted' });
  expect(hub.takeEvents()).toEqual([]);
});

test('closing, reopening and editing fire; relations and what the Actions token does fire nothing', async () => {
  const hub = hubFor();
  const alice = hub.as('alice');
  alice.openIssue({ title: 'One' });
  alice.openIssue({ title: 'Two' });
  hub.takeEvents();
  alice.close(1, 'duplicate', 2);
  alice.reopen(1);
  alice.rename(1, 'Uno');
  alice.editBody(1, 'text');
  alice.addSubIssue(2, 1);
  const events = hub.takeEvents();
  expect(names(events)).toEqual(['issues.closed', 'issues.reopened', 'issues.edited', 'issues.edited']);
  expect(events[0]?.payload).toMatchObject({ issue: { state: 'closed', state_reason: 'duplicate' } });
  expect(events[2]?.payload).toMatchObject({ changes: { title: { from: 'One' } } });
  await ask(hub, `mutation { closeIssue(input: { issueId: "${hub.issue(1).id}" }) { issue { id } } }`);
  expect(hub.issue(1).state).toBe('CLOSED');
  expect(hub.takeEvents()).toEqual([]);
});

test('the snapshot is equal for equal ends, whatever the time and the order of labels', () => {
  const play = (labels: string[], minutes: number) => {
    const hub = hubFor();
    hub.as('alice').openIssue({ title: 'One', labels });
    hub.clock.advance(minutes * 60_000);
    hub.as('bob').comment(1, 'Hello');
    return hub.snapshot();
  };
  expect(play(['a', 'b'], 1)).toEqual(play(['b', 'a'], 9));
  expect(play(['a'], 1)).not.toEqual(play(['b'], 1));
});

test('a clock that nobody moves stands still', async () => {
  const hub = hubFor();
  const start = hub.clock.now();
  hub.as('alice').openIssue({ title: 'One' });
  await ask(hub, '{ viewer { login } }');
  expect(hub.clock.now()).toBe(start);
  hub.clock.set(start + 1_999);
  hub.as('alice').comment(1, 'later');
  expect(hub.issue(1).updatedAt).toBe(start + 1_000);
});
