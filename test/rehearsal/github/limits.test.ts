import { expect, test } from 'vitest';
import { ask, at, hubFor, octokitFor, type Answer } from './ask.ts';

const shop = (selection: string) => `{ rateLimit { cost } repository(owner: "acme", name: "shop") { ${selection} } }`;
const types = (answer: Answer) => answer.errors?.map((error) => error.type);

test('connections need a page size between 1 and 100, and half a million nodes are enough', async () => {
  const hub = hubFor();
  expect(types(await ask(hub, shop('issues { totalCount }')))).toEqual(['MISSING_PAGINATION_BOUNDARIES']);
  expect(types(await ask(hub, shop('issues(first: 101) { totalCount }')))).toEqual(['EXCESSIVE_PAGINATION']);
  expect(types(await ask(hub, shop('issues(first: 0) { totalCount }')))).toEqual(['ARGUMENT_LIMIT']);
  const deep = shop(
    'issues(first: 100) { nodes { comments(first: 100) { nodes { reactions(first: 60) { totalCount } } } } }',
  );
  expect(types(await ask(hub, deep))).toEqual(['MAX_NODE_LIMIT_EXCEEDED']);
});

test('a call costs a point for every hundred connections it may open', async () => {
  const hub = hubFor();
  const fields = 'labels(first: 20) { nodes { name } } timelineItems(last: 60) { totalCount }';
  const query = `query Sweep($size: Int!) { rateLimit { cost used remaining }
    repository(owner: "acme", name: "shop") { issues(first: $size) { nodes { ...fields } } } }
    fragment fields on Issue { ${fields} }`;
  expect(at(await ask(hub, query, { size: 100 }), 'rateLimit')).toEqual({ cost: 2, used: 2, remaining: 998 });
  expect(at(await ask(hub, query, { size: 10 }), 'rateLimit')).toEqual({ cost: 1, used: 3, remaining: 997 });
  const without = shop('issues(first: 100) @skip(if: true) { nodes { labels(first: 500) { totalCount } } }');
  expect(at(await ask(hub, without), 'rateLimit.cost')).toBe(1);
  expect(hub.requests.slice(0, 2).map(({ operationName, points, status }) => [operationName, points, status])).toEqual([
    ['Sweep', 2, 200],
    ['Sweep', 1, 200],
  ]);
});

test('an hour of points and requests can be used up, and the next hour brings new ones', async () => {
  const hub = hubFor();
  hub.limits.graphqlPoints = 1;
  hub.limits.restRequests = 1;
  const permission = () => octokitFor(hub).request('GET /repos/acme/shop/collaborators/bob/permission');
  expect((await ask(hub, '{ viewer { login } }')).errors).toBeUndefined();
  expect(await ask(hub, '{ viewer { login } }')).toMatchObject({ errors: [{ type: 'RATE_LIMITED' }] });
  expect((await permission()).headers['x-ratelimit-remaining']).toBe('0');
  await expect(permission()).rejects.toMatchObject({ status: 403 });
  hub.clock.advance(3_600_000);
  expect((await ask(hub, '{ viewer { login } }')).errors).toBeUndefined();
  await permission();
});

test('texts, labels and pins have their bounds', async () => {
  const hub = hubFor();
  for (const title of ['1', '2', '3', '4']) hub.as('alice').openIssue({ title });
  for (const number of [1, 2, 3]) hub.as('alice').pin(number);
  const answer = await ask(
    hub,
    `mutation($repo: ID!, $one: ID!, $four: ID!, $body: String!, $title: String!, $name: String!) {
      body: addComment(input: { subjectId: $one, body: $body }) { subject { id } }
      blank: addComment(input: { subjectId: $one, body: " " }) { subject { id } }
      title: createIssue(input: { repositoryId: $repo, title: $title }) { issue { id } }
      name: createLabel(input: { repositoryId: $repo, name: $name, color: "ff0000" }) { label { id } }
      text: createLabel(input: { repositoryId: $repo, name: "a", color: "ff0000", description: $title }) { label { id } }
      pin: pinIssue(input: { issueId: $four }) { issue { id } }
    }`,
    {
      repo: 'R_kgDOrepo',
      one: hub.issue(1).id,
      four: hub.issue(4).id,
      body: 'x'.repeat(65_537),
      title: 'x'.repeat(257),
      name: 'x'.repeat(51),
    },
  );
  expect(answer.data).toEqual({ body: null, blank: null, title: null, name: null, text: null, pin: null });
  expect(new Set(types(answer))).toEqual(new Set(['UNPROCESSABLE']));
  expect(answer.errors?.map((error) => error.path?.[0])).toEqual(['body', 'blank', 'title', 'name', 'text', 'pin']);
});

test('creating too much in a minute meets the secondary limit, when a test sets one', async () => {
  const hub = hubFor();
  hub.limits.contentPerMinute = 2;
  hub.as('alice').openIssue({ title: 'One' });
  const comment = `mutation { a: addComment(input: { subjectId: "${hub.issue(1).id}", body: "x" }) { subject { id } }
    b: addComment(input: { subjectId: "${hub.issue(1).id}", body: "y" }) { subject { id } } }`;
  await ask(hub, comment);
  await expect(ask(hub, comment)).rejects.toMatchObject({ status: 403, message: /secondary rate limit/ });
  hub.clock.advance(60_000);
  await ask(hub, comment);
  expect(hub.issue(1).comments).toHaveLength(4);
});
