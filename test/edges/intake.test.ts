import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import type { Report } from '../../src/run/report.ts';
import { card, HOUR, mentioned, MINUTE, notices, POLICY, stageOf } from '../support/stage.ts';
import { report, SIX } from '../support/report.ts';

/* Corners in which a report or an alert could get lost, wake somebody for nothing, or be told wrong. */

const DAY = 24 * HOUR;
const start = Date.parse('2026-11-02T09:00:00Z');
const at = (minutes: number): string => new Date(start + minutes * MINUTE).toISOString();
const TEAM = { alice: 'write', bob: 'triage', grace: 'maintain', nora: 'read', nina: 'write', carol: 'write' } as const;
const OPERATED = POLICY.replace(
  '  management:',
  '  operator: [nora]\n  network-team: [nina]\n  level-3: [carol]\n  management:',
);
const stageWith = (more = '', policy = OPERATED) => stageOf({ policy: `${policy}${more}`, people: TEAM });

async function tell(stage: Stage, alert: object): Promise<Report> {
  stage.hub.as('watch').dispatch('tocsin-alert', { alert });
  const event = stage.hub.takeEvents().at(-1)!;
  const first = await stage.sweep({ event: event.name, payload: event.payload, command: 'intake' });
  await stage.sweep({ event: event.name, payload: event.payload });
  return first;
}

const SHOP = { key: 'shop', title: 'The shop is down', priority: 'P0' };
const fires = (stage: Stage, minute: number, more: object = {}) => tell(stage, { ...SHOP, at: at(minute), ...more });
const recovers = (stage: Stage, minute: number, more: object = {}) =>
  tell(stage, { ...SHOP, status: 'resolved', at: at(minute), ...more });

const pods = (count: number, from: number, to?: number) => ({
  version: '4',
  groupKey: 'g',
  status: to === undefined ? 'firing' : 'resolved',
  receiver: 'tocsin',
  groupLabels: { alertname: 'ShopDown' },
  commonLabels: { alertname: 'ShopDown', priority: 'P0' },
  commonAnnotations: { summary: 'The shop is down' },
  alerts: Array.from({ length: count }, (_, i) => ({
    status: to === undefined ? 'firing' : 'resolved',
    labels: { alertname: 'ShopDown', pod: `shop-${i}` },
    annotations: {},
    startsAt: at(from),
    endsAt: to === undefined ? '0001-01-01T00:00:00Z' : at(to),
    fingerprint: `f${i}`,
  })),
});

const all = (stage: Stage, n = 1): string => notices(stage.hub.issue(n)).join('\n');
const toldOf = (stage: Stage, n = 1): string[] => [...new Set(notices(stage.hub.issue(n)).flatMap(mentioned))];

async function idle(stage: Stage): Promise<void> {
  const { settled, failures } = await stage.sweep();
  expect(settled.flatMap(({ done }) => done.map((it) => it.do))).toEqual([]);
  expect([...failures, ...settled.flatMap((it) => it.failures)]).toEqual([]);
}

