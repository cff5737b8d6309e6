import { expect, test } from 'vitest';
import { ask, hubFor, read } from './ask.ts';

const CREATE = `mutation($parent: ID!) {
  createIssue(input: { repositoryId: "R_kgDOrepo", title: "Action", parentIssueId: $parent }) { issue { number } } }`;

test('a hundred sub-issues are the most, and what is refused leaves nothing behind', async () => {
  const hub = hubFor();
  hub.as('alice').openIssue({ title: 'Post-mortem' });
  const parent = hub.issue(1).id;
  for (let n = 1; n <= 99; n += 1) hub.as('alice').addSubIssue(1, hub.as('alice').openIssue({ title: `Action ${n}` }));
  expect((await ask(hub, CREATE, { parent })).data).toEqual({ createIssue: { issue: { number: 101 } } });

  const full = { type: 'UNPROCESSABLE', message: 'Parent cannot have more than 100 sub-issues' };
  expect(await ask(hub, CREATE, { parent })).toMatchObject({ data: { createIssue: null }, errors: [full] });
  expect(hub.issues()).toHaveLength(101);
  const other = hub.as('alice').openIssue({ title: 'Another action' });
  const add = 'mutation($a: ID!, $b: ID!) { addSubIssue(input: { issueId: $a, subIssueId: $b }) { issue { id } } }';
  expect(await ask(hub, add, { a: parent, b: hub.issue(other).id })).toMatchObject({ errors: [full] });
  hub.as('alice').removeSubIssue(1, 2);
  expect((await ask(hub, CREATE, { parent })).errors).toBeUndefined();
});

test('sub-issues are closed and reopened like any other, and their parent counts it', async () => {
  const hub = hubFor();
  hub.as('alice').openIssue({ title: 'Post-mortem' });
  for (let n = 1; n <= 3; n += 1) await ask(hub, CREATE, { parent: hub.issue(1).id });
  hub.as('bob').close(2);
  hub.as('bob').close(3);
  hub.as('bob').reopen(3);
  const query = `issue(number: 1) { state subIssuesSummary { total completed percentCompleted }
    subIssues(first: 5) { nodes { number state parent { number } } } }`;
  const of = { parent: { number: 1 } };
  expect(await read(hub, query, 'issue')).toEqual({
    state: 'OPEN',
    subIssuesSummary: { total: 3, completed: 1, percentCompleted: 33 },
    subIssues: {
      nodes: [
        { number: 2, state: 'CLOSED', ...of },
        { number: 3, state: 'OPEN', ...of },
        { number: 4, state: 'OPEN', ...of },
      ],
    },
  });
});

test('a parent that is not there is an error, and no issue comes of it', async () => {
  const hub = hubFor();
  expect((await ask(hub, CREATE, { parent: 'I_nobody' })).errors).toMatchObject([{ type: 'NOT_FOUND' }]);
  expect(hub.issues()).toEqual([]);
});
