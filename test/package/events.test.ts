import definitions from '@octokit/webhooks-examples' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { readTrigger, type Trigger } from '../../src/run/trigger.ts';
import { exampleWorkflow } from './files.ts';

interface Definition {
  readonly name: string;
  readonly actions: string[];
  readonly examples: readonly Record<string, unknown>[];
}

/** What GitHub has published of an event. */
function definitionOf(event: string): Definition {
  // The package types its index for an older format of modules.
  return (definitions as unknown as readonly Definition[]).find(({ name }) => name === event)!;
}

/** The real payloads of an event, each under a name that no other has. */
function payloadsOf(event: string): { readonly action: string; readonly payload: Record<string, unknown> }[] {
  const nameOf = ({ action }: Record<string, unknown>): string => (typeof action === 'string' ? action : event);
  return definitionOf(event).examples.map((payload, i) => ({
    action: `${nameOf(payload)} ${i}`,
    payload,
  }));
}

const issueOf = ({ issue }: Record<string, unknown>): number => (issue as { number: number }).number;

const senderOf = ({ sender }: Record<string, unknown>): string => (sender as { login: string }).login;

it('a payload that lacks what it is about is refused, naming it', () => {
  expect(() => readTrigger('issues', {})).toThrow('has no issue.number');
});

describe('the published payloads', () => {
  it.each(payloadsOf('issues'))('issues: $action', ({ payload }) => {
    expect(readTrigger('issues', payload)).toEqual({ kind: 'issue', issue: issueOf(payload), by: senderOf(payload) });
  });

  it.each(payloadsOf('issue_comment'))('issue_comment: $action', ({ payload }) => {
    expect(readTrigger('issue_comment', payload)).toEqual({
      kind: 'issue',
      issue: issueOf(payload),
      by: senderOf(payload),
    });
  });

  it.each(payloadsOf('issue_comment'))('issue_comment on a pull request: $action', ({ payload }) => {
    const issue = { ...(payload.issue as object), pull_request: { url: 'https://api.github.com/repos/o/r/pulls/1' } };
    expect(readTrigger('issue_comment', { ...payload, issue })).toEqual({
      kind: 'nothing',
      why: { reason: 'pull-request' },
    });
  });

  it.each(payloadsOf('pull_request'))('pull_request: $action', ({ payload }) => {
    expect(readTrigger('pull_request', payload)).toEqual({ kind: 'check', ref: 'refs/pull/2/head' });
  });

  it.each(['workflow_dispatch', 'repository_dispatch'].flatMap((event) => payloadsOf(event)))(
    '$action',
    ({ action, payload }) => {
      const event = 'client_payload' in payload ? 'repository_dispatch' : 'workflow_dispatch';
      expect(readTrigger(event, payload), action).toEqual({ kind: 'sweep' });
    },
  );
});

describe('what GitHub does not send', () => {
  const wrong = [null, undefined, 'text', 7, [], {}];
  const numbers = [undefined, null, '1', 0, -1, 1.5, NaN, Number.MAX_SAFE_INTEGER + 1];

  it.each([
    { event: 'issues', key: 'issue' },
    { event: 'issue_comment', key: 'issue' },
    { event: 'pull_request', key: 'pull_request' },
  ])('$event without a usable number is refused in words', ({ event, key }) => {
    const payloads = [
      ...wrong,
      ...wrong.map((it) => ({ [key]: it })),
      ...numbers.map((number) => ({ [key]: { number } })),
    ];
    for (const payload of payloads)
      expect(() => readTrigger(event, payload), JSON.stringify(payload)).toThrow(
        `The payload of the event "${event}" has no ${key}.number`,
      );
  });

  it('other events start nothing, and say so', () => {
    for (const event of ['push', 'pull_request_target', '', 'toString'])
      expect(readTrigger(event, {})).toEqual({ kind: 'nothing', why: { reason: 'other-event', event } });
  });
});

describe('the example workflow', () => {
  const { on } = exampleWorkflow();

  it('listens to nothing that the Action does not know', () => {
    const payload = { issue: { number: 1 }, pull_request: { number: 1 } };
    const kinds = Object.keys(on).map((event): [string, Trigger['kind']] => [event, readTrigger(event, payload).kind]);
    expect(Object.fromEntries(kinds)).toEqual({
      issues: 'issue',
      issue_comment: 'issue',
      schedule: 'sweep',
      workflow_dispatch: 'sweep',
      repository_dispatch: 'sweep',
      pull_request: 'check',
    });
  });

  it.each(['issues', 'issue_comment'] as const)('names actions of %s that exist', (event) => {
    expect(definitionOf(event).actions).toEqual(expect.arrayContaining([...on[event].types]));
  });
});