describe('an alert that must not be lost', () => {
  test('that comes back briefly does not end what people were told of and nobody has taken on', async () => {
    const stage = await stageWith('alerts: { hold: 5m }\n');
    await fires(stage, 0);
    await stage.pass(20 * MINUTE, 5 * MINUTE);
    expect(all(stage)).toContain('P0: acknowledge this incident');
    stage.hub.clock.set(start + 30 * MINUTE);
    await recovers(stage, 30);
    expect(card(stage.hub.issue(1))).toContain('· open');
    stage.hub.clock.set(start + 40 * MINUTE);
    await fires(stage, 40);
    stage.hub.clock.set(start + 42 * MINUTE);
    await recovers(stage, 42);
    expect(card(stage.hub.issue(1))).toContain('· open');
    await idle(stage);
  });

  test('that went away by itself and comes back for good has to be taken on anew, in its own time', async () => {
    for (const policy of ['alerts: { recovery: resolve }\n', 'alerts: { hold: 5m }\n']) {
      const stage = await stageWith(policy);
      await fires(stage, 0);
      stage.hub.clock.set(start + MINUTE);
      await recovers(stage, 1);
      stage.hub.clock.set(start + HOUR);
      await fires(stage, 60);
      await stage.pass(5 * MINUTE, 5 * MINUTE);
      expect(toldOf(stage), policy).toContain('alice');
      // The manager is for what nobody acknowledges within 15 minutes; one and five of them are over.
      expect(toldOf(stage), policy).not.toContain('grace');
      await stage.pass(30 * MINUTE, 5 * MINUTE);
      expect(toldOf(stage), policy).toContain('grace');
      expect(card(stage.hub.issue(1)), policy).toMatch(/\| acknowledge \|[^|]*\|[^|]*\| ❌ missed/);
      await idle(stage);
    }
  });

  test('that comes back a second time, and that nobody takes on, is escalated again', async () => {
    const stage = await stageWith('alerts: { recovery: resolve }\n');
    for (const minute of [0, 60]) {
      stage.hub.clock.set(start + minute * MINUTE);
      await fires(stage, minute);
      stage.hub.clock.advance(MINUTE);
      await recovers(stage, minute + 1);
    }
    stage.hub.clock.set(start + 2 * HOUR);
    await fires(stage, 120);
    const before = notices(stage.hub.issue(1)).length;
    await stage.pass(HOUR, 5 * MINUTE);
    const later = notices(stage.hub.issue(1)).slice(before);
    expect(later.flatMap(mentioned)).toContain('grace');
  });

  test('after a bot closed its incident as stale', async () => {
    const stage = await stageWith();
    await fires(stage, 0);
    stage.hub.clock.advance(10 * MINUTE);
    stage.hub.as('stale[bot]').close(1, 'not_planned');
    await stage.sweep();
    stage.hub.clock.advance(HOUR);
    await recovers(stage, 60);
    stage.hub.clock.advance(HOUR);
    await fires(stage, 125);
    expect(stage.hub.issues().some(({ state }) => state === 'OPEN')).toBe(true);
  });

  test('after somebody took the incident label off', async () => {
    const stage = await stageWith();
    await fires(stage, 0);
    stage.hub.clock.advance(10 * MINUTE);
    stage.hub.as('alice').unlabel(1, 'incident');
    await stage.sweep();
    stage.hub.clock.advance(HOUR);
    await recovers(stage, 60);
    stage.hub.clock.advance(HOUR);
    await fires(stage, 125);
    expect(stage.hub.issues()).toHaveLength(2);
    expect(all(stage, 2)).toContain('P0: acknowledge this incident');
  });

  test('whose incident is older than the policy looks at', async () => {
    const stage = await stageWith('enforce-from: 2026-11-02T10:00:00Z\n');
    await fires(stage, 0);
    stage.hub.clock.advance(2 * HOUR);
    await fires(stage, 120);
    expect(stage.hub.issues()).toHaveLength(2);
    expect(all(stage, 2)).toContain('P0: acknowledge this incident');
  });

  test('that began before somebody resolved its incident and was told after that', async () => {
    const stage = await stageWith();
    await tell(stage, pods(1, 0));
    stage.hub.clock.advance(30 * MINUTE);
    stage.hub.as('alice').comment(1, '/resolve restarted');
    await stage.react();
    stage.hub.clock.advance(5 * MINUTE);
    const late = pods(2, 29);
    await tell(stage, { ...late, alerts: late.alerts.slice(1) });
    const open = stage.hub
      .issues()
      .filter(({ state, labels }) => state === 'OPEN' && labels.includes('incident') && !labels.includes('resolved'));
    expect(open).not.toEqual([]);
  });

  test('when the policy shortens the time within which an incident goes on', async () => {
    const stage = await stageWith('alerts: { recovery: resolve, reopen-within: 12h }\n');
    await fires(stage, 0);
    stage.hub.clock.set(start + 30 * MINUTE);
    await recovers(stage, 30);
    stage.hub.clock.set(start + 8 * HOUR);
    await fires(stage, 480);
    expect(card(stage.hub.issue(1))).toContain('· open');
    stage.hub.commit({ '.github/tocsin.yml': `${OPERATED}alerts: { recovery: resolve }\n` });
    await stage.sweep();
    expect(card(stage.hub.issue(1))).toContain('· open');
    expect(stage.hub.issue(1).state).toBe('OPEN');
  });

  test('with a step that tells the reporter, who is no person', async () => {
    const policy = `
roles: { responder: [alice] }
fallback: grace
escalation-policies:
  urgent: [{ at: start, notify: reporter }]
  normal: [{ at: resolve due, notify: responder }]
`;
    const stage = await stageWith('', policy);
    await fires(stage, 0);
    expect(toldOf(stage)).toContain('grace');
    expect(all(stage)).not.toContain('@github-actions');
  });

  test('in a younger incident that people work on while the older is opened again', async () => {
    const stage = await stageWith();
    await fires(stage, 0);
    stage.hub.as('alice').comment(1, '/resolve done');
    await stage.react();
    stage.hub.as('alice').close(1);
    await recovers(stage, 5);
    stage.hub.clock.set(start + 6 * HOUR);
    await fires(stage, 360);
    const younger = stage.hub.issues().at(-1)!.number;
    stage.hub.as('alice').comment(younger, '/ack');
    await stage.react();
    stage.hub.clock.advance(HOUR);
    stage.hub.as('bob').reopen(1);
    await stage.react();
    expect(stage.hub.issue(younger).state).toBe('OPEN');
  });
});

