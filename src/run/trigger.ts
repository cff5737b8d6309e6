import type { Idle } from './idle.ts';

/** What a run is about. */
export type Trigger =
  /** Something happened to one issue. */
  | { readonly kind: 'issue'; readonly issue: number; readonly by: string | null }
  /** The schedule, or somebody by hand: every incident is looked at. */
  | { readonly kind: 'sweep' }
  /** A pull request, whose version of the policy is checked and nothing else. */
  | { readonly kind: 'check'; readonly ref: string }
  /** Nothing to do with incidents. */
  | { readonly kind: 'nothing'; readonly why: Idle };

/**
 * Reads an event of GitHub Actions. Any run can do all that is due, so an event says where to look first, and never what
 * happened: that is in the timeline. Throws if the payload is not what GitHub sends.
 */
export function readTrigger(event: string, payload: unknown): Trigger {
  switch (event) {
    case 'issues':
      return { kind: 'issue', issue: numberIn(event, payload, 'issue'), by: senderOf(payload) };
    case 'issue_comment':
      return has(payload, 'issue') && has(payload.issue, 'pull_request')
        ? { kind: 'nothing', why: { reason: 'pull-request' } }
        : { kind: 'issue', issue: numberIn(event, payload, 'issue'), by: senderOf(payload) };
    case 'pull_request':
      return { kind: 'check', ref: `refs/pull/${numberIn(event, payload, 'pull_request')}/head` };
    case 'schedule':
    case 'workflow_dispatch':
    case 'repository_dispatch':
      return { kind: 'sweep' };
    default:
      return { kind: 'nothing', why: { reason: 'other-event', event } };
  }
}

/** Who did it; the payload of a comment names its author as well, who need not be the same. */
function senderOf(payload: unknown): string | null {
  const sender = has(payload, 'sender') ? payload.sender : undefined;
  return has(sender, 'login') && typeof sender.login === 'string' ? sender.login : null;
}

function numberIn(event: string, payload: unknown, key: string): number {
  const object = has(payload, key) ? payload[key] : undefined;
  const number = has(object, 'number') ? object.number : undefined;
  if (typeof number === 'number' && Number.isSafeInteger(number) && number > 0) return number;
  throw new Error(`The payload of the event "${event}" has no ${key}.number: is the event file the one GitHub wrote?`);
}

function has<K extends string>(value: unknown, key: K): value is Record<K, unknown> {
  return typeof value === 'object' && value !== null && key in value && (value as Record<K, unknown>)[key] != null;
}
