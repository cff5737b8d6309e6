import { expect, test } from 'vitest';
import type { EmbeddedGitHub } from '../../../src/rehearsal/github/embedded.ts';
import { ask, at, hubFor, read } from './ask.ts';

async function idOfUser(hub: EmbeddedGitHub, login: string): Promise<unknown> {
  return at(await ask(hub, `{ user(login: "${login}") { id } }`), 'user.id');
}

test('one alias fails and the others happen, in their order', async () => {
  const hub = hubFor();
  hub.as('alice').openIssue({ title: 'One' });
  const answer = await ask(
    hub,
    `mutation($issue: ID!) {
      first: addComment(input: { subjectId: $issue, body: "a", clientMutationId: "k" }) { clientMutationId }
      wrong: addComment(input: { subjectId: "I_nobody", body: "b" }) { clientMutationId }
      last: closeIssue(input: { issueId: $issue }) { issue { state stateReason comments(first: 3) { totalCount } } }
    }`,
    { issue: hub.issue(1).id },
  );
  expect(answer.data).toEqual({
    first: { clientMutationId: 'k' },
    wrong: null,
    last: { issue: { state: 'CLOSED', stateReason: 'COMPLETED', comments: { totalCount: 1 } } },
  });
  expect(answer.errors).toMatchObject([{ type: 'NOT_FOUND', path: ['wrong'] }]);
  expect(hub.requests.at(-1)?.mutations).toEqual(['first:addComment', 'wrong:addComment', 'last:closeIssue']);
});

test('a token without the permission writes nothing, and reads a private repository only as far as it may', async () => {
  const login = 'github-actions[bot]';
  const hub = hubFor({
    visibility: 'private',
    files: { a: 'text' },
    tokens: {
      reader: { login, permissions: { issues: 'read', metadata: 'read' } },
      blind: { login, permissions: { contents: 'read', metadata: 'read' } },
    },
  });
  hub.as('alice').openIssue({ title: 'One' });
  const comment = `mutation { c: addComment(input: { subjectId: "${hub.issue(1).id}", body: "x" }) { subject { id } } }`;
  const forbidden = { type: 'FORBIDDEN', message: 'Resource not accessible by integration' };
  expect(await ask(hub, comment, {}, 'reader')).toMatchObject({
    data: { c: null },
    errors: [{ ...forbidden, path: ['c'] }],
  });
  expect(hub.issue(1).comments).toEqual([]);

  const query = `{ repository(owner: "acme", name: "shop") { issue(number: 1) { title }
    object(expression: "HEAD:a") { ... on Blob { text } } } }`;
  const reader = await ask(hub, query, {}, 'reader');
  expect(reader).toMatchObject({
    data: { repository: { issue: { title: 'One' }, object: null } },
    errors: [forbidden],
  });
  const blind = await ask(hub, query, {}, 'blind');
  expect(blind).toMatchObject({ data: { repository: { issue: null, object: { text: 'text' } } }, errors: [forbidden] });
});

test('those who cannot be assigned are dropped without a word, and ten are the most', async () => {
  const people = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`p${n}`, 'read' as const]));
  const hub = hubFor({ people });
  hub.as('mallory').openIssue({ title: 'One' });
  const logins = ['mallory', ...Object.keys(people)];
  const ids = await Promise.all(logins.map((login) => idOfUser(hub, login)));
  const assign = `mutation($issue: ID!, $ids: [ID!]!) {
    addAssigneesToAssignable(input: { assignableId: $issue, assigneeIds: $ids }) {
      assignable { assignees(first: 20) { nodes { login } } } } }`;
  const issue = hub.issue(1).id;
  const answer = await ask(hub, assign, { issue, ids });
  expect(answer.errors).toBeUndefined();
  expect(hub.issue(1).assignees).toEqual(logins.slice(1, 11));
  expect((await ask(hub, assign, { issue, ids: ['U_nobody'] })).errors?.[0]?.type).toBe('NOT_FOUND');
});

