/** The kinds of hosted pages, by their `type` in the policy. */
export type TargetType = 'statuspage' | 'instatus' | 'cstate';

/** A hosted page as the policy has it. */
export interface HostedTarget {
  readonly type: TargetType;
  /** Which page: its id there, or the repository that holds it, `owner/name`. */
  readonly page: string;
  /** The branch of that repository; null where there is none. */
  readonly branch: string | null;
  /** Name of the environment variable that holds the token. */
  readonly token: string;
  /** What components are called there, by their keys in the policy. */
  readonly components: Readonly<Record<string, string>>;
}

/** One request that changes a hosted page, as data. */
export interface HostedStep {
  readonly method: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below the address of the service; `{created}` in it is the id of what the last creation of the plan has made. */
  readonly path: string;
  readonly body?: object;
  /** Set where the answer says the id of what it has made. */
  readonly creates?: true;
  /** The entry that it is about: where one step of an entry is refused, its others are not tried. */
  readonly entry: string;
}

export const CREATED = '{created}';

/** Asks a hosted page something that changes nothing; a body is that of a query. Throws if there is no answer. */
export type Ask = (path: string, query?: object) => Promise<unknown>;

/** What an answer with the status of a success refuses all the same. */
export interface HostedRefusal {
  /** The status that says the same. Of 409 something has changed there since it was read. */
  readonly status: number;
  readonly text: string;
}

/**
 * One kind of hosted page. What stands there is the only record of what was told: it is read, a plan leads from it to what is wanted, and
 * the same plan made again once it is carried out is empty.
 */
export interface HostedKind<Wanted, Remote> {
  /** Its name for people. */
  readonly title: string;
  /** The least time from one request to the next, in milliseconds. */
  readonly pace: number;
  /** The address of its API, without a slash at its end. */
  readonly apiOf: (env: Readonly<Record<string, string | undefined>>) => string;
  readonly headersOf: (token: string) => Readonly<Record<string, string>>;
  /** What stands there. Throws where an answer is not as the service answers. */
  readonly read: (ask: Ask, target: HostedTarget, wanted: Wanted) => Promise<Remote>;
  readonly plan: (wanted: Wanted, remote: Remote, target: HostedTarget) => readonly HostedStep[];
  readonly refusalIn?: (answer: unknown) => HostedRefusal | null;
}
