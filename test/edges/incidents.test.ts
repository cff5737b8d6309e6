import { describe, expect, test } from 'vitest';
import type { Ground } from '../../src/capabilities/decide.ts';
import { planFor } from '../support/plan.ts';
import { card, HOUR, MINUTE, notices, POLICY, stageOf, told } from '../support/stage.ts';

/* Corners in which an incident could get lost, be told twice or be told wrong. */

const DAY = 24 * HOUR;

/** An incident with these labels, of which the first run has seen the opening. */
async function opened(labels: readonly string[], policy: string = POLICY) {
  const stage = await stageOf({ policy });
  const n = stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', ...labels] });
  await stage.react();
  const { hub } = stage;
  return {
    stage,
    hub,
    n,
    issue: () => hub.issue(n),
    card: () => card(hub.issue(n)),
    notices: () => notices(hub.issue(n)),
    told: () => told(hub.issue(n)),
  };
}

describe('pages that must not be lost', () => {
  test('a raise tells those of the first step, though a less urgent priority was acknowledged', async () => {
    const it = await opened(
      ['P3'],
      `
roles: { sre: [alice, bob], incident-manager: [grace] }
fallback: grace
escalation-policies:
  urgent:
    - { at: start, notify: [incident-manager, sre], assign: true }
  normal:
    - { at: acknowledge due, notify: sre }
`,
    );
    it.hub.as('alice').comment(it.n, '/ack');
    await it.stage.react();
    it.hub.clock.advance(10 * MINUTE);
    it.hub.as('alice').comment(it.n, '/priority P0 the whole region is gone');
    await it.stage.react();
    await it.stage.pass(HOUR, 30 * MINUTE);
    expect(it.told().flat()).toContain('grace');
  });

  test('a P0 that is lowered and raised again is reminded of, as before', async () => {
    const it = await opened(['P0']);
    it.hub.as('alice').comment(it.n, '/ack');
    await it.stage.react();
    await it.stage.pass(14 * HOUR, 2 * HOUR);
    const before = it.notices().length;
    it.hub.as('alice').comment(it.n, '/priority P2 only one shop');
    await it.stage.react();
    it.hub.clock.advance(10 * MINUTE);
    it.hub.as('alice').comment(it.n, '/priority P0 all shops after all');
    await it.stage.react();
    await it.stage.pass(5 * HOUR, 2.5 * HOUR);
    expect(it.notices().length).toBeGreaterThan(before);
  });

  test('a deadline missed after a lowering within one escalation policy is told', async () => {
    const policy = POLICY.replace(/.*repeat: 2h.*\n/, '');
    const it = await opened(['P0'], policy);
    it.hub.as('alice').comment(it.n, '/ack');
    await it.stage.react();
    await it.stage.pass(5 * HOUR, 2.5 * HOUR);
    it.hub.as('alice').comment(it.n, '/priority P1 one region only');
    await it.stage.react();
    const before = it.notices().length;
    await it.stage.pass(4 * HOUR, 2 * HOUR);
    expect(it.card()).toContain('| resolve | `8h` | Mon 2 Nov 2026, 17:00 UTC | ❌ missed');
    expect(it.notices().length).toBeGreaterThan(before);
  });

  test('a clock that a new priority restarts has its steps sent anew', async () => {
    const policy = `${POLICY.replace(/.*repeat: 2h.*\n/, '')}\non-priority-change: restart\n`;
    const it = await opened(['P1'], policy);
    it.hub.as('alice').comment(it.n, '/ack');
    await it.stage.react();
    await it.stage.pass(9 * HOUR, 3 * HOUR);
    const before = it.notices().length;
    it.hub.as('alice').label(it.n, 'P0');
    await it.stage.react();
    await it.stage.pass(5 * HOUR, 2.5 * HOUR);
    expect(it.card()).toContain('| resolve | `4h` | Mon 2 Nov 2026, 22:00 UTC | ❌ missed');
    expect(it.notices().length).toBeGreaterThan(before);
  });

  test('reminders go on when the policy makes them rarer', async () => {
    const it = await opened(['P0']);
    it.hub.as('alice').comment(it.n, '/ack');
    await it.stage.react();
    await it.stage.pass(14 * HOUR, 2 * HOUR);
    it.hub.commit({ '.github/tocsin.yml': POLICY.replace('repeat: 2h', 'repeat: 3h') });
    const before = it.notices().length;
    await it.stage.pass(5 * HOUR, 2.5 * HOUR);
    expect(it.notices().length).toBeGreaterThan(before);
  });

  test('somebody is asked again when the only priority label goes', async () => {
    const it = await opened([]);
    it.hub.as('alice').label(it.n, 'P0');
    await it.stage.react();
    it.hub.as('alice').comment(it.n, '/ack');
    await it.stage.react();
    it.hub.clock.advance(HOUR);
    const before = it.notices().length;
    it.hub.as('bob').unlabel(it.n, 'P0');
    await it.stage.react();
    await it.stage.pass(HOUR, 30 * MINUTE);
    expect(it.issue().labels).toContain('needs-assessment');
    expect(it.notices().length).toBeGreaterThan(before);
  });

  test('lowering by way of no label needs a reason too, however slowly', async () => {
    const it = await opened(['P0']);
    it.hub.as('bob').comment(it.n, '/ack');
    it.hub.clock.advance(30 * MINUTE);
    it.hub.as('bob').unlabel(it.n, 'P0');
    it.hub.clock.advance(11 * MINUTE);
    it.hub.as('bob').label(it.n, 'P2');
    await it.stage.react();
    expect(it.notices().join('\n')).toContain('Say why you lowered this incident');
  });

  test('the review of a closed incident is asked for when it is due later than a month on', async () => {
    const policy = `${POLICY.replace(
      'repeat: 2h, until: resolved }',
      'repeat: 2h, until: resolved }\n    - { at: post-mortem due, notify: responder }\n    - { at: review due, notify: management }',
    )}
calendars: { office: { mon-fri: 09:00-17:00 } }
priorities:
  P0: { acknowledge: 15m, resolve: 4h, escalation: urgent, post-mortem: { draft: 3d, review: 30d, calendar: office } }
  P2: { acknowledge: 4h, resolve: 2d, escalation: normal }
`;
    const it = await opened(['P0'], policy);
    it.hub.as('alice').comment(it.n, '/resolve rolled back');
    await it.stage.react();
    it.hub.as('alice').close(it.n);
    await it.stage.react();
    await it.stage.pass(50 * DAY, 5 * DAY);
    expect(it.notices().join('\n')).toContain('the post-mortem must be reviewed');
  });
});

