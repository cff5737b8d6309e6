import { GitHubError } from './port.ts';

/** The part of an error of Octokit that is looked at: of REST, or of GraphQL before it executed anything. */
interface Thrown {
  readonly status?: number;
  readonly message?: string;
  readonly response?: {
    readonly headers?: Readonly<Record<string, string | number | undefined>>;
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
  const wait = Number(headers['retry-after'] ?? NaN);
  const retryAfter = Number.isFinite(wait) ? wait : null;
  if (status === 401) return new GitHubError('bad-token', 'GitHub does not accept the token: check the input `token`.');
  if (status === 429 || retryAfter !== null || /rate limit/i.test(message) || headers['x-ratelimit-remaining'] === '0')
    return new GitHubError('rate-limited', 'GitHub asks to wait: too many requests in a short time.', retryAfter ?? 60);
  if (status === 403) return new GitHubError('no-permission', `${PERMISSIONS}\nGitHub said: ${message}`);
  if (status === 404) return new GitHubError('not-found', `GitHub knows nothing at that place: ${message}`);
  if (status === undefined || status >= 500)
    return new GitHubError('no-answer', `GitHub gave no usable answer (${status ?? 'connection lost'}).`);
  return new GitHubError('rejected', `GitHub rejected the request (${status}): ${message}`);
}

/** What one error inside a GraphQL answer means. */
export function errorIn({ type, message }: RawError): GitHubError {
  if (type === 'RATE_LIMITED')
    return new GitHubError('rate-limited', 'The hourly allowance of GitHub is used up.', 3600);
  const wall = WALLS.find(([pattern]) => pattern.test(message));
  if (wall) return new GitHubError('impossible', wall[1]);
  if (type === 'FORBIDDEN' || /not accessible by/i.test(message))
    return new GitHubError('no-permission', `${PERMISSIONS}\nGitHub said: ${message}`);
  if (type === 'NOT_FOUND') return new GitHubError('not-found', message);
  if (/something went wrong|timed? ?out/i.test(message)) return new GitHubError('no-answer', message);
  return new GitHubError('rejected', message);
}

/** Why an answer lacks what was asked for: the first error in it. */
export function failureIn([error]: readonly RawError[]): GitHubError {
  return error ? errorIn(error) : new GitHubError('no-answer', 'GitHub gave no usable answer.');
}
