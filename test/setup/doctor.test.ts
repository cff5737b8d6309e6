import { describe, expect, test } from 'vitest';
import { diagnose, type Diagnosis } from '../../src/setup/doctor/diagnose.ts';
import { HOUR } from '../support/stage.ts';
import { SCHEMA, POLICY, PATH, WORKFLOW, patientWith, clientOf, diagnosed, foundBy, ills } from './doctor-patients.ts';

test('of a repository that lacks nothing it has nothing to say', async () => {
  const { findings } = await diagnosed(await patientWith());
  expect(findings.map(({ check, result, what, mend }) => `${check}: ${result}: ${what}${mend ?? ''}`)).toEqual([
    'permissions: ok: `contents: read` is granted.',
    'permissions: ok: `issues: write` is granted.',
    'permissions: ok: `metadata: read` is granted.',
    'permissions: ok: `actions: read` is granted.',
    'workflow: ok: `.github/workflows/tocsin.yml` runs Tocsin, with the permissions that it needs.',
    'schedule: ok: `.github/workflows/tocsin.yml` last ran by its schedule Mon 2 Nov 2026, 09:00 UTC, 10 min ago.',
    'account: ok: `alice` last changed the times in `.github/workflows/tocsin.yml`, and their account is there.',
    'activity: ok: The last commit on the default branch is less than a day old.',
    'lag: ok: `.github/workflows/tocsin.yml` has run by its schedule too rarely in the last 7 days to judge.',
    'policy: ok: `.github/tocsin.yml` is good.',
    'labels: ok: All 20 labels of the policy are there.',
    'people: ok: 2 people of the policy can be told and assigned.',
    'secrets: ok: The policy names no secret.',
    'notifiers: ok: The policy has no notifiers: a mention is mail, and wakes nobody.',
    'files: ok: What was generated from the policy is up to date.',
    'load: ok: In the last 7 days nobody was told of an incident.',
  ]);
});

describe('it finds', () => {
  test('each permission that is missing', { tags: 'slow' }, async () => {
    const said = 'GitHub said: Resource not accessible by integration';
    const hub = await patientWith({ permissions: { contents: 'read', issues: 'read', metadata: 'read' } });
    expect(ills(await diagnosed(hub, []))).toEqual([
      `fail: \`issues: write\` is missing, so no card, comment or label can be written. ${said} -> \`issues: write\` under \`permissions\` of the job`,
      `warn: \`actions: read\` is missing, so nobody sees whether the schedule has stopped, or a watch is under way. ${said} -> \`actions: read\` under \`permissions\` of the job`,
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
      'load skipped',
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
    const hub = await patientWith({ policy: SCHEMA, author: null });
    expect(foundBy('policy', await diagnosed(hub))).toContain(
      'fail: Nobody can be told of an incident: the policy names no roles, the repository belongs to an organisation, and nobody is known to have changed the workflow. -> `fallback: LOGIN` in `.github/tocsin.yml`',
    );
    hub.commit({ [WORKFLOW]: `${(await clientOf(hub).readFile('HEAD', WORKFLOW))!}# \n` }, 'Change', 'bob');
    expect(foundBy('policy', await diagnosed(hub))).toContain(
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

  test('secrets that do not reach the job', { tags: 'slow' }, async () => {
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

  test('tokens of hosted pages that do not reach the job which writes there', async () => {
    const policy = `${POLICY}services: { api: {} }
status-page:
  { title: Shop, url: 'https://status.example.com', components: { api: API }, to: [pages, { type: instatus, page: x, token: PAGE_TOKEN }] }\n`;
    const hub = await patientWith({ policy });
    // No other job has it, and none is to have it.
    expect(ills(await diagnosed(hub, []))).toEqual([]);
    const text = (await clientOf(hub).readFile('HEAD', WORKFLOW))!;
    hub.commit({ [WORKFLOW]: text.replace(/ +env:\n +PAGE_TOKEN.*\n/, '').replace(/^#.*\n/, '') });
    expect(ills(await diagnosed(hub, []))).toEqual([
      'fail: `PAGE_TOKEN` is named by the policy, and no job that runs Tocsin is given it. -> `PAGE_TOKEN: ${{ secrets.PAGE_TOKEN }}` under `env` of the step; `tocsin init` writes that',
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
    askStatus: null,
  };
  await expect(diagnose({ ...start, github: clientOf(hub, 'wrong') })).rejects.toMatchObject({ trouble: 'bad-token' });
});
