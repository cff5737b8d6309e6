import { Octokit } from '@octokit/rest';
import { createGitHub, type EmbeddedGitHub, type GitHubOptions } from '../../../src/rehearsal/github/embedded.ts';

const silent = { debug: () => 0, info: () => 0, warn: () => 0, error: () => 0 };

/** What a query answers, as far as the tests care. */
export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { type?: string; message: string; path?: (string | number)[] }[];
}

/** Alice writes, Bob triages, Mallory is a stranger. */
export function hubFor(options: GitHubOptions = {}): EmbeddedGitHub {
  return createGitHub({
    people: { alice: 'maintain', bob: 'triage' },
    strangers: ['mallory'],
    start: Date.UTC(2026, 10, 2, 9),
    ...options,
  });
}

export function octokitFor(hub: EmbeddedGitHub, auth = 'test-token'): Octokit {
  return new Octokit({ auth, baseUrl: hub.url, log: silent, request: { fetch: hub.fetch } });
}

/** Data and errors of a GraphQL request, whether or not it failed. */
export async function ask(
  hub: EmbeddedGitHub,
  query: string,
  variables: Record<string, unknown> = {},
  token?: string,
): Promise<Answer> {
  const response = await octokitFor(hub, token).request('POST /graphql', { query, variables });
  return response.data as Answer;
}

/** What stands at a path of dots in an answer. */
export function at(answer: Answer, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], answer.data);
}

/** The same, when everything but the answer would be a mistake. */
export async function read(hub: EmbeddedGitHub, selection: string, path = ''): Promise<unknown> {
  const answer = await ask(hub, `{ repository(owner: "acme", name: "shop") { ${selection} } }`);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return at(answer, path === '' ? 'repository' : `repository.${path}`);
}
