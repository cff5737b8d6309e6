import { expect, test } from 'vitest';
import type { Failure } from '../../../src/rehearsal/github/faults.ts';
import type { EmbeddedGitHub } from '../../../src/rehearsal/github/embedded.ts';
import { ask, hubFor } from './ask.ts';

function hubWithIssue(): EmbeddedGitHub {
  const hub = hubFor();
  hub.as('alice').openIssue({ title: 'One' });
  return hub;
}

/** Three comments in one request. */
function write(hub: EmbeddedGitHub) {
  const one = (name: string) => `${name}: addComment(input: { subjectId: $issue, body: "${name}" }) { subject { id } }`;
  return ask(hub, `mutation Write($issue: ID!) { ${['a', 'b', 'c'].map(one).join(' ')} }`, { issue: hub.issue(1).id });
}

const written = (hub: EmbeddedGitHub) =>
  hub
    .issue(1)
    .comments.map((comment) => comment.body)
    .join('');

const failures: [string, Failure, string][] = [
  ['dropped before it was handled', 'drop-before', ''],
  ['dropped after it was handled', 'drop-after', 'abc'],
  ['cut between two mutations', { mutation: 2, then: 'drop' }, 'ab'],
  ['a 502 before it was handled', { status: 502, handled: false }, ''],
  ['a 503 after it was handled', { status: 503, handled: true }, 'abc'],
  ['the secondary limit', { secondaryLimit: true, retryAfter: 7 }, ''],
];

test.each(failures)('%s', async (_name, how, left) => {
  const hub = hubWithIssue();
  hub.faults.add({ how });
  await expect(write(hub)).rejects.toThrow();
  expect(written(hub)).toBe(left);
  expect(hub.faults.pending()).toBe(0);
  await write(hub);
  expect(written(hub)).toBe(`${left}abc`);
});

test('the secondary limit says when to come again', async () => {
  const hub = hubWithIssue();
  hub.faults.add({ how: { secondaryLimit: true, retryAfter: 7 } });
  const error = await write(hub).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    status: 403,
    response: { headers: { 'retry-after': '7' } },
    message: /secondary rate limit/,
  });
  expect(hub.requests.map(({ status }) => status)).toEqual([403]);
});

test('a truncated answer is no JSON, though everything was done', async () => {
  const hub = hubWithIssue();
  hub.faults.add({ how: 'truncate' });
  const outcome: unknown = await write(hub).catch(() => 'unreadable');
  expect(outcome).not.toHaveProperty('data');
  expect(written(hub)).toBe('abc');
});

test('one mutation fails alone', async () => {
  const hub = hubWithIssue();
  hub.faults.add({ how: { mutation: 2, error: 'Something went wrong' } });
  const answer = await write(hub);
  expect(answer).toMatchObject({ data: { b: null }, errors: [{ message: 'Something went wrong', path: ['b'] }] });
  expect(written(hub)).toBe('ac');
});

test('faults wait for the n-th request, or for one that matches', async () => {
  const hub = hubWithIssue();
  hub.faults.add({ when: { request: 2, matches: ({ kind }) => kind === 'mutation' }, how: 'drop-before' });
  await write(hub);
  await ask(hub, '{ viewer { login } }');
  await expect(write(hub)).rejects.toThrow();
  expect(hub.requests.map(({ status }) => status)).toEqual([200, 200, 'dropped']);
});

test('a killed run reaches nothing any more, until the next one may', async () => {
  const hub = hubWithIssue();
  let told = '';
  hub.faults.add({
    how: { mutation: 1, then: 'drop' },
    freeze: true,
    struck: () => {
      told = written(hub);
    },
  });
  await expect(write(hub)).rejects.toThrow();
  await expect(write(hub)).rejects.toThrow();
  expect([hub.frozen, told, written(hub), hub.requests.length]).toEqual([true, 'a', 'a', 1]);
  hub.thaw();
  await write(hub);
  expect(written(hub)).toBe('aabc');
});

test('a hook is awaited before or after the handling', async () => {
  const hub = hubWithIssue();
  const seen: string[] = [];
  const hook = () => {
    seen.push(written(hub));
  };
  hub.faults.add({ how: { hook, at: 'before' } });
  hub.faults.add({ when: { request: 2 }, how: { hook, at: 'after' } });
  await write(hub);
  await write(hub);
  expect(seen).toEqual(['', 'abcabc']);
});
