import { readFileSync } from 'node:fs';
import * as core from '@actions/core';
import { POLICY_FILE } from '../policy/file.ts';
import { LONGEST_LABEL } from '../model/limits.ts';

/** Every input of the Action, in the order of action.yml: its default and what it does. The single source of the tables. */
export const INPUTS = {
  token: {
    default: '${{ github.token }}',
    description:
      'Token that reads the repository and writes issues. The default needs `issues: write` and `contents: read`.',
  },
  policy: { default: POLICY_FILE, description: 'Path of the policy file on the default branch.' },
  label: { default: 'incident', description: 'Label that makes an issue an incident.' },
  command: {
    default: 'run',
    description:
      '`run` does whatever is due. `intake` files the alert of a repository_dispatch or workflow_dispatch. `check` only checks the policy. `sync` creates the labels that are missing. `doctor` says what the repository lacks, and changes nothing. `watch` looks until nothing is due soon, and starts the runs that do what is due; in a run that was started for something else it starts one that watches. `site` writes the status page into a folder, `report` the figures of a month. `gate` fails while incidents stop deployments.',
  },
  out: {
    default: 'site',
    description:
      'The folder into which `site` writes the status page, from the folder of the job. `report` writes its files there too, but into `report` where this is `site`: they are for inside.',
  },
  month: {
    default: '',
    description: 'What `report` reports on, such as `2026-11` or `2026`; the running month if it is empty.',
  },
  service: {
    default: '',
    description: 'The service of the policy that `gate` is about. Without it every open incident counts.',
  },
  environment: {
    default: '',
    description:
      'The environment that `gate` is about, where the policy has a gate for some only (`gate.environments`).',
  },
  'dry-run': {
    default: 'false',
    description: '`true` shows what would be done, with the reasons, and writes nothing.',
  },
  accounts: {
    default: '',
    description:
      'Other logins under which this Action has written here, separated by commas: for when the token changes.',
  },
} as const;

/** Every output of the Action. */
export const OUTPUTS = {
  actions:
    'What was done (or, in a dry run, would be), as JSON: a list of {issue, do, why} with the details of each, without texts.',
  incidents:
    'The incidents looked at, as JSON: a list of {issue, kind, priority, status, category, subcategory, source, level, cause, attributable, firings, downtime, clocks}; downtime and margins in minutes. Confidential incidents are left out.',
  checks:
    'What `command: doctor` found, as JSON: a list of {check, result, what, mend}, where result is ok, warn, fail or skipped.',
  load: 'How often each person was notified and paged in the last 7 days by the incidents looked at, as JSON: a list of {login, notifications, pages, worstNight}, the first two with a number for each hour of the day in the zone of the policy; the most paged come first.',
  watch: '`true` if something is due so soon that a watch is to begin; else `false`.',
  page: '`true` if the status page shows something else than it must, and is to be built again; else `false`.',
  site: 'The folder into which `command: site` has written the status page; empty if it wrote none.',
  'site-changed': '`true` if `command: site` has written another page than the one that is served; else `false`.',
  report: 'The folder into which `command: report` has written its files; empty if it wrote none.',
  gate: 'What `command: gate` found: `open`, `closed`, or `unknown` where it could not look, and the deployment goes on; else empty.',
  failures: 'What failed, as JSON: a list of {issue, message}. Empty exactly if the run is green.',
} as const;

/** What the Action can be told to do, by the input `command`. */
export const ACTION_COMMANDS = ['run', 'intake', 'check', 'sync', 'doctor', 'watch', 'site', 'report', 'gate'] as const;

export interface Inputs {
  readonly token: string;
  readonly policy: string;
  readonly label: string;
  readonly command: (typeof ACTION_COMMANDS)[number];
  readonly dryRun: boolean;
  /** The folder that the status page, or a report, is written into; it is written nowhere if this is left out. */
  readonly out?: string;
  /** The month, `YYYY-MM`, or year that is reported on; the running month if this is empty or left out. */
  readonly month?: string;
  /** What `gate` is about; empty or left out is everything. */
  readonly service?: string;
  readonly environment?: string;
  readonly accounts: readonly string[];
  readonly owner: string;
  readonly repository: string;
  readonly event: string;
  readonly payload: unknown;
  /** Name of the file of the workflow that runs this; null outside of one. */
  readonly workflow: string | null;
  /** The branch or tag that the run is on; null outside of one. */
  readonly ref: string | null;
}

/** Reads the inputs and the runner's environment. Throws, naming the input and what it takes, if one cannot be used. */
export function readInputs(): Inputs {
  const get = (name: keyof typeof INPUTS): string =>
    core.getInput(name) || (name === 'token' ? '' : INPUTS[name].default);
  const token = get('token');
  if (!token) throw new Error('The input `token` is empty. Leave it out to use the token of the job.');
  core.setSecret(token);
  const command = ACTION_COMMANDS.find((it) => it === get('command'));
  if (!command)
    throw new Error(`The input \`command\` is "${get('command')}"; it takes ${ACTION_COMMANDS.join(', ')}.`);
  const dryRun = get('dry-run').toLowerCase();
  if (dryRun !== 'true' && dryRun !== 'false')
    throw new Error(`The input \`dry-run\` is "${get('dry-run')}"; it takes true or false.`);
  const month = get('month').trim();
  if (!/^(?:\d{4}(?:-(?:0[1-9]|1[0-2]))?)?$/.test(month))
    throw new Error(`The input \`month\` is "${month}"; it takes a month such as 2026-11, or a year.`);
  const label = get('label').trim();
  if (label === '' || label.length > LONGEST_LABEL || label.includes(','))
    throw new Error(
      `The input \`label\` is "${label}"; it takes one label name of at most ${LONGEST_LABEL} characters, without a comma.`,
    );
  const [owner, repository] = (process.env.GITHUB_REPOSITORY ?? '').split('/');
  if (!owner || !repository)
    throw new Error('GITHUB_REPOSITORY is not set to owner/name: this runs inside GitHub Actions.');
  return {
    token,
    policy: get('policy')
      .trim()
      .replace(/^\.?\//, ''),
    label,
    command,
    dryRun: dryRun === 'true',
    out: outOf(command, get('out').trim() || INPUTS.out.default),
    month,
    service: get('service').trim(),
    environment: get('environment').trim(),
    accounts: get('accounts')
      .split(/[\s,]+/)
      .filter((login) => login !== ''),
    owner,
    repository,
    event: process.env.GITHUB_EVENT_NAME ?? '',
    payload: readPayload(process.env.GITHUB_EVENT_PATH),
    ref: process.env.GITHUB_REF_NAME || null,
    workflow: /\/([^/@]+)@/.exec(process.env.GITHUB_WORKFLOW_REF ?? '')?.[1] ?? null,
  };
}

function readPayload(path: string | undefined): unknown {
  if (!path) return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    throw new Error(`The event file ${path} cannot be read as JSON.`, { cause: error });
  }
}

/** The folder of the status page is published: what is for inside is not written there unless somebody names it. */
function outOf(command: Inputs['command'], out: string): string {
  return command === 'report' && out === INPUTS.out.default ? 'report' : out;
}

/** JSON that a runner which prints outputs into its log takes for no command; whoever reads it finds the same. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value).replaceAll('::', ':\\u003a').replaceAll('##[', '#\\u0023[');
}

/** Writes the outputs of the Action. */
export function writeOutputs(outputs: Readonly<Record<keyof typeof OUTPUTS, unknown>>): void {
  for (const [name, value] of Object.entries(outputs))
    core.setOutput(name, typeof value === 'string' ? value : jsonOf(value));
}
