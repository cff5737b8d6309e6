/* Options that several commands have. */

export const POLICY_OPTION = {
  type: 'string',
  value: 'FILE',
  does: 'The policy file. Without it .github/tocsin.yml, and what is built in where there is none.',
} as const;

export const POLICY_PATH_OPTION = {
  type: 'string',
  value: 'PATH',
  does: 'The path of the policy on the default branch, as in the input `policy` of the Action; .github/tocsin.yml unless given.',
} as const;

export const JSON_OPTION = { type: 'boolean', does: 'Print the answer as JSON.' } as const;

export const PAUSE_OPTION = {
  type: 'string',
  multiple: true,
  value: 'FROM/TO',
  does: 'A time that does not count, from one time to another; without TO it still goes on. May be given again.',
} as const;

export const LABEL_OPTION = {
  type: 'string',
  value: 'NAME',
  does: 'The label that makes an issue an incident, as in the input `label` of the Action; "incident" unless given.',
} as const;

export const ACCOUNTS_OPTION = {
  type: 'string',
  value: 'LOGINS',
  does: 'The logins under which the Action writes, separated by commas; github-actions[bot] unless given.',
} as const;

export const REPO_OPTION = {
  type: 'string',
  value: 'OWNER/NAME',
  does: 'The repository. Without it the one in GITHUB_REPOSITORY, or the remote `origin` of this clone.',
} as const;

export const API_OPTION = {
  type: 'string',
  value: 'URL',
  does: "The REST API of a GitHub of one's own, such as https://github.example.org/api/v3.",
} as const;

/** What a time may be. */
export const TIMES = 'now, 16:00, tomorrow 9:00, 2026-11-20 16:00, 2026-11-20T16:00+01:00';
