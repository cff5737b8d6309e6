import { GitHubError } from './port.ts';

type Headers = Readonly<Record<string, string | number | undefined>>;

/** The part of an error of Octokit that is looked at: of REST, or of GraphQL before it executed anything. */
interface Thrown {
  readonly status?: number;
  readonly message?: string;
  readonly response?: {
    readonly headers?: Headers;
    readonly data?: unknown;
  };
}

export interface RawError {
  readonly type?: string;
  readonly message: string;
  readonly path?: readonly (string | number)[];
}

const PERMISSIONS =
  'The token may not do that. Give the job these permissions:\n  permissions:\n    contents: read\n    issues: write';

const HASTE = 'GitHub asks to wait: too many requests in a short time.';

/** What GitHub does not do whoever asks, in words that say what would help. */
const WALLS: readonly (readonly [RegExp, string])[] = [
  [/issue is locked/i, 'The issue is locked, so GitHub takes no comment there: unlock it, or go on in a new one.'],
  [
    /(?:maximum|more than|at most|exceed).{0,40}labels|labels.{0,40}(?:maximum|limit)/i,
    'The issue has as many labels as GitHub takes: take some off.',
  ],
  [/commenting is disabled/i, 'The issue has as many comments as GitHub takes: go on in a new one, and link to it.'],
];

/** What went wrong with a request as a whole, in words that say what to change. */
export function errorOf(thrown: unknown): GitHubError {
  if (thrown instanceof GitHubError) return thrown;
  const {
    status,
    response,
    message = String(thrown),
  } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as Thrown;
  const headers = response?.headers ?? {};
  const retryAfter = waitIn(headers);
  if (status === 401) return new GitHubError('bad-token', 'GitHub does not accept the token: check the input `token`.');
  if (status === 429 || retryAfter !== null || /rate limit/i.test(message))
    return new GitHubError('rate-limited', HASTE, retryAfter ?? 60);
  if (status === 403) return new GitHubError('no-permission', `${PERMISSIONS}\nGitHub said: ${message}`);
  if (status === 404) return new GitHubError('not-found', `GitHub knows nothing at that place: ${message}`);
  if (status === undefined || status >= 500)
    return new GitHubError('no-answer', `GitHub gave no usable answer (${status ?? 'connection lost'}).`);
  return new GitHubError('rejected', `GitHub rejected the request (${status}): ${message}`);
}

/** Seconds to wait as an answer's headers have it: a number, a date, or when the hour's allowance is renewed; null where they say nothing. */
function waitIn(headers: Headers): number | null {
  const after = headers['retry-after'];
  if (after !== undefined && after !== '') {
    const seconds = Number.isFinite(Number(after)) ? Number(after) : fromNow(Date.parse(String(after)), headers);
    // What cannot be read asks to wait all the same.
    return Number.isNaN(seconds) ? 60 : Math.max(0, seconds);
  }
  if (String(headers['x-ratelimit-remaining'] ?? '') !== '0') return null;
  const seconds = fromNow(Number(headers['x-ratelimit-reset'] ?? NaN) * 1000, headers);
  return Number.isNaN(seconds) ? null : Math.max(0, seconds);
}

/** How many seconds an instant is from the time of the answer; not a number if either cannot be read. */
function fromNow(at: number, { date }: Headers): number {
  return Math.ceil((at - Date.parse(String(date ?? ''))) / 1000);
}

/** The limit that an answer to a GraphQL request reports, if any. It may come with status 200, and says in its headers how long to wait. */
export function limitIn(errors: readonly RawError[], headers: Headers = {}): GitHubError | null {
  if (errors.some(({ type }) => type === 'RATE_LIMITED'))
    return new GitHubError('rate-limited', 'The hourly allowance of GitHub is used up.', waitIn(headers) ?? 3600);
  if (errors.some(({ message }) => /secondary rate limit/i.test(message)))
    return new GitHubError('rate-limited', HASTE, waitIn(headers) ?? 60);
  return null;
}

/** What one error inside a GraphQL answer means. */
export function errorIn(error: RawError): GitHubError {
  const limit = limitIn([error]);
  if (limit) return limit;
  const { type, message } = error;
  const wall = WALLS.find(([pattern]) => pattern.test(message));
  if (wall) return new GitHubError('impossible', wall[1]);
  if (type === 'FORBIDDEN' || /not accessible by/i.test(message))
    return new GitHubError('no-permission', `${PERMISSIONS}\nGitHub said: ${message}`);
  if (type === 'NOT_FOUND') return new GitHubError('not-found', message);
  if (/something went wrong|timed? ?out/i.test(message)) return new GitHubError('no-answer', message);
  return new GitHubError('rejected', message);
}

/** Whether a commit was asked for a file that it has not: GitHub answers with this beside all other commits. */
export function isMissingFile({ type, path }: RawError): boolean {
  return type === 'NOT_FOUND' && path?.at(-1) === 'file';
}

/** Why an answer lacks what was asked for: the first error in it. */
export function failureIn([error]: readonly RawError[]): GitHubError {
  return error ? errorIn(error) : new GitHubError('no-answer', 'GitHub gave no usable answer.');
}