describe('what was decided stays decided', () => {
  test('a responder whose comment acknowledged it deletes their account: it stays acknowledged', async () => {
    const it = await opened(['P0']);
    it.hub.as('alice').comment(it.n, 'Looking at it.');
    await it.stage.react();
    expect(it.card()).toContain('acknowledged');
    it.hub.deleteUser('alice');
    await it.stage.pass(HOUR, 30 * MINUTE);
    expect(it.card()).toContain('### P0 · Critical · acknowledged');
    expect(it.told().flat()).not.toContain('grace');
  });

  test('the assignee whose assignment acknowledged it deletes their account: it stays acknowledged', async () => {
    const it = await opened(['P0']);
    it.hub.as('alice').assign(it.n, 'alice');
    await it.stage.react();
    expect(it.card()).toContain('acknowledged');
    it.hub.deleteUser('alice');
    await it.stage.pass(HOUR, 30 * MINUTE);
    expect(it.card()).toContain('### P0 · Critical · acknowledged');
    expect(it.told().flat()).not.toContain('grace');
  });

  test('a reporter who withdrew an incident deletes their account: it stays withdrawn', async () => {
    const it = await opened(['P0']);
    it.hub.as('rita').close(it.n);
    await it.stage.react();
    expect(it.card()).toContain('closed, to be confirmed');
    it.hub.deleteUser('rita');
    await it.stage.sweep();
    expect(it.card()).toContain('closed, to be confirmed');
    expect(it.issue().subIssues).toEqual([]);
  });

  test('an impact stated long ago outlives the words of later commands', async () => {
    const it = await opened(['P0']);
    it.hub.clock.advance(HOUR);
    it.hub.as('alice').comment(it.n, '/impact 2026-11-02T08:00:00+00:00 2026-11-02T09:30:00+00:00');
    await it.stage.react();
    expect(it.card()).toContain('1 h 30 min of downtime');
    for (let i = 0; i < 4; i++) {
      it.hub.clock.advance(MINUTE);
      it.hub.as('alice').comment(it.n, Array.from({ length: 20 }, () => `/update ${'x'.repeat(190)}`).join('\n'));
    }
    await it.stage.sweep();
    await it.stage.sweep();
    expect(it.card()).toContain('1 h 30 min of downtime');
    expect(it.notices().join('\n')).not.toContain('needs when the impact began');
  });
});

