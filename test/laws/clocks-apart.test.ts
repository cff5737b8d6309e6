// @module-tag slow

import { Octokit } from '@octokit/rest';
import { describe, expect, test } from 'vitest';
import { connect } from '../../src/github/adapter.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { recorder } from '../support/pager.ts';
import { asks, HOUR, MINUTE, stageOf, told } from '../support/stage.ts';

/*
 * The machine that runs the Action has a clock of its own, and time goes by between a decision and GitHub's stamp on what came of it.
 * Whatever these are, everybody hears what they hear where all clocks agree and nothing takes time: no sooner, later, or again.
 */

const TEAM = `
roles: { responder: [alice, bob], management: [grace], network: [nora] }
fallback: grace
notifiers: { duty: { type: pagerduty, key: PD_KEY, for: [P0, P1] } }
priorities:
  P0: { escalation: urgent, acknowledge: 15m, resolve: 2h }
  P1: { escalation: normal, acknowledge: 15m, resolve: 4h }
`;

interface Story {
  readonly policy: string;
  readonly play: (stage: Stage) => Promise<void>;
}

const STORIES: Readonly<Record<string, Story>> = {
  'a P0 that triage sets, with the owner of its category': {
    policy: `${TEAM}
escalation-policies: { urgent: [{ at: start, notify: responder }], normal: [{ at: start, notify: responder }] }
categories: [{ name: network, owner: network }]
triage: [{ if: { impact: all access lost }, priority: P0, category: network, apply: true }]
`,
    play: async (stage) => {
      const body = '### Type of impact\n\nall access lost\n';
      stage.hub.as('alice').openIssue({ title: 'Down', body, labels: ['incident'] });
      await stage.react();
      stage.hub.clock.advance(5 * MINUTE);
      await stage.sweep();
    },
  },
  'a step that raises the priority': {
    policy: `${TEAM}
escalation-policies:
  urgent: [{ at: start, notify: responder }]
  normal: [{ at: acknowledge due, notify: management, raise: P0 }]
`,
    play: async (stage) => {
      stage.hub.as('grace').openIssue({ title: 'Down', labels: ['incident', 'P1'] });
      await stage.react();
      stage.hub.clock.advance(HOUR);
      await stage.sweep();
      stage.hub.clock.advance(5 * MINUTE);
      await stage.sweep();
    },
  },
  'an alert that heals, and fires again after that': {
    policy: `${TEAM}
escalation-policies: { urgent: [{ at: start, notify: responder }], normal: [{ at: start, notify: responder }] }
alerts: { reopen-within: 24h }
`,
    play: async (stage) => {
      const alert = { key: 'disk-7', title: 'Disk full', priority: 'P0' };
      for (const status of ['firing', 'resolved', 'firing']) {
        stage.hub.as('alice').dispatch('tocsin-alert', { ...alert, status });
        await stage.react({ command: 'intake' });
        await stage.sweep();
        stage.hub.clock.advance(20 * MINUTE);
        await stage.sweep();
      }
    },
  },
};

/** The people and pages of a story, in order; a deadline counts from GitHub's stamp, whose hour is no matter here. */
async function heard({ policy, play }: Story, clocks: { skew?: number; latency?: number }): Promise<object> {
  const { pager, pages } = recorder();
  const stage = await stageOf({ policy, pager, ...clocks });
  await play(stage);
  const issue = stage.hub.issue(1);
  return {
    told: told(issue),
    asks: asks(issue).map((it) => it.split('\n', 1)[0]!.replace(/ before \d\d:\d\d UTC/, ' before …')),
    pages: pages.map(({ action }) => action),
    labels: issue.labels,
    state: issue.state,
  };
}

test('a reading of several pages is as old as its first answer', async () => {
  const stage = await stageOf({ latency: 10_000 });
  const { hub } = stage;
  for (let i = 0; i < 101; i += 1) hub.as('grace').openIssue({ title: 'Down', labels: ['incident', 'P3'] });
  const octokit = new Octokit({ auth: 'test-token', baseUrl: hub.url, request: { fetch: hub.fetch } });
  const access = { octokit, owner: 'acme', name: 'shop', accounts: [], sleep: () => Promise.resolve() };
  const start = hub.clock.now();
  const { now, issues } = await connect(access, 0).read({
    workflowPath: null,
    policyPath: '.github/tocsin.yml',
    incidentLabel: 'incident',
    subject: null,
    everything: true,
    touchedSince: start,
    closedSince: start,
    postIncidentLabels: [],
  });
  expect(issues).toHaveLength(101);
  expect(now).toBe(start + 10_000);
  expect(hub.clock.now()).toBeGreaterThan(start + 10_000);
});

describe.each(Object.entries(STORIES))('%s', (_, story) => {
  test.each([
    ['the machine is late by two minutes', { skew: -2 * MINUTE }],
    ['the machine is late by a fraction of a second', { skew: -175 }],
    ['the machine is ahead by 90 seconds', { skew: 90_500 }],
    ['each request takes a second', { latency: 1_000 }],
    ['each request takes ten seconds, and the machine is ahead', { latency: 10_000, skew: 3 * MINUTE }],
    ['each request takes half a minute', { latency: 30_000 }],
  ])('tells the same people the same if %s', async (_name, clocks) => {
    const undisturbed = await heard(story, {});
    expect(undisturbed).toMatchObject({
      told: expect.arrayContaining([expect.arrayContaining(['alice'])]) as unknown,
    });
    expect(await heard(story, clocks)).toEqual(undisturbed);
  });
});
