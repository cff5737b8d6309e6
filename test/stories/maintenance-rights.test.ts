import { describe, expect, test } from 'vitest';
import { isRed } from '../../src/run/report.ts';
import { card, mentioned, MINUTE, notices, told } from '../support/stage.ts';
import { alert, at, form, planned, PLANNED, say } from './maintenance-story.ts';

/* A stranger must never silence alerts, nor move what others rely on. */

describe('a maintenance that a stranger opens', () => {
  test('holds nothing, tells nobody and does nothing', async () => {
    const stage = await planned({}, { by: 'nora' });
    expect(card(stage.hub.issue(1))).toContain('## Maintenance · not confirmed');
    for (const text of ['/confirm', '/start', '/extend 1h']) await say(stage, 'nora', text);
    expect(notices(stage.hub.issue(1))).toHaveLength(1);
    expect(mentioned(notices(stage.hub.issue(1))[0]!)).toEqual(['nora']);
    await at(stage, '14:10');
    await alert(stage);
    expect(told(stage.hub.issue(2))).toEqual([['alice', 'bob']]);
    expect(card(stage.hub.issue(2))).not.toContain('maintenance');
    expect(card(stage.hub.issue(1))).toContain('## Maintenance · not confirmed');
  });

  test.each([
    ['by a command', (stage: Awaited<ReturnType<typeof planned>>) => say(stage, 'bob', '/confirm')],
    [
      'by its label',
      async (stage: Awaited<ReturnType<typeof planned>>) => {
        stage.hub.clock.advance(MINUTE);
        stage.hub.as('bob').unlabel(1, 'planned-maintenance');
        stage.hub.as('bob').label(1, 'planned-maintenance');
        await stage.react();
      },
    ],
  ])('counts once somebody entitled has confirmed it %s', async (_, confirm) => {
    const stage = await planned({}, { by: 'nora' });
    await confirm(stage);
    expect(card(stage.hub.issue(1))).toContain('## Maintenance · scheduled');
    expect(card(stage.hub.issue(1))).toContain('- Confirmed by `bob`');
    await at(stage, '14:10');
    await alert(stage);
    expect(told(stage.hub.issue(2))).toEqual([]);
  });

  test('begins no earlier than it was confirmed', { tags: 'slow' }, async () => {
    const stage = await planned({}, { by: 'nora' });
    await at(stage, '14:10');
    await alert(stage);
    await at(stage, '14:30');
    await say(stage, 'bob', '/confirm');
    expect(card(stage.hub.issue(1))).toContain('- Begun: Mon 2 Nov 2026, 14:31 UTC');
    await at(stage, '14:45');
    expect(told(stage.hub.issue(2))).toEqual([['alice', 'bob'], ['grace']]);
  });

  test('keeps the plan that was confirmed when the stranger changes its text', { tags: 'slow' }, async () => {
    const stage = await planned({}, { by: 'nora' });
    await say(stage, 'bob', '/confirm');
    stage.hub.clock.advance(MINUTE);
    stage.hub
      .as('nora')
      .editBody(1, form({ services: 'checkout, mail', to: '2026-11-06 16:00', public: 'All is lost' }));
    await stage.react();
    const confirmed = '- Planned: Mon 2 Nov 2026, 14:00 UTC to 16:00 UTC';
    expect(card(stage.hub.issue(1))).toContain(confirmed);
    expect(card(stage.hub.issue(1))).toContain('- Services: `checkout`\n');
    expect(card(stage.hub.issue(1))).toContain('⚠️ `nora` has changed the text since, and is not entitled to');
    await at(stage, '16:10');
    await alert(stage, { system: 'mail' });
    expect(told(stage.hub.issue(2))).toEqual([['alice', 'bob']]);
    await say(stage, 'bob', '/confirm');
    expect(card(stage.hub.issue(1))).toContain('to Fri 16:00 UTC');
  });

  test('was not confirmed with a text that nobody had seen', async () => {
    const stage = await planned({}, { by: 'nora' });
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('bob').comment(1, '/confirm');
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('nora').editBody(1, form({ to: '2026-11-06 16:00' }));
    await stage.react();
    expect(card(stage.hub.issue(1))).toContain('## Maintenance · not confirmed');
    await say(stage, 'bob', '/confirm');
    expect(card(stage.hub.issue(1))).toContain('to Fri 16:00 UTC');
  });

  test('that comes a hundred times hinders nothing', { tags: 'slow' }, async () => {
    const stage = await planned();
    for (let n = 0; n < 100; n++)
      stage.hub.as('nora').openIssue({ title: 'Mine', body: form(), labels: ['planned-maintenance'] });
    await at(stage, '14:05');
    // Cards of what strangers open are comments too, of which GitHub takes so many.
    expect(stage.hub.issues().filter(({ comments }) => comments.length > 0)).toHaveLength(11);
    await at(stage, '14:10');
    await alert(stage, { system: 'mail' });
    const incident = stage.hub.issues().length;
    expect(told(stage.hub.issue(incident))).toEqual([['alice', 'bob']]);
    await alert(stage, { key: 'held' });
    expect(told(stage.hub.issue(incident + 1))).toEqual([]);
  });
});

