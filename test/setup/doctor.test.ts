import { Octokit } from '@octokit/rest';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { receiver } from '../../src/rehearsal/receiver.ts';
import { connect } from '../../src/github/adapter.ts';
import { createGitHub, type EmbeddedGitHub, type GitHubOptions } from '../../src/rehearsal/github/embedded.ts';
import { QUIET_PAGER } from '../../src/rehearsal/stage.ts';
import type { Token } from '../../src/rehearsal/github/tokens.ts';
import type { Inputs } from '../../src/run/inputs.ts';
import { renderLog, renderSummary } from '../../src/run/render.ts';
import { failuresOf, isRed, type Report } from '../../src/run/report.ts';
import { run } from '../../src/run/run.ts';
import { syncLabels } from '../../src/setup/sync.ts';
import { diagnose, type Diagnosis } from '../../src/setup/doctor/diagnose.ts';
import { generatedFiles } from '../../src/setup/files.ts';
import { goodPolicy } from '../policy/lines.ts';
import { HOUR, MINUTE } from '../support/stage.ts';

const SCHEMA = '# yaml-language-server: $schema=https://example.org/tocsin.schema.json\n';
const POLICY = `${SCHEMA}roles: { responder: [alice, bob] }\nfallback: alice\n`;
const PATH = '.github/tocsin.yml';
const WORKFLOW = '.github/workflows/tocsin.yml';
const PEOPLE = { alice: 'maintain', bob: 'triage' } as const;
const FULL: Token['permissions'] = { contents: 'read', issues: 'write', metadata: 'read', actions: 'read' };

interface Setting extends GitHubOptions {
  readonly policy?: string;
  readonly permissions?: Token['permissions'];
}

/** A repository that lacks nothing, but for what is said otherwise; its schedule ran ten minutes ago. */
async function patientWith({ policy = POLICY, permissions = FULL, ...options }: Setting = {}): Promise<EmbeddedGitHub> {
  const readable = policy.includes('roles: 5') ? null : await goodPolicy(policy);
  const origin = { policy: readable ?? (await goodPolicy('')), policyFile: PATH, incidentLabel: 'incident' };
  const generated = generatedFiles(origin).flatMap(({ path, text }) => (text === null ? [] : [[path, text] as const]));
  const strong: Token = { login: 'github-actions[bot]', permissions: FULL };
  const hub = createGitHub({
    people: PEOPLE,
    tokens: { strong, 'test-token': { ...strong, permissions } },
    ...options,
    files: { [PATH]: policy, ...Object.fromEntries(generated), ...options.files },
  });
  await syncLabels(clientOf(hub, 'strong'), origin.policy, 'incident', { apply: true, recolour: false });
  hub.ranOnSchedule();
  hub.clock.advance(10 * MINUTE);
  return hub;
}

function clientOf(hub: EmbeddedGitHub, auth = 'test-token') {
  const log = { debug: () => 0, info: () => 0, warn: () => 0, error: () => 0 };
  const octokit = new Octokit({ auth, baseUrl: hub.url, log, request: { fetch: hub.fetch } });
  const place = { octokit, owner: 'acme', name: 'shop', accounts: [], sleep: () => Promise.resolve() };
  return connect(place, hub.clock.now());
}

/** Services that know every notifier but one. */
const SERVICES = receiver(undefined, ({ name }) => (name === 'gone' ? 'the key is not valid' : null));

/** What the doctor says, in a terminal unless variables of a job are given; and that it has changed nothing. */
async function diagnosed(hub: EmbeddedGitHub, variables: readonly string[] | null = null): Promise<Diagnosis> {
  const before = JSON.stringify(hub.snapshot());
  hub.requests.length = 0;
  const diagnosis = await diagnose({
    github: clientOf(hub),
    now: hub.clock.now(),
    repository: 'acme/shop',
    policyPath: PATH,
    incidentLabel: 'incident',
    variables: variables && new Set(variables),
    probe: variables && ((notifier, language) => SERVICES.probe(notifier, language)),
  });
  expect(JSON.stringify(hub.snapshot())).toBe(before);
  expect(hub.requests.filter(({ kind }) => kind === 'mutation')).toEqual([]);
  expect(hub.unimplemented).toEqual([]);
  return diagnosis;
}

