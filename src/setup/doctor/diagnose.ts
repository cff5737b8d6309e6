import { loadPolicy } from '../../capabilities/load.ts';
import type { GitHubError } from '../../github/port.ts';
import type { Language } from '../../model/language.ts';
import { readPolicy } from '../../policy/file.ts';
import { skipped, type Finding, type DoctorGround } from './check.ts';
import { CHECKS } from './checks.ts';
import { loadIn } from './load.ts';
import { recordsIn } from './records.ts';
import { doctorWords } from './words.ts';
import { tocsinWorkflows } from './workflows.ts';

/** What was found, with the check that found it. */
export interface Diagnosed extends Finding {
  readonly check: keyof typeof CHECKS;
}

/** The findings about one repository, in the language of its policy. */
export interface Diagnosis {
  readonly language: Language;
  readonly repository: string;
  readonly findings: readonly Diagnosed[];
  /** How often each person was notified and paged, see `workload/ledger.ts`; empty where that cannot be seen. */
  readonly load: Awaited<ReturnType<typeof loadIn>>;
}

/** What is looked at: the path of the policy on the default branch, and what the job knows. */
type Patient = Pick<
  DoctorGround,
  'github' | 'now' | 'repository' | 'incidentLabel' | 'variables' | 'probe' | 'askStatus'
> & {
  readonly policyPath: string;
};

/**
 * Looks at all that Tocsin needs in a repository, and changes nothing. What the token may not see is a finding. Throws a GitHubError
 * where nothing can be seen at all: the token is wrong, the repository is not there, GitHub does not answer.
 */
export async function diagnose({ policyPath, ...patient }: Patient): Promise<Diagnosis> {
  const { github } = patient;
  const chosen = await unlessForbidden(() => readPolicy(policyPath, (path) => github.readFile('HEAD', path)));
  const loaded = chosen && (await loadPolicy(chosen.text, chosen.file));
  const policy = loaded?.ok ? loaded.policy : null;
  const files = await unlessForbidden(() => github.filesIn('.github/workflows'));
  const language = policy?.language ?? 'en';
  const words = doctorWords(language);
  const ground: DoctorGround = {
    ...patient,
    records: recordsIn(github, { ...patient, policyPath }),
    language,
    words,
    policy,
    file: chosen && {
      path: chosen.file,
      text: chosen.text,
      problems: [...chosen.problems, ...(loaded?.ok === false ? loaded.problems : [])],
    },
    workflows: files && tocsinWorkflows(files),
  };
  const findings: Diagnosed[] = [];
  for (const [check, look] of Object.entries(CHECKS) as [Diagnosed['check'], (typeof CHECKS)[Diagnosed['check']]][]) {
    const found = await look(ground).catch((error: unknown) => {
      if (!isGitHubs(error)) throw error;
      return [skipped(words.unseen(error.message.replace(/\s+/g, ' ')))];
    });
    findings.push(...found.map((finding) => ({ check, ...finding })));
  }
  const load = await unlessForbidden(() => loadIn(ground));
  return { language, repository: patient.repository, findings, load: load ?? [] };
}

/** Whether GitHub would not do something. */
function isGitHubs(error: unknown): error is GitHubError {
  return error instanceof Error && error.name === 'GitHubError';
}

/** What somebody asks for; null where the token may not see it. */
async function unlessForbidden<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (isGitHubs(error) && error.trouble === 'no-permission') return null;
    throw error;
  }
}
