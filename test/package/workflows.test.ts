import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { fillWorkflow } from '../../scripts/tables.ts';
import { ACTION_COMMANDS, INPUTS } from '../../src/run/inputs.ts';
import { exampleWorkflow, text } from './files.ts';
import { actionErrors, evaluate, loadGitHubParser, workflowErrors, type GitHubParser } from './github-parser.ts';

let github: GitHubParser;
beforeAll(async () => {
  github = await loadGitHubParser();
});

describe("GitHub's own parser", () => {
  const own = readdirSync(new URL('../../.github/workflows', import.meta.url)).map((it) => `.github/workflows/${it}`);

  it.each(['.github/workflows/tocsin.yml', ...own])('accepts %s', async (path) => {
    expect(await workflowErrors(github, path, text(path))).toEqual([]);
  });

  it('accepts action.yml', () => {
    expect(actionErrors(github, text('action.yml'))).toEqual([]);
  });

  it('would say what is wrong', async () => {
    const broken = text('.github/workflows/tocsin.yml').replace('queue: max', 'queue: all');
    expect(await workflowErrors(github, 'workflow.yml', broken)).toEqual([
      expect.stringContaining("Unexpected value 'all'"),
    ]);
    expect(actionErrors(github, text('action.yml').replace('  main: dist/index.js\n', ''))).not.toEqual([]);
  });
});

const { jobs, permissions, on } = exampleWorkflow();
const { alert, incidents, watch, policy, page } = jobs as Record<
  'alert' | 'incidents' | 'watch' | 'policy' | 'page',
  (typeof jobs)[string]
>;

/** What an event brings into expressions. */
const EVENTS = {
  issues: { issue: { number: 1 } },
  'a comment on an issue': { issue: { number: 1 }, comment: {} },
  'a comment that is edited': { action: 'edited', sender: { type: 'User' }, issue: { number: 1 }, comment: {} },
  'a comment that a bot edits': { action: 'edited', sender: { type: 'Bot' }, issue: { number: 1 }, comment: {} },
  'a comment on a pull request': { issue: { number: 2, pull_request: { url: '…' } }, comment: {} },
  schedule: { schedule: '4,19,34,49 * * * *' },
  workflow_dispatch: { inputs: { 'dry-run': 'false', alert: '' } },
  'workflow_dispatch of sync': { inputs: { command: 'sync', 'dry-run': 'false', alert: '' } },
  'workflow_dispatch of intake': { inputs: { command: 'intake', 'dry-run': 'false', alert: '' } },
  'workflow_dispatch with an alert': { inputs: { 'dry-run': 'false', alert: '{"key":"disk"}' } },
  'workflow_dispatch of watch': { inputs: { command: 'watch', 'dry-run': 'false', alert: '' } },
  repository_dispatch: { action: 'tocsin-alert', client_payload: {} },
  'repository_dispatch of a tick': { action: 'tocsin-tick', client_payload: {} },
  pull_request: { pull_request: { number: 2 } },
} as const;

const nameOf = (event: keyof typeof EVENTS): string =>
  event.startsWith('a comment') ? 'issue_comment' : event.split(' ')[0]!;

/** Which jobs run, and what became of the job of the alert. As GitHub: without a status function, all needs must have succeeded. */
function jobsOf(event: keyof typeof EVENTS, alertEnds: 'success' | 'failure' = 'success', cancelled = false): string[] {
  const payload = EVENTS[event];
  const inputs = 'inputs' in payload ? payload.inputs : {};
  const contexts = { github: { event_name: nameOf(event), event: payload }, inputs, needs: { incidents: {} } };
  const ran: string[] = [];
  for (const [name, job] of Object.entries(jobs)) {
    const succeeded = job.needs === undefined || (ran.includes(job.needs) && alertEnds === 'success');
    const condition = job.if ?? 'success()';
    const implicit = /\b(?:success|failure|always|cancelled)\(\)/.test(condition) ? '' : 'success() && ';
    const inner = condition.replace(/^\$\{\{(.*)\}\}$/s, '$1');
    const status = { success: succeeded && !cancelled, failure: !succeeded, always: true, cancelled };
    if (evaluate(github, `${implicit}(${inner})`, contexts, status) === true) ran.push(name);
  }
  return ran;
}

