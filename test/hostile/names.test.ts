import { afterEach, describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { isRed } from '../../src/run/report.ts';
import { setStage } from '../laws/story.ts';
import { brokenRows, cardsOf, expectHarmless, mentioned, noticesOf } from './reading.ts';

/* Law 7: foreign text stays text, wherever it comes in and wherever it is shown again. */

let stage: Stage | undefined;
afterEach(() => stage?.close());

describe('labels and names', () => {
  test.each(['a|b', '`@alice`', '<b>', '__proto__', 'constructor', '😀', 'x'.repeat(50), '@alice', '"},"x":{"'])(
    'the label %j on an incident harms nothing',
    async (label) => {
      stage = await setStage();
      const { hub } = stage;
      hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0', label] });
      expect(isRed(await stage.sweep())).toBe(false);
      hub.as('alice').comment(1, '/resolve done');
      expect(isRed(await stage.sweep())).toBe(false);
      expect(hub.issue(1).labels).toContain(label);
      expectHarmless(hub);
    },
  );

  test.each(['constructor', 'toString', 'hasOwnProperty'])(
    'somebody called %s is a stranger like any other',
    async (login) => {
      stage = await setStage();
      const { hub } = stage;
      hub.as(login).openIssue({ title: login, body: login, labels: ['incident', 'P0'] });
      hub.as(login).comment(1, '/ack');
      hub.as(login).comment(1, `/${login}`);
      expect(isRed(await stage.sweep())).toBe(false);
      hub.as(login).comment(1, '/resolve');
      hub.as(login).close(1);
      await stage.sweep();
      expect(hub.issue(1).labels).not.toContain('resolved');
      const before = hub.requests.length;
      await stage.sweep();
      expect(hub.requests.slice(before)).toHaveLength(1);
    },
  );

  test('the words of the policy mention nobody either', async () => {
    const policy = `
priorities:
  P0: { name: "Total | loss @alice", acknowledge: 15m, resolve: 4h, escalation: urgent }
  P1: { criteria: ["Ask @alice | now", "\`@bob\`"], acknowledge: 1h, escalation: urgent }
categories:
  - { name: "net | @carol", label: net }
roles: { responder: [bob] }
fallback: grace
escalation-policies:
  urgent: [{ at: start, notify: responder }]
`;
    stage = await setStage(policy);
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0', 'net'] });
    hub.as('rita').openIssue({ title: 'Odd', labels: ['incident'] });
    await stage.sweep();
    hub.as('bob').comment(1, '/resolve done');
    await stage.sweep();
    const texts = hub.issues().flatMap(({ number }) => cardsOf(hub, number));
    expect(texts.flatMap(brokenRows)).toEqual([]);
    expect(noticesOf(hub, 2).flatMap(mentioned)).toEqual(['bob', 'rita']);
  });

  test('not even the name of a priority, in the title of the card', async () => {
    stage = await setStage('priorities:\n  P0: { name: "Total loss @alice", acknowledge: 15m }\n');
    stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.sweep();
    expect(cardsOf(stage.hub, 1).flatMap(mentioned)).toEqual([]);
  });
});
