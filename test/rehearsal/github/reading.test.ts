import { expect, test } from 'vitest';
import { ask, at, hubFor, read } from './ask.ts';

test('pages of issues follow their cursors, also when issues change between the pages', async () => {
  const hub = hubFor();
  for (let n = 1; n <= 5; n += 1) {
    hub.as('alice').openIssue({ title: `Issue ${n}`, labels: n === 3 ? ['other'] : ['incident'] });
    hub.clock.advance(60_000);
  }
  const page = (after: string) => `issues(first: 2, after: ${after}, labels: ["INCIDENT", "absent"], states: OPEN,
    orderBy: { field: UPDATED_AT, direction: DESC }) { totalCount pageInfo { hasNextPage endCursor } nodes { number } }`;
  const first = (await read(hub, page('null'), 'issues')) as { pageInfo: { endCursor: string } };
  expect(first).toMatchObject({
    totalCount: 4,
    pageInfo: { hasNextPage: true },
    nodes: [{ number: 5 }, { number: 4 }],
  });

  hub.as('bob').comment(1, 'This one jumps to the front.');
  const second = await read(hub, page(`"${first.pageInfo.endCursor}"`), 'issues');
  expect(second).toMatchObject({ pageInfo: { hasNextPage: false }, nodes: [{ number: 2 }] });

  const since = 'issues(first: 9, filterBy: { since: "2026-11-02T09:03:00Z" }) { nodes { number } }';
  expect(await read(hub, since, 'issues.nodes')).toEqual([{ number: 1 }, { number: 4 }, { number: 5 }]);
});

test('the last items, and those before them', async () => {
  const hub = hubFor();
  const issue = hub.as('alice').openIssue({ title: 'Slow' });
  for (const word of ['a', 'b', 'c', 'd']) hub.as('alice').comment(issue, word);
  const page = (before: string) => `issue(number: 1) { comments(last: 2, before: ${before}) {
    pageInfo { hasPreviousPage startCursor } nodes { body } } }`;
  const last = (await read(hub, page('null'), 'issue.comments')) as { pageInfo: { startCursor: string } };
  expect(last).toMatchObject({ pageInfo: { hasPreviousPage: true }, nodes: [{ body: 'c' }, { body: 'd' }] });
  const earlier = await read(hub, page(`"${last.pageInfo.startCursor}"`), 'issue.comments');
  expect(earlier).toMatchObject({ pageInfo: { hasPreviousPage: false }, nodes: [{ body: 'a' }, { body: 'b' }] });
});

test('the timeline tells who did what and when, also what came with the opening', async () => {
  const hub = hubFor();
  hub.clock.advance(1_700);
  hub.as('mallory').openIssue({ title: 'Down', labels: ['incident'], assignees: ['bob'] });
  hub.clock.advance(60_000);
  hub.as('bob').unassign(1, 'bob');
  hub.as('alice').assign(1, 'bob', 'mallory');
  hub.as('bob').rename(1, 'Down again');
  hub.as('bob').close(1, 'not_planned');
  hub.as('mallory').reopen(1);
  hub.as('bob').unlabel(1, 'incident');
  const timeline = await read(
    hub,
    `issue(number: 1) { timelineItems(first: 20) { totalCount nodes { __typename
      ... on LabeledEvent { createdAt actor { login } label { name } }
      ... on AssignedEvent { createdAt actor { login } assignee { ... on User { login } } }
      ... on RenamedTitleEvent { previousTitle currentTitle }
      ... on ClosedEvent { stateReason } } } }`,
    'issue.timelineItems',
  );
  const label = { name: 'incident' };
  expect(timeline).toEqual({
    totalCount: 8,
    nodes: [
      { __typename: 'LabeledEvent', createdAt: '2026-11-02T09:00:01Z', actor: { login: 'mallory' }, label },
      {
        __typename: 'AssignedEvent',
        createdAt: '2026-11-02T09:00:01Z',
        actor: { login: 'mallory' },
        assignee: { login: 'bob' },
      },
      { __typename: 'UnassignedEvent' },
      {
        __typename: 'AssignedEvent',
        createdAt: '2026-11-02T09:01:01Z',
        actor: { login: 'alice' },
        assignee: { login: 'bob' },
      },
      { __typename: 'RenamedTitleEvent', previousTitle: 'Down', currentTitle: 'Down again' },
      { __typename: 'ClosedEvent', stateReason: 'NOT_PLANNED' },
      { __typename: 'ReopenedEvent' },
      { __typename: 'UnlabeledEvent' },
    ],
  });
  const some =
    'issue(number: 1) { timelineItems(last: 1, itemTypes: [ASSIGNED_EVENT], since: "2026-11-02T09:01:00Z") { totalCount filteredCount } }';
  expect(await read(hub, some, 'issue.timelineItems')).toEqual({ totalCount: 1, filteredCount: 1 });
});

