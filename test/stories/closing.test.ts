import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { recorder, NOTIFIERS } from '../support/pager.ts';
import { card, DAY, HOUR, MINUTE, notices, PEOPLE, POLICY, stageOf } from '../support/stage.ts';

/* Resolved is not closed: what the policy requires is asked for, and the reporter accepts (seed document B). */

const CAUSES = 'causes: { intrinsic: [bad-data, overload] }\ncategories: [{ name: network, label: network }]\n';
const closing = (keys: string): string => `${CAUSES}closing: { ${keys} }\n`;
const ALL = 'require: [explanation, cause, category, workaround, acceptance]';

/** A stage with an incident that nora, who may only read, has reported, and that alice has taken on. */
async function stageWith(keys: string, options: Parameters<typeof stageOf>[0] = {}): Promise<Stage> {
  const stage = await stageOf({ policy: POLICY + closing(keys), ...options });
  stage.hub.as('nora').openIssue({ title: 'Mail is slow' });
  stage.hub.as('bob').label(1, 'P1');
  await stage.react();
  stage.hub.as('alice').comment(1, '/ack');
  await stage.react();
  return stage;
}

async function say(stage: Stage, login: string, text: string): Promise<void> {
  stage.hub.clock.advance(MINUTE);
  stage.hub.as(login).comment(1, text);
  await stage.react();
}

const last = (stage: Stage): string => notices(stage.hub.issue(1)).at(-1) ?? '';
const asked = (stage: Stage): string[] => notices(stage.hub.issue(1)).filter((it) => it.includes('it needs:'));

