import { diagnose } from '../../setup/doctor/diagnose.ts';
import { diagnosisLines, diagnosisMarkdown, findingText } from '../../setup/doctor/render.ts';
import type { Result } from '../../setup/doctor/result.ts';
import type { Start } from '../context.ts';
import { githubStatusPageOf } from '../github-status.ts';
import { newReport, type Report } from '../report.ts';

export { formProblems } from '../../setup/check.ts';
export { punctualityOf } from '../../setup/doctor/punctuality.ts';

/** Says what the repository lacks, whatever started the run, and changes nothing. */
export async function examine({ inputs, github, now, pager }: Start): Promise<Report> {
  const diagnosis = await diagnose({
    github,
    now,
    repository: `${inputs.owner}/${inputs.repository}`,
    policyPath: inputs.policy,
    incidentLabel: inputs.label,
    // A runner says which GitHub it belongs to.
    askStatus: githubStatusPageOf(process.env.GITHUB_API_URL || null),
    probe: (notifier, language) => pager.probe(notifier, language),
    variables: new Set(Object.keys(process.env).filter((name) => process.env[name] !== '')),
  });
  const { language, findings, load } = diagnosis;
  const textsOf = (result: Result): readonly string[] =>
    findings.filter((it) => it.result === result).map((finding) => findingText(language, finding));
  return newReport(false, {
    language,
    diagnosis: {
      findings,
      load,
      log: diagnosisLines(diagnosis)
        .map(({ text }) => text)
        .join('\n'),
      summary: diagnosisMarkdown(diagnosis),
      failures: textsOf('fail'),
      warnings: textsOf('warn'),
    },
  });
}
