import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { renderLog, renderSummary } from '../../src/run/render.ts';
import type { Report } from '../../src/run/report.ts';
import { card, HOUR, mentioned, MINUTE, notices, POLICY, stageOf, told } from '../support/stage.ts';
import { report, SIX } from '../support/report.ts';

/* Ways in which something confidential could be repeated, or told to others than its own responders. */

const DAY = 24 * HOUR;
const SECRET = 'hunter2';
const TEAM = { alice: 'write', bob: 'triage', grace: 'maintain', nora: 'read', nina: 'write', sam: 'write' } as const;
const CATEGORIES = `${POLICY.replace('  management:', '  network-team: [nina]\n  security-team: [sam]\n  operator: [nora]\n  management:')}
categories:
  - { name: network, owner: network-team }
  - { name: security, owner: security-team, confidential: true }
`;
const stageWith = (policy = CATEGORIES) => stageOf({ policy, people: TEAM });

/** Everything that the Action wrote and that can still be read, with the marks. */
function written(stage: Stage): string {
  return stage.hub
    .issues()
    .flatMap(({ author, body, title, comments }) => [
      ...(author?.endsWith('[bot]') ? [title, body] : []),
      ...comments.filter((it) => it.author?.endsWith('[bot]')).map((it) => it.body),
    ])
    .join('\n');
}

const spoken = (it: Report): string => `${renderLog(it)}\n${renderSummary(it)}`;
const spokenTo = (stage: Stage, n: number): string[] => [...new Set(notices(stage.hub.issue(n)).flatMap(mentioned))];

/** What a monitoring system tells, and the two jobs of the workflow that follow; gives what the first of them reports. */
async function tell(stage: Stage, alert: object): Promise<Report> {
  stage.hub.as('watch').dispatch('tocsin-alert', { alert });
  const event = stage.hub.takeEvents().at(-1)!;
  const first = await stage.sweep({ event: event.name, payload: event.payload, command: 'intake' });
  await stage.sweep({ event: event.name, payload: event.payload });
  return first;
}

async function idle(stage: Stage): Promise<void> {
  const { settled } = await stage.sweep();
  expect(settled.flatMap(({ done }) => done.map((it) => it.do))).toEqual([]);
  expect(settled.flatMap(({ failures }) => failures)).toEqual([]);
}

describe('nothing of it is repeated', () => {
  test('in the log, the summary and the outputs of the run that files its alert', async () => {
    const stage = await stageWith();
    const alert = {
      key: `login/${SECRET}`,
      title: `Leaked ${SECRET}`,
      category: 'security',
      at: '2026-11-02T08:59:00Z',
    };
    const first = await tell(stage, alert);
    expect(first.filed.map(({ what }) => what).join()).not.toContain(SECRET);
    expect(spoken(first)).not.toContain(SECRET);
    const second = await tell(stage, { ...alert, at: '2026-11-02T09:00:00Z' });
    expect(spoken(second)).not.toContain(SECRET);
  });

  test('in the record, where a command was given with something that it does not take', async () => {
    for (const said of [
      `/cause ${SECRET}`,
      `/category ${SECRET}`,
      `/impact ${SECRET}`,
      `/priority ${SECRET} x`,
      `/level ${SECRET}`,
    ]) {
      const stage = await stageWith();
      stage.hub.as('rita').openIssue({ title: SECRET, body: report(), labels: ['incident', 'P1', 'security'] });
      await stage.react();
      stage.hub.as('sam').comment(1, said);
      await stage.react();
      expect(written(stage), said).not.toContain(SECRET);
    }
  });

  test('in the answer to a command that there is not', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: SECRET, body: report(), labels: ['incident', 'P1', 'security'] });
    await stage.react();
    stage.hub.as('sam').comment(1, '/leak-of-root-key in the build');
    await stage.react();
    expect(written(stage)).not.toContain('root-key');
  });

  test('in the notice of the level on which its source lands', async () => {
    const stage = await stageWith(`${CATEGORIES}sources:\n  whistle-blower: { level: 3 }\n`);
    stage.hub.as('grace').openIssue({
      title: SECRET,
      body: report({ ...SIX, category: 'security', source: 'whistle-blower' }),
      labels: ['incident'],
    });
    await stage.react();
    expect(written(stage)).not.toContain('whistle-blower');
  });

  test('after a label of another category came and went while it was on', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: 'x', body: report({ ...SIX, scope: SECRET }), labels: ['incident', 'P1'] });
    stage.hub.as('sam').comment(1, '/category security');
    await stage.react();
    expect(written(stage)).not.toContain(SECRET);
    stage.hub.clock.advance(HOUR);
    stage.hub.as('bob').label(1, 'network');
    stage.hub.as('bob').unlabel(1, 'network');
    await stage.react();
    expect(stage.hub.issue(1).labels).toContain('security');
    expect(written(stage)).not.toContain(SECRET);
    await idle(stage);
  });

  test('when it is opened with the label of another category too', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({
      title: 'x',
      body: report({ ...SIX, scope: SECRET }),
      labels: ['incident', 'P1', 'security', 'network'],
    });
    await stage.react();
    expect(written(stage)).not.toContain(SECRET);
    expect(stage.hub.issue(1).labels).toContain('security');
  });

  test('in a comment of ours that somebody has edited', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: 'x', body: report({ ...SIX, scope: SECRET }), labels: ['incident', 'P1'] });
    await stage.react();
    const [receipt] = stage.hub.issue(1).comments.filter(({ body }) => body.startsWith('<!-- tocsin:notice'));
    stage.hub.as('grace').editComment(receipt!.databaseId, `${receipt!.body}\n\n(seen)`);
    stage.hub.as('sam').comment(1, '/category security');
    await stage.react();
    await stage.sweep();
    expect(written(stage)).not.toContain(SECRET);
  });
});