describe('a reopened incident', () => {
  const WORKAROUND = `${POLICY.replace('  normal:', '    - { at: workaround due, notify: management }\n  normal:')}
priorities:
  P1: { acknowledge: 30m, workaround: 2h, resolve: 8h, escalation: urgent }
  P2: { acknowledge: 4h, resolve: 2d, escalation: normal }
`;
  test('that never had a workaround misses it', async () => {
    const it = await opened(['P1'], WORKAROUND);
    it.hub.clock.advance(HOUR);
    it.hub.as('alice').comment(it.n, '/resolve rolled back');
    await it.stage.react();
    it.hub.as('bob').unlabel(it.n, 'resolved');
    await it.stage.react();
    await it.stage.pass(2 * HOUR, HOUR);
    expect(it.card()).toMatch(/\| workaround \| `2h` \| [^|]* \| ❌ missed/);
  });

  test('is not said to be mitigated for what was done before', async () => {
    const it = await opened(['P1']);
    it.hub.clock.advance(10 * MINUTE);
    it.hub.as('alice').comment(it.n, '/mitigate traffic goes elsewhere');
    it.hub.clock.advance(10 * MINUTE);
    it.hub.as('alice').comment(it.n, '/resolve rolled back');
    await it.stage.react();
    it.hub.as('bob').unlabel(it.n, 'resolved');
    it.hub.clock.advance(2 * HOUR);
    it.hub.as('alice').comment(it.n, '/mitigate again');
    await it.stage.react();
    expect(it.card()).not.toContain('10 min of downtime');
  });

  test('misses the workaround that comes too late, though no run came in between', async () => {
    const it = await opened(['P1'], WORKAROUND);
    it.hub.clock.advance(HOUR);
    it.hub.as('alice').comment(it.n, '/resolve rolled back');
    await it.stage.react();
    it.hub.as('bob').unlabel(it.n, 'resolved');
    await it.stage.react();
    it.hub.clock.advance(4 * HOUR);
    it.hub.as('alice').comment(it.n, '/workaround the other door');
    await it.stage.react();
    expect(it.card()).toMatch(/\| workaround \| `2h` \| [^|]* \| ❌ missed/);
  });

  const DRAFT = POLICY.replace('  normal:', '    - { at: post-mortem due, notify: management }\n  normal:');
  test('counts the draft that is ready after its second resolution', async () => {
    const it = await opened(['P0'], DRAFT);
    const alice = it.hub.as('alice');
    for (const text of ['/resolve one', '/drafted', '/progress']) {
      it.hub.clock.advance(10 * MINUTE);
      alice.comment(it.n, text);
      await it.stage.react();
    }
    alice.unlabel(it.n, 'resolved');
    it.hub.clock.advance(HOUR);
    alice.comment(it.n, '/resolve two');
    it.hub.clock.advance(HOUR);
    alice.comment(it.n, '/drafted');
    await it.stage.react();
    await it.stage.pass(6 * DAY, 3 * DAY);
    expect(it.notices().join('\n')).not.toContain('the draft of the post-mortem is needed');
  });

  test('counts no draft before it was resolved, and the next one', async () => {
    const it = await opened(['P0'], DRAFT);
    const alice = it.hub.as('alice');
    for (const text of ['/drafted', '/resolve one', '/drafted']) {
      it.hub.clock.advance(10 * MINUTE);
      alice.comment(it.n, text);
      await it.stage.react();
    }
    await it.stage.pass(6 * DAY, 3 * DAY);
    expect(it.notices().join('\n')).not.toContain('the draft of the post-mortem is needed');
  });
});

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