/** What is not as it should be, a line each; that a terminal has no secrets is as it should be. */
const ills = ({ findings }: Diagnosis): string[] =>
  findings
    .filter(({ check, result }) => result !== 'ok' && !(check === 'notifiers' && result === 'skipped'))
    .map(({ result, what, mend }) => `${result}: ${what} -> ${mend}`);

test('of a repository that lacks nothing it has nothing to say', async () => {
  const { findings } = await diagnosed(await patientWith());
  expect(findings.map(({ check, result, what, mend }) => `${check}: ${result}: ${what}${mend ?? ''}`)).toEqual([
    'permissions: ok: `contents: read` is granted.',
    'permissions: ok: `issues: write` is granted.',
    'permissions: ok: `metadata: read` is granted.',
    'permissions: ok: `actions: read` is granted.',
    'workflow: ok: `.github/workflows/tocsin.yml` runs Tocsin, with the permissions that it needs.',
    'schedule: ok: `.github/workflows/tocsin.yml` last ran by its schedule Mon 2 Nov 2026, 09:00 UTC, 10 min ago.',
    'policy: ok: `.github/tocsin.yml` is good.',
    'labels: ok: All 12 labels of the policy are there.',
    'people: ok: 2 people of the policy can be told and assigned.',
    'secrets: ok: The policy names no secret.',
    'notifiers: ok: The policy has no notifiers: a mention is mail, and wakes nobody.',
    'files: ok: What was generated from the policy is up to date.',
  ]);
});