test('a post-mortem is created as a sub-issue, with labels, assignees and events on both', async () => {
  const hub = hubFor();
  hub.as('alice').openIssue({ title: 'Down' });
  const label = `mutation { createLabel(input: { repositoryId: "R_kgDOrepo", name: "post-mortem", color: "ff0000" }) { label { id } } }`;
  const labelId = at(await ask(hub, label), 'createLabel.label.id');
  const again = await ask(hub, label.replace('post-mortem', 'POST-MORTEM'));
  expect(again.errors?.[0]).toMatchObject({ type: 'UNPROCESSABLE', message: 'Name has already been taken' });
  await ask(
    hub,
    `mutation($input: CreateIssueInput!) { createIssue(input: $input) { issue { number parent { number } } } }`,
    {
      input: {
        repositoryId: 'R_kgDOrepo',
        title: 'Post-mortem',
        body: 'Of #1',
        labelIds: [labelId],
        assigneeIds: [await idOfUser(hub, 'bob')],
        parentIssueId: hub.issue(1).id,
      },
    },
  );
  expect(hub.issue(2)).toMatchObject({
    labels: ['post-mortem'],
    assignees: ['bob'],
    parent: 1,
    author: 'github-actions[bot]',
  });
  expect(hub.issue(2).timeline.map((item) => item.kind)).toEqual([
    'LabeledEvent',
    'AssignedEvent',
    'ParentIssueAddedEvent',
  ]);
  expect(hub.issue(1).timeline.map((item) => item.kind)).toEqual(['CrossReferencedEvent', 'SubIssueAddedEvent']);
  const query = 'issue(number: 1) { subIssues(first: 5) { nodes { number } } subIssuesSummary { total completed } }';
  expect(await read(hub, query, 'issue')).toEqual({
    subIssues: { nodes: [{ number: 2 }] },
    subIssuesSummary: { total: 1, completed: 0 },
  });
});

test('a duplicate is only called one on request', async () => {
  const hub = hubFor();
  hub.as('alice').openIssue({ title: 'One' });
  hub.as('alice').openIssue({ title: 'Two' });
  const close = `mutation($a: ID!, $b: ID!) {
    closeIssue(input: { issueId: $a, stateReason: DUPLICATE, duplicateIssueId: $b }) { issue { id } } }`;
  await ask(hub, close, { a: hub.issue(2).id, b: hub.issue(1).id });
  const query = `issue(number: 2) { stateReason told: stateReason(enableDuplicate: true)
    timelineItems(first: 5) { nodes { ... on MarkedAsDuplicateEvent { canonical { ... on Issue { number } } } } } }`;
  expect(await read(hub, query, 'issue')).toEqual({
    stateReason: 'NOT_PLANNED',
    told: 'DUPLICATE',
    timelineItems: { nodes: [{ canonical: { number: 1 } }, {}] },
  });
});

test('what is done twice leaves no second trace', async () => {
  const hub = hubFor();
  hub.as('alice').openIssue({ title: 'One', labels: ['incident'] });
  const comment = hub.as('bob').comment(1, 'text');
  const before = hub.issue(1);
  const labelId = await read(hub, 'label(name: "Incident") { id }', 'label.id');
  const answer = await ask(
    hub,
    `mutation($issue: ID!, $label: ID!, $comment: ID!) {
      addLabelsToLabelable(input: { labelableId: $issue, labelIds: [$label] }) { labelable { ... on Issue { number } } }
      reopenIssue(input: { issueId: $issue }) { issue { id } }
      updateIssueComment(input: { id: $comment, body: "text" }) { issueComment { lastEditedAt } }
      updateIssue(input: { id: $issue, title: "One", body: "" }) { issue { lastEditedAt } }
    }`,
    { issue: before.id, label: labelId, comment: comment.id },
  );
  expect(answer.errors).toBeUndefined();
  expect(hub.issue(1)).toEqual(before);
});

test('comments are edited, hidden and deleted; issues are locked and reacted to', async () => {
  const hub = hubFor();
  hub.as('alice').openIssue({ title: 'One' });
  const [a, b] = [hub.as('bob').comment(1, 'a'), hub.as('bob').comment(1, 'b')];
  const answer = await ask(
    hub,
    `mutation($issue: ID!, $a: ID!, $b: ID!) {
      updateIssueComment(input: { id: $a, body: "A" }) { issueComment { body editor { login } } }
      minimizeComment(input: { subjectId: $a, classifier: OFF_TOPIC }) { minimizedComment { isMinimized minimizedReason } }
      addReaction(input: { subjectId: $a, content: EYES }) { reaction { content } }
      deleteIssueComment(input: { id: $b }) { clientMutationId }
      lockLockable(input: { lockableId: $issue, lockReason: RESOLVED }) { lockedRecord { locked } }
    }`,
    { issue: hub.issue(1).id, a: a.id, b: b.id },
  );
  expect(answer).toEqual({
    data: {
      updateIssueComment: { issueComment: { body: 'A', editor: { login: 'github-actions' } } },
      minimizeComment: { minimizedComment: { isMinimized: true, minimizedReason: 'off-topic' } },
      addReaction: { reaction: { content: 'EYES' } },
      deleteIssueComment: { clientMutationId: null },
      lockLockable: { lockedRecord: { locked: true } },
    },
  });
  expect(hub.snapshot().issues[0]).toMatchObject({
    locked: true,
    comments: [{ author: 'bob', body: 'A', isMinimized: true, reactions: ['EYES github-actions[bot]'] }],
  });
});
