import { describe, expect, it } from 'vitest';
import { card, HOUR, MINUTE, asks, POLICY, stageOf, told } from '../support/stage.ts';

async function p0(options = {}) {
  const stage = await stageOf(options);
  const n = stage.hub.as('rita').openIssue({ title: 'Down', body: 'All of it', labels: ['incident', 'P0'] });
  return { stage, hub: stage.hub, n };
}

describe('the steps of an escalation policy', () => {
  it('go out one by one when runs come in time', async () => {
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
    expect(asks(hub.issue(n)).at(-1)).toContain('This is reminder 2.');
  });

  it('collapse into one message when the run is late, with the true moment of the breach and the lag', async () => {
    const { stage, hub, n } = await p0();
    hub.clock.advance(4 * HOUR + 25 * MINUTE);
    await stage.sweep();
    const issue = hub.issue(n);
    expect(told(issue)).toEqual([['alice', 'bob', 'grace']]);
    expect(asks(issue)[0]).toBe(
      [
        '@alice @bob @grace **P0: resolve this incident. Say so with `/resolve TEXT`.**',
        'The clock `resolve` was due Mon 2 Nov 2026, 13:00 UTC and was missed.',
        'Noticed Mon 2 Nov 2026, 13:25 UTC, 25 min after the deadline.',
        'Told together with it, because no run came in between: `start` (due Mon 2 Nov 2026, 09:00 UTC), `acknowledge due` (due Mon 2 Nov 2026, 09:15 UTC), `resolve 75%` (due Mon 2 Nov 2026, 12:00 UTC).',
        'Nobody has taken it on yet: write `/ack`, or assign yourself.',
        'Why: step `resolve due` of the escalation policy `urgent` tells `responder`, `management`.',
      ].join('\n\n'),
    );
    expect(card(issue)).toContain('❌ missed 2 Nov 2026, 13:00, noticed 25 min later; still running');
    await stage.sweep();
    expect(asks(hub.issue(n))).toHaveLength(1);
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
    expect(card(issue)).toContain('| step `acknowledge due` of `urgent` | not sent: acknowledged first |');
    expect(card(issue)).toContain(
      '❌ missed 2 Nov 2026, 09:15, noticed 5 min later; stopped 2 Nov 2026, 09:20, 5 min late',
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
    expect(card(issue)).toContain(
      '| resolve | `4h` | Mon 2 Nov 2026, 13:00 UTC | ❌ missed 2 Nov 2026, 14:00, noticed 10 min later; still running |',
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
    expect(text).toContain(
      '| resolve (as P0) | `4h` | Mon 2 Nov 2026, 13:00 UTC | ❌ missed 2 Nov 2026, 13:00, noticed 1 h later |',
    );
    expect(text).toContain('| resolve | `3d` | Thu 5 Nov 2026, 09:00 UTC | running |');
    expect(text).toContain(
      'lowered from P0 to P2 by `alice`, Mon 2 Nov 2026, 14:00 UTC: `Only one customer after all.`',
    );
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
      '⚠️ Step `start` tells `responder`, which is nobody at present; so this goes to the fallback of the policy, `grace`.',
    );
    expect(report?.settled[0]?.alarms).toEqual([]);
  });

  it('and has a fallback that reaches nobody is shouted in the run', async () => {
    const { stage, hub, n } = await p0({ policy: '' });
    const report = await stage.react();
    expect(asks(hub.issue(n))[0]).toContain(
      '🚨 Step `start` tells `assignee`, which is nobody at present, and the fallback of the policy reaches nobody either.',
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
  expect(card(stage.hub.issue(n))).toContain('| Category | `network` |');
});

it('everything reads in French', async () => {
  const { stage, hub, n } = await p0({ policy: `language: fr\ntimezone: Europe/Paris\n${POLICY}` });
  hub.clock.advance(20 * MINUTE);
  await stage.sweep();
  expect(asks(hub.issue(n))[0]!.replace(/[\u00a0\u202f]/g, ' ')).toBe(
    [
      '@grace @alice @bob **P0 : prenez cet incident en compte. Écrivez `/ack`, ou assignez-vous le ticket.**',
      'L’échéance de « prise en compte » était lun. 2 nov. 2026, 10:15 Europe/Paris (09:15 UTC) ; elle est dépassée.',
      'Constaté lun. 2 nov. 2026, 10:20 Europe/Paris (09:20 UTC), 5 min après l’échéance.',
      'Envoyées en même temps, faute d’exécution entre-temps : `start` (échéance lun. 2 nov. 2026, 10:00 Europe/Paris (09:00 UTC)).',
      'Motif : l’étape `acknowledge due` de l’escalade `urgent` prévient `management`.',
    ].join('\n\n'),
  );
  expect(card(hub.issue(n))).toContain('❌ dépassé le 2 nov. 2026, 10:15, constaté 5 min plus tard');
});
