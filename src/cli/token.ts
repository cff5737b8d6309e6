import type { GitHubError } from '../github/port.ts';
import { UsageError } from './arguments.ts';

/** A token, and the variable that it comes from: messages name that one, and never the token. */
export interface Token {
  readonly token: string;
  readonly variable: 'GITHUB_TOKEN' | 'GH_TOKEN';
}

/** The token of the environment. Throws a UsageError that says what it must be able to do. */
export function tokenFor(what: string): Token {
  for (const variable of ['GITHUB_TOKEN', 'GH_TOKEN'] as const) {
    const token = process.env[variable];
    if (token) return { token, variable };
  }
  throw new UsageError(
    `set GITHUB_TOKEN or GH_TOKEN to a token that may ${what}; with the command line of GitHub: export GH_TOKEN=$(gh auth token)`,
  );
}

/** What GitHub would not do, for somebody at a terminal: there the token is theirs, and not that of a job. */
export function troubleOf({ trouble, message }: GitHubError, repository: string, { variable }: Token): string {
  const said = /GitHub said: (.+)/s.exec(message)?.[1];
  switch (trouble) {
    case 'bad-token':
      return `GitHub does not accept the token in ${variable}: it is mistyped, expired or revoked.`;
    case 'no-permission':
      return `The token in ${variable} may not do that in ${repository}. A fine-grained token takes the permissions Contents: read and Issues: write, a classic one the scope repo.${said === undefined ? '' : ` GitHub said: ${said}`}`;
    case 'not-found':
      return `There is no repository ${repository}, or the token in ${variable} may not see it.`;
    default:
      return message;
  }
}