describe('who may do what', () => {
  test('an impact that begins after the end is refused: it would make the downtime nothing', async () => {
    const it = await opened(['P0'], `${POLICY}\nservices: { platform: { downtime-per-incident: 10m } }\n`);
    it.hub.clock.advance(3 * HOUR);
    it.hub.as('alice').comment(it.n, '/resolve rolled back');
    it.hub.clock.advance(HOUR);
    it.hub.as('alice').comment(it.n, '/impact 2026-11-02T13:00');
    await it.stage.react();
    expect(it.card()).not.toContain('✅ objective of `platform`');
  });

  test('the card says who stated the impact', async () => {
    const it = await opened(['P0']);
    it.hub.clock.advance(3 * HOUR);
    it.hub.as('bob').comment(it.n, '/impact 2026-11-02T09:00 2026-11-02T09:05');
    await it.stage.react();
    expect(
      it
        .card()
        .split('\n')
        .find((line) => line.startsWith('| Impact')),
    ).toContain('bob');
  });

  test('a bot that closes a P0 as stale dismisses nothing in silence', async () => {
    const it = await opened(['P0']);
    it.hub.as('stale[bot]').close(it.n, 'not_planned');
    await it.stage.sweep();
    expect(it.told().length).toBeGreaterThan(1);
  });
  test('/resolve on a dismissed incident is not confirmed with a thumb', async () => {
    const it = await opened(['P0']);
    it.hub.as('alice').close(it.n, 'not_planned');
    await it.stage.react();
    const { databaseId } = it.hub.as('alice').comment(it.n, '/resolve it was real after all');
    await it.stage.react();
    const comment = it.issue().comments.find((one) => one.databaseId === databaseId);
    expect(comment?.reactions).toEqual([]);
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

describe('an incident that is over', () => {
  test('by dismissal misses nothing through what is said later', async () => {
    const it = await opened(['P0']);
    it.hub.clock.advance(5 * MINUTE);
    it.hub.as('alice').close(it.n, 'not_planned');
    await it.stage.react();
    it.hub.clock.advance(HOUR);
    it.hub.as('alice').comment(it.n, 'It was a drill.');
    await it.stage.react();
    expect(it.issue().labels).not.toContain('breached');
    expect(it.card()).not.toContain('❌ missed');
  });

  test('because a bot took its label off says so', async () => {
    const it = await opened(['P0']);
    it.hub.as('labeler[bot]').unlabel(it.n, 'incident');
    await it.stage.pass(2 * HOUR, HOUR);
    expect(it.told().length > 1 || !it.card().includes('| running |')).toBe(true);
  });
});

describe('the record', () => {
  test('proves what was told, though all notices are deleted', async () => {
    const it = await opened(['P0']);
    it.hub.as('alice').comment(it.n, '/ack');
    await it.stage.react();
    await it.stage.pass(14 * HOUR, 2 * HOUR);
    expect(it.notices().length).toBeGreaterThan(5);
    for (const { body, databaseId } of it.issue().comments)
      if (body.startsWith('<!-- tocsin:notice')) it.hub.as('grace').deleteComment(databaseId);
    await it.stage.sweep();
    expect(it.notices()).toEqual([]);
  });

  test('that GitHub will not take does not have commands answered again and again', async () => {
    const it = await opened(['P0']);
    const { situation } = (await it.stage.sweep()).settled[0]!;
    const {
      issue,
      issue: { openedAt: at },
    } = situation.incident;
    const author = { login: 'alice', bot: false };
    const comment = { id: 'IC_9', number: 9_999, url: issue.url, body: '/ack', author, edited: false, own: false };
    const event = { at, actor: author, own: false, kind: 'commented', comment } as const;
    const commanded = { ...issue, timeline: [...issue.timeline, event] };
    const roles = new Map([...situation.knowledge.roles, ['alice', 'write']] as const);
    const ground: Ground = { ...situation, incidents: [], knowledge: { ...situation.knowledge, roles } };
    const first = planFor(commanded, ground).effects;
    expect(first.map((effect) => effect.do)).toEqual(['react', 'write-card']);
    const refused = first.filter((effect) => effect.do === 'write-card');
    // The reaction was given, the card refused: nothing is left to do in this run.
    const others = planFor(commanded, ground, refused).effects.map((effect) => effect.do);
    expect(others).not.toContain('react');
  });
});
