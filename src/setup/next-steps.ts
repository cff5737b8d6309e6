import type { Policy } from '../capabilities/policy.ts';
import { POLICY_FILE } from '../policy/file.ts';
import { INCIDENT_LABEL } from './files.ts';
import { initWords } from './init-words.ts';
import { pageSecretsOf } from './page-job.ts';
import { secretsOf } from './workflow.ts';

/** What the steps are about. */
interface Place {
  readonly policyFile: string;
  readonly incidentLabel: string;
  /** What to type before a command of the terminal, such as `npx ../tocsin`. */
  readonly program: string;
  /** `owner/name`; null if that is not known. */
  readonly repository: string | null;
}

/** What to do once the files are there, numbered: every command can be typed as it stands. */
export function nextSteps(policy: Policy, place: Place): readonly string[] {
  const { next } = initWords(policy.language);
  const secrets = [...new Set([...secretsOf(policy), ...pageSecretsOf(policy)])];
  const command = (name: string): string => [place.program, name, ...optionsOf(place)].join(' ');
  const steps = [
    next.push,
    ...(policy.roles.size === 0 ? [next.people(place.policyFile)] : []),
    ...(secrets.length === 0 ? [] : [next.secrets(secrets.map((name) => `gh secret set ${name}`).join(' && '))]),
    next.check(command('check')),
    next.labels(command('sync --yes')),
    policy.notifiers.length === 0 ? next.try : next.tryPaged,
  ];
  return ['', next.heading, ...steps.map((step, i) => `  ${i + 1}. ${step}`)];
}

/** The options without which a command would look elsewhere. */
function optionsOf({ policyFile, incidentLabel, repository }: Place): readonly string[] {
  return [
    `--repo ${repository ?? 'OWNER/NAME'}`,
    ...(policyFile === POLICY_FILE ? [] : [`--policy ${policyFile}`]),
    ...(incidentLabel === INCIDENT_LABEL ? [] : [`--label ${JSON.stringify(incidentLabel)}`]),
  ];
}
