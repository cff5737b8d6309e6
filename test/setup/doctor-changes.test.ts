import { describe, expect, test } from 'vitest';
import { diagnosed, ills, patientWith, POLICY, WORKFLOW, type Setting } from './doctor-patients.ts';

/* The doctor says what a look for changes, or a rollback, lacks before the first incident does. */

const CHANGES = `${POLICY}changes: {}\n`;
const ROLLBACK = `${POLICY}changes: { rollback: { workflow: rollback.yml } }\n`;

async function found(setting: Setting): Promise<readonly string[]> {
  const hub = await patientWith(setting);
  return ills(await diagnosed(hub)).filter((it) => /changed before|rollback/.test(it));
}

describe('what changed before', () => {
  test('needs nothing more in a public repository', async () => {
    expect(await found({ policy: CHANGES })).toEqual([]);
  });

  test('takes two permissions in a private one', async () => {
    const line = (it: string): string =>
      `warn: The job \`incidents\` in \`${WORKFLOW}\` has no \`${it}\`, so cards do not say all that changed before. -> \`${it}\` under \`jobs.incidents.permissions\` in \`${WORKFLOW}\``;
    expect(await found({ policy: CHANGES, visibility: 'private' })).toEqual([
      line('deployments: read'),
      line('pull-requests: read'),
    ]);
  });
});

describe('a rollback', () => {
  test('takes `actions: write`, and its workflow', async () => {
    expect(await found({ policy: ROLLBACK })).toEqual([
      `fail: The job \`incidents\` in \`${WORKFLOW}\` has no \`actions: write\`, so \`/rollback\` starts nothing. -> \`actions: write\` under \`jobs.incidents.permissions\` in \`${WORKFLOW}\``,
      'fail: There is no workflow `rollback.yml` on the default branch for `/rollback` to start. -> mend `changes.rollback` in the policy, or add the workflow',
    ]);
  });

  test('takes a workflow that GitHub starts', async () => {
    const hub = await patientWith({
      policy: ROLLBACK,
      files: { '.github/workflows/rollback.yml': 'on: workflow_dispatch\n' },
    });
    hub.setWorkflow('rollback.yml', 'disabled_manually');
    expect(ills(await diagnosed(hub)).at(-1)).toBe(
      'fail: GitHub does not start `rollback.yml`, the workflow of `/rollback`: it is disabled. -> `gh workflow enable rollback.yml`',
    );
  });
});
