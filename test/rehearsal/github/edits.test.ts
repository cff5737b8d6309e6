import { expect, test } from 'vitest';
import { hubFor, read } from './ask.ts';

const EDITS = 'userContentEdits(first: 5) { totalCount nodes { editor { login } editedAt diff } }';

test('the texts of an issue are kept, newest first, and the first edit brings the one it was opened with', async () => {
  const hub = hubFor();
  hub.as('mallory').openIssue({ title: 'Down', body: 'Help' });
  const query = `issue(number: 1) { lastEditedAt editor { login } includesCreatedEdit ${EDITS} }`;
  hub.as('bob').rename(1, 'Shop is down');
  expect(await read(hub, query, 'issue')).toEqual({
    lastEditedAt: null,
    editor: null,
    includesCreatedEdit: false,
    userContentEdits: { totalCount: 0, nodes: [] },
  });

  hub.clock.advance(60_000);
  hub.as('bob').editBody(1, 'Nobody can pay');
  hub.clock.advance(60_000);
  hub.as('alice').editBody(1, '');
  expect(await read(hub, query, 'issue')).toEqual({
    lastEditedAt: '2026-11-02T09:02:00Z',
    editor: { login: 'alice' },
    includesCreatedEdit: true,
    userContentEdits: {
      totalCount: 3,
      nodes: [
        { editor: { login: 'alice' }, editedAt: '2026-11-02T09:02:00Z', diff: '' },
        { editor: { login: 'bob' }, editedAt: '2026-11-02T09:01:00Z', diff: 'Nobody can pay' },
        { editor: { login: 'mallory' }, editedAt: '2026-11-02T09:00:00Z', diff: 'Help' },
      ],
    },
  });
});

test('an edit that changes nothing is none', async () => {
  const hub = hubFor();
  hub.as('mallory').openIssue({ title: 'Down', body: 'Help' });
  hub.takeEvents();
  hub.as('bob').editBody(1, 'Help');
  expect(await read(hub, `issue(number: 1) { ${EDITS} }`, 'issue.userContentEdits.totalCount')).toBe(0);
  expect(hub.takeEvents()).toEqual([]);
});

test('workflows hear who edited, and what stood there', () => {
  const hub = hubFor();
  hub.as('mallory').openIssue({ title: 'Down', body: 'Help' });
  hub.takeEvents();
  hub.as('bob').editBody(1, 'Nobody can pay');
  expect(hub.takeEvents()).toMatchObject([
    {
      name: 'issues',
      payload: {
        action: 'edited',
        changes: { body: { from: 'Help' } },
        issue: { body: 'Nobody can pay', user: { login: 'mallory' } },
        sender: { login: 'bob' },
      },
    },
  ]);
});

test('the texts of a comment are kept alike, and lose their editors with the accounts', async () => {
  const hub = hubFor();
  hub.as('alice').openIssue({ title: 'Down' });
  const { databaseId } = hub.as('bob').comment(1, 'first');
  hub.as('alice').editComment(databaseId, 'second');
  hub.deleteUser('bob');
  const query = `issue(number: 1) { comments(first: 1) { nodes { ${EDITS} } } }`;
  expect(await read(hub, query, 'issue.comments.nodes.0.userContentEdits.nodes')).toMatchObject([
    { editor: { login: 'alice' }, diff: 'second' },
    { editor: null, diff: 'first' },
  ]);
});