describe('what the policy requires', () => {
  test('is asked of whoever resolved it, together and once, and goes from the card as it comes', async () => {
    const stage = await stageWith(ALL);
    await say(stage, 'alice', '/resolve');
    expect(asked(stage)).toEqual([
      [
        '@alice **✅ Before this P1 is closed, it needs:**',
        '',
        '- what fixed it: `/resolve what fixed it`',
        '- the cause: `/cause NAME`',
        '- the category: `/category NAME`',
        '- the workaround, or that there was none: `/workaround TEXT`',
      ].join('\n'),
    ]);
    expect(card(stage.hub.issue(1))).toContain(
      '**Do now**: before closing, it needs what fixed it: `/resolve what fixed it`, the cause: `/cause NAME`',
    );
    await say(stage, 'alice', '/resolve bad-data restored the queue\n/category network\n/workaround none');
    expect(card(stage.hub.issue(1))).toContain(
      '**Do now**: before closing, it needs the word of `nora`: `/accept`, or `/reopen REASON`.',
    );
    stage.hub.clock.advance(3 * DAY);
    await stage.sweep();
    expect(asked(stage)).toHaveLength(1);
  });

  test('is asked of the reporter in the word that it is resolved', async () => {
    const stage = await stageWith('require: [acceptance], accept-after: 5d');
    await say(stage, 'alice', '/resolve restored the queue');
    const told = notices(stage.hub.issue(1)).filter((it) => it.includes('Your report is resolved'));
    expect(told).toEqual([
      [
        '@nora **Your report is resolved.**',
        '09:01 UTC by `alice`: restored the queue',
        'Does it work for you again? Comment `/accept`, or `/reopen` with what is wrong.',
        'Without a word from you it counts as accepted Mon 9 Nov, 09:01 UTC.',
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

describe('the reporter', () => {
  test('accepts, though they have no role, and the issue is closed, with who and when on the card', async () => {
    const stage = await stageWith('require: [explanation, acceptance]');
    await say(stage, 'alice', '/resolve restored the queue');
    expect(stage.hub.issue(1).state).toBe('OPEN');
    await say(stage, 'nora', '/accept thank you');
    expect(stage.hub.issue(1).state).toBe('CLOSED');
    expect(card(stage.hub.issue(1))).toContain('**Accepted**: 09:02 by `nora`');
    // No reply tells them that they may not.
    expect(notices(stage.hub.issue(1)).some((it) => it.includes('may not'))).toBe(false);
  });

  test('accepts before all is there, which closes it when it is', async () => {
    const stage = await stageWith('require: [cause, acceptance]');
    await say(stage, 'alice', '/resolve restored the queue');
    await say(stage, 'nora', '/accept');
    expect(stage.hub.issue(1).state).toBe('OPEN');
    await say(stage, 'alice', '/cause overload');
    expect(stage.hub.issue(1).state).toBe('CLOSED');
  });

  test('refuses: the incident runs again, with its clocks, and those who had it hear why', async () => {
    const stage = await stageWith('require: [acceptance]');
    await say(stage, 'alice', '/resolve restored the queue');
    stage.hub.clock.advance(HOUR);
    await say(stage, 'nora', '/reopen still slow @grace');
    const text = card(stage.hub.issue(1));
    expect(text).toContain('reopened once');
    expect(text).not.toContain('Resolved**');
    expect(text).toMatch(/⏳ \*\*Resolve\*\*/);
    expect(stage.hub.issue(1).labels).not.toContain('resolved');
    expect(last(stage)).toMatch(/^@alice \*\*🟠 P1 is open again\.\*\*/);
    expect(last(stage)).toContain('Why: still slow @\u2060grace');
  });

  test('reopens what is closed', async () => {
    const stage = await stageWith('require: [explanation]');
    await say(stage, 'alice', '/resolve restored the queue');
    stage.hub.as('alice').close(1);
    await stage.react();
    await say(stage, 'nora', '/reopen still slow');
    expect(stage.hub.issue(1).state).toBe('OPEN');
    expect(card(stage.hub.issue(1))).toContain('reopened once');
    await stage.sweep();
    expect(card(stage.hub.issue(1))).toContain('reopened once');
  });

  test('closes it themselves, which is a word as well', async () => {
    const stage = await stageWith('require: [acceptance], mode: enforce');
    await say(stage, 'alice', '/resolve restored the queue');
    stage.hub.as('nora').close(1);
    await stage.react();
    await stage.sweep();
    expect(stage.hub.issue(1).state).toBe('CLOSED');
    expect(card(stage.hub.issue(1))).toContain('**Accepted**: 09:01 by `nora`');
  });

  test('may say these two and nothing else, and strangers not even these', async () => {
    const stage = await stageWith('require: [acceptance]', { people: { ...PEOPLE, eve: 'read' } });
    await say(stage, 'alice', '/resolve restored the queue');
    await say(stage, 'eve', '/accept');
    expect(card(stage.hub.issue(1))).not.toContain('**Accepted**');
    await say(stage, 'nora', '/accept\n/priority P0 now');
    expect(card(stage.hub.issue(1))).toContain('**Accepted**');
    expect(stage.hub.issue(1).labels).toContain('P1');
  });

  test('who was refused before can still accept', async () => {
    const stage = await stageWith('require: [acceptance]');
    await say(stage, 'nora', '/priority P0 it is terrible');
    await say(stage, 'alice', '/resolve restored the queue');
    await say(stage, 'nora', '/accept');
    expect(card(stage.hub.issue(1))).toContain('**Accepted**');
  });

  test('is told where it is not resolved, or does not say why', async () => {
    const stage = await stageWith('require: [acceptance]');
    await say(stage, 'nora', '/accept');
    expect(last(stage)).toContain('`/accept` is for what is resolved, and this is not.');
    await say(stage, 'alice', '/resolve restored the queue');
    await say(stage, 'nora', '/reopen');
    expect(last(stage)).toContain('`/reopen` needs a reason');
    expect(card(stage.hub.issue(1))).toContain('Resolved');
  });
});

describe('others', () => {
  test('may accept for the reporter, but not their own work', async () => {
    const stage = await stageWith('require: [acceptance]');
    await say(stage, 'alice', '/resolve restored the queue');
    await say(stage, 'alice', '/accept');
    expect(last(stage)).toContain('is for whoever reported it, or for somebody else than whoever resolved it');
    await say(stage, 'grace', '/accept nora told me by phone');
    expect(card(stage.hub.issue(1))).toContain('**Accepted**: 09:03 by `grace`');
    expect(stage.hub.issue(1).state).toBe('CLOSED');
  });
});

describe('silence', () => {
  test('counts after so many business days, and closes it', async () => {
    const stage = await stageWith('require: [explanation, acceptance], accept-after: 2d');
    await say(stage, 'alice', '/resolve restored the queue');
    stage.hub.clock.advance(2 * DAY - HOUR);
    await stage.sweep();
    expect(stage.hub.issue(1).state).toBe('OPEN');
    stage.hub.clock.advance(2 * HOUR);
    await stage.sweep();
    expect(stage.hub.issue(1).state).toBe('CLOSED');
    expect(last(stage)).toBe(
      '@nora **Closed: nobody has objected for 2d.**\nIf it is not over, comment `/reopen` with what is wrong.',
    );
    expect(card(stage.hub.issue(1))).toContain('**Accepted**: Wed 10:01, by silence');
    await say(stage, 'nora', '/reopen it is slow again');
    expect(stage.hub.issue(1).state).toBe('OPEN');
  });

  test('counts for nothing while something else is missing, but is known when it comes', async () => {
    const stage = await stageWith('require: [cause, acceptance], accept-after: 2d');
    await say(stage, 'alice', '/resolve restored the queue');
    stage.hub.clock.advance(3 * DAY);
    await stage.sweep();
    expect(stage.hub.issue(1).state).toBe('OPEN');
    await say(stage, 'alice', '/cause overload');
    expect(stage.hub.issue(1).state).toBe('CLOSED');
  });
});

describe('closed too early', () => {
  test('is only said where the policy reminds', async () => {
    const stage = await stageWith('require: [cause, acceptance]');
    stage.hub.as('alice').close(1);
    await stage.react();
    expect(asked(stage)).toHaveLength(1);
    expect(asked(stage)[0]).toContain('- the word of `nora`');
    expect(stage.hub.issue(1).state).toBe('CLOSED');
    expect(card(stage.hub.issue(1))).toContain('**Closed without**: a cause, acceptance');
  });

  test('is opened again once where it enforces, stays resolved, and may then be closed as an exception', async () => {
    const stage = await stageWith('require: [cause], mode: enforce');
    await say(stage, 'alice', '/resolve restored the queue');
    stage.hub.as('alice').close(1);
    await stage.react();
    await stage.sweep();
    expect(stage.hub.issue(1).state).toBe('OPEN');
    expect(last(stage)).toBe(
      '@alice **✅ Before this P1 is closed, it needs:**\nThe issue is open again for that, this once. The incident stays resolved, and its deadlines stand.\n\n- the cause: `/cause NAME`',
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
  });

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

describe('a stranger', () => {
  test('who reopens their own report wakes nobody', async () => {
    const { pager, pages } = recorder();
    const stage = await stageWith('require: [acceptance]', {
      policy: `${POLICY}${NOTIFIERS}${closing('require: [acceptance]')}`,
      pager,
    });
    await say(stage, 'alice', '/resolve restored the queue');
    const before = pages.filter(({ action }) => action === 'trigger').length;
    await say(stage, 'nora', '/reopen still slow');
    expect(pages.filter(({ action }) => action === 'trigger')).toHaveLength(before);
    expect(last(stage)).toContain('No page went out');
  });
});

test('in French', async () => {
  const stage = await stageWith(ALL, { policy: `language: fr\n${POLICY}${closing(`${ALL}, mode: enforce`)}` });
  stage.hub.as('alice').close(1);
  await stage.react();
  const all = notices(stage.hub.issue(1)).join('\n').replaceAll('\u00a0', ' ');
  expect(all).toContain('Pour fermer ce P1, il faut :');
  expect(stage.hub.issue(1).state).toBe('OPEN');
  await say(stage, 'alice', '/resolve bad-data file rétablie\n/category network\n/workaround aucun');
  await say(stage, 'nora', '/accept');
  expect(card(stage.hub.issue(1)).replaceAll('\u00a0', ' ')).toContain('**Accepté** : 9 h 02, par `nora`');
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
  ])('%s', async (_, mode, states) => {
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
    expect(asked(stage).join()).not.toContain('the word of');
  });
});