test('comments know their editors, and lose them with the account', async () => {
  const hub = hubFor();
  hub.as('alice').openIssue({ title: 'One' });
  const comment = hub.as('bob').comment(1, 'first');
  hub.clock.advance(5_000);
  hub.as('alice').editComment(comment.databaseId, 'second');
  const fields =
    'author { login __typename } editor { login } lastEditedAt createdAt body authorAssociation viewerDidAuthor';
  const query = `issue(number: 1) { author { login } comments(first: 5) { nodes { ${fields} } } }`;
  expect(await read(hub, query, 'issue.comments.nodes.0')).toEqual({
    author: { login: 'bob', __typename: 'User' },
    editor: { login: 'alice' },
    lastEditedAt: '2026-11-02T09:00:05Z',
    createdAt: '2026-11-02T09:00:00Z',
    body: 'second',
    authorAssociation: 'COLLABORATOR',
    viewerDidAuthor: false,
  });
  hub.deleteUser('alice');
  hub.deleteUser('bob');
  expect(await read(hub, query, 'issue')).toMatchObject({
    author: null,
    comments: { nodes: [{ author: null, editor: null, body: 'second' }] },
  });
});

test('naming an issue tells the issue, once, and not from code', async () => {
  const hub = hubFor();
  hub.as('alice').openIssue({ title: 'One' });
  hub.as('alice').openIssue({ title: 'Two', body: 'After #1, `#1` and acme/shop#1' });
  hub.as('alice').comment(2, 'https://github.com/acme/shop/issues/1');
  hub.as('alice').openIssue({ title: 'Three', body: 'Only in code:\n```\n#1\n```\n`see #1` and <!-- #1 -->' });
  const query = `issue(number: 1) { timelineItems(first: 9, itemTypes: [CROSS_REFERENCED_EVENT]) {
    nodes { ... on CrossReferencedEvent { source { ... on Issue { number } } } } } }`;
  expect(await read(hub, query, 'issue.timelineItems.nodes')).toEqual([{ source: { number: 2 } }]);
});

test('files are read at the head, at a commit, at a pull request and through their history', async () => {
  const hub = hubFor({ files: { 'a.yml': 'one', 'b.yml': 'other' } });
  hub.clock.advance(60_000);
  const broken = hub.commit({ 'a.yml': 'zwei – ü' });
  hub.commit({ 'b.yml': null });
  const pull = hub.as('bob').openPullRequest({ title: 'Change', files: { 'a.yml': 'three' } });
  const text = '... on Blob { text byteSize }';
  const found = await read(
    hub,
    `nothing: object(expression: "HEAD:b.yml") { oid }
     head: object(expression: "HEAD:a.yml") { ${text} }
     then: object(expression: "${broken}:b.yml") { ${text} }
     pull: object(expression: "refs/pull/${pull}/head:a.yml") { ${text} }
     defaultBranchRef { name target { ... on Commit { history(first: 5, path: "a.yml") {
       nodes { oid committedDate file(path: "a.yml") { object { ${text} } } } } } } }`,
  );
  expect(found).toMatchObject({
    nothing: null,
    head: { text: 'zwei – ü', byteSize: 11 },
    then: { text: 'other' },
    pull: { text: 'three' },
    defaultBranchRef: {
      name: 'main',
      target: {
        history: {
          nodes: [
            { oid: broken, committedDate: '2026-11-02T09:01:00Z', file: { object: { text: 'zwei – ü' } } },
            { committedDate: '2026-11-02T09:00:00Z', file: { object: { text: 'one' } } },
          ],
        },
      },
    },
  });
});

