import { afterEach, describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { isRed } from '../../src/run/report.ts';
import { rowOf } from '../support/card.ts';
import { visible } from '../support/stage.ts';
import { HOUR, MINUTE, POLICY, setStage } from './story.ts';

/* Pages that must not get lost, and work that must not be done by halves: each of these was once. */

let stage: Stage;
afterEach(() => stage.close());

/** How often somebody was paged: told to acknowledge or to resolve. */
const paged = (number: number, login: string): number =>
  stage.hub
    .issue(number)
    .comments.filter(({ body }) =>
      new RegExp(`^@.*\\b${login}\\b.*\\*\\*\\S+ P\\d(?:: comment| not | is due )`, 'm').test(body),
    ).length;

describe('escalation', () => {
  test('a step that tells and assigns is not cut in two by a kill', async () => {
    stage = await setStage(POLICY.replace('notify: second }', 'notify: second, assign: true }'));
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.react();
    hub.clock.advance(20 * MINUTE);
    hub.faults.add({
      when: { matches: ({ mutations }) => mutations.some((it) => it.endsWith('addAssigneesToAssignable')) },
      how: { mutation: 1, then: 'drop' },
      freeze: true,
    });
    await stage.sweep().catch(() => null);
    hub.thaw();
    await stage.sweep();
    expect(paged(1, 'bob')).toBe(1);
    expect(hub.issue(1).assignees).toEqual(['bob']);
  });

  test('a step that the end of the incident stopped goes out when it is reopened', { tags: 'slow' }, async () => {
    stage = await setStage();
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.react();
    hub.clock.advance(16 * MINUTE);
    hub.as('rita').close(1);
    hub.clock.advance(MINUTE);
    await stage.react();
    expect(paged(1, 'bob')).toBe(0);
    hub.clock.advance(10 * MINUTE);
    hub.as('rita').reopen(1);
    await stage.react();
    await stage.pass(2 * HOUR);
    expect(stage.hub.issue(1).labels).toContain('breached');
    expect(paged(1, 'bob')).toBe(1);
  });

  test('the same, when it had gone out before the end', { tags: 'slow' }, async () => {
    stage = await setStage();
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.react();
    hub.clock.advance(16 * MINUTE);
    await stage.sweep();
    hub.as('carol').close(1);
    await stage.react();
    hub.as('rita').reopen(1);
    await stage.react();
    await stage.pass(2 * HOUR);
    expect(paged(1, 'bob')).toBe(1);
  });

  test('an answer cut in the middle is no statement about anybody’s role', async () => {
    stage = await setStage();
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.react();
    hub.as('bob').comment(1, '/ack');
    hub.faults.add({ when: { matches: ({ kind }) => kind === 'rest' }, how: 'truncate' });
    const report = await stage.react();
    if (isRed(report!)) await stage.sweep();
    expect(report!.settled[0]!.situation.incident.acknowledgement?.by).toBe('bob');
  });

  test('a message that reaches nobody makes the run red, be it a step or a request for assessment', async () => {
    stage = await setStage('fallback: owner\n');
    stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    expect(isRed(await stage.sweep())).toBe(true);
    expect(isRed(await stage.sweep())).toBe(false);
  });

  test('so does a request for assessment that reaches nobody', async () => {
    stage = await setStage('fallback: owner\n');
    stage.hub.as('rita').openIssue({ title: 'Everything is down', labels: ['incident'] });
    expect(isRed(await stage.sweep())).toBe(true);
  });
});

describe('an incident is found', () => {
  test('though it has only a priority label, and the run of its event was replaced', async () => {
    stage = await setStage();
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'A question' });
    hub.as('rita').openIssue({ title: 'Down', labels: ['P0'] });
    hub.as('rita').comment(1, 'Anybody?');
    await stage.react();
    await stage.pass(HOUR);
    expect(paged(2, 'alice')).toBeGreaterThan(0);
  });

  // GitHub takes `p0` and `P0` for one label: a repository that has the former cannot have the latter.
  test.each([
    ['incident', 'p0'],
    ['Incident', 'P0'],
    ['INCIDENT', 'p0'],
  ])('by labels that are spelt "%s" and "%s"', async (...labels) => {
    stage = await setStage();
    for (const label of labels) stage.hub.as('carol').createLabel(label);
    stage.hub.as('rita').openIssue({ title: 'Down', labels });
    await stage.sweep();
    const before = stage.hub.requests.length;
    await stage.sweep();
    expect(paged(1, 'alice')).toBe(1);
    // Whether a watch is under way is asked for as well: something is due soon.
    const asked = stage.hub.requests.slice(before).filter(({ path }) => !path.includes('/actions/'));
    expect(asked).toHaveLength(1);
  });

  test('and logins are the same however they are spelt', async () => {
    stage = await setStage(POLICY.replace('[alice]', '[Alice]'));
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.react();
    hub.as('alice').comment(1, 'I am on it.');
    const report = await stage.react();
    expect(report!.settled[0]!.situation.incident.acknowledgement?.by).toBe('alice');
  });
});