describe('an alert that flaps', () => {
  test('and heals itself has nobody asked for its cause', async () => {
    const stage = await stageWith('causes: { intrinsic: [overload] }\nalerts: { hold: 5m }\n');
    await fires(stage, 0);
    stage.hub.clock.advance(2 * MINUTE);
    await recovers(stage, 2);
    await stage.pass(HOUR);
    expect(notices(stage.hub.issue(1))).toEqual([]);
  });

  test('and heals itself is not told as resolved, though a treatment at once was foreseen', async () => {
    const stage = await stageWith(
      'quick-path: 10m\nalerts: { hold: 5m }\ntriage: [{ if: { title: shop }, quick: true }]\n',
    );
    await fires(stage, 0);
    stage.hub.clock.advance(2 * MINUTE);
    await recovers(stage, 2);
    await stage.pass(HOUR);
    expect(notices(stage.hub.issue(1))).toEqual([]);
  });

  test('fifty pods at a time for a minute every half hour, and then lasts, is due when it must be', async () => {
    const stage = await stageWith('alerts: { recovery: resolve }\n');
    for (let i = 0; i < 10; i++) {
      stage.hub.clock.set(start + i * 30 * MINUTE);
      await tell(stage, pods(50, i * 30));
      stage.hub.clock.advance(MINUTE);
      await tell(stage, pods(50, i * 30, i * 30 + 1));
    }
    stage.hub.clock.set(start + 300 * MINUTE);
    await tell(stage, pods(50, 300));
    expect(card(stage.hub.issue(1))).toContain('fired 550 times');
    expect(card(stage.hub.issue(1))).toContain('reopened 10 times');
    await stage.pass(5 * HOUR);
    // Ten minutes of the four hours were over.
    expect(all(stage)).toContain('The clock `resolve` was due Mon 2 Nov 2026, 17:50 UTC and was missed.');
    await idle(stage);
  });

  test('acknowledged while it was held, it stays with who took it on', async () => {
    const stage = await stageWith('alerts: { hold: 30m }\n');
    await fires(stage, 0);
    stage.hub.clock.advance(2 * MINUTE);
    stage.hub.as('alice').comment(1, '/ack');
    await stage.react();
    stage.hub.clock.advance(2 * MINUTE);
    await recovers(stage, 4);
    expect(card(stage.hub.issue(1))).toContain('· acknowledged');
    await stage.pass(HOUR);
    await idle(stage);
  });

  test('a P0 that a person set does not wait', async () => {
    const stage = await stageWith('alerts: { hold: 12h }\n');
    await fires(stage, 0, { priority: 'P3' });
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('alice').comment(1, '/priority P0 everything is down');
    await stage.react();
    expect(all(stage)).toContain('P0: acknowledge this incident');
  });

  test('a level to which somebody hands it while it is held is told', async () => {
    const stage = await stageWith('alerts: { hold: 12h }\n');
    await fires(stage, 0);
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('alice').comment(1, '/level 3 look at the disks');
    await stage.react();
    expect(toldOf(stage)).toContain('carol');
  });
});

