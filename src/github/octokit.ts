import { GitHubError, isUnanswered } from './port.ts';
import { errorIn, errorOf, limitIn, type RawError } from './errors.ts';

/** Of the headers of an answer, those that are looked at. */
interface AnswerHeaders {
  readonly date?: string;
  readonly 'x-ratelimit-resource'?: string;
  readonly 'x-ratelimit-remaining'?: string;
  readonly 'x-ratelimit-limit'?: string;
}

/** The part of an Octokit that is used, whichever package made it. */
export interface Octokit {
  readonly hook: {
    after(name: 'request', then: (response: { readonly headers: AnswerHeaders }) => void): void;
  };
  request(route: string, parameters?: Record<string, unknown>): Promise<{ readonly data: unknown }>;
  graphql(query: string, variables?: Record<string, unknown>): Promise<unknown>;
}

/** An answer of GraphQL: what there is, and what went wrong on the way, which may be both. */
export interface GraphAnswer {
  readonly data: unknown;
  readonly errors: readonly RawError[];
}

/** Asks GraphQL once. Throws a GitHubError only if nothing at all came back; partial errors are part of the answer. */
export async function askGitHub(
  octokit: Octokit,
  query: string,
  variables: Record<string, unknown>,
): Promise<GraphAnswer> {
  try {
    const data = await octokit.graphql(query, variables);
    // A truncated answer is no JSON, and then Octokit brings nothing.
    if (typeof data !== 'object' || data === null) throw new GitHubError('no-answer', 'GitHub’s answer was cut off.');
    return { data, errors: [] };
  } catch (thrown) {
    const partial = thrown as {
      readonly name?: string;
      readonly data?: unknown;
      readonly errors?: readonly RawError[];
      readonly headers?: Readonly<Record<string, string | number | undefined>>;
    };
    if (partial.name !== 'GraphqlResponseError' || !partial.errors) throw errorOf(thrown);
    const limit = limitIn(partial.errors, partial.headers);
    if (limit) throw limit;
    if (!partial.data) throw errorIn(partial.errors[0]!);
    return { data: partial.data, errors: partial.errors };
  }
}

/** Waits; injected, so that nothing sleeps in tests. Where there is no time to, it rejects, and nothing is tried again. */
export type Sleep = (ms: number) => Promise<void>;

const ATTEMPTS = 3;
const PAUSE_MS = 1_000;
/** The longest that a run waits because GitHub asks it to; longer waits are left to the next run. In seconds. */
const LONGEST_WAIT = 60;

/**
 * Does something that may safely be done twice, again after a fault: a read, or a request that GitHub refused to look at.
 * `again` says which troubles are worth another try.
 */
export async function persist<T>(
  sleep: Sleep,
  again: (error: GitHubError) => boolean,
  work: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (thrown) {
      const error = errorOf(thrown);
      const wait = error.retryAfter ?? attempt * (PAUSE_MS / 1000);
      if (attempt === ATTEMPTS || !again(error) || wait > LONGEST_WAIT) throw error;
      await sleep(wait * 1000).catch(() => {
        throw error;
      });
    }
  }
}

/** For reads: no answer, or asked to wait. */
export function isPassing(error: GitHubError): boolean {
  return isUnanswered(error) || error.trouble === 'rate-limited';
}
