/** Tells the present, in milliseconds. */
export interface Clock {
  readonly now: () => number;
}

/** A request to a service, as it sees it. */
export interface Request {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a service answers: a status, and JSON or a text. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** A service in memory that does what its documentation says of what is asked of it here, and refuses whatever else. */
export interface Service {
  /** The origin at which it is. */
  readonly origin: string;
  readonly answer: (request: Request) => Reply;
}

/** The present, in whole seconds. */
export const seconds = (clock: Clock): number => Math.floor(clock.now() / 1000);
export const reply = (status: number, body: unknown = ''): Reply => ({ status, body });
