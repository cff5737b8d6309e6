/** What GitHub refuses to do; `type` is the error type that its GraphQL answers carry. */
export class RequestRefusal extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

export function notFound(message: string): RequestRefusal {
  return new RequestRefusal('NOT_FOUND', message);
}

export function unprocessable(message: string): RequestRefusal {
  return new RequestRefusal('UNPROCESSABLE', message);
}

export function forbidden(): RequestRefusal {
  return new RequestRefusal('FORBIDDEN', 'Resource not accessible by integration');
}

/** What GitHub says to people whose role is too small, or where nobody may. */
export function mayNot(login: string, act: string): RequestRefusal {
  return new RequestRefusal('FORBIDDEN', `${login} does not have the correct permissions to execute \`${act}\``);
}

/** Something that GitHub can do and this server cannot: never answered with a quiet null. */
export class NotImplemented extends Error {
  readonly what: string;

  constructor(what: string) {
    super(`embedded GitHub does not implement ${what}`);
    this.what = what;
  }
}
