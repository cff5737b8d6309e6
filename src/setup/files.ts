import type { Policy } from '../capabilities/policy.ts';
import { assistanceForm, incidentForm } from './form.ts';
import { maintenanceForm } from './maintenance-form.ts';
import { workflowFor } from './workflow.ts';

/** A file that comes from the policy; null where the policy wants none, and one from before is to go. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string | null;
}

/** What files are made from: the policy, the path of its file, and the label that makes an issue an incident. */
interface Origin {
  readonly policy: Policy;
  readonly policyFile: string;
  readonly incidentLabel: string;
}

/** The label that makes an issue an incident, unless somebody says otherwise. */
export const INCIDENT_LABEL = 'incident';
export const INCIDENT_FORM = '.github/ISSUE_TEMPLATE/incident.yml';
const ASSISTANCE_FORM = '.github/ISSUE_TEMPLATE/assistance.yml';
const MAINTENANCE_FORM = '.github/ISSUE_TEMPLATE/maintenance.yml';
export const WORKFLOW = '.github/workflows/tocsin.yml';

/** The issue forms of a policy. */
export function formFiles({ policy, policyFile, incidentLabel }: Origin): readonly GeneratedFile[] {
  const assistance = assistanceForm(policy);
  const maintenance = maintenanceForm(policy);
  return [
    { path: INCIDENT_FORM, text: marked(policyFile, incidentForm(policy, incidentLabel)) },
    { path: ASSISTANCE_FORM, text: assistance === null ? null : marked(policyFile, assistance) },
    { path: MAINTENANCE_FORM, text: maintenance === null ? null : marked(policyFile, maintenance) },
  ];
}

/** All that `tocsin init` writes from a policy. */
export function generatedFiles(origin: Origin): readonly GeneratedFile[] {
  const { policy, policyFile, incidentLabel } = origin;
  const workflow = workflowFor(policy, policyFile, incidentLabel);
  return [...formFiles(origin), { path: WORKFLOW, text: marked(policyFile, workflow) }];
}

/** What is to be done about a file, given what there is; null is nothing. */
type Standing = 'missing' | 'good' | 'stale' | 'foreign' | 'unwanted';

/** How a file stands. One whose mark somebody took away, or that comes from another policy, is none of ours. */
export function fileStandingOf({ text }: GeneratedFile, policyFile: string, current: string | null): Standing {
  if (current === null) return text === null ? 'good' : 'missing';
  const lines = current.replace(/^\ufeff/, '').replace(/\r\n/g, '\n');
  if (!lines.startsWith(`${mark(policyFile)}\n`)) return text === null ? 'good' : 'foreign';
  if (text === null) return 'unwanted';
  return lines === text ? 'good' : 'stale';
}

/** The paths of the files that are not what the policy makes of them; those that are not there are not missed. */
export async function staleFiles(
  files: readonly GeneratedFile[],
  policyFile: string,
  read: (path: string) => Promise<string | null>,
): Promise<readonly string[]> {
  const standings = await Promise.all(
    files.map(async (file) => fileStandingOf(file, policyFile, await read(file.path))),
  );
  return files.filter((_, i) => standings[i] === 'stale' || standings[i] === 'unwanted').map(({ path }) => path);
}

/** What is said of such a file; `program` is what to type before a command. */
export const notGenerated = (program: string): string => `is not what the policy generates: run ${program} init`;

function marked(policyFile: string, text: string): string {
  return `${mark(policyFile)}\n${text}`;
}

function mark(policyFile: string): string {
  return `# Written by \`tocsin init\` from ${policyFile} and checked by \`tocsin check\`. Take this line out to make the file your own.`;
}