describe('only its own responders are told', () => {
  test('when nobody acknowledges it, though the fallback is a login', async () => {
    const stage = await stageWith(CATEGORIES.replaceAll('notify: management', 'notify: fallback'));
    stage.hub.as('rita').openIssue({ title: SECRET, body: report(), labels: ['incident', 'P0', 'security'] });
    await stage.react();
    await stage.pass(HOUR);
    expect(spokenTo(stage, 1).toSorted()).toEqual(['rita', 'sam']);
  });

  test('when it is reopened while somebody else is assigned', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: 'x', body: report(), labels: ['incident', 'P1'] });
    stage.hub.as('alice').assign(1, 'alice');
    stage.hub.as('sam').comment(1, '/category security');
    await stage.react();
    stage.hub.as('sam').comment(1, '/resolve done');
    await stage.react();
    stage.hub.clock.advance(HOUR);
    stage.hub.as('sam').unlabel(1, 'resolved');
    await stage.react();
    expect(spokenTo(stage, 1)).not.toContain('alice');
    expect(spokenTo(stage, 1)).toContain('sam');
  });

  test('and a comment of somebody else does not stop them from being told', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: SECRET, body: report(), labels: ['incident', 'P0', 'security'] });
    await stage.react();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('alice').comment(1, 'Please do not discuss this here.');
    await stage.react();
    expect(card(stage.hub.issue(1))).toContain('· open');
  });

  test('who are not woken for an alert that goes away within its time', async () => {
    const stage = await stageWith(`${CATEGORIES}alerts: { hold: 5m }\n`);
    const alert = { key: 'login', title: 'Logins', category: 'security', priority: 'P0' };
    await tell(stage, { ...alert, at: '2026-11-02T09:00:00Z' });
    stage.hub.clock.advance(2 * MINUTE);
    await tell(stage, { ...alert, status: 'resolved', at: '2026-11-02T09:02:00Z' });
    await stage.pass(HOUR);
    expect(notices(stage.hub.issue(1))).toEqual([]);
  });
});

