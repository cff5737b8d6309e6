import { describe, expect, it } from 'vitest';
import { clockRow } from '../support/card.ts';
import { card, HOUR, asks, POLICY } from '../support/stage.ts';
import { p1 } from './clock-story.ts';

const WITH_PAUSES = `${POLICY}
pauses:
  waiting-for-customer: [workaround, resolve]
  waiting-for-third-party: [resolve]
`;

describe('a pause by label', () => {
  it('stops the clock while the label is on, and the deadline moves by that time', { tags: 'slow' }, async () => {
    const { stage, hub, n } = await p1(WITH_PAUSES);
    hub.clock.advance(HOUR);
    hub.as('alice').label(n, 'waiting-for-customer');
    await stage.react();
    expect(clockRow(card(hub.issue(n)), 'Resolve')).toBe('⏸️ after the pause (within 8 h) · paused');
    await stage.pass(20 * HOUR, HOUR);
    expect(asks(hub.issue(n))).toHaveLength(1);
    hub.as('alice').unlabel(n, 'waiting-for-customer');
    await stage.react();
    // Eight hours from Monday 09:00, and twenty spent waiting.
    expect(clockRow(card(hub.issue(n)), 'Resolve')).toBe('⏳ Tue 13:00 (within 8 h)');
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
    expect(clockRow(card(hub.issue(n)), 'Resolve')).toBe('⏳ 20:00 (within 8 h)');
  });

  it('that ends by the resolution counts', async () => {
    const { stage, hub, n } = await p1(WITH_PAUSES);
    hub.clock.advance(HOUR);
    hub.as('alice').label(n, 'waiting-for-customer');
    hub.clock.advance(30 * HOUR);
    hub.as('alice').comment(n, '/resolve');
    await stage.react();
    expect(clockRow(card(hub.issue(n)), 'Resolve')).toBe('✅ Tue 23:00 (within 8 h) · met Tue 16:00, 7 h to spare');
  });

  it('survives a change of priority', async () => {
    const { stage, hub, n } = await p1(WITH_PAUSES, 'P1');
    hub.as('alice').label(n, 'waiting-for-customer');
    hub.clock.advance(2 * HOUR);
    hub.as('alice').unlabel(n, 'waiting-for-customer');
    hub.as('alice').label(n, 'P0');
    await stage.react();
    expect(clockRow(card(hub.issue(n)), 'Resolve')).toBe('⏳ 15:00 (within 4 h)');
  });

  it('after the deadline changes no verdict', async () => {
    const { stage, hub, n } = await p1(WITH_PAUSES);
    hub.clock.advance(9 * HOUR);
    hub.as('alice').label(n, 'waiting-for-customer');
    hub.clock.advance(HOUR);
    await stage.sweep();
    expect(clockRow(card(hub.issue(n)), 'Resolve')).toBe(
      '❌ 17:00 (within 8 h) · missed, noticed 2 h later; not done yet',
    );
  });
});

describe('a new priority', () => {
  it('restarts the clocks where the policy says so', async () => {
    const { stage, hub, n } = await p1(`${POLICY}\non-priority-change: restart\n`);
    hub.clock.advance(2 * HOUR);
    hub.as('alice').label(n, 'P0');
    await stage.react();
    expect(clockRow(card(hub.issue(n)), 'Resolve')).toBe('⏳ 15:00 (within 4 h)');
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
    expect(clockRow(text, 'Acknowledge')).toBe(
      '✅ 09:30 (within 30 min) · met 09:00, 30 min to spare; the policy now says 5 min',
    );
    expect(clockRow(text, 'Resolve')).toBe('⏳ 12:00 (within 3 h)');
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
