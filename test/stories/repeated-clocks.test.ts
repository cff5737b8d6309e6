import { describe, expect, it } from 'vitest';
import { card, HOUR, MINUTE, asks, POLICY, told } from '../support/stage.ts';
import { p1 } from './clock-story.ts';

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
    hub.as('alice').comment(n, '/resolve rolled back');
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
