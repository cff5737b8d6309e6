import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { BUILTIN_POLICY } from '../../src/capabilities/load.ts';
import { generatedFiles, fileStandingOf, staleFiles } from '../../src/setup/files.ts';
import { FIRST_POLICY } from '../../src/setup/first-policy.ts';
import { incidentForm } from '../../src/setup/form.ts';
import { workflowFor } from '../../src/setup/workflow.ts';
import { policyOf, RICH } from './forms.ts';

const text = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('the generated files', () => {
  const origin = async (yaml: string) => ({
    policy: await policyOf(yaml),
    policyFile: '.github/tocsin.yml',
    incidentLabel: 'incident',
  });

  it('begin with a line that says so', async () => {
    for (const file of generatedFiles(await origin(RICH))) {
      expect(file.text).toMatch(
        /^# Written by `tocsin init` from \.github\/tocsin\.yml .*`tocsin check`.*your own\.\n/,
      );
      expect(fileStandingOf(file, '.github/tocsin.yml', file.text)).toBe('good');
      expect(fileStandingOf(file, '.github/tocsin.yml', file.text!.replaceAll('\n', '\r\n'))).toBe('good');
      expect(fileStandingOf(file, '.github/tocsin.yml', `${file.text!}# more\n`)).toBe('stale');
      expect(fileStandingOf(file, '.github/tocsin.yml', file.text!.replace(/^.*\n/, ''))).toBe('foreign');
      expect(fileStandingOf(file, 'other.yml', file.text)).toBe('foreign');
      expect(fileStandingOf(file, '.github/tocsin.yml', null)).toBe('missing');
    }
  });

  it('of this repository are what they should be', async () => {
    const own = generatedFiles(await origin(''));
    const form = '.github/ISSUE_TEMPLATE/incident.yml';
    expect(text(form)).toBe(own.find(({ path }) => path === form)!.text);
    expect(text('examples/incident-form.fr.yml')).toBe(
      text('examples/incident-form.fr.yml').split('\n', 1)[0]! +
        '\n' +
        incidentForm(await policyOf('language: fr'), 'incident'),
    );
  });

  it('are stale when the policy has changed, or wants them no more', async () => {
    const before = new Map(generatedFiles(await origin(RICH)).map(({ path, text }) => [path, text]));
    const read = (path: string) => Promise.resolve(before.get(path) ?? null);
    expect(await staleFiles(generatedFiles(await origin(RICH)), '.github/tocsin.yml', read)).toEqual([]);
    expect(await staleFiles(generatedFiles(await origin('')), '.github/tocsin.yml', read)).toEqual([
      '.github/ISSUE_TEMPLATE/incident.yml',
      '.github/ISSUE_TEMPLATE/assistance.yml',
      '.github/ISSUE_TEMPLATE/maintenance.yml',
    ]);
    expect(await staleFiles(generatedFiles(await origin('')), 'other.yml', read)).toEqual([]);
  });

  it('the workflow is that of this repository, told what is not as usual', async () => {
    const own = text('.github/workflows/tocsin.yml');
    const shown = await policyOf(
      'services: { api: {} }\nstatus-page: { title: Shop, url: "https://status.example.com", components: { api: API } }',
    );
    expect(parse(workflowFor(shown, '.github/tocsin.yml', 'incident'))).toEqual(parse(own));
    // Without a page there is no job for one, and no right for it.
    const plain = await policyOf('');
    const { page, ...others } = (parse(own) as { jobs: Record<string, unknown> }).jobs;
    expect(page).toBeDefined();
    const { jobs } = parse(workflowFor(plain, '.github/tocsin.yml', 'incident')) as { jobs: Record<string, object> };
    expect(Object.keys(jobs)).toEqual(Object.keys(others));
    expect(JSON.stringify(jobs)).not.toMatch(/pages|id-token|outputs\.page/);
    const told = parse(workflowFor(plain, 'ops/policy.yml', 'outage')) as {
      on: { pull_request: { paths: string[] } };
      jobs: Record<string, { steps: { with?: Record<string, unknown> }[] }>;
    };
    expect(told.on.pull_request.paths).toContain('ops/policy.yml');
    expect(told.on.pull_request.paths).not.toContain('.github/tocsin.yml');
    for (const { steps } of Object.values(told.jobs))
      expect(steps.at(-1)!.with).toMatchObject({ policy: 'ops/policy.yml', label: 'outage' });
  });

  it('the workflow may write Discussions in the job of the page, and only where the policy tells subscribers', async () => {
    const page = 'status-page: { title: Shop, url: "https://status.example.com", components: { api: API }';
    const jobsOf = async (yaml: string) => {
      const text = workflowFor(await policyOf(`services: { api: {} }\n${yaml}`), '.github/tocsin.yml', 'incident');
      return (parse(text) as { jobs: Record<string, { permissions: Record<string, string> }> }).jobs;
    };
    const told = await jobsOf(`${page}, discussions: Announcements }`);
    const writing = Object.entries(told).filter(([, { permissions }]) => 'discussions' in permissions);
    expect(writing.map(([name, { permissions }]) => [name, permissions.discussions])).toEqual([['page', 'write']]);
    expect(JSON.stringify(await jobsOf(`${page} }`))).not.toContain('discussions');
    expect(text('.github/workflows/tocsin.yml')).not.toContain('discussions');
  });

  it('the workflow passes the secrets that the policy names, to the job that tells people and to no other', async () => {
    const policy = await policyOf(
      'notifiers: { pager: { type: pagerduty, key: PAGERDUTY_KEY } }\nheartbeat: { url: BEAT_URL, sweep-within: 2h }',
    );
    const { jobs } = parse(workflowFor(policy, '.github/tocsin.yml', 'incident')) as {
      jobs: Record<string, { permissions: Record<string, string>; steps: { env?: Record<string, string> }[] }>;
    };
    expect(jobs.incidents!.steps.at(-1)!.env).toEqual({
      PAGERDUTY_KEY: '${{ secrets.PAGERDUTY_KEY }}',
      BEAT_URL: '${{ secrets.BEAT_URL }}',
    });
    expect(jobs.incidents!.permissions).toEqual({ contents: 'read', issues: 'write', actions: 'read' });
    expect(jobs.alert!.steps.at(-1)!.env).toBeUndefined();
    expect(jobs.watch!.steps.at(-1)!.env).toBeUndefined();
    expect(jobs.policy!.permissions).toEqual({ contents: 'read', actions: 'read' });
  });

  it('the workflow passes to the watch the secrets with which it asks who has answered, and no other', async () => {
    const policy = await policyOf(
      'notifiers:\n  pager: { type: pagerduty, key: PAGERDUTY_KEY, answers: PAGERDUTY_API_KEY }\n  chat: { type: slack, url: SLACK_WEBHOOK }\n  phone: { type: ntfy, url: NTFY_URL }\n',
    );
    const { jobs } = parse(workflowFor(policy, '.github/tocsin.yml', 'incident')) as {
      jobs: Record<string, { steps: { env?: Record<string, string> }[] }>;
    };
    expect(Object.keys(jobs.watch!.steps.at(-1)!.env ?? {})).toEqual(['PAGERDUTY_KEY', 'PAGERDUTY_API_KEY']);
    expect(Object.keys(jobs.incidents!.steps.at(-1)!.env ?? {})).toHaveLength(4);
  });

  it('the workflow passes the tokens of hosted pages to the job that writes there, and to no other', async () => {
    const shown = (to: string) =>
      policyOf(
        `services: { api: {} }\nstatus-page: { title: Shop, url: "https://status.example.com", components: { api: API }, to: ${to} }`,
      );
    type Job = {
      permissions: Record<string, string>;
      environment?: object;
      steps: { uses: string; env?: Record<string, string>; if?: string }[];
    };
    const jobsFor = async (to: string) =>
      (parse(workflowFor(await shown(to), '.github/tocsin.yml', 'incident')) as { jobs: Record<string, Job> }).jobs;
    const hosted = '{ type: statuspage, page: kctbh9vrtdwd, token: STATUSPAGE_TOKEN }';
    const both = await jobsFor(`[pages, ${hosted}, { type: cstate, repo: acme/status, token: CSTATE_TOKEN }]`);
    expect(both.page!.steps[0]!.env).toEqual({
      STATUSPAGE_TOKEN: '${{ secrets.STATUSPAGE_TOKEN }}',
      CSTATE_TOKEN: '${{ secrets.CSTATE_TOKEN }}',
    });
    expect(both.page!.permissions).toMatchObject({ pages: 'write', 'id-token': 'write' });
    // A hosted page that cannot be told is no reason to serve an old one here.
    expect(both.page!.steps.slice(1).map((step) => step.if)).toEqual([
      "${{ !cancelled() && steps.tocsin.outputs.site-changed == 'true' }}",
      "${{ !cancelled() && steps.upload.outcome == 'success' }}",
    ]);
    const alone = await jobsFor(`[${hosted}]`);
    expect(alone.page!.steps.map(({ uses }) => uses)).toEqual(['tocsin/tocsin@v1']);
    expect(alone.page!.steps[0]!.env).toEqual({ STATUSPAGE_TOKEN: '${{ secrets.STATUSPAGE_TOKEN }}' });
    expect(alone.page!.permissions).toEqual({ contents: 'read', issues: 'read' });
    expect(alone.page!.environment).toBeUndefined();
    for (const [name, { steps }] of [...Object.entries(both), ...Object.entries(alone)])
      if (name !== 'page') for (const { env } of steps) expect(env, name).toBeUndefined();
    const text = workflowFor(await shown(`[${hosted}]`), '.github/tocsin.yml', 'incident');
    expect(text).not.toMatch(/GitHub Pages|upload-pages|deploy/);
  });

  it('the first policy is the built-in one', async () => {
    const rest = (yaml: string): string => yaml.replace(/^(?:#.*\n)*/, '');
    expect(rest(FIRST_POLICY)).toBe(rest(BUILTIN_POLICY));
    expect(FIRST_POLICY).not.toContain('The built-in policy. Every');
    expect((await policyOf(FIRST_POLICY)).priorities.P0.name).toBe('Critical');
  });
});
