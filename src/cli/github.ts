import { Octokit } from '@octokit/rest';
import type { Instant } from '../calendar/calendar.ts';
import { connect } from '../github/adapter.ts';
import { fetchFor } from '../github/fetch.ts';
import type { GitHub } from '../github/port.ts';

/** What the terminal asks about: a repository, with a token, through the REST API at `api`; null is github.com. */
interface Place {
  readonly owner: string;
  readonly name: string;
  readonly token: string;
  readonly api: string | null;
  /** The accounts that the Action writes with, where it matters what is its own; the token is then taken for that of a person. */
  readonly accounts?: readonly string[];
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What goes wrong is told by the command, once. */
const QUIET = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** GitHub for a command of the terminal. Commands import this file only when they ask, so that the others start sooner. */
export async function openGitHub({ owner, name, token, api, accounts }: Place, now: Instant): Promise<GitHub> {
  const baseUrl = (api ?? 'https://api.github.com').replace(/\/+$/, '');
  const octokit = new Octokit({ auth: token, baseUrl, log: QUIET, request: { fetch: await fetchFor(baseUrl) } });
  const whose = { accounts: accounts ?? [], isOnlooker: accounts !== undefined };
  return connect({ octokit, owner, name, sleep, ...whose }, now);
}
