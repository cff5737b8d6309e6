import { describe, expect, it } from 'vitest';
import { card, HOUR, MINUTE, asks, POLICY, stageOf, told } from '../support/stage.ts';

const WITH_PAUSES = `${POLICY}
pauses:
  waiting-for-customer: [workaround, resolve]
  waiting-for-third-party: [resolve]
`;

async function p1(policy: string, priority = 'P1') {
  const stage = await stageOf({ policy });
  const n = stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', priority] });
  await stage.react();
  stage.hub.as('alice').comment(n, '/ack');
  await stage.react();
  return { stage, hub: stage.hub, n };
}

describe('a pause by label', () => {
  it('stops the clock while the label is on, and the deadline moves by that time', async () => {
    const { stage, hub, n } = await p1(WITH_PAUSES);
    hub.clock.advance(HOUR);
    hub.as('alice').label(n, 'waiting-for-customer');
    await stage.react();
    expect(card(hub.issue(n))).toContain('| resolve | `8h` | known once the pause ends | paused |');
    await stage.pass(20 * HOUR, HOUR);
    expect(asks(hub.issue(n))).toHaveLength(1);
    hub.as('alice').unlabel(n, 'waiting-for-customer');
    await stage.react();
    // Eight hours from Monday 09:00, and twenty spent waiting.
    expect(card(hub.issue(n))).toContain('| resolve | `8h` | Tue 3 Nov 2026, 13:00 UTC | running |');
  });

  it('that overlaps another counts once', async () => {
    const { stage, hub, n } = await p1(WITH_PAUSES);
    hub.as('alice').label(n, 'waiting-for-customer');
    hub.clock.advance(HOUR);
    hub.as('alice').label(n, 'waiting-for-third-party');
    hub.clock.advance(HOUR);
    hub.as('alice').unlabel(n, 'waiting-for-customer');
    hub.clock.advance(HOUR);
    hub.as('alice').unlabel(n, 'waiting-for-third-party');
    await stage.react();
    expect(card(hub.issue(n))).toContain('| resolve | `8h` | Mon 2 Nov 2026, 20:00 UTC | running |');
  });

  it('that ends by the resolution counts', async () => {
    const { stage, hub, n } = await p1(WITH_PAUSES);
    hub.clock.advance(HOUR);
    hub.as('alice').label(n, 'waiting-for-customer');
    hub.clock.advance(30 * HOUR);
    hub.as('alice').comment(n, '/resolve');
    await stage.react();
    expect(card(hub.issue(n))).toContain('✅ met 3 Nov 2026, 16:00, 7 h to spare');
  });

  it('survives a change of priority', async () => {
    const { stage, hub, n } = await p1(WITH_PAUSES, 'P1');
    hub.as('alice').label(n, 'waiting-for-customer');
    hub.clock.advance(2 * HOUR);
    hub.as('alice').unlabel(n, 'waiting-for-customer');
    hub.as('alice').label(n, 'P0');
    await stage.react();
    expect(card(hub.issue(n))).toContain('| resolve | `4h` | Mon 2 Nov 2026, 15:00 UTC | running |');
  });

  it('after the deadline changes no verdict', async () => {
    const { stage, hub, n } = await p1(WITH_PAUSES);
    hub.clock.advance(9 * HOUR);
    hub.as('alice').label(n, 'waiting-for-customer');
    hub.clock.advance(HOUR);
    await stage.sweep();
    expect(card(hub.issue(n))).toContain('❌ missed 2 Nov 2026, 17:00, noticed 2 h later; still running');
  });
});

describe('a new priority', () => {
  it('restarts the clocks where the policy says so', async () => {
    const { stage, hub, n } = await p1(`${POLICY}\non-priority-change: restart\n`);
    hub.clock.advance(2 * HOUR);
    hub.as('alice').label(n, 'P0');
    await stage.react();
    expect(card(hub.issue(n))).toContain('| resolve | `4h` | Mon 2 Nov 2026, 15:00 UTC | running |');
  });
});

describe('a policy that changes later', () => {
  it('moves what is still open, leaves what was decided, and the card says so', async () => {
    const { stage, hub, n } = await p1(POLICY);
    hub.commit({
      '.github/tocsin.yml': `${POLICY}
priorities:
  P0: { resolve: 4h, escalation: urgent }
  P1: { acknowledge: 5m, resolve: 3h, escalation: urgent }
  P2: { resolve: 1d, escalation: normal, acknowledge: 1h }
`,
    });
    hub.clock.advance(HOUR);
    await stage.sweep();
    const text = card(hub.issue(n));
    expect(text).toContain(
      '| acknowledge | `30m` | Mon 2 Nov 2026, 09:30 UTC | ✅ met 2 Nov 2026, 09:00, 30 min to spare; the policy now says `5m` |',
    );
    expect(text).toContain('| resolve | `3h` | Mon 2 Nov 2026, 12:00 UTC | running |');
  });

  it('breaches nothing in the past', async () => {
    const { stage, hub, n } = await p1(POLICY);
    hub.as('alice').comment(n, '/resolve');
    hub.clock.advance(4 * HOUR);
    await stage.react();
    hub.commit({
      '.github/tocsin.yml': `${POLICY}\npriorities:\n  P1: { acknowledge: 1m, resolve: 1m, escalation: urgent }\n  P2: { acknowledge: 1m, resolve: 2m, escalation: normal }\n`,
    });
    await stage.sweep();
    expect(hub.issue(n).labels).not.toContain('breached');
  });
});

