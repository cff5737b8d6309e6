import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { QUIET_PAGER } from '../../src/rehearsal/stage.ts';
import type { Inputs } from '../../src/run/inputs.ts';
import { renderLog, renderSummary } from '../../src/run/render.ts';
import { failuresOf, isRed, type Report } from '../../src/run/report.ts';
import { run } from '../../src/run/run.ts';
import { POLICY, PATH, type Setting, patientWith, clientOf } from './doctor-patients.ts';

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
    ref: 'main',
  };
  // Where the machine is a runner of GitHub, nothing here asks how GitHub is.
  beforeEach(() => vi.stubEnv('GITHUB_API_URL', ''));

  const examined = async (setting: Setting): Promise<Report> => {
    const hub = await patientWith(setting);
    const github = clientOf(hub);
    return run({
      inputs,
      github,
      pager: QUIET_PAGER,
      now: hub.clock.now(),
      elapsed: () => 0,
      sleep: () => Promise.resolve(),
    });
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
