import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { card, DAY, HOUR, MINUTE, notices, POLICY, stageOf } from '../support/stage.ts';
import { ALL, asked, closing, last, say, stageWith } from './closing-story.ts';

/* Resolved is not closed: what the policy requires is asked for, and the reporter accepts (seed document B). */

describe('what the policy requires', () => {
  test(
    'is asked of whoever resolved it, together and once, and goes from the card as it comes',
    { tags: 'slow' },
    async () => {
      const stage = await stageWith(ALL);
      await say(stage, 'alice', '/resolve');
      expect(asked(stage)).toEqual([
        [
          '@alice **✅ Before this P1 is closed, it needs:**',
          '',
          '- `/resolve what fixed it`',
          '- `/cause bad-data`, or `overload`',
          '- `/category network`',
          '- `/workaround TEXT`, or `/workaround none`',
        ].join('\n'),
      ]);
      expect(card(stage.hub.issue(1))).toContain(
        '**Do now**: comment `/resolve what fixed it`, `/cause NAME`, `/category NAME`, `/workaround TEXT` before closing. Wait for `nora`: `/accept`, or `/reopen REASON`.\n',
      );
      await say(stage, 'alice', '/resolve bad-data restored the queue\n/category network\n/workaround none');
      expect(card(stage.hub.issue(1))).toContain('**Do now**: wait for `nora`: `/accept`, or `/reopen REASON`.');
      stage.hub.clock.advance(3 * DAY);
      await stage.sweep();
      expect(asked(stage)).toHaveLength(1);
    },
  );

  test('is asked of the reporter in the word that it is resolved', async () => {
    const stage = await stageWith('require: [acceptance], accept-after: 5d');
    await say(stage, 'alice', '/resolve restored the queue');
    const told = notices(stage.hub.issue(1)).filter((it) => it.includes('Your report is resolved'));
    expect(told).toEqual([
      [
        '@nora **Your report is resolved.**',
        '09:01 UTC by `alice`: restored the queue',
        'Does it work for you again? Comment `/accept`, or `/reopen` with what is wrong.',
        'Without a word from you by Mon 9 Nov, 09:01 UTC, it counts as accepted.',
      ].join('\n'),
    ]);
    expect(asked(stage)).toEqual([]);
  });

  test('nothing changes where it requires nothing', async () => {
    const stage = await stageOf({ policy: POLICY });
    stage.hub.as('nora').openIssue({ title: 'Down', labels: [] });
    stage.hub.as('bob').label(1, 'P1');
    await stage.react();
    await say(stage, 'alice', '/resolve');
    expect(notices(stage.hub.issue(1)).some((it) => it.includes('What resolved this P1?'))).toBe(true);
    stage.hub.as('alice').close(1);
    await stage.react();
    expect(stage.hub.issue(1).state).toBe('CLOSED');
  });
});

describe('closed too early', () => {
  test('is only said where the policy reminds', async () => {
    const stage = await stageWith('require: [cause, acceptance]');
    stage.hub.as('alice').close(1);
    await stage.react();
    expect(asked(stage)).toHaveLength(1);
    expect(asked(stage)[0]).toContain('- `/accept` from `nora`');
    expect(stage.hub.issue(1).state).toBe('CLOSED');
    expect(card(stage.hub.issue(1))).toContain('**Closed without**: a cause, acceptance');
  });

  test(
    'is opened again once where it enforces, stays resolved, and may then be closed as an exception',
    { tags: 'slow' },
    async () => {
      const stage = await stageWith('require: [cause], mode: enforce');
      await say(stage, 'alice', '/resolve restored the queue');
      stage.hub.as('alice').close(1);
      await stage.react();
      await stage.sweep();
      expect(stage.hub.issue(1).state).toBe('OPEN');
      expect(last(stage)).toBe(
        '@alice **✅ This P1 was closed too early. It still needs:**\n\n- `/cause bad-data`, or `overload`\n\n<sub>The issue is open again for that, this once. It stays resolved, and no deadline runs again.</sub>',
      );
      expect(card(stage.hub.issue(1))).toContain('Resolved');
      expect(card(stage.hub.issue(1))).not.toContain('reopened once');
      stage.hub.clock.advance(HOUR);
      stage.hub.as('grace').close(1);
      await stage.react();
      await stage.sweep();
      expect(stage.hub.issue(1).state).toBe('CLOSED');
      expect(card(stage.hub.issue(1))).toContain('**Closed without**: a cause: an exception of `grace`, 10:01');
      await say(stage, 'alice', '/cause overload');
      expect(card(stage.hub.issue(1))).not.toContain('Closed without');
    },
  );

  test('is left alone if it was closed long before the policy asked for anything', async () => {
    const stage = await stageOf({ policy: POLICY });
    stage.hub.as('bob').openIssue({ title: 'Down', labels: ['incident', 'P1'] });
    await stage.react();
    stage.hub.as('alice').close(1);
    await stage.react();
    stage.hub.clock.advance(2 * DAY);
    stage.hub.commit({ '.github/tocsin.yml': POLICY + closing(`${ALL}, mode: enforce`) });
    await stage.sweep();
    expect(stage.hub.issue(1).state).toBe('CLOSED');
    expect(asked(stage)).toEqual([]);
  });
});

describe('an alert that goes away', () => {
  const tell = async (stage: Stage, status: 'firing' | 'resolved'): Promise<void> => {
    const alert = { key: 'shop', title: 'Shop down', severity: 'critical', status };
    stage.hub.as('grace').dispatch('tocsin-alert', { alert });
    const { name: event, payload } = stage.hub.takeEvents().at(-1)!;
    await stage.sweep({ event, payload, command: 'intake' });
    await stage.sweep({ event, payload });
  };

  test.each([
    ['waits with its closing for what the policy enforces', 'enforce', ['OPEN', 'CLOSED']],
    ['is closed all the same where the policy reminds', 'remind', ['CLOSED', 'CLOSED']],
  ])('%s', { tags: 'slow' }, async (_, mode, states) => {
    const stage = await stageOf({
      policy: `${POLICY}alerts: { recovery: close }\n${closing(`require: [cause, acceptance], mode: ${mode}`)}`,
    });
    await tell(stage, 'firing');
    stage.hub.as('alice').comment(1, '/ack');
    await stage.sweep();
    stage.hub.clock.advance(10 * MINUTE);
    await tell(stage, 'resolved');
    for (let i = 0; i < 3; i++) await stage.sweep();
    const seen = [stage.hub.issue(1).state];
    await say(stage, 'alice', '/cause overload');
    await stage.sweep();
    seen.push(stage.hub.issue(1).state);
    expect(seen).toEqual(states);
    // Nobody reported it, so that nobody is asked to accept.
    expect(asked(stage).join()).not.toContain('/accept');
  });
});
