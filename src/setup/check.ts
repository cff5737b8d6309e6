import { type PolicyProblem } from '../policy/problem.ts';
import { loadPolicy } from '../capabilities/load.ts';
import { formFiles, notGenerated, staleFiles } from './files.ts';

/** The issue forms that are not what a good policy makes of them. The workflow may be that of another version of Tocsin. */
export async function formProblems(
  text: string | null,
  policyFile: string,
  incidentLabel: string,
  read: (path: string) => Promise<string | null>,
): Promise<readonly PolicyProblem[]> {
  const loaded = await loadPolicy(text, policyFile);
  if (!loaded.ok) return [];
  const stale = await staleFiles(formFiles({ policy: loaded.policy, policyFile, incidentLabel }), policyFile, read);
  return stale.map((file) => ({ file, line: 1, column: 1, message: notGenerated('tocsin') }));
}
