import { describe, expect, it } from 'vitest';
import { clockOn, clockRow, row } from '../support/card.ts';
import { card, HOUR, MINUTE, asks, POLICY, stageOf, told } from '../support/stage.ts';

async function p0(options = {}) {
  const stage = await stageOf(options);
  const n = stage.hub.as('rita').openIssue({ title: 'Down', body: 'All of it', labels: ['incident', 'P0'] });
  return { stage, hub: stage.hub, n };
}

describe('the steps of an escalation policy', () => {
  it('go out one by one when runs come in time', { tags: 'slow' }, async () => {
    const { stage, hub, n } = await p0();
    await stage.react();
    await stage.pass(9 * HOUR);
    expect(told(hub.issue(n))).toEqual([
      ['alice', 'bob'], // start, 09:00
      ['grace'], // acknowledge due, 09:15
      ['alice', 'bob'], // resolve 75%, 12:00
      ['alice', 'bob', 'grace'], // resolve due, 13:00
      ['grace'], // resolve due + 1h, 14:00
      ['grace'], // again, 16:00
      ['grace'], // again, 18:00
    ]);
    expect(asks(hub.issue(n)).at(-1)).toContain('; reminder 2; next 20:00.');
  });

  it('collapse into one message when the run is late, with the true moment of the breach and the lag', async () => {
    const { stage, hub, n } = await p0();
    hub.clock.advance(4 * HOUR + 25 * MINUTE);
    await stage.sweep();
    const issue = hub.issue(n);
    expect(told(issue)).toEqual([['alice', 'bob', 'grace']]);
    expect(asks(issue)[0]).toBe(
      [
        '@alice @bob @grace **🔴 P0 not resolved in time. Comment `/resolve what fixed it` once it is.**',
        '**Down**',
        'Open since 09:00 UTC. Due 13:00 UTC, noticed 13:25 UTC, **25 min late**.',
        'Nobody has it yet: comment `/ack`.',
        '<sub>Step 4 of 5 of `urgent` (`resolve due`) notifies `responder`, `management`; next 14:00. Also due since the last run: `start` (09:00), `acknowledge due` (09:15), `resolve 75%` (12:00). No run came for 4 h 25 min: `command: doctor` says what would be on time.</sub>',
      ].join('\n'),
    );
    expect(clockRow(card(issue), 'Resolve')).toBe('❌ 13:00 (within 4 h) · missed, noticed 25 min later; not done yet');
    await stage.sweep();
    expect(asks(hub.issue(n))).toHaveLength(1);
  });

  it('say once that no run came in time, where that is later than the policy tolerates of a P0', async () => {
    const { stage, hub, n } = await p0();
    await stage.react();
    const saying = (): number => asks(hub.issue(n)).filter((text) => text.includes('No run came for')).length;
    hub.clock.advance(15 * MINUTE + 9 * MINUTE);
    await stage.sweep();
    expect(saying()).toBe(0);
    hub.clock.advance(3 * HOUR);
    await stage.sweep();
    expect(saying()).toBe(1);
    expect(card(hub.issue(n))).toContain('told that no run came in time');
    hub.clock.advance(3 * HOUR);
    await stage.sweep();
    expect(asks(hub.issue(n))).toHaveLength(4);
    expect(saying()).toBe(1);
  });

  it('ask nobody for an update before anybody has it, however late the run is', async () => {
    const { stage, hub, n } = await p0({
      policy:
        POLICY.replace(
          '    - { at: acknowledge due, notify: management }\n',
          '$&    - { at: update due, notify: responder }\n',
        ) +
        'priorities: { P0: { acknowledge: 15m, resolve: 4h, update-every: 30m, escalation: urgent }, P2: { acknowledge: 4h, resolve: 3d, escalation: normal } }\n',
    });
    hub.clock.advance(HOUR);
    await stage.sweep();
    expect(asks(hub.issue(n))[0]).toContain('**🔴 P0 not acknowledged. Comment `/ack` now.**');
    expect(asks(hub.issue(n))[0]).toContain('Due 09:15 UTC, noticed 10:00 UTC, **45 min late**.');
    expect(asks(hub.issue(n))[0]).toContain('(`update due`)');
  });

  it('that repeat collapse too', async () => {
    const { stage, hub, n } = await p0();
    await stage.react();
    hub.clock.advance(24 * HOUR);
    await stage.sweep();
    await stage.sweep();
    expect(told(hub.issue(n))).toEqual([
      ['alice', 'bob'],
      ['grace', 'alice', 'bob'],
    ]);
  });

  it('stop at the acknowledgement, and those that were due before it are on record as not sent', async () => {
    const { stage, hub, n } = await p0();
    await stage.react();
    hub.clock.advance(20 * MINUTE);
    hub.as('alice').comment(n, '/ack');
    await stage.react();
    const issue = hub.issue(n);
    expect(told(issue)).toEqual([['alice', 'bob']]);
    expect(card(issue)).toContain('- 09:20 step `acknowledge due` of `urgent`: not sent: acknowledged first');
    expect(clockRow(card(issue), 'Acknowledge')).toBe(
      '❌ 09:15 (within 15 min) · missed, noticed 5 min later; done 09:20, 5 min late',
    );
    expect(issue.labels).toContain('breached');
  });

  it('start anew under the policy of a raised priority, and not when the policy is the same', async () => {
    const stage = await stageOf();
    const { hub } = stage;
    const n = hub.as('rita').openIssue({ title: 'Slow', labels: ['incident', 'P2'] });
    await stage.react();
    expect(told(hub.issue(n))).toEqual([]);
    hub.clock.advance(HOUR);
    hub.as('alice').label(n, 'P1');
    await stage.react();
    expect(told(hub.issue(n)).at(0)).toContain('alice');
    const before = asks(hub.issue(n)).length;
    hub.as('alice').comment(n, '/ack');
    hub.as('alice').label(n, 'P0');
    await stage.react();
    expect(asks(hub.issue(n))).toHaveLength(before);
  });
});

