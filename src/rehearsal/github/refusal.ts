/** What GitHub refuses to do; `type` is the error type that its GraphQL answers carry. */
export class Refusal extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

export function notFound(message: string): Refusal {
  return new Refusal('NOT_FOUND', message);
}

export function unprocessable(message: string): Refusal {
  return new Refusal('UNPROCESSABLE', message);
}

export function forbidden(): Refusal {
  return new Refusal('FORBIDDEN', 'Resource not accessible by integration');
}

/** Something that GitHub can do and this server cannot: never answered with a quiet null. */
export class NotImplemented extends Error {
  readonly what: string;

  constructor(what: string) {
    super(`embedded GitHub does not implement ${what}`);
    this.what = what;
  }
}
