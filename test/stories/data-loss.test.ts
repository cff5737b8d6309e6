import { describe, expect, test } from 'vitest';
import { clockRow, row } from '../support/card.ts';
import { asks, card, HOUR, MINUTE, stageOf } from '../support/stage.ts';

const POLICY = `
roles: { responder: [alice, bob], level-3: [grace] }
fallback: grace
priorities: { P0: { acknowledge: 1h, restore: 4h, resolve: 8h, escalation: data } }
escalation-policies: { data: [{ at: restore due, notify: level-3 }] }
`;

/** The name of the clock. */
const CLOCK = { en: 'Restore data', fr: 'Restauration' };
const FORM = { en: '### Data lost or altered', fr: '### Données perdues ou altérées' };

async function opened(answer: string, language: keyof typeof FORM = 'en') {
  const stage = await stageOf({ policy: `language: ${language}\n${POLICY}` });
  const { hub } = stage;
  const body = answer === '' ? 'It is down.' : `${FORM[language]}\n\n${answer}\n`;
  const n = hub.as('alice').openIssue({ title: 'Down', body, labels: ['incident', 'P0'] });
  await stage.react();
  return {
    stage,
    hub,
    card: () => card(hub.issue(n)),
    restoring: () => clockRow(card(hub.issue(n)), CLOCK[language]),
    isCalled: () => asks(hub.issue(n)).some((it) => it.includes('@grace')),
    say: async (text: string, who = 'alice') => {
      hub.as(who).comment(n, text);
      await stage.react();
    },
    last: () => asks(hub.issue(n)).at(-1)!,
  };
}

describe('the clock for lost data', () => {
  test.each(['No', '**No**', 'no data lost.', 'None'])('does not run where the report says %j', async (answer) => {
    const it = await opened(answer);
    await it.stage.pass(6 * HOUR, HOUR);
    expect(it.restoring()).toBeUndefined();
    expect(it.card()).not.toMatch(/restore/i);
    expect(it.isCalled()).toBe(false);
  });

  test.each(['Non', 'Aucune perte', 'aucune donnée perdue'])('does not run where it says %j', async (answer) => {
    const it = await opened(answer, 'fr');
    await it.stage.pass(6 * HOUR, HOUR);
    expect(it.restoring()).toBeUndefined();
    expect(it.card()).not.toMatch(/restaur|restore/i);
    expect(it.isCalled()).toBe(false);
  });

  test.each(['Yes', 'Not known', 'No idea', 'no, but the backups are gone', '_No response_', ''])(
    'runs where it says %j',
    async (answer) => {
      const it = await opened(answer);
      await it.stage.pass(4 * HOUR, HOUR);
      expect(it.restoring()).toContain('13:00 (within 4 h)');
      expect(it.isCalled()).toBe(true);
    },
  );

  test('ends without a verdict when somebody entitled says that none was lost, even if it was missed', async () => {
    const it = await opened('Not known');
    await it.stage.pass(4 * HOUR, HOUR);
    expect(it.restoring()).toBe('❌ 13:00 (within 4 h) · missed; not done yet');
    expect(row(it.card(), 'Do now')).toBe(
      'comment `/ack` now, due **10:00 UTC**. Then `/restored`, due **13:00 UTC**.',
    );
    await it.say('/data-loss no All writes are in the log.');
    expect(it.restoring()).toBeUndefined();
    expect(row(it.card(), 'Data lost or altered')).toBe('no, says `alice`, 13:00 UTC: All writes are in the log.');
    await it.stage.pass(HOUR, HOUR);
    expect(it.restoring()).toBeUndefined();
  });

  test(
    'runs from when somebody says that some was, after the report had said that none was',
    { tags: 'slow' },
    async () => {
      const it = await opened('No');
      it.hub.clock.advance(6 * HOUR);
      await it.say('/data-loss yes orders of this morning');
      expect(it.restoring()).toBe('⏳ 19:00 (within 4 h)');
      await it.stage.pass(4 * HOUR - MINUTE);
      expect(it.isCalled()).toBe(false);
      await it.stage.pass(20 * MINUTE, 10 * MINUTE);
      expect(it.isCalled()).toBe(true);
    },
  );

  test('takes no word of somebody without the right, and asks for an answer', async () => {
    const it = await opened('Yes');
    await it.say('/data-loss no', 'nora');
    expect(it.restoring()).toBe('⏳ 13:00 (within 4 h)');
    await it.say('/data-loss perhaps');
    expect(it.last()).toContain('`/data-loss yes TEXT` or `/data-loss no TEXT`');
    expect(it.restoring()).toBe('⏳ 13:00 (within 4 h)');
  });
});