describe('the post-mortem of a P0', () => {
  test.each(['@a#1'.repeat(64), '😀'.repeat(128)])('is opened whatever the title, such as %j', async (title) => {
    stage = await setStage();
    stage.hub.as('rita').openIssue({ title, labels: ['incident', 'P0'] });
    await stage.sweep();
    stage.hub.as('alice').comment(1, '/resolve done');
    await stage.sweep();
    expect(stage.hub.issues()).toHaveLength(2);
  });

  test('is opened once, though its author rewrites it and somebody edits the card', async () => {
    stage = await setStage();
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.sweep();
    hub.as('alice').comment(1, '/resolve done');
    await stage.sweep();
    hub.as('alice').editBody(2, '# Our own form');
    await stage.sweep();
    expect(hub.issues()).toHaveLength(2);
  });

  // The rewritten report has no mark, the edited card no word: then only the sub-issue itself is left to tell.
  test('is opened once, though both were rewritten', async () => {
    stage = await setStage();
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.sweep();
    hub.as('alice').comment(1, '/resolve done');
    await stage.sweep();
    hub.as('alice').editBody(2, '# Our own form');
    const card = hub.issue(1).comments.find(({ body }) => body.includes('tocsin:card'))!;
    hub.as('alice').editComment(card.databaseId, `${card.body}\n\nA remark.`);
    await stage.sweep();
    expect(hub.issues()).toHaveLength(2);
  });

  // While something cannot be done, the rest is still recorded and shown.
  test('that GitHub refuses does not freeze the card', async () => {
    stage = await setStage();
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.sweep();
    hub.as('alice').comment(1, '/resolve done');
    for (let mutation = 1; mutation <= 4; mutation++)
      hub.faults.add({
        when: { matches: ({ mutations }) => mutations[mutation - 1]?.endsWith('createIssue') === true },
        how: { mutation, error: 'Issues are closed to you' },
      });
    expect(isRed(await stage.sweep())).toBe(true);
    const [card, ...others] = hub.issue(1).comments;
    expect(rowOf(visible(card!.body), 'Resolved')).toContain('by `alice`: `done`');
    expect(others.find(({ body }) => body === '/resolve done')!.reactions).toHaveLength(1);
  });
});

describe('a withdrawal that a responder confirms', () => {
  test('is a resolution, and no deadline is missed between the two', async () => {
    stage = await setStage();
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.sweep();
    hub.clock.advance(5 * MINUTE);
    hub.as('rita').close(1);
    await stage.react();
    hub.clock.advance(10 * HOUR);
    hub.as('alice').comment(1, '/resolve it is over indeed');
    const report = await stage.react();
    expect(report!.settled[0]!.situation.incident.status).toBe('resolved');
    expect(hub.issue(1).labels).not.toContain('breached');
  });
});
