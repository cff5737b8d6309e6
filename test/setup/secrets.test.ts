import { describe, expect, it } from 'vitest';
import { lackingSecrets } from '../../src/setup/secrets.ts';
import { workflowFor } from '../../src/setup/workflow.ts';
import { policyOf } from './forms.ts';

const FILE = '.github/tocsin.yml';
const policy = await policyOf(`
notifiers:
  pager: { type: pagerduty, key: PAGERDUTY_KEY, for: [P0] }
  chat: { type: slack, url: SLACK_WEBHOOK, for: [P0] }
`);

const step = (more: string): string => `jobs:\n  incidents:\n    steps:\n      - uses: tocsin/tocsin@v1\n${more}`;
const lacking = (workflow: string, file = FILE): unknown => Object.fromEntries(lackingSecrets(policy, file, workflow));

describe('the secrets that a workflow does not pass on', () => {
  it('are none of the workflow that was written for the policy', () => {
    expect(lacking(workflowFor(policy, FILE, 'incident'))).toEqual({});
    expect(lacking(workflowFor(policy, 'ops/p.yml', 'incident'), 'ops/p.yml')).toEqual({});
  });

  it('are told by notifier, wherever else the workflow sets the others', () => {
    expect(lacking(step(''))).toEqual({ pager: 'PAGERDUTY_KEY', chat: 'SLACK_WEBHOOK' });
    expect(lacking(step('        env: { SLACK_WEBHOOK: x }\n'))).toEqual({ pager: 'PAGERDUTY_KEY' });
    expect(lacking(`env: { SLACK_WEBHOOK: x, PAGERDUTY_KEY: y }\n${step('')}`)).toEqual({});
    expect(lacking(step('    env: { PAGERDUTY_KEY: y }\n'))).toEqual({ chat: 'SLACK_WEBHOOK' });
  });

  it('do not count where a step tells nobody', () => {
    const checking = step('        with: { command: check }\n        env: { SLACK_WEBHOOK: x, PAGERDUTY_KEY: y }\n');
    expect(lacking(`${checking}      - uses: tocsin/tocsin@v1\n        env: { SLACK_WEBHOOK: x }\n`)).toEqual({
      pager: 'PAGERDUTY_KEY',
    });
    // What somebody may choose at the start tells people otherwise.
    const choosing = step("        with: { command: '${{ inputs.command }}' }\n");
    expect(lacking(choosing)).toEqual({ pager: 'PAGERDUTY_KEY', chat: 'SLACK_WEBHOOK' });
  });

  it.each([
    ['a workflow of another policy', step('        with: { policy: other.yml }\n')],
    ['a workflow without Tocsin', 'jobs:\n  build:\n    steps: [{ run: make }]\n'],
    ['what is no workflow', 'a: [\n'],
    ['nothing', ''],
    ['odd places', 'jobs: [1]\nenv: 2\n'],
  ])('are not known of %s', (_, workflow) => {
    expect(lacking(workflow)).toEqual({});
  });
});
