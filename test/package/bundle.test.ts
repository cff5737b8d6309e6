// @module-tag slow

import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { OUTPUTS } from '../../src/run/inputs.ts';
import { startGitHub } from '../../src/rehearsal/github/server.ts';
import type { EmbeddedGitHub, GitHubOptions } from '../../src/rehearsal/github/embedded.ts';
import { runBundle, TOKEN, type Ended } from './process.ts';

const PATH = '.github/tocsin.yml';
const POLICY = `roles:
  responder: [alice]
fallback: grace
escalation-policies:
  urgent:
    - { at: start, notify: responder }
  normal:
    - { at: acknowledge due, notify: responder }
`;
const BROKEN = POLICY.replace('fallback', 'falback');

/** The story for which there is a test: a repository with a policy and people, and then what the test does with it. */
async function onHub<T>(options: GitHubOptions, play: (hub: EmbeddedGitHub) => Promise<T>): Promise<T> {
  const people = { alice: 'write', grace: 'maintain', rita: 'read' } as const;
  // The bundle reads the real clock, so the embedded GitHub must stand where that is.
  const hub = await startGitHub({ people, files: { [PATH]: POLICY }, start: Date.now(), ...options });
  try {
    return await play(hub);
  } finally {
    await hub.close();
  }
}

/** The checkout is down: an open P0. */
function openIncident(hub: EmbeddedGitHub): number {
  const issue = hub.as('rita').openIssue({ title: 'The checkout is down', labels: ['incident'] });
  hub.as('grace').label(issue, 'P0');
  return issue;
}

/** A run for the newest event. */
function react(hub: EmbeddedGitHub, inputs: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const { name: event, payload } = hub.takeEvents().at(-1)!;
  return runBundle(hub, { event, payload, inputs });
}

const mutations = (hub: EmbeddedGitHub): number => hub.requests.flatMap((it) => it.mutations).length;
const actionsOf = ({ outputs }: Ended): { issue: number; do: string }[] =>
  JSON.parse(outputs.actions!) as { issue: number; do: string }[];
const bodies = (hub: EmbeddedGitHub, issue: number): string[] => hub.issue(issue).comments.map(({ body }) => body);
const everything = ({ log, summary, outputs }: Ended): string => [log, summary, ...Object.values(outputs)].join('\n');