describe('a raise re-evaluates every clock from the opening', () => {
  it('and a deadline that it makes pass at once is missed at the raise', async () => {
    const stage = await stageOf();
    const { hub } = stage;
    const n = hub.as('rita').openIssue({ title: 'Slow', labels: ['incident', 'P2'] });
    await stage.react();
    hub.clock.advance(5 * HOUR);
    hub.as('alice').label(n, 'P0');
    hub.clock.advance(10 * MINUTE);
    await stage.react();
    const issue = hub.issue(n);
    expect(clockRow(card(issue), 'Resolve')).toBe(
      '❌ 13:00 (within 4 h) · missed 14:00, noticed 10 min later; not done yet',
    );
    expect(issue.labels).toEqual(expect.arrayContaining(['P0', 'breached']));
    expect(issue.labels).not.toContain('P2');
  });

  it('and a breach under the former priority stays on record after a lowering', async () => {
    const { stage, hub, n } = await p0();
    await stage.react();
    hub.clock.advance(5 * HOUR);
    await stage.sweep();
    hub.as('alice').unlabel(n, 'P0');
    hub.as('alice').label(n, 'P2');
    hub.as('alice').comment(n, 'Only one customer after all.');
    await stage.react();
    const text = card(hub.issue(n));
    expect(clockOn(text, 'Resolve')).toEqual([
      '- ⏳ **Resolve** Thu 09:00 (within 3 d)',
      '- ❌ **Resolve** (as P0) 13:00 (within 4 h) · missed, noticed 1 h later',
    ]);
    expect(row(text, 'Priority')).toBe('P2; lowered from P0 to P2 by `alice`, 14:00: `Only one customer after all.`');
    expect(hub.issue(n).labels).toContain('breached');
  });
});