test('what is not there is an error of type NOT_FOUND beside a null', async () => {
  const hub = hubFor();
  hub.as('alice').openPullRequest({ title: 'Not an issue' });
  const shop = 'repository(owner: "acme", name: "shop")';
  const answer = await ask(
    hub,
    `{ gone: repository(owner: "acme", name: "gone") { id } ${shop} { issue(number: 1) { id } label(name: "no") { id } }
       user(login: "nobody") { id } nodes(ids: ["x"]) { id } }`,
  );
  expect(answer.data).toEqual({ gone: null, repository: { issue: null, label: null }, user: null, nodes: [null] });
  expect(answer.errors?.map(({ type, path }) => [type, path?.join('.')])).toEqual([
    ['NOT_FOUND', 'gone'],
    ['NOT_FOUND', 'repository.issue'],
    ['NOT_FOUND', 'user'],
    ['NOT_FOUND', 'nodes.0'],
  ]);
});

test('the bot has two names', async () => {
  const hub = hubFor();
  hub.as('alice').openIssue({ title: 'One' });
  const answer = await ask(
    hub,
    `mutation { addComment(input: { subjectId: "${hub.issue(1).id}", body: "Hello" }) {
      commentEdge { node { viewerDidAuthor author { login __typename } } } } }`,
  );
  expect(at(answer, 'addComment.commentEdge.node')).toEqual({
    viewerDidAuthor: true,
    author: { login: 'github-actions', __typename: 'Bot' },
  });
  expect(await ask(hub, '{ viewer { login } }')).toEqual({ data: { viewer: { login: 'github-actions[bot]' } } });
  expect(hub.issue(1).comments[0]?.author).toBe('github-actions[bot]');
});

test('a field that nobody wrote is loud, and a query that GitHub would refuse is refused', async () => {
  const hub = hubFor();
  hub.as('alice').openIssue({ title: 'One' });
  const missing = await ask(hub, '{ repository(owner: "acme", name: "shop") { issue(number: 1) { bodyHTML } } }');
  expect(missing.errors?.[0]?.message).toBe('embedded GitHub does not implement Issue.bodyHTML');
  const mutation = await ask(
    hub,
    'mutation { transferIssue(input: { issueId: "x", repositoryId: "y" }) { issue { id } } }',
  );
  expect(mutation.errors?.[0]?.message).toBe('embedded GitHub does not implement Mutation.transferIssue');
  expect(hub.unimplemented).toEqual(['Issue.bodyHTML', 'Mutation.transferIssue']);

  const wrong = await ask(hub, '{ repository(owner: "acme", name: "shop") { isue(number: 1) { id } } }');
  expect(wrong).not.toHaveProperty('data');
  expect(wrong.errors?.[0]?.message).toMatch(/Cannot query field "isue"/);
  expect((await ask(hub, '{ viewer {')).errors?.[0]?.message).toMatch(/Syntax Error/);
});

test('a folder of the default branch, and who made its commits', async () => {
  const hub = hubFor({ files: { 'a/one.yml': 'one', 'a/b/two.yml': 'two', 'three.yml': 'three' } });
  hub.commit({ 'a/one.yml': 'uno' }, 'By a person', 'alice');
  hub.commit({ 'a/one.yml': 'eins' }, 'By an app', 'dependabot[bot]');
  const folder = (path: string): string =>
    `object(expression: "HEAD:${path}") { ... on Tree { entries { name object { ... on Blob { text } } } } }`;
  expect(await read(hub, folder('a'), 'object')).toEqual({
    entries: [
      { name: 'one.yml', object: { text: 'eins' } },
      { name: 'b', object: {} },
    ],
  });
  expect(await read(hub, folder('nowhere'), 'object')).toBeNull();
  const history = `defaultBranchRef { target { ... on Commit {
    history(path: "a/one.yml", first: 10) { nodes { author { name user { login } } } }
  } } }`;
  expect(await read(hub, history, 'defaultBranchRef.target.history.nodes')).toEqual([
    { author: { name: 'dependabot[bot]', user: null } },
    { author: { name: 'alice', user: { login: 'alice' } } },
    { author: { name: 'Somebody', user: null } },
  ]);
});
