import { diagnose } from '../../setup/doctor/diagnose.ts';
import type { Start } from '../context.ts';
import { newReport, type Report } from '../report.ts';

/** Says what the repository lacks, whatever started the run, and changes nothing. */
export async function examine({ inputs, github, now, pager }: Start): Promise<Report> {
  const diagnosis = await diagnose({
    github,
    now,
    repository: `${inputs.owner}/${inputs.repository}`,
    policyPath: inputs.policy,
    incidentLabel: inputs.label,
    probe: (notifier, language) => pager.probe(notifier, language),
    variables: new Set(Object.keys(process.env).filter((name) => process.env[name] !== '')),
  });
  return newReport(false, { language: diagnosis.language, diagnosis });
}