// Each starts a process, so they run at the same time.
describe.concurrent('the bundle, as the runner starts it', () => {
  it('asks the doctor, who is in a file of its own', () =>
    onHub({}, async (hub) => {
      const { summary, outputs } = await runBundle(hub, { inputs: { command: 'doctor' } });
      expect(summary).toContain('## What Tocsin needs in `acme/shop`');
      const checks = JSON.parse(outputs.checks!) as { check: string; result: string; what: string }[];
      expect(checks).toContainEqual(expect.objectContaining({ check: 'permissions', result: 'ok' }));
      expect(checks.find(({ check }) => check === 'workflow')).toMatchObject({ result: 'fail' });
    }));

  it('opens the card of a P0, tells the responder, and finds nothing to do the second time', () =>
    onHub({}, async (hub) => {
      const issue = openIncident(hub);
      const first = await react(hub);
      expect(first.log).not.toContain('::error');
      expect(first.code).toBe(0);
      const [notice, card] = bodies(hub, issue).sort(
        (a, b) => Number(b.includes('@alice')) - Number(a.includes('@alice')),
      );
      expect(notice).toContain('@alice');
      expect(card).toContain('## 🔴 P0 Critical');
      expect(hub.issue(issue).comments).toHaveLength(3);
      expect(new Set(actionsOf(first).map((it) => it.do))).toEqual(new Set(['comment', 'write-card', 'add-labels']));
      expect(actionsOf(first).filter((it) => it.do === 'comment')).toMatchObject([
        { keys: ['urgent:start'] },
        { keys: ['receipt'] },
      ]);
      expect(Object.keys(first.outputs)).toEqual(Object.keys(OUTPUTS));
      expect(JSON.parse(first.outputs.incidents!)).toMatchObject([{ issue, priority: 'P0', status: 'open' }]);
      expect(JSON.parse(first.outputs.failures!)).toEqual([]);
      expect(first.summary).toContain(`- **#${issue}** The checkout is down · P0`);
      expect(everything(first)).not.toContain(TOKEN);

      const written = mutations(hub);
      hub.requests.length = 0;
      const second = await runBundle(hub);
      expect(second.code).toBe(0);
      expect(actionsOf(second)).toEqual([]);
      expect(hub.requests).toHaveLength(1);
      expect(mutations(hub)).toBe(0);
      expect(written).toBeGreaterThan(0);
      expect(hub.unimplemented).toEqual([]);
    }));

  it('shows in a dry run what it would do, and writes nothing', () =>
    onHub({}, async (hub) => {
      const issue = openIncident(hub);
      const before = hub.snapshot();
      const run = await react(hub, { 'dry-run': 'true' });
      expect(run.code).toBe(0);
      expect(
        actionsOf(run)
          .filter((it) => it.issue === issue)
          .map((it) => it.do),
      ).toContain('comment');
      expect(run.summary).toContain(`- **#${issue}** The checkout is down · P0`);
      expect(hub.snapshot()).toEqual(before);
      expect(mutations(hub)).toBe(0);
    }));

  it('goes on with the last good policy when the file is broken, and is red with the place of the fault', () =>
    onHub({}, async (hub) => {
      const good = hub.commit({ [PATH]: `${POLICY}# good\n` });
      hub.commit({ [PATH]: BROKEN });
      const issue = openIncident(hub);
      const run = await react(hub);
      expect(run.code).toBe(1);
      expect(run.log).toMatch(/^::error title=Policy,file=\.github\/tocsin\.yml,line=3,col=1::.*falback.*fallback/m);
      expect(run.log).toContain(good.slice(0, 10));
      expect(run.summary).toContain(good.slice(0, 10));
      expect(bodies(hub, issue).filter((body) => body.includes('@alice'))).toHaveLength(1);
    }));

  it('names the permission that the token lacks, and the line to add', () =>
    onHub(
      { tokens: { [TOKEN]: { login: 'github-actions[bot]', permissions: { contents: 'read', issues: 'read' } } } },
      async (hub) => {
        const issue = openIncident(hub);
        const run = await react(hub);
        expect(run.code).toBe(1);
        expect(run.log).toContain('issues: write');
        expect(run.summary).toContain('issues: write');
        expect(bodies(hub, issue)).toEqual([]);
        expect(everything(run)).not.toContain(TOKEN);
      },
    ));

  it('says that GitHub does not accept the token, and does not print it', () =>
    onHub({}, async (hub) => {
      const run = await runBundle(hub, { inputs: { token: 'ghs_wrongwrong' } });
      expect(run.code).toBe(1);
      expect(run.log).toContain('GitHub does not accept the token: check the input `token`.');
      expect(everything(run)).not.toContain('ghs_wrongwrong');
    }));

  it('says that the event file is missing, before it asks anything', () =>
    onHub({}, async (hub) => {
      const missing = await runBundle(hub, { event: 'issues', env: { GITHUB_EVENT_PATH: '/nowhere/event.json' } });
      expect(missing.code).toBe(1);
      expect(missing.log).toContain('::error::The event file /nowhere/event.json cannot be read as JSON.');
      expect(hub.requests).toEqual([]);
    }));

  it('checks the policy of a pull request, and nothing else', () =>
    onHub({}, async (hub) => {
      openIncident(hub);
      hub.as('alice').openPullRequest({ title: 'Fewer pages', files: { [PATH]: BROKEN } });
      const red = await react(hub);
      expect(red.code).toBe(1);
      expect(red.log).toMatch(/^::error title=Policy,file=\.github\/tocsin\.yml,line=3,col=1::/m);
      // The file, and the one with the other ending.
      expect(hub.requests).toHaveLength(2);
      expect(mutations(hub)).toBe(0);
    }));

  it('wakes people through a notifier whose secrets it never shows, and says what failed', () => {
    const policy = `${POLICY}notifiers:
  broken: { type: slack, url: SLACK_WEBHOOK, for: [P0] }
  hook: { type: webhook, url: HOOK_URL, secret: HOOK_SECRET, for: [P0] }
heartbeat: { url: BEAT_URL }
`;
    return onHub({ files: { [PATH]: policy } }, async (hub) => {
      const issue = openIncident(hub);
      const heard: { url: string; body: string; signature: string; comments: number }[] = [];
      const receiver = createServer((request, response) => {
        void textOf(request).then((body) => {
          const signature = String(request.headers['tocsin-signature'] ?? '');
          heard.push({ url: request.url ?? '', body, signature, comments: bodies(hub, issue).length });
          response.writeHead(request.url?.startsWith('/slack') ? 400 : 200).end();
        });
      });
      await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
      const base = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
      const env = {
        SLACK_WEBHOOK: `${base}/slack/s3cr3t-path`,
        HOOK_URL: `${base}/hook`,
        HOOK_SECRET: 'hush-hush',
        BEAT_URL: `${base}/beat`,
      };
      try {
        const run = await runBundle(hub, { env });
        expect(heard.map(({ url }) => url)).toEqual(['/slack/s3cr3t-path', '/hook', '/beat']);
        const page = heard[1]!;
        expect(page.comments, 'the page goes out before anything is written').toBe(0);
        expect(JSON.parse(page.body)).toMatchObject({ action: 'trigger', key: `acme/shop#${issue}`, priority: 'P0' });
        const [, seconds, digest] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(page.signature) ?? [];
        expect(digest).toBe(createHmac('sha256', 'hush-hush').update(`${seconds}.${page.body}`).digest('hex'));
        const notice = bodies(hub, issue).find((body) => body.includes('@alice'));
        expect(notice).toContain('The page did not go out through `broken`: the answer was status 400');
        expect(notice).toContain('Paged by `hook`.');
        for (const secret of ['s3cr3t-path', 'hush-hush']) {
          expect(everything(run)).not.toContain(secret);
          expect(bodies(hub, issue).join()).not.toContain(secret);
        }
        expect(run.code).toBe(0);
      } finally {
        receiver.close();
      }
    });
  });

  it('files an alert', () =>
    onHub({}, async (hub) => {
      hub.as('alice').dispatch('tocsin-alert', { key: 'disk-7', title: 'Disk full on db-7', priority: 'P1' });
      const run = await react(hub, { command: 'intake' });
      expect(run.log).not.toContain('::error');
      expect(run.code).toBe(0);
      expect(hub.issues().map(({ title, labels }) => ({ title, labels }))).toEqual([
        { title: 'Disk full on db-7', labels: ['incident', 'P1'] },
      ]);
    }));

  it('knows the holidays of a country, which are in a file of their own', () =>
    onHub({}, async (hub) => {
      const office = (country: string): string => `{ mon-fri: 09:00-17:00, holidays: ${country} }`;
      hub.commit({ [PATH]: `calendars:\n  here: ${office('FR')}\n  nowhere: ${office('XX')}\n${POLICY}` });
      const { code, log } = await runBundle(hub, { inputs: { command: 'check' } });
      expect(code).toBe(1);
      expect(log.match(/^::error title=Policy.*$/gm)).toEqual([expect.stringMatching(/line=3,.*XX/)]);
    }));
});