describe('it finds', () => {
  test('each permission that is missing', async () => {
    const said = 'GitHub said: Resource not accessible by integration';
    const hub = await patientWith({ permissions: { contents: 'read', issues: 'read', metadata: 'read' } });
    expect(ills(await diagnosed(hub, []))).toEqual([
      `fail: \`issues: write\` is missing, so no card, comment or label can be written. ${said} -> \`issues: write\` under \`permissions\` of the job`,
      `warn: \`actions: read\` is missing, so nobody sees whether the schedule has stopped. ${said} -> \`actions: read\` under \`permissions\` of the job`,
      'skipped: To see when a workflow last ran takes `actions: read`. -> `actions: read` under `permissions` of the job',
    ]);
    expect(ills(await diagnosed(hub))[0]).toContain('-> give the token `issues: write` for this repository');
  });

  test('that a policy with `sweep-within` cannot do without `actions: read`', async () => {
    const hub = await patientWith({
      policy: `${POLICY}heartbeat: { sweep-within: 2h }\n`,
      permissions: { contents: 'read', issues: 'write', metadata: 'read' },
    });
    expect(ills(await diagnosed(hub))[0]).toMatch(/^fail: `actions: read` is missing/);
  });

  test('that the contents cannot be read, and what that leaves unseen', async () => {
    const permissions = { issues: 'write', metadata: 'read', actions: 'read' } as const;
    const hub = await patientWith({ permissions, visibility: 'private' });
    const { findings } = await diagnosed(hub);
    expect(findings.filter(({ result }) => result !== 'ok').map(({ check, result }) => `${check} ${result}`)).toEqual([
      'permissions fail',
      'workflow skipped',
      'schedule skipped',
      'policy skipped',
      'labels skipped',
      'people skipped',
      'secrets skipped',
      'notifiers skipped',
      'files skipped',
    ]);
  });

  test('a job that lacks a permission, and leaves jobs alone that only read', async () => {
    const hub = await patientWith();
    const text = (await clientOf(hub).readFile('HEAD', WORKFLOW))!;
    hub.commit({ [WORKFLOW]: text.replaceAll('issues: write', 'issues: read') });
    expect(ills(await diagnosed(hub)).filter((it) => it.startsWith('fail'))).toEqual([
      'fail: The job `incidents` of `.github/workflows/tocsin.yml` has no `issues: write`. -> `issues: write` under `jobs.incidents.permissions` in `.github/workflows/tocsin.yml`',
      'fail: The job `alert` of `.github/workflows/tocsin.yml` has no `issues: write`. -> `issues: write` under `jobs.alert.permissions` in `.github/workflows/tocsin.yml`',
    ]);
  });

  test('a workflow that says nothing of permissions, hears no comments and has no schedule', async () => {
    const own =
      'on: [issues, workflow_dispatch]\njobs:\n  tocsin:\n    runs-on: x\n    steps:\n      - uses: acme/tocsin@v1\n';
    const hub = await patientWith({ files: { [WORKFLOW]: own } });
    expect(ills(await diagnosed(hub))).toEqual([
      'warn: The job `tocsin` of `.github/workflows/tocsin.yml` names no permissions: the settings of the repository decide, which are often read-only. -> `permissions: { contents: read, issues: write }` under `jobs.tocsin` in `.github/workflows/tocsin.yml`',
      'warn: No workflow that runs Tocsin starts on `issue_comment`: what happens there waits for the schedule. -> `issue_comment:` under `on` in `.github/workflows/tocsin.yml`',
      "fail: No workflow that runs Tocsin has a schedule: what falls due is noticed when somebody does something. -> `schedule: [{ cron: '4,19,34,49 * * * *' }]` under `on` in `.github/workflows/tocsin.yml`",
    ]);
  });

  test('that nothing runs Tocsin', async () => {
    const hub = await patientWith({ files: { [WORKFLOW]: 'on: [push\n' } });
    expect(ills(await diagnosed(hub))[0]).toBe(
      'fail: No workflow on the default branch runs Tocsin. -> `tocsin init`, then commit what it writes',
    );
  });

  test.each([
    [
      'disabled_inactivity',
      'GitHub has disabled `.github/workflows/tocsin.yml`: the repository had no activity for 60 days.',
    ],
    ['disabled_manually', '`.github/workflows/tocsin.yml` is disabled (disabled_manually): it does not run at all.'],
  ] as const)('a schedule that is %s', async (state, what) => {
    const hub = await patientWith();
    hub.setWorkflow('tocsin.yml', state);
    expect(ills(await diagnosed(hub))).toEqual([
      `fail: ${what} -> \`gh workflow enable tocsin.yml\`, or Actions → the workflow → Enable`,
    ]);
  });

  test('a schedule that has not run for long: a failure where the policy says how long it may be', async () => {
    const what = '`.github/workflows/tocsin.yml` last ran by its schedule Mon 2 Nov 2026, 09:00 UTC, 7 h 10 min ago.';
    const mend = 'look at the Actions tab; GitHub delays schedules, and drops some';
    const hub = await patientWith();
    hub.clock.advance(7 * HOUR);
    expect(ills(await diagnosed(hub))).toEqual([`warn: ${what} -> ${mend}`]);
    const strict = await patientWith({ policy: `${POLICY}heartbeat: { sweep-within: 2h }\n` });
    strict.clock.advance(7 * HOUR);
    expect(ills(await diagnosed(strict))).toEqual([
      `fail: ${what} The policy allows 2h (\`sweep-within\`). -> ${mend}`,
    ]);
  });

  test('what is wrong with the policy, with its place', async () => {
    const hub = await patientWith({ policy: `${SCHEMA}roles: 5\n` });
    expect(ills(await diagnosed(hub))[0]).toBe(
      'fail: `.github/tocsin.yml:2:8: roles: 5 is not a map of roles; expected e.g. { responder: [alice] }` -> null',
    );
  });

  test('that nobody can be told, or only whoever changed the workflow', async () => {
    const hub = await patientWith({ policy: SCHEMA });
    expect(ills(await diagnosed(hub))[0]).toBe(
      'fail: Nobody can be told of an incident: the policy names no roles, the repository belongs to an organisation, and nobody is known to have changed the workflow. -> `fallback: LOGIN` in `.github/tocsin.yml`',
    );
    hub.commit({ [WORKFLOW]: `${(await clientOf(hub).readFile('HEAD', WORKFLOW))!}# \n` }, 'Change', 'bob');
    expect(ills(await diagnosed(hub))[0]).toBe(
      'warn: The fallback is `bob`, who last changed the workflow: an organisation cannot be told. -> `fallback: bob` in `.github/tocsin.yml`',
    );
  });

  test('labels that are missing, and not how the others look', async () => {
    const hub = await patientWith();
    hub.deleteLabel('P1');
    hub.deleteLabel('resolved');
    hub.as('alice').openIssue({ title: 'a', labels: ['resolved'] });
    expect(ills(await diagnosed(hub))).toEqual([
      'warn: 1 label is missing, so nobody can set it: `P1`. -> `tocsin sync --yes`',
    ]);
  });

  test('people who cannot be mentioned, assigned, or command', async () => {
    const hub = await patientWith({
      policy: `${SCHEMA}roles: { responder: [alice, nora, ghost], management: [mallory, nora] }\nfallback: alice\n`,
      people: { alice: 'maintain', nora: 'read' },
      strangers: ['mallory'],
    });
    expect(ills(await diagnosed(hub))).toEqual([
      'warn: `nora` (roles.responder) is asked to act, and their commands are refused: their role is read, the policy wants admin, maintain, write, triage. -> Settings → Collaborators and teams: give `nora` the role triage',
      'fail: `ghost` (roles.responder) has no access to this repository, or is mistyped: a mention does not reach them. -> Settings → Collaborators and teams: add `ghost`; or correct the login in the policy',
      'warn: `mallory` (roles.management) cannot be assigned: they have no role in this repository. -> Settings → Collaborators and teams: add `mallory`; or correct the login in the policy',
    ]);
  });

  test('secrets that do not reach the job', async () => {
    const policy = `${POLICY}notifiers: { pager: { type: pagerduty, key: PAGER_KEY } }\n`;
    const hub = await patientWith({ policy });
    expect(ills(await diagnosed(hub))).toEqual([]);
    expect(ills(await diagnosed(hub, ['PAGER_KEY']))).toEqual([]);
    expect(ills(await diagnosed(hub, ['OTHER']))).toEqual([
      'warn: `PAGER_KEY` is handed to another job, and not to this one, so its value is not known. -> `PAGER_KEY: ${{ secrets.PAGER_KEY }}` under `env` of the step; `tocsin init` writes that',
    ]);
    const doctor = `on: workflow_dispatch\njobs: { d: { steps: [{ uses: tocsin/tocsin@v1, with: { command: doctor }, env: { PAGER_KEY: x } }] } }\n`;
    hub.commit({ '.github/workflows/doctor.yml': doctor });
    expect(ills(await diagnosed(hub, []))).toEqual([
      'fail: `PAGER_KEY` is empty, though the workflow hands it over. -> `gh secret set PAGER_KEY`, or Settings → Secrets and variables → Actions',
    ]);
    const without = await patientWith({ policy });
    const text = (await clientOf(without).readFile('HEAD', WORKFLOW))!;
    without.commit({ [WORKFLOW]: text.replace(/ +env:\n +PAGER_KEY.*\n/, '').replace(/^#.*\n/, '') });
    expect(ills(await diagnosed(without))).toEqual([
      'fail: `PAGER_KEY` is named by the policy, and no job that runs Tocsin is given it. -> `PAGER_KEY: ${{ secrets.PAGER_KEY }}` under `env` of the step; `tocsin init` writes that',
    ]);
  });

  test('notifiers that their services do not know, by a handshake that wakes nobody', async () => {
    const notifiers = 'notifiers:\n  pager: { type: pagerduty, key: PAGER }\n  gone: { type: ntfy, url: NTFY }\n';
    const hub = await patientWith({ policy: `${POLICY}${notifiers}` });
    const of = ({ findings }: Diagnosis): string[] =>
      findings.filter(({ check }) => check === 'notifiers').map(({ result, what }) => `${result}: ${what}`);
    expect(of(await diagnosed(hub, ['PAGER', 'NTFY']))).toEqual([
      'ok: `pager`: pagerduty',
      'fail: `gone`: the key is not valid',
    ]);
    expect(of(await diagnosed(hub))).toEqual(['skipped: Only a job has the secrets to ask with: `command: doctor`.']);
  });

  test('generated files that are out of date, and a policy without a schema', async () => {
    const hub = await patientWith({ policy: POLICY.replace(SCHEMA, '') });
    const text = (await clientOf(hub).readFile('HEAD', WORKFLOW))!;
    hub.commit({ [WORKFLOW]: text.replace('timeout-minutes: 10', 'timeout-minutes: 11') });
    expect(ills(await diagnosed(hub))).toEqual([
      'warn: `.github/workflows/tocsin.yml` is not what the policy generates now. -> `tocsin init`, then commit what changes',
      expect.stringMatching(
        /^warn: `\.github\/tocsin\.yml` names no schema, .* -> `# yaml-language-server: \$schema=.*` as the first line of `\.github\/tocsin\.yml`$/,
      ),
    ]);
  });
});

test('it throws where nothing can be seen at all', async () => {
  const hub = await patientWith();
  const start = {
    now: 0,
    repository: 'acme/shop',
    policyPath: PATH,
    incidentLabel: 'incident',
    variables: null,
    probe: null,
  };
  await expect(diagnose({ ...start, github: clientOf(hub, 'wrong') })).rejects.toMatchObject({ trouble: 'bad-token' });
});

describe('the Action with the command doctor', () => {
  afterEach(() => vi.unstubAllEnvs());

  const inputs: Inputs = {
    token: 'test-token',
    policy: PATH,
    label: 'incident',
    command: 'doctor',
    dryRun: false,
    accounts: [],
    owner: 'acme',
    repository: 'shop',
    event: 'push',
    payload: {},
    workflow: 'doctor.yml',
  };
  const examined = async (setting: Setting): Promise<Report> => {
    const hub = await patientWith(setting);
    const github = clientOf(hub);
    return run({ inputs, github, pager: QUIET_PAGER, now: hub.clock.now(), elapsed: () => 0 });
  };

  test('is green and says so, whatever started it', async () => {
    const report = await examined({});
    expect(isRed(report)).toBe(false);
    expect(renderLog(report)).toMatch(/^What Tocsin needs in acme\/shop\n\nok {7}Permissions: [^]*\n\nAll is well\.$/);
  });

  test('is red with what fails, and its summary is a table with that first', async () => {
    vi.stubEnv('PAGER_KEY', 'a-secret-value');
    const policy = `${POLICY.replace('bob', 'ghost')}notifiers: { pager: { type: pagerduty, key: PAGER_KEY } }\n`;
    const report = await examined({ policy });
    expect(isRed(report)).toBe(true);
    expect(failuresOf(report)).toEqual([
      {
        issue: null,
        message:
          'People: `ghost` (roles.responder) has no access to this repository, or is mistyped: a mention does not reach them. To mend it: Settings → Collaborators and teams: add `ghost`; or correct the login in the policy',
      },
    ]);
    const summary = renderSummary(report);
    expect(summary).toContain('1 failure, 0 warnings, 0 skipped.');
    expect(summary.split('\n').find((line) => line.includes('❌'))).toBe(
      summary.split('\n').filter((line) => line.startsWith('|'))[2],
    );
    expect(summary).toContain('| ✅ ok | Secrets | `PAGER_KEY` has a value. |');
    expect(summary + renderLog(report)).not.toContain('a-secret-value');
  });

  test('speaks the language of the policy', async () => {
    const report = await examined({ policy: `${POLICY}language: fr\n` });
    expect(renderLog(report)).toContain('Politique\u00a0: `.github/tocsin.yml` est correct.');
    expect(renderLog(report)).toMatch(/\n\nTout va bien\.$/);
  });
});