describe('a change of the text by somebody entitled', () => {
  test('counts, and is announced to those who had heard of it', async () => {
    const stage = await planned({ from: '2026-11-02 09:30', to: '10:00' });
    expect(notices(stage.hub.issue(1))).toHaveLength(1);
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('alice').editBody(1, form({ from: '2026-11-02 12:00', to: '13:00' }));
    await stage.react();
    expect(card(stage.hub.issue(1))).toContain('- Planned: Mon 2 Nov 2026, 12:00 UTC to 13:00 UTC');
    expect(notices(stage.hub.issue(1)).at(-1)).toBe(
      '@nora **Maintenance of `checkout` has been changed.**\nNew time: Mon 2 Nov 2026, 12:00 UTC to 13:00 UTC.',
    );
    await at(stage, '11:30');
    expect(notices(stage.hub.issue(1)).at(-1)).toContain('**Maintenance of `checkout` begins 12:00 UTC.**');
  });

  test('to its public words alone moves nothing that a command has moved', async () => {
    const stage = await planned();
    await say(stage, 'alice', '/move 2026-11-03 10:00 11:00');
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('alice').editBody(1, form({ public: 'Orders take longer.' }));
    await stage.react();
    expect(card(stage.hub.issue(1))).toContain('- Planned: Tue 3 Nov 2026, 10:00 UTC to 11:00 UTC');
  });

  test('that cannot be read leaves the plan as it was, and is asked about once, by the field', async () => {
    const stage = await planned();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('alice').editBody(1, form({ from: '12/11/2026 10:00', services: 'chekout' }));
    await stage.react();
    await stage.sweep();
    const asked = notices(stage.hub.issue(1)).filter((it) => it.includes('Please correct the text'));
    expect(asked).toHaveLength(1);
    expect(mentioned(asked[0]!)).toEqual(['alice']);
    expect(asked[0]).toContain('- **Services**: `chekout` is not in the policy. Choose from `checkout`, `mail`.');
    expect(asked[0]).toContain('- **From**: `12/11/2026 10:00` is not a clear moment. Give a day and a time');
    expect(card(stage.hub.issue(1))).toContain('- Planned: Mon 2 Nov 2026, 14:00 UTC to 16:00 UTC');
  });
});

test('a maintenance in another language, with other headings and on a locked issue', async () => {
  const policy = PLANNED.replace('\nroles:', '\nlanguage: fr\ntimezone: Europe/Paris\nroles:');
  const stage = await planned({}, { policy });
  const body = '## Systèmes\n- Checkout\n\n## Date de début\nmercredi 4 nov. à 14 h\n\n## Fin\n15h30\n';
  stage.hub.clock.advance(MINUTE);
  stage.hub.as('alice').editBody(1, body);
  await stage.react();
  const text = card(stage.hub.issue(1)).replace(/\u00a0/g, ' ');
  expect(text).toContain('## Maintenance · planifiée');
  expect(text).toContain('- Créneau prévu : mer. 4 nov. 2026, 14 h – 15 h 30');
  stage.hub.as('alice').lock(1);
  const report = await stage.sweep();
  expect(isRed(report)).toBe(false);
});