const CADENCE = `
roles: { responder: [alice, bob], management: [grace] }
fallback: grace
priorities:
  P1: { resolve: 24h, update-every: 1h, no-progress: 3h, escalation: watch }
escalation-policies:
  watch:
    - { at: update due, notify: responder }
    - { at: update due + 30m, notify: management }
    - { at: no-progress due, notify: management }
`;

describe('the update clock', () => {
  it('starts again at every public update, reminds when it passes, escalates when that is ignored', async () => {
    const { stage, hub, n } = await p1(CADENCE);
    expect(card(hub.issue(n))).toContain('| next update | `1h` | Mon 2 Nov 2026, 10:00 UTC | running |');
    hub.clock.advance(50 * MINUTE);
    hub.as('alice').comment(n, '/update We have found the cause.');
    await stage.react();
    expect(card(hub.issue(n))).toContain('| next update | `1h` | Mon 2 Nov 2026, 10:50 UTC | running |');
    await stage.pass(100 * MINUTE, 10 * MINUTE);
    expect(told(hub.issue(n))).toEqual([['alice', 'bob'], ['grace']]);
    expect(asks(hub.issue(n))[0]).toContain('P1: tell the public how it stands. Write `/update TEXT`.');
    expect(card(hub.issue(n))).toContain('❌ missed 2 Nov 2026, 10:50; still running');
    hub.as('alice').comment(n, '/update It is nearly over.');
    await stage.react();
    await stage.pass(70 * MINUTE, 10 * MINUTE);
    expect(told(hub.issue(n))).toEqual([['alice', 'bob'], ['grace'], ['alice', 'bob']]);
    expect(card(hub.issue(n))).toContain('| next update | `1h` |  | missed once, last 2 Nov 2026, 10:50 |');
    expect(hub.issue(n).labels).not.toContain('breached');
  });

  it('wants a text', async () => {
    const { stage, hub, n } = await p1(CADENCE);
    hub.as('alice').comment(n, '/update');
    await stage.react();
    expect(asks(hub.issue(n)).at(-1)).toContain('needs a text');
  });

  it('ends with the incident', async () => {
    const { stage, hub, n } = await p1(CADENCE);
    hub.as('alice').comment(n, '/resolve');
    await stage.react();
    await stage.pass(5 * HOUR, HOUR);
    expect(asks(hub.issue(n))).toEqual([]);
    expect(card(hub.issue(n))).not.toContain('next update');
  });
});

describe('the no-progress clock', () => {
  it.each<[string, (hub: Awaited<ReturnType<typeof p1>>['hub'], n: number) => unknown, boolean]>([
    ['a command', (hub, n) => hub.as('bob').comment(n, '/progress'), true],
    [
      'an assignment',
      (hub, n) => {
        hub.as('bob').assign(n, 'bob');
      },
      true,
    ],
    [
      'a label',
      (hub, n) => {
        hub.as('bob').label(n, 'network');
      },
      true,
    ],
    ['a comment of the reporter', (hub, n) => hub.as('rita').comment(n, 'Any news?'), false],
    ['a comment of a stranger', (hub, n) => hub.as('mallory').comment(n, 'me too'), false],
  ])('takes %s for a sign: %s', async (_, act, counts) => {
    const { stage, hub, n } = await p1(CADENCE.replace('update-every: 1h, ', '').replace(/.*update due.*\n/g, ''));
    hub.clock.advance(2 * HOUR);
    act(hub, n);
    hub.clock.advance(90 * MINUTE);
    await stage.sweep();
    expect(asks(hub.issue(n)).some((text) => text.includes('nothing has moved'))).toBe(!counts);
    hub.clock.advance(2 * HOUR);
    await stage.sweep();
    expect(asks(hub.issue(n)).some((text) => text.includes('nothing has moved'))).toBe(true);
  });
});

