import { describe, expect, it } from 'vitest';
import type { IssueView } from '../../src/rehearsal/github/views.ts';
import { clockOn, rowOf } from '../support/card.ts';
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

/** The lines of one clock on the card of an incident. */
const linesOf = (clock: string, issue: IssueView): string[] => clockOn(card(issue), clock);

describe('the update clock', () => {
  it(
    'starts again at every public update, reminds when it passes, escalates when that is ignored',
    { tags: 'slow' },
    async () => {
      const { stage, hub, n } = await p1(CADENCE);
      expect(linesOf('Next update', hub.issue(n))).toEqual(['- ⏳ **Next update** 10:00 (within 1 h)']);
      expect(rowOf(card(hub.issue(n)), 'Do now')).toBe(
        'comment `/update how it stands` before **10:00 UTC**. Then `/resolve what fixed it` before **Tue 09:00 UTC**.',
      );
      hub.clock.advance(50 * MINUTE);
      hub.as('alice').comment(n, '/update We have found the cause.');
      await stage.react();
      expect(linesOf('Next update', hub.issue(n))).toEqual(['- ⏳ **Next update** 10:50 (within 1 h)']);
      await stage.pass(100 * MINUTE, 10 * MINUTE);
      expect(told(hub.issue(n))).toEqual([['alice', 'bob'], ['grace']]);
      expect(asks(hub.issue(n))[0]).toContain('P1: update overdue. Comment `/update how it stands`.');
      expect(linesOf('Next update', hub.issue(n))).toEqual([
        '- ❌ **Next update** 10:50 (within 1 h) · missed; not done yet',
      ]);
      hub.as('alice').comment(n, '/update It is nearly over.');
      await stage.react();
      await stage.pass(70 * MINUTE, 10 * MINUTE);
      expect(told(hub.issue(n))).toEqual([['alice', 'bob'], ['grace'], ['alice', 'bob']]);
      expect(linesOf('Next update', hub.issue(n))).toContain(
        '- ❌ **Next update** (within 1 h) · missed once, last 10:50',
      );
      expect(hub.issue(n).labels).not.toContain('breached');
    },
  );

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
    expect(linesOf('Next update', hub.issue(n))).toEqual([]);
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
    expect(asks(hub.issue(n)).some((text) => text.includes('no activity'))).toBe(!counts);
    hub.clock.advance(2 * HOUR);
    await stage.sweep();
    expect(asks(hub.issue(n)).some((text) => text.includes('no activity'))).toBe(true);
  });
});

describe('the clocks of the post-mortem', () => {
  it('begin at the resolution, remind, and end with the draft and the review', { tags: 'slow' }, async () => {
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
    // That a command was rejected is an answer of its own.
    expect(asks(hub.issue(n))[1]).toContain('What resolved this P0?');
    expect(asks(hub.issue(n))[2]).toContain('this one is not resolved');
    expect(linesOf('Post-mortem draft', hub.issue(n))).toEqual(['- ⏳ **Post-mortem draft** Thu 09:00 (within 3 d)']);
    expect(linesOf('Post-mortem review', hub.issue(n))).toEqual([
      '- ⏳ **Post-mortem review** Mon 9 Nov, 09:00 (within 5 d)',
    ]);
    hub.as('rita').close(n, 'completed');
    hub.clock.set(Date.parse('2026-11-05T10:00:00Z'));
    await stage.sweep();
    await stage.sweep();
    expect(told(hub.issue(n))).toEqual([['alice', 'bob'], ['alice'], ['alice'], ['alice']]);
    expect(asks(hub.issue(n))[3]).toContain('Post-mortem of this P0: draft overdue. Write it in #2');
    hub.as('alice').comment(n, '/drafted');
    await stage.react();
    expect(linesOf('Post-mortem draft', hub.issue(n))).toEqual([
      '- ❌ **Post-mortem draft** Thu 09:00 (within 3 d) · missed, noticed 1 h later; done Thu 10:00, 1 h late',
    ]);
    hub.as('alice').editBody(hub.issue(n).subIssues[0]!, 'It was the deploy.');
    hub.as('grace').close(hub.issue(n).subIssues[0]!, 'completed');
    await stage.sweep();
    expect(linesOf('Post-mortem review', hub.issue(n))[0]).toMatch(
      /^- ✅ \*\*Post-mortem review\*\* Mon 9 Nov, 09:00 \(within 5 d\) · met Thu 10:00/,
    );
    await stage.pass(8 * 24 * HOUR, 24 * HOUR);
    expect(told(hub.issue(n))).toEqual([['alice', 'bob'], ['alice'], ['alice'], ['alice']]);
  });
});