describe('a report', () => {
  test('of somebody entitled is read for facts: what looks like a command of the end is text', async () => {
    const stage = await stageWith();
    stage.hub.as('grace').openIssue({
      title: 'API down',
      body: report({ ...SIX, system: '/resolve and /update answer with 502' }),
      labels: ['incident', 'P0'],
    });
    await stage.react();
    expect(card(stage.hub.issue(1))).toContain('· open');
    expect(all(stage)).toContain('P0: acknowledge this incident');
  });

  test('of a P2 does not claim that people were told who were not', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: 'Slow', body: report(), labels: ['incident', 'P2'] });
    await stage.react();
    expect(toldOf(stage)).not.toContain('alice');
    expect(all(stage)).not.toContain('Told of it: `alice`');
  });

  test('whose category was set and taken off again is asked for it on a P1', async () => {
    const stage = await stageWith('categories: [{ name: network, owner: network-team }, api]\n');
    stage.hub
      .as('grace')
      .openIssue({ title: 'x', body: report({ ...SIX, category: 'network' }), labels: ['incident', 'P1'] });
    await stage.react();
    expect(stage.hub.issue(1).labels).toContain('network');
    stage.hub.clock.advance(HOUR);
    stage.hub.as('alice').unlabel(1, 'network');
    await stage.react();
    await stage.sweep();
    expect(stage.hub.issue(1).labels).not.toContain('network');
    expect(all(stage)).toContain('name the category of this incident');
  });

  test('that was on the way before receipts were sent gets none weeks later', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: 'x', body: report(), labels: ['incident', 'P2'] });
    await stage.react();
    // As a version that sent no receipts would have left it.
    for (const { body, databaseId } of stage.hub.issue(1).comments) {
      if (body.startsWith('<!-- tocsin:notice')) stage.hub.as('github-actions[bot]').deleteComment(databaseId);
      else
        stage.hub
          .as('github-actions[bot]')
          .editComment(databaseId, body.replace(/"receipt":\{[^}]*\},?/, '').replace(',}', '}'));
    }
    stage.hub.as('alice').comment(1, '/ack');
    stage.hub.clock.advance(21 * DAY);
    await stage.sweep();
    expect(card(stage.hub.issue(1))).toContain('acknowledged');
    expect(toldOf(stage)).not.toContain('rita');
  });

  test('with our own markers in its answers cannot reach into the receipt', async () => {
    const stage = await stageWith();
    const evil = '<!-- tocsin:request -->\n<!-- /tocsin:request -->\n@everybody';
    const { scope, ...five } = SIX;
    stage.hub.as('rita').openIssue({
      title: evil.replaceAll('\n', ' '),
      body: report({ ...five, customers: `x\n\`\`\`\n${evil}\n\`\`\`` }),
      labels: ['incident'],
    });
    await stage.react();
    stage.hub.as('rita').editBody(1, report({ ...five, scope, customers: `x\n\`\`\`\n${evil}\n\`\`\`` }));
    await stage.react();
    expect(all(stage)).toContain('What we still needed is there now');
    expect(toldOf(stage)).not.toContain('everybody');
    await idle(stage);
  });

  test('of an account that is gone, or of a bot, settles', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: 'x', body: 'help', labels: ['incident'] });
    await stage.react();
    stage.hub.deleteUser('rita');
    await stage.sweep();
    await idle(stage);
    stage.hub.as('scanner[bot]').openIssue({ title: 'y', body: 'help', labels: ['incident'] });
    await stage.react();
    expect(all(stage, 2)).not.toContain('@scanner');
    await idle(stage);
  });
});

describe('a cause', () => {
  test('is asked of a person, when a bot has closed the issue', async () => {
    const stage = await stageWith('causes: { intrinsic: [overload] }\n');
    stage.hub.as('rita').openIssue({ title: 'x', body: report(), labels: ['incident', 'P2'] });
    await stage.react();
    stage.hub.as('closer[bot]').close(1);
    await stage.sweep();
    expect(all(stage)).toContain('Name the cause');
    expect(all(stage)).not.toContain('@closer');
    expect(toldOf(stage)).toContain('alice');
  });

  test('a P0 that a bot has closed as completed gets its post-mortem', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: 'x', body: report(), labels: ['incident', 'P0'] });
    await stage.react();
    stage.hub.as('closer[bot]').close(1);
    const it = await stage.sweep();
    expect(it.settled.flatMap(({ failures }) => failures)).toEqual([]);
    expect(stage.hub.issues()).toHaveLength(2);
    expect(stage.hub.issue(2).assignees).not.toEqual([]);
  });
});

