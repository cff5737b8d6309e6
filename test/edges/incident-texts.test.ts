import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE, notices, POLICY, stageOf } from '../support/stage.ts';
import { opened } from './incident-story.ts';

/* Corners in which an incident could get lost, be told twice or be told wrong. */

describe('a deadline that is not known', () => {
  const PAUSES = `${POLICY}\npauses: { waiting: [acknowledge, resolve] }\n`;
  const broken = /Invalid|Infinity|NaN|undefined/;

  test('is not printed in the first page of an incident that begins with a pause', async () => {
    const it = await opened(['P0', 'waiting'], PAUSES);
    expect(it.notices().join('\n')).not.toMatch(broken);
  });

  test('is not printed in a page of a share that was reached before the pause', async () => {
    const it = await opened(['P0'], PAUSES);
    it.hub.as('alice').comment(it.n, '/ack');
    await it.stage.react();
    it.hub.clock.advance(3 * HOUR + 5 * MINUTE);
    it.hub.as('alice').label(it.n, 'waiting');
    await it.stage.react();
    expect(it.notices().join('\n')).toContain('resolve 75%');
    expect(it.notices().join('\n')).not.toMatch(broken);
  });

  test('is not printed on the card as the next reminder', async () => {
    const it = await opened(['P0'], PAUSES);
    it.hub.as('alice').comment(it.n, '/ack');
    await it.stage.react();
    await it.stage.pass(6 * HOUR, 2 * HOUR);
    it.hub.as('alice').label(it.n, 'waiting');
    await it.stage.react();
    expect(it.card()).not.toMatch(broken);
  });
});

describe('texts', () => {
  test('a label that a command overruled is not said to be less urgent', async () => {
    const it = await opened(['P2']);
    it.hub.clock.advance(MINUTE);
    it.hub.as('bob').label(it.n, 'P0');
    it.hub.clock.advance(MINUTE);
    it.hub.as('bob').comment(it.n, '/priority P2 one shop only');
    await it.stage.react();
    expect(it.notices().join('\n')).not.toContain('of several the most urgent counts');
  });
  test('a step of the acknowledgement that goes on does not ask for it again', async () => {
    const policy = POLICY.replace(
      '{ at: acknowledge due, notify: management }',
      '{ at: acknowledge due, notify: management, until: resolved }',
    );
    const it = await opened(['P0'], policy);
    it.hub.as('alice').comment(it.n, '/ack');
    await it.stage.react();
    await it.stage.pass(HOUR, 30 * MINUTE);
    expect(it.notices().slice(1).join('\n')).not.toContain('acknowledge this incident');
  });

  test('the first sending of a step is not called a reminder, however late it is', async () => {
    const it = await opened(['P0']);
    it.hub.clock.advance(12 * HOUR);
    await it.stage.sweep();
    expect(it.told()).toHaveLength(2);
    expect(it.notices()[1]).not.toContain('This is reminder');
  });

  test('a missed repeated clock that still runs has one row on the card', async () => {
    const it = await opened(['P0'], CADENCE);
    it.hub.clock.advance(2 * HOUR);
    await it.stage.sweep();
    expect(it.card().match(/\| next update \|/g)).toHaveLength(1);
  });

  test('a comment that acknowledged is not answered by saying that its /ack did nothing', async () => {
    const it = await opened(['P0']);
    const { databaseId } = it.hub.as('alice').comment(it.n, 'x');
    it.hub.as('alice').editComment(databaseId, '/ack');
    await it.stage.react();
    expect(it.card()).toContain('### P0 · Critical · acknowledged');
    expect(it.notices().join('\n')).not.toContain('`/ack` was not carried out');
  });

  test('nobody is said to be assigned whom GitHub has no room for', async () => {
    const people = Array.from({ length: 12 }, (_, i) => `person${i}`);
    const stage = await stageOf({
      people: Object.fromEntries(people.map((login) => [login, 'write' as const])),
      policy: `
roles: { responder: [${people.join(', ')}] }
fallback: person0
escalation-policies:
  urgent: [{ at: start, notify: responder, assign: true }]
  normal: [{ at: resolve due, notify: responder }]
`,
    });
    const n = stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.react();
    const assigned = /Being assigned: (.*)\./.exec(notices(stage.hub.issue(n))[0] ?? '')?.[1]?.split(', ');
    expect(assigned).toHaveLength(stage.hub.issue(n).assignees.length);
  });
});

const CADENCE = `
roles: { responder: [alice, bob], management: [grace] }
fallback: grace
priorities:
  P0: { resolve: 24h, update-every: 1h, escalation: watch }
escalation-policies:
  watch: [{ at: update due, notify: responder }]
`;
