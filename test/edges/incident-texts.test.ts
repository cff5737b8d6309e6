import { describe, expect, test } from 'vitest';
import { row } from '../support/card.ts';
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
    expect(it.notices().join('\n')).not.toContain('the most urgent counts');
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
    const later = it.notices().filter((text) => !text.includes('(`start`)'));
    expect(later.join('\n')).toContain('(`acknowledge due`)');
    expect(later.join('\n')).not.toContain('/ack');
  });

  test('the first sending of a step is not called a reminder, however late it is', async () => {
    const it = await opened(['P0']);
    it.hub.clock.advance(12 * HOUR);
    await it.stage.sweep();
    expect(it.told()).toHaveLength(2);
    expect(it.notices().at(-1)).toContain('Step 5 of 5 of `urgent`');
    expect(it.notices().at(-1)).not.toContain('reminder');
  });

  test('a missed repeated clock that still runs has one row on the card', async () => {
    const it = await opened(['P0'], CADENCE);
    it.hub.clock.advance(2 * HOUR);
    await it.stage.sweep();
    expect(it.card().match(/\*\*Next update\*\*/g)).toHaveLength(1);
  });

  test('a comment that acknowledged is not answered by saying that its /ack did nothing', async () => {
    const it = await opened(['P0']);
    const { databaseId } = it.hub.as('alice').comment(it.n, 'x');
    it.hub.as('alice').editComment(databaseId, '/ack');
    await it.stage.react();
    expect(row(it.card(), 'Acknowledged')).toBe('09:00 by `alice`, by a comment');
    expect(it.notices().join('\n')).not.toMatch(/`\/ack` (?:was rejected|does not count)/);
  });

  test('nobody is said to be assigned whom GitHub has no room for', async () => {
    const people = Array.from({ length: 12 }, (_, i) => `person${i}`);
    const stage = await stageOf({
      people: Object.fromEntries(people.map((login) => [login, 'write' as const])),
      policy: `
roles: { responder: [${people.join(', ')}] }
fallback: person0
priorities:
  P0: { resolve: 24h, update-every: 1h, escalation: watch }
escalation-policies:
  watch: [{ at: update due, notify: responder, assign: true }]
`,
    });
    const { hub } = stage;
    const n = hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.react();
    // Whoever is at it already is assigned without being told, which the comment says.
    hub.clock.advance(58 * MINUTE);
    hub.as('person0').comment(n, 'Looking.');
    await stage.react();
    hub.clock.advance(3 * MINUTE);
    await stage.sweep();
    const assigned = /Assigned: (.*)\./.exec(notices(hub.issue(n)).at(-1)!)?.[1]?.split(', ');
    expect(assigned?.toSorted()).toEqual(
      hub
        .issue(n)
        .assignees.map((login) => `\`${login}\``)
        .toSorted(),
    );
    expect(assigned).toHaveLength(10);
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
