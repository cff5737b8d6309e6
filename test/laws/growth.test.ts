// @module-tag slow

import { describe, expect, test } from 'vitest';
import { readIncident } from '../../src/capabilities/reading.ts';
import { postMortemBody } from '../../src/capabilities/post-mortem/body.ts';
import { situationOf } from '../../src/capabilities/decide.ts';
import { projectedEvents, projectedIssue } from '../../src/engine/projection.ts';
import { LONGEST_BODY } from '../../src/model/limits.ts';
import type { Comment, Issue, TimelineEvent } from '../../src/model/issue.ts';
import { goodPolicy } from '../policy/lines.ts';
import { planFor } from '../support/plan.ts';
import { inShare } from '../support/tries.ts';
import { groundOf, newIssue } from '../support/world.ts';
import { HOUR, MINUTE, POLICY } from './story.ts';

/* Whatever grows has a bound: ten times what once made a card too long, after which every run was red for ever. */

const START = Date.UTC(2026, 10, 2, 9);
const policy = await goodPolicy(
  `${POLICY}priorities:\n  P0: { acknowledge: 15m, resolve: 4h, update-every: 30m, no-progress: 1h, escalation: urgent }\n  P2: { acknowledge: 4h, resolve: 3d, escalation: normal }\n`,
);

/** An incident of a P0 in which things happen a certain number of times, `every` so many milliseconds. */
interface Growth {
  readonly times: number;
  readonly every: number;
  readonly happen: (i: number, at: number) => readonly TimelineEvent[];
}

let ids = 100;
function commented(at: number, login: string, body: string): TimelineEvent {
  ids += 1;
  const author = { login, bot: false };
  const comment: Comment = { id: `IC_${ids}`, number: ids, url: '', body, author, edited: false, own: false };
  return { at, actor: author, own: false, kind: 'commented', comment };
}
const acted = (at: number, login: string, kind: 'labeled' | 'unlabeled', label: string): TimelineEvent => ({
  at,
  actor: { login, bot: false },
  own: false,
  kind,
  label,
});

const GROWTHS: Readonly<Record<string, Growth>> = {
  'missed updates': {
    times: 1_610,
    every: 40 * MINUTE,
    happen: (i, at) => [commented(at, 'alice', `/update still on it, ${i}`)],
  },
  notes: { times: 5_200, every: MINUTE, happen: (i, at) => [commented(at, 'alice', `/note ${i} ${'x'.repeat(200)}`)] },
  'unknown commands': { times: 6_000, every: MINUTE, happen: (i, at) => [commented(at, 'alice', `/nonsense ${i}`)] },
  'strangers with commands': {
    times: 3_000,
    every: MINUTE,
    happen: (i, at) => [commented(at, `eve-${i}`, '/ack it is mine')],
  },
  'changes of priority': {
    times: 1_000,
    every: MINUTE,
    happen: (i, at) => [commented(at, 'alice', `/priority ${i % 2 === 0 ? 'P2' : 'P0'} because of ${i}`)],
  },
  links: {
    times: 1_000,
    every: MINUTE,
    happen: (i, at) => [commented(at, 'alice', `/link https://example.org/${'x'.repeat(150)}${i}`)],
  },
  'calls for help': {
    times: 1_000,
    every: 7 * MINUTE,
    happen: (i, at) => [commented(at, 'alice', `/escalate reason ${i} ${'x'.repeat(200)}`)],
  },
  'roles that change hands': {
    times: 1_000,
    every: 7 * MINUTE,
    happen: (i, at) => [commented(at, 'alice', `/role responder @${i % 2 === 0 ? 'bob' : 'carol'}`)],
  },
  'levels of support': {
    times: 1_000,
    every: MINUTE,
    happen: (i, at) => [commented(at, 'alice', `/level ${2 + (i % 2)} because of ${i} ${'x'.repeat(100)}`)],
  },
  assignments: {
    times: 2_000,
    every: 7 * MINUTE,
    happen: (_, at) => [
      commented(at, 'alice', '/assign @bob'),
      { at: at + MINUTE, actor: { login: 'bob', bot: false }, own: false, kind: 'unassigned', assignee: 'bob' },
    ],
  },
  'resolutions and reopenings': {
    times: 2_000,
    every: 10 * MINUTE,
    happen: (i, at) => [acted(at, 'bob', i % 2 === 0 ? 'labeled' : 'unlabeled', 'resolved')],
  },
};

const roles = new Map<string, string | null>([
  ['alice', 'write'],
  ['bob', 'triage'],
  ['carol', 'maintain'],
  ['grace', 'admin'],
  ['rita', 'read'],
]);

/** Carries plans out until nothing is left, as a run does. Gives the issue, and the longest text that was written. */
function settled(issue: Issue, now: number): { readonly issue: Issue; readonly longest: number } {
  const known = new Map([...roles, ...Array.from({ length: 3_000 }, (_, i) => [`eve-${i}`, null] as const)]);
  const ground = groundOf({ now, policy }, known);
  let longest = 0;
  for (let round = 0; round < 8; round++) {
    const { effects } = planFor(issue, ground);
    if (effects.length === 0) return { issue, longest };
    for (const effect of effects) {
      if ('body' in effect) longest = Math.max(longest, effect.body.length);
      issue = projectedIssue(issue, effect, projectedEvents(effect, now));
    }
  }
  throw new Error('it does not settle');
}

describe('a card stays within what GitHub takes, is not written again in vain, and takes a resolution after', () => {
  test.each(Object.entries(GROWTHS))('%s', (_, { times, every, happen }) => {
    let issue = newIssue(START, ['P0'], 'rita');
    let now = START;
    let longest = 0;
    // A run comes now and then, as in earnest.
    const share = Math.ceil(inShare(times) / 4);
    for (let part = 0; part < 4; part++) {
      const events = Array.from({ length: share }, (_, i) => {
        now += every;
        return happen(part * share + i, now);
      }).flat();
      issue = { ...issue, timeline: [...issue.timeline, ...events] };
      const found = settled(issue, now);
      issue = found.issue;
      longest = Math.max(longest, found.longest);
    }
    now += HOUR;
    issue = { ...issue, timeline: [...issue.timeline, commented(now, 'alice', '/resolve rolled back at last')] };
    const end = settled(issue, now);
    longest = Math.max(longest, end.longest);
    expect(longest).toBeLessThanOrEqual(LONGEST_BODY);
    expect(longest).toBeGreaterThan(2_000);
    const ground = groundOf({ now, policy }, roles);
    const reading = readIncident(end.issue, ground);
    expect(reading.incident.resolution.resolved?.text).toBe('rolled back at last');
    const body = postMortemBody(situationOf(reading, ground), policy.priorities.P0.postMortem!, 'alice');
    expect(body.length).toBeLessThanOrEqual(LONGEST_BODY);
  });
});