describe('a step that reaches nobody', () => {
  const NOBODY = POLICY.replace('[alice, bob]', '[ghost-user]');

  it('goes on to the next one that reaches somebody, and says so', async () => {
    const { stage, hub, n } = await p0({ policy: NOBODY, visibility: 'private' });
    await stage.react();
    expect(told(hub.issue(n))).toEqual([['grace']]);
    expect(asks(hub.issue(n))[0]).toContain(
      'which is nobody at present; so this goes to the next step, `acknowledge due`: `grace`.',
    );
  });

  it('and is followed by none that does goes to the fallback, and says so', async () => {
    const { stage, hub, n } = await p0({
      policy: NOBODY.replace('management: [grace]', 'management: [ghost-user]'),
      visibility: 'private',
    });
    const report = await stage.react();
    expect(told(hub.issue(n))).toEqual([['grace']]);
    const [text] = asks(hub.issue(n));
    expect(text).toContain('Could not be reached: `ghost-user` (unknown here, or no access to the repository).');
    expect(text).toContain(
      '⚠️ Step `start` notifies `responder`, which is nobody at present; so this goes to the fallback, `grace`.',
    );
    expect(report?.settled[0]?.alarms).toEqual([]);
  });

  it('and has a fallback that reaches nobody is shouted in the run', async () => {
    const { stage, hub, n } = await p0({ policy: '' });
    const report = await stage.react();
    expect(asks(hub.issue(n))[0]).toContain(
      '🚨 Step `start` notifies `assignee`, which is nobody at present, and the fallback reaches nobody either.',
    );
    expect(report?.settled[0]?.alarms).toEqual([
      'Nobody can be told. Write `fallback: LOGIN` into the policy file, usually .github/tocsin.yml, with the login of somebody who can read this repository.',
    ]);
    expect((await stage.sweep()).settled[0]?.alarms).toEqual([]);
  });

  it('under the built-in policy goes to the owner of the repository if that is a person', async () => {
    const { stage, hub, n } = await p0({ policy: '', ownerType: 'User', people: { acme: 'admin' } });
    await stage.react();
    expect(told(hub.issue(n))).toEqual([['acme']]);
  });

  it('still goes out if GitHub cannot say who may read the repository', async () => {
    const { stage, hub, n } = await p0();
    for (let i = 0; i < 12; i++)
      hub.faults.add({ when: { matches: ({ kind }) => kind === 'rest' }, how: { status: 502, handled: false } });
    const report = await stage.react();
    expect(told(hub.issue(n))).toEqual([['alice', 'bob']]);
    expect(report?.settled[0]?.failures.length).toBeGreaterThan(0);
  });
});

it('the runbook of the category is in the message', async () => {
  const stage = await stageOf({ policy: `${POLICY}\ncategories:\n  - { name: network, runbook: docs/network.md }\n` });
  const n = stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0', 'network'] });
  await stage.react();
  expect(asks(stage.hub.issue(n))[0]).toContain(
    'Runbook: [docs/network.md](https://github.com/acme/shop/blob/HEAD/docs/network.md)',
  );
  expect(row(card(stage.hub.issue(n)), 'Category')).toBe('`network`');
});

it('everything reads in French', async () => {
  const { stage, hub, n } = await p0({ policy: `language: fr\ntimezone: Europe/Paris\n${POLICY}` });
  hub.clock.advance(20 * MINUTE);
  await stage.sweep();
  expect(asks(hub.issue(n))[0]!.replace(/[\u00a0\u202f]/g, ' ')).toBe(
    [
      '@grace @alice @bob **🔴 P0 non pris en charge. Écrivez `/ack` maintenant.**',
      '**Down**',
      'Ouvert à 10 h (heure de Paris, 9 h UTC). Attendu à 10 h 15, retard constaté à 10 h 20 : **5 min**.',
      'Pas disponible ? `/escalate` appelle la personne suivante.',
      '<sub>Étape 2/5 d’`urgent` (`acknowledge due`) pour `management` ; suite : 13 h. Également échu depuis la dernière exécution : `start` (10 h). Aucune exécution pendant 20 min : `command: doctor` dit ce qui serait ponctuel.</sub>',
    ].join('\n'),
  );
  expect(clockOn(card(hub.issue(n)), 'Prise en charge')).toEqual([
    '- ❌ **Prise en charge** 10 h 15 (délai : 15 min) · dépassé, constaté 5 min plus tard ; toujours pas respecté',
  ]);
});