describe('the example workflow', () => {
  it('starts for each event the jobs that are meant', () => {
    expect(jobsOf('issues')).toEqual(['incidents']);
    expect(jobsOf('a comment on an issue')).toEqual(['incidents']);
    expect(jobsOf('a comment that is edited')).toEqual(['incidents']);
    expect(jobsOf('a comment that a bot edits')).toEqual([]);
    expect(jobsOf('schedule')).toEqual(['incidents']);
    expect(jobsOf('workflow_dispatch')).toEqual(['incidents']);
    expect(jobsOf('workflow_dispatch with an alert')).toEqual(['alert', 'incidents']);
    expect(jobsOf('workflow_dispatch of sync')).toEqual(['incidents']);
    // That there is no alert is said by the job that looks for one.
    expect(jobsOf('workflow_dispatch of intake')).toEqual(['alert', 'incidents']);
    expect(jobsOf('repository_dispatch')).toEqual(['alert', 'incidents']);
    expect(jobsOf('repository_dispatch of a tick')).toEqual(['incidents']);
    expect(jobsOf('workflow_dispatch of watch')).toEqual(['watch']);
    expect(jobsOf('pull_request')).toEqual(['policy']);
    expect(jobsOf('a comment on a pull request')).toEqual([]);
  });

  it('looks after the incidents even if an alert could not be filed, and stops when told to', () => {
    expect(jobsOf('repository_dispatch', 'failure')).toEqual(['alert', 'incidents']);
    expect(jobsOf('workflow_dispatch with an alert', 'failure')).toEqual(['alert', 'incidents']);
    expect(jobsOf('issues', 'success', true)).toEqual([]);
  });

  it('lets no run replace another one that waits, so that none is cancelled', () => {
    expect(alert.concurrency).toEqual({ group: 'tocsin-alert', queue: 'max' });
    for (const job of [incidents, watch])
      expect(job.concurrency).toEqual({ group: expect.any(String) as string, queue: 'max' });
    expect(text('.github/workflows/tocsin.yml')).not.toMatch(/^concurrency:/m);
  });

  it('never lets a dry run replace a run that would do something', () => {
    const groupFor = (inputs: object): unknown => evaluate(github, incidents.concurrency!.group, { inputs });
    expect(groupFor({})).toBe('tocsin');
    expect(groupFor({ 'dry-run': false })).toBe('tocsin');
    expect(groupFor({ 'dry-run': true })).not.toBe('tocsin');
  });

  it('passes the dry run on, and false where nobody asked for one', () => {
    for (const { steps } of [alert, incidents]) {
      const given = steps[0]!.with!['dry-run'] as string;
      expect(evaluate(github, given, { inputs: { 'dry-run': true } })).toBe(true);
      expect(evaluate(github, given, { inputs: {} })).toBe(false);
    }
  });

  it('offers the commands of the Action to whoever starts it by hand, and does the one that was chosen', () => {
    const { command } = (on as unknown as { workflow_dispatch: { inputs: Record<string, object> } }).workflow_dispatch
      .inputs;
    expect(command).toMatchObject({ type: 'choice', options: [...ACTION_COMMANDS], default: INPUTS.command.default });
    const done = (inputs: object): unknown =>
      evaluate(github, String(incidents.steps[0]!.with!.command).replace(/^\$\{\{(.*)\}\}$/s, '$1'), { inputs });
    expect(['run', 'check', 'sync'].map((it) => done({ command: it }))).toEqual(['run', 'check', 'sync']);
    // An alert has a job of its own, and what is due is done after it; events bring no inputs.
    expect([done({ command: 'intake' }), done({})]).toEqual(['run', 'run']);
    expect(text('src/setup/workflow-text.ts')).toContain(
      'options: [run, intake, check, sync, doctor, watch, site, report]',
    );
  });

  it('follows the commands that there are', () => {
    const before = text('.github/workflows/tocsin.yml');
    expect(fillWorkflow(before.replace(/options: \[.*\]/, 'options: [old]'))).toBe(before);
    expect(() => fillWorkflow('on: push\n')).toThrow('no choice of commands');
  });

  it('asks for the least permissions', () => {
    expect(permissions).toEqual({});
    expect(alert.permissions).toEqual({ contents: 'read', issues: 'write' });
    expect(incidents.permissions).toEqual({ contents: 'read', issues: 'write', actions: 'read' });
    expect(watch.permissions).toEqual({ contents: 'read', issues: 'read', actions: 'write' });
    expect(policy.permissions).toEqual({ contents: 'read', actions: 'read' });
    expect(page.permissions).toEqual({ contents: 'read', issues: 'read', pages: 'write', 'id-token': 'write' });
  });

  it('has one step a job, which is the Action: no checkout', () => {
    for (const [name, { steps }] of Object.entries(jobs)) {
      const others = steps.map(({ uses }) => uses?.split('@')[0]).filter((uses) => uses !== 'tocsin/tocsin');
      // The page goes where GitHub serves it.
      expect(others).toEqual(name === 'page' ? ['actions/upload-pages-artifact', 'actions/deploy-pages'] : []);
      expect(steps.filter(({ uses }) => uses === 'tocsin/tocsin@v1')).toHaveLength(1);
    }
    expect(alert.steps[0]?.with).toMatchObject({ command: 'intake' });
  });

  it('ends jobs that hang', () => {
    for (const [name, job] of Object.entries(jobs))
      expect(job['timeout-minutes']).toBeLessThanOrEqual(name === 'watch' ? 330 : 10);
  });

  it('says truly how often the schedule runs', () => {
    const perHour = on.schedule[0]!.cron.split(' ')[0]!.split(',').length;
    const inThirtyDays = (runsAnHour: number): string => (runsAnHour * 24 * 30).toLocaleString('en');
    expect(text('.github/workflows/tocsin.yml').replace(/\n *# /g, ' ')).toContain(
      `Every ${60 / perHour} minutes is ${inThirtyDays(perHour)} runs in 30 days; every 5 minutes, the shortest that GitHub allows, is ${inThirtyDays(12)}.`,
    );
  });
});