describe('the clocks of the post-mortem', () => {
  it('begin at the resolution, remind, and end with the draft and the review', async () => {
    const { stage, hub, n } = await p1(
      POLICY.replace(
        'repeat: 2h, until: resolved }',
        'repeat: 2h, until: resolved }\n    - { at: post-mortem due, notify: assignee }\n    - { at: review due, notify: management }',
      ),
      'P0',
    );
    hub.as('alice').assign(n, 'alice');
    hub.as('alice').comment(n, '/drafted');
    hub.as('alice').comment(n, '/resolve');
    await stage.react();
    expect(asks(hub.issue(n)).at(-1)).toContain('this one is not resolved');
    expect(card(hub.issue(n))).toContain('| post-mortem draft | `3d` | Thu 5 Nov 2026, 09:00 UTC | running |');
    expect(card(hub.issue(n))).toContain('| post-mortem review | `5d` | Mon 9 Nov 2026, 09:00 UTC | running |');
    hub.as('rita').close(n, 'completed');
    hub.clock.set(Date.parse('2026-11-05T10:00:00Z'));
    await stage.sweep();
    await stage.sweep();
    expect(told(hub.issue(n))).toEqual([['alice', 'bob'], ['alice'], ['alice']]);
    expect(asks(hub.issue(n))[2]).toContain('the draft of the post-mortem is needed');
    hub.as('alice').comment(n, '/drafted');
    await stage.react();
    expect(card(hub.issue(n))).toContain(
      '❌ missed 5 Nov 2026, 09:00, noticed 1 h later; stopped 5 Nov 2026, 10:00, 1 h late',
    );
    hub.as('grace').close(hub.issue(n).subIssues[0]!, 'completed');
    await stage.sweep();
    expect(card(hub.issue(n))).toContain(
      '| post-mortem review | `5d` | Mon 9 Nov 2026, 09:00 UTC | ✅ met 5 Nov 2026, 10:00',
    );
    await stage.pass(8 * 24 * HOUR, 24 * HOUR);
    expect(told(hub.issue(n))).toEqual([['alice', 'bob'], ['alice'], ['alice']]);
  });
});

describe('impact and downtime', () => {
  const SERVICE = `${POLICY}\nservices:\n  platform: { downtime-per-incident: 10m }\n`;

  it('run from the opening to the mitigation, against the objective', async () => {
    const { stage, hub, n } = await p1(SERVICE);
    hub.clock.advance(25 * MINUTE);
    hub.as('alice').comment(n, '/mitigate traffic goes elsewhere');
    const report = await stage.react();
    expect(card(hub.issue(n))).toContain(
      '| Impact | Mon 2 Nov 2026, 09:00 UTC to Mon 2 Nov 2026, 09:25 UTC: 25 min of downtime; ❌ objective of `platform`: `10m` |',
    );
    expect(card(hub.issue(n))).toContain(
      '| Status | mitigated: Mon 2 Nov 2026, 09:25 UTC, `alice` by command: `traffic goes elsewhere` |',
    );
    expect(report?.settled).toHaveLength(1);
  });

  it('or by label', async () => {
    const { stage, hub, n } = await p1(SERVICE);
    hub.clock.advance(5 * MINUTE);
    hub.as('bob').label(n, 'mitigated');
    await stage.react();
    expect(card(hub.issue(n))).toContain('5 min of downtime; ✅ objective of `platform`: `10m`');
  });

  it('or as stated', async () => {
    const { stage, hub, n } = await p1(SERVICE);
    hub.clock.advance(HOUR);
    hub.as('alice').comment(n, '/impact 2026-11-02T08:00 2026-11-02T09:30Z');
    await stage.react();
    expect(card(hub.issue(n))).toContain('1 h 30 min of downtime');
    hub.as('alice').comment(n, '/impact yesterday');
    await stage.react();
    expect(asks(hub.issue(n)).at(-1)).toContain('needs when the impact began');
  });

  it('the restore clock waits for /restored', async () => {
    const { stage, hub, n } = await p1(
      `${POLICY}\npriorities:\n  P1: { restore: 4h, resolve: 8h, escalation: urgent, acknowledge: 1h }\n  P2: { resolve: 8h, escalation: normal, acknowledge: 1h }\n`,
    );
    hub.clock.advance(3 * HOUR);
    hub.as('alice').comment(n, '/restored');
    await stage.react();
    expect(card(hub.issue(n))).toContain(
      '| restore | `4h` | Mon 2 Nov 2026, 13:00 UTC | ✅ met 2 Nov 2026, 12:00, 1 h to spare |',
    );
  });
});

describe('an incident opened long before', () => {
  it('costs one message at first sight', async () => {
    const stage = await stageOf();
    const n = stage.hub.as('rita').openIssue({ title: 'Old', labels: ['incident', 'P0'] });
    stage.hub.takeEvents();
    stage.hub.clock.advance(90 * 24 * HOUR);
    await stage.sweep();
    await stage.sweep();
    expect(asks(stage.hub.issue(n))).toHaveLength(1);
  });

  it('than the policy enforces is listed and left alone', async () => {
    const stage = await stageOf({ policy: `${POLICY}\nenforce-from: 2026-11-03\n` });
    const n = stage.hub.as('rita').openIssue({ title: 'Old', labels: ['incident', 'P0'] });
    stage.hub.clock.advance(48 * HOUR);
    const m = stage.hub.as('rita').openIssue({ title: 'New', labels: ['incident', 'P0'] });
    const report = await stage.sweep();
    expect(report.listed).toEqual([n]);
    expect(stage.hub.issue(n).comments).toEqual([]);
    expect(asks(stage.hub.issue(m))).toHaveLength(1);
  });
});
