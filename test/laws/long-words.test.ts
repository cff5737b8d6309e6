import { describe, expect, test } from 'vitest';
import { situationOf } from '../../src/capabilities/decide.ts';
import { postMortemBody } from '../../src/capabilities/post-mortem/body.ts';
import { recordBody } from '../../src/capabilities/post-mortem/record.ts';
import { readIncident } from '../../src/capabilities/reading.ts';
import { projectedEvents, projectedIssue } from '../../src/engine/projection.ts';
import type { Issue, TimelineEvent } from '../../src/model/issue.ts';
import { goodPolicy } from '../policy/lines.ts';
import { planFor } from '../support/plan.ts';
import { groundOf, newIssue } from '../support/world.ts';
import { MINUTE, POLICY } from './story.ts';

/* What people have written is shown whole, or is seen to be cut, however long the record has become. */

const START = Date.UTC(2026, 10, 2, 9);
const policy = await goodPolicy(POLICY);
const LOGIN = 'a-responder-with-a-name-of-39-character';
const roles = new Map<string, string | null>([
  ['alice', 'write'],
  ['bob', 'triage'],
  ['rita', 'read'],
  [LOGIN, 'write'],
]);
/** 200 characters. */
const NOTE = `${'the cause is the pool of connections; it was too small. '.repeat(4).slice(0, 195)}(end)`;
const URL = `https://example.org/dashboards?panel=${'x'.repeat(220)}&from=now`;
/** Enough for the record to shorten what stands before it. */
const LATER = Array.from({ length: 90 }, (_, i) => `/note ${i} ${'y'.repeat(190)}`);

function commented(number: number, body: string): TimelineEvent {
  const author = { login: 'alice', bot: false };
  const url = `https://github.test/c/${number}`;
  const comment = { id: `IC_${number}`, number, url, body, author, edited: false, own: false };
  return { at: START + number * MINUTE, actor: author, own: false, kind: 'commented', comment };
}

/** Carries plans out until nothing is left. */
function settle(issue: Issue, now: number): Issue {
  for (let round = 0; round < 8; round++) {
    const { effects } = planFor(issue, groundOf({ now, policy }, roles));
    if (effects.length === 0) return issue;
    for (const effect of effects) issue = projectedIssue(issue, effect, projectedEvents(effect, now));
  }
  throw new Error('it does not settle');
}

/** An incident after these comments and many more; what `change` makes of it then happens before its resolution. */
function after(said: readonly string[], change: (issue: Issue) => Issue = (issue) => issue): Issue {
  const comments = [...said, ...LATER].map((body, i) => commented(i + 1, body));
  const now = START + 200 * MINUTE;
  const issue = newIssue(START, ['P0'], 'rita');
  const settled = settle({ ...issue, timeline: [...issue.timeline, ...comments] }, now);
  const changed = change(settle(settled, now));
  return settle(
    { ...changed, timeline: [...changed.timeline, commented(201, '/resolve rolled back')] },
    now + 2 * MINUTE,
  );
}

function read(issue: Issue) {
  const ground = groundOf({ now: START + 300 * MINUTE, policy }, roles);
  const reading = readIncident(issue, ground);
  const situation = situationOf(reading, ground);
  const written = postMortemBody(situation, policy.priorities.P0.postMortem!, 'alice');
  const body = `${written}\n${recordBody(situation) ?? ''}`;
  return { incident: reading.incident, body };
}

const edited = (issue: Issue): Issue => ({
  ...issue,
  timeline: issue.timeline.map((event) =>
    event.kind === 'commented' && event.comment.number === 1
      ? { ...event, comment: { ...event.comment, edited: true, body: 'Never mind.' } }
      : event,
  ),
});

describe('words of the beginning of a long record', () => {
  test('stand whole in the post-mortem, with a link', () => {
    expect(NOTE).toHaveLength(200);
    const row = read(after([`/note ${NOTE.slice(0, 189)}`]))
      .body.split('\n')
      .find((line) => line.includes('the cause is'));
    expect(row).toContain(`noted: \`${NOTE.slice(0, 189)}\` ([↗](https://github.test/c/1))`);
  });

  test('are cut with an ellipsis where they do not fit, with a link', () => {
    const row = read(after([`/note ${NOTE.repeat(2)}`]))
      .body.split('\n')
      .find((line) => line.includes('the cause is'));
    expect(row).toContain(`noted: \`${NOTE.slice(0, 199)}…\` ([↗](https://github.test/c/1))`);
  });

  test('are cut with an ellipsis where the comment has been edited since', () => {
    const row = read(after([`/note ${NOTE}`], edited))
      .body.split('\n')
      .find((line) => line.includes('the cause is'));
    expect(row).toContain(`noted: \`${NOTE.slice(0, 42)}…\` ([↗](https://github.test/c/1))`);
  });

  test('are whole in the facts of the past, or seen to be cut, with a link', { tags: 'slow' }, () => {
    const { body } = read(after([`/timeline 09:00 ${NOTE.slice(0, 149)}`, `/timeline 09:01 ${NOTE.repeat(2)}`]));
    const rows = body.split('\n').filter((line) => line.includes('`the cause is'));
    expect(rows.map((row) => row.split('`alice` ').at(-1))).toEqual([
      expect.stringContaining(`\`${NOTE.slice(0, 149)}\` ([↗](https://github.test/c/1))`),
      expect.stringContaining(`\`${NOTE.slice(0, 199)}…\` ([↗](https://github.test/c/2))`),
    ]);
  });

  test('that are an address or a login stay what they were', () => {
    const { incident } = read(after([`/link ${URL}`, `/role lead @${LOGIN}`]));
    expect(incident.said.link).toEqual([{ url: URL, by: 'alice' }]);
    expect(incident.said.role.get('lead')?.login).toBe(LOGIN);
  });

  test('mean the same whether they are read for the first time or from the record', () => {
    const issue = newIssue(START, ['P0'], 'rita');
    const first = {
      ...issue,
      timeline: [...issue.timeline, commented(1, `/link ${URL}`), commented(2, `/note ${NOTE}`)],
    };
    const again = settle(first, START + 5 * MINUTE);
    const ground = groundOf({ now: START + 6 * MINUTE, policy }, roles);
    expect(readIncident(again, ground).incident.said).toEqual(readIncident(first, ground).incident.said);
  });
});
