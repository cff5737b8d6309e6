import { describe, expect, it } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { report } from '../support/report.ts';
import { clockRow } from '../support/card.ts';
import { asks, card, HOUR, MINUTE, PEOPLE, POLICY, stageOf } from '../support/stage.ts';

/* What the settings of the repository change: labels that are renamed, recoloured or deleted while incidents run. */

const CATEGORIES = `categories:
  - { name: network, owner: responder, subcategories: [dns] }
  - { name: breach, owner: management, confidential: true }
`;

async function running(
  labels: readonly string[],
  language = 'en',
  more = '',
  only?: readonly string[],
): Promise<Stage> {
  const stage = await stageOf({ policy: `language: ${language}\n${POLICY}${CATEGORIES}${more}`, people: PEOPLE });
  stage.hub.as('alice').openIssue({ title: 'Down', labels: [...(only ?? ['incident', ...labels])] });
  await stage.react();
  stage.hub.clock.advance(5 * MINUTE);
  await stage.sweep();
  return stage;
}

const acts = {
  renamed: (stage: Stage, label: string) => {
    stage.hub.renameLabel(label, `${label} (old)`);
  },
  deleted: (stage: Stage, label: string) => {
    stage.hub.deleteLabel(label);
  },
};

describe.each(['renamed', 'deleted'] as const)('a label that is %s', (how) => {
  it('does not demote a running P0, and the run says what to mend', async () => {
    const stage = await running(['P0']);
    const { hub } = stage;
    const before = asks(hub.issue(1)).length;
    acts[how](stage, 'P0');
    hub.clock.advance(MINUTE);
    const report = await stage.sweep();
    expect(card(hub.issue(1))).toMatch(/^## 🔴 P0/);
    expect(asks(hub.issue(1))).toHaveLength(before);
    expect(report.advice.join()).toContain('The label `P0` is gone from #1');
    const { priority } = report.settled[0]!.situation.incident;
    expect(priority).toMatchObject({ current: 'P0', assessed: true });
    expect(priority.periods).toHaveLength(1);
    expect(hub.issue(1).labels).toContain('P0');
    expect((await stage.sweep()).advice).toEqual([]);
    // Its deadlines go on from when it began.
    hub.clock.advance(HOUR);
    await stage.sweep();
    expect(clockRow(card(hub.issue(1)), 'Acknowledge')).toMatch(/^❌ 09:15 \(within 15 min\) · missed/);
    expect(asks(hub.issue(1)).length).toBeGreaterThan(before);
  });

  it('gives way to a priority that somebody sets afterwards', async () => {
    const stage = await running(['P0']);
    const { hub } = stage;
    acts[how](stage, 'P0');
    await stage.sweep();
    hub.clock.advance(MINUTE);
    hub.as('alice').comment(1, '/priority P2 only the test shop');
    await stage.react();
    const report = await stage.sweep();
    expect(card(hub.issue(1))).toMatch(/^## 🟡 P2/);
    expect(report.advice.join()).not.toContain('is gone');
  });

  it('leaves a confidential incident confidential', async () => {
    const stage = await running(['P1', 'breach']);
    acts[how](stage, 'breach');
    stage.hub.clock.advance(MINUTE);
    const report = await stage.sweep();
    expect(report.settled[0]!.situation.incident.category).toMatchObject({ confidential: true });
    expect(report.advice.join()).toContain('`breach`');
    expect(stage.hub.issue(1).labels).toContain('breach');
  });

  it('leaves an incident resolved that only the label said was', { tags: 'slow' }, async () => {
    const stage = await running(['P0']);
    const { hub } = stage;
    hub.as('alice').label(1, 'resolved');
    await stage.react();
    const before = asks(hub.issue(1)).length;
    acts[how](stage, 'resolved');
    hub.clock.advance(6 * HOUR);
    const report = await stage.sweep();
    const { resolution } = report.settled[0]!.situation.incident;
    expect(resolution.resolved).toMatchObject({ at: hub.clock.now() - 6 * HOUR, how: 'label' });
    // Of a label that was renamed, GitHub does not tell any more who had set it.
    expect(resolution.resolved!.by).toBe(how === 'renamed' ? null : 'alice');
    expect(card(hub.issue(1))).toMatch(/^## ✅ /m);
    expect(asks(hub.issue(1)).slice(before).join()).not.toMatch(/not acknowledged|late|missed/);
    expect(report.advice.join()).toContain('The label `resolved` is gone from #1');
    expect(hub.issue(1).labels).toContain('resolved');
    await stage.sweep();
    hub.as('alice').unlabel(1, 'resolved');
    await stage.react();
    expect(card(hub.issue(1))).toMatch(/^## 🔴 P0/m);
  });

  it('leaves the end of the harm and the pause where they were', { tags: 'slow' }, async () => {
    const stage = await running(['P1'], 'en', 'pauses: { "on hold": [resolve] }\n');
    const { hub } = stage;
    for (const label of ['mitigated', 'on hold']) hub.as('alice').label(1, label);
    await stage.react();
    const at = hub.clock.now();
    for (const label of ['mitigated', 'on hold']) acts[how](stage, label);
    hub.clock.advance(12 * HOUR);
    const report = await stage.sweep();
    const { incident, clocks } = report.settled[0]!.situation;
    expect(incident.mitigation.mitigated).toMatchObject({ at });
    expect(clocks.current.find(({ name }) => name === 'resolve')).toMatchObject({ state: 'paused' });
    expect(hub.issue(1).labels).toEqual(expect.arrayContaining(['mitigated', 'on hold']));
    await stage.sweep();
    hub.as('alice').unlabel(1, 'on hold');
    await stage.react();
    const next = await stage.sweep();
    expect(next.settled[0]!.situation.clocks.current.find(({ name }) => name === 'resolve')!.state).toBe('running');
  });

  it('leaves a request for assistance what it is', async () => {
    const stage = await running([], 'en', 'assistance: { label: help, resolve: 3d }\n', ['help']);
    acts[how](stage, 'help');
    stage.hub.clock.advance(MINUTE);
    const before = asks(stage.hub.issue(1)).length;
    const report = await stage.sweep();
    expect(report.settled[0]!.situation.incident.kind).toBe('assistance');
    expect(stage.hub.issue(1).labels).toContain('help');
    expect(stage.hub.issue(1).labels).not.toContain('needs-assessment');
    expect(asks(stage.hub.issue(1))).toHaveLength(before);
    await stage.sweep();
    stage.hub.as('alice').comment(1, '/priority P1 it is down');
    await stage.react();
    expect(stage.hub.issue(1).labels).not.toContain('help');
  });

  it('that follows what was said otherwise says nothing of its own', async () => {
    const stage = await running(['P0']);
    const { hub } = stage;
    hub.as('alice').comment(1, '/resolve rolled back');
    await stage.react();
    acts[how](stage, 'resolved');
    const report = await stage.sweep();
    expect(report.settled[0]!.situation.incident.resolution.resolved).toMatchObject({ by: 'alice', how: 'command' });
    expect(hub.issue(1).labels).toContain('resolved');
  });

  it('of a closed incident is no matter', { tags: 'slow' }, async () => {
    const stage = await running(['P0']);
    stage.hub.as('alice').comment(1, '/resolve rolled back');
    await stage.react();
    stage.hub.as('alice').close(1);
    await stage.react();
    acts[how](stage, 'P0');
    const report = await stage.sweep();
    expect(report.advice.join()).not.toContain('is gone');
    expect(stage.hub.issue(1).state).toBe('CLOSED');
  });
});

it('a label whose new name the policy has is that priority', async () => {
  const stage = await running(['P0']);
  acts.renamed(stage, 'P0');
  stage.hub.commit({
    '.github/tocsin.yml': `${POLICY}${CATEGORIES}priorities:\n  P0: { label: P0 (old), acknowledge: 15m, resolve: 4h, escalation: urgent }\n  P2: { acknowledge: 4h, resolve: 3d, escalation: normal }\n`,
  });
  const report = await stage.sweep();
  expect(card(stage.hub.issue(1))).toMatch(/^## 🔴 P0/);
  expect(report.advice.join()).not.toContain('is gone');
});

it('a label that somebody takes off is off', async () => {
  const stage = await running(['P0']);
  stage.hub.as('alice').unlabel(1, 'P0');
  const report = await stage.sweep();
  expect(report.settled[0]!.situation.incident.priority).toMatchObject({ current: 'P3', assessed: false });
  expect(report.advice.join()).not.toContain('is gone');
});

it('is said in French', async () => {
  const stage = await running(['P0'], 'fr');
  acts.deleted(stage, 'P0');
  expect((await stage.sweep()).advice.join()).toContain('L’étiquette `P0` a disparu de #1');
});

describe('a label that a run sets', () => {
  it('is not taken for one that is gone', async () => {
    const triage = `${CATEGORIES}triage:
  - { if: { impact: all access lost }, priority: P0, category: network, apply: true }
`;
    const stage = await stageOf({ policy: POLICY + triage, people: PEOPLE });
    const { hub } = stage;
    hub.as('alice').openIssue({ title: 'Down', labels: ['incident'], body: report() });
    expect((await stage.react())!.advice).toEqual([]);
    expect(hub.issue(1).labels).toEqual(expect.arrayContaining(['P0', 'network']));
    hub.as('alice').openIssue({ title: 'Slow', labels: ['incident'] });
    await stage.react();
    hub.as('alice').comment(2, '/priority P1\n/category network/dns');
    expect((await stage.react())!.advice).toEqual([]);
    expect(hub.issue(2).labels).toContain('P1');
  });
});