describe('recognised after its resolution', () => {
  const resolved = async (policy?: string): Promise<Stage> => {
    const stage = await stageWith(policy);
    stage.hub.as('rita').openIssue({ title: 'x', body: report({ ...SIX, scope: SECRET }), labels: ['incident', 'P0'] });
    await stage.react();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('alice').comment(1, '/resolve rolled back');
    await stage.react();
    stage.hub.clock.advance(HOUR);
    stage.hub.as('alice').comment(1, '/category security');
    await stage.react();
    return stage;
  };

  test('its responders are told that the post-mortem which was opened holds its details', async () => {
    const stage = await resolved();
    expect(stage.hub.issue(2).body).toContain(SECRET);
    expect(notices(stage.hub.issue(1)).join()).toMatch(/@sam [^]*post-mortem #2/);
    await idle(stage);
  });

  test('repeats nothing in its comments, and the sweeps that follow are idle', async () => {
    const stage = await resolved();
    expect(
      stage.hub
        .issue(1)
        .comments.filter(({ author }) => author?.endsWith('[bot]'))
        .map(({ body }) => body)
        .join(),
    ).not.toContain(SECRET);
    await idle(stage);
  });
});

describe('its clocks', () => {
  test('no draft is asked for of a post-mortem that it does not get', async () => {
    const policy = CATEGORIES.replace('  normal:', '    - { at: post-mortem due, notify: responder }\n  normal:');
    const stage = await stageWith(policy);
    stage.hub.as('rita').openIssue({ title: 'x', body: report(), labels: ['incident', 'P0', 'security'] });
    await stage.react();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('sam').comment(1, '/resolve done');
    await stage.react();
    await stage.pass(7 * DAY, 12 * HOUR);
    expect(notices(stage.hub.issue(1)).join()).not.toContain('draft of the post-mortem is needed');
    expect(card(stage.hub.issue(1))).not.toContain('post-mortem draft');
  });
});

describe('in combinations', () => {
  test('a confidential request for assistance repeats nothing and settles', async () => {
    const stage = await stageWith(`${CATEGORIES}assistance: { acknowledge: 1h, escalation: normal }\n`);
    stage.hub.as('rita').openIssue({ title: SECRET, body: report({ ...SIX, scope: SECRET }), labels: ['assistance'] });
    await stage.react();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('sam').comment(1, '/category security');
    await stage.react();
    await idle(stage);
    await stage.pass(2 * HOUR);
    expect(written(stage)).not.toContain(SECRET);
    expect(told(stage.hub.issue(1)).flat()).not.toContain('alice');
    await idle(stage);
  });

  test('a label set by a bot counts', async () => {
    const stage = await stageWith();
    stage.hub
      .as('rita')
      .openIssue({ title: 'x', body: report({ ...SIX, scope: SECRET }), labels: ['incident', 'P1', 'network'] });
    await stage.react();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('scanner[bot]').label(1, 'security');
    await stage.sweep();
    expect(written(stage)).not.toContain(SECRET);
    await idle(stage);
  });

  test('a label that another workflow sets with the same account counts', async () => {
    const stage = await stageWith();
    stage.hub
      .as('rita')
      .openIssue({ title: 'x', body: report({ ...SIX, scope: SECRET }), labels: ['incident', 'P1', 'network'] });
    await stage.react();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('github-actions[bot]').label(1, 'security');
    await stage.sweep();
    expect(stage.hub.issue(1).labels).toContain('security');
    expect(written(stage)).not.toContain(SECRET);
  });

  test('taken off and set again, it is written anew each time and settles', async () => {
    const stage = await stageWith();
    stage.hub
      .as('rita')
      .openIssue({ title: 'x', body: report({ ...SIX, scope: SECRET }), labels: ['incident', 'P1', 'security'] });
    await stage.react();
    for (let i = 0; i < 2; i++) {
      stage.hub.clock.advance(MINUTE);
      stage.hub.as('sam').unlabel(1, 'security');
      await stage.react();
      await idle(stage);
      stage.hub.clock.advance(MINUTE);
      stage.hub.as('sam').label(1, 'security');
      await stage.react();
      expect(written(stage)).not.toContain(SECRET);
      await idle(stage);
    }
  });

  test('facts that arrive as it is reclassified fail nothing', async () => {
    const stage = await stageWith();
    const { scope, ...five } = SIX;
    stage.hub
      .as('rita')
      .openIssue({ title: 'x', body: report({ ...five, impact: SECRET }), labels: ['incident', 'P1'] });
    await stage.react();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('rita').editBody(1, report({ ...five, scope, impact: SECRET }));
    stage.hub.as('sam').comment(1, '/category security');
    const it = await stage.react();
    expect(it!.settled.flatMap(({ failures }) => failures)).toEqual([]);
    expect(written(stage)).not.toContain(SECRET);
    await idle(stage);
  });

  test('a dry run of a late reclassification settles and writes nothing', async () => {
    const stage = await stageWith();
    stage.hub
      .as('rita')
      .openIssue({ title: 'x', body: report({ ...SIX, impact: SECRET }), labels: ['incident', 'P1'] });
    await stage.react();
    stage.hub.as('sam').comment(1, '/category security');
    const before = JSON.stringify(stage.hub.snapshot());
    const it = await stage.sweep({ dryRun: true });
    expect(it.settled.flatMap(({ failures }) => failures)).toEqual([]);
    expect(JSON.stringify(stage.hub.snapshot())).toBe(before);
    expect(spoken(it)).not.toContain(SECRET);
  });

  test('what is confidential no longer shows what was said, not a dot', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: 'x', body: report(), labels: ['incident', 'P2', 'security'] });
    await stage.react();
    stage.hub.as('sam').comment(1, '/resolve a false alarm');
    await stage.react();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('sam').comment(1, '/category network');
    await stage.react();
    expect(card(stage.hub.issue(1))).toContain('`a false alarm`');
  });
});
