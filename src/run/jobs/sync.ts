import { readPolicy } from '../../policy/file.ts';
import { labelClash } from '../../setup/labels.ts';
import { syncLabels } from '../../setup/sync.ts';
import type { Start } from '../context.ts';
import { findPolicy } from '../policy-in-force.ts';
import { newReport, type Report } from '../report.ts';

/** Creates the labels of the policy that the repository lacks, whatever started the run. How those look that it has is not touched. */
export async function updateLabels({ inputs, github }: Start): Promise<Report> {
  const inForce = await findPolicy(github, await readPolicy(inputs.policy, (path) => github.readFile('HEAD', path)));
  const clash = labelClash(inForce.policy, inputs.label);
  if (clash !== null) throw new Error(clash);
  const how = { apply: !inputs.dryRun, recolour: false };
  const { lines } = await syncLabels(github, inForce.policy, inputs.label, how);
  return newReport(inputs.dryRun, {
    inForce,
    filed: lines.map((what) => ({ issue: null, do: 'sync-label', what })),
  });
}