describe('levels', () => {
  test('an incident that is over is not handed on', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: 'x', body: report(), labels: ['incident', 'P1'] });
    await stage.react();
    stage.hub.clock.advance(10 * MINUTE);
    stage.hub.as('alice').comment(1, '/resolve done');
    await stage.react();
    const before = card(stage.hub.issue(1));
    stage.hub.clock.advance(20 * MINUTE);
    stage.hub.as('alice').comment(1, '/level 3 have a look');
    await stage.react();
    await stage.pass(3 * HOUR);
    expect(stage.hub.issue(1).labels).not.toContain('breached');
    expect(before).toContain('✅ met');
    expect(card(stage.hub.issue(1))).not.toContain('level 3 since');
    await idle(stage);
  });

  test('handed on, raised, with clocks that restart: settles, and the level has its own time', async () => {
    const stage = await stageWith('on-priority-change: restart\n');
    stage.hub.as('rita').openIssue({ title: 'x', body: report(), labels: ['incident', 'P1'] });
    await stage.react();
    stage.hub.clock.advance(5 * MINUTE);
    stage.hub.as('alice').comment(1, '/ack');
    stage.hub.clock.advance(5 * MINUTE);
    stage.hub.as('alice').comment(1, '/level 3 the disks');
    stage.hub.clock.advance(5 * MINUTE);
    stage.hub.as('alice').comment(1, '/priority P0 all of them');
    await stage.react();
    await idle(stage);
    expect(stage.hub.issue(1).labels).not.toContain('breached');
    await stage.pass(HOUR, 5 * MINUTE);
    expect(all(stage)).toContain('was due Mon 2 Nov 2026, 09:30 UTC and was missed');
    await idle(stage);
  });
});

describe('a request for assistance', () => {
  const ASSISTANCE = 'assistance: { acknowledge: 1h, escalation: normal }\n';

  test('that came in as an incident is not left with the request for a priority', async () => {
    const stage = await stageWith(ASSISTANCE);
    stage.hub.as('rita').openIssue({ title: 'x', body: report(), labels: ['incident'] });
    await stage.react();
    stage.hub.clock.advance(HOUR);
    stage.hub.as('bob').label(1, 'assistance');
    await stage.react();
    expect(stage.hub.issue(1).labels).not.toContain('needs-assessment');
  });

  test('stays one when somebody takes the request for a priority off', async () => {
    const stage = await stageWith(ASSISTANCE);
    stage.hub.as('rita').openIssue({ title: 'x', body: report(), labels: ['incident'] });
    await stage.react();
    stage.hub.clock.advance(HOUR);
    stage.hub.as('bob').label(1, 'assistance');
    await stage.react();
    if (stage.hub.issue(1).labels.includes('needs-assessment')) stage.hub.as('bob').unlabel(1, 'needs-assessment');
    await stage.react();
    await stage.sweep();
    expect(stage.hub.issue(1).labels).toContain('assistance');
  });
});

describe('the quick path', () => {
  const QUICK = 'quick-path: 10m\ntriage: [{ if: { title: password reset }, quick: true }]\n';

  test('a P0 does not wait, though a bot set its priority', async () => {
    const stage = await stageWith(QUICK);
    stage.hub.as('rita').openIssue({ title: 'Password reset broken', body: report(), labels: ['incident'] });
    await stage.react();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('watch[bot]').label(1, 'P0');
    await stage.sweep();
    expect(all(stage)).toContain('P0: acknowledge this incident');
  });

  test('an alert of P0 does not wait for a rule of small things', async () => {
    const stage = await stageWith(QUICK);
    await fires(stage, 0, { title: 'Password reset is down' });
    expect(all(stage)).toContain('P0: acknowledge this incident');
  });
});
