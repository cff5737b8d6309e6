import { describe, expect, test } from 'vitest';
import { recorder, NOTIFIERS } from '../support/pager.ts';
import { card, DAY, HOUR, notices, PEOPLE, POLICY } from '../support/stage.ts';
import { ALL, closing, last, say, stageWith } from './closing-story.ts';

/* Whoever reported it accepts, or says that it is not over; silence counts; a stranger wakes nobody (seed document B). */

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

  test(
    'refuses: the incident runs again, with its clocks, and those who had it hear why',
    { tags: 'slow' },
    async () => {
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
    },
  );

  test('reopens what is closed', { tags: 'slow' }, async () => {
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

  test('closes it themselves, which is a word as well', { tags: 'slow' }, async () => {
    const stage = await stageWith('require: [acceptance], mode: enforce');
    await say(stage, 'alice', '/resolve restored the queue');
    stage.hub.as('nora').close(1);
    await stage.react();
    await stage.sweep();
    expect(stage.hub.issue(1).state).toBe('CLOSED');
    expect(card(stage.hub.issue(1))).toContain('**Accepted**: 09:01 by `nora`');
  });

  test('may say these two and nothing else, and strangers not even these', { tags: 'slow' }, async () => {
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

  test('is told that once, however often it is tried: who reports may be a stranger', { tags: 'slow' }, async () => {
    const stage = await stageWith('require: [acceptance]');
    const before = notices(stage.hub.issue(1)).length;
    for (let i = 0; i < 10; i++) await say(stage, 'nora', '/accept');
    for (let i = 0; i < 10; i++) stage.hub.as('nora').comment(1, '/accept\n/reopen');
    await stage.react();
    expect(notices(stage.hub.issue(1))).toHaveLength(before + 1);
    await say(stage, 'nora', '/reopen');
    expect(notices(stage.hub.issue(1))).toHaveLength(before + 2);
    await say(stage, 'alice', '/resolve restored the queue');
    await say(stage, 'nora', '/accept');
    expect(card(stage.hub.issue(1))).toContain('**Accepted**');
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
  test('counts after so many business days, and closes it', { tags: 'slow' }, async () => {
    const stage = await stageWith('require: [explanation, acceptance], accept-after: 2d');
    await say(stage, 'alice', '/resolve restored the queue');
    stage.hub.clock.advance(2 * DAY - HOUR);
    await stage.sweep();
    expect(stage.hub.issue(1).state).toBe('OPEN');
    stage.hub.clock.advance(2 * HOUR);
    await stage.sweep();
    expect(stage.hub.issue(1).state).toBe('CLOSED');
    expect(last(stage)).toBe(
      '@nora **No word from you since Mon 09:01: we take it that all works again.**\nIf not, comment `/reopen` with what is wrong.',
    );
    expect(card(stage.hub.issue(1))).toContain('**Accepted**: Wed 10:01, by silence');
    await say(stage, 'nora', '/reopen it is slow again');
    expect(stage.hub.issue(1).state).toBe('OPEN');
  });

  test('counts for nothing while something else is missing, but is known when it comes', { tags: 'slow' }, async () => {
    const stage = await stageWith('require: [cause, acceptance], accept-after: 2d');
    await say(stage, 'alice', '/resolve restored the queue');
    stage.hub.clock.advance(3 * DAY);
    await stage.sweep();
    expect(stage.hub.issue(1).state).toBe('OPEN');
    await say(stage, 'alice', '/cause overload');
    expect(stage.hub.issue(1).state).toBe('CLOSED');
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

test('in French', { tags: 'slow' }, async () => {
  const stage = await stageWith(ALL, { policy: `language: fr\n${POLICY}${closing(`${ALL}, mode: enforce`)}` });
  stage.hub.as('alice').close(1);
  await stage.react();
  const all = notices(stage.hub.issue(1)).join('\n').replaceAll('\u00a0', ' ');
  expect(all).toContain('Ce P1 a été fermé trop tôt. Il lui manque :');
  expect(stage.hub.issue(1).state).toBe('OPEN');
  await say(stage, 'alice', '/resolve bad-data file rétablie\n/category network\n/workaround aucun');
  await say(stage, 'nora', '/accept');
  expect(card(stage.hub.issue(1)).replaceAll('\u00a0', ' ')).toContain('**Accepté** : 9 h 02, par `nora`');
});
