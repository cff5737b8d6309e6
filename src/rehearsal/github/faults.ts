/** One request as the log keeps it. */
export interface RequestEntry {
  readonly method: string;
  readonly path: string;
  readonly kind: 'query' | 'mutation' | 'rest';
  readonly operationName: string | null;
  /** The mutations in order: `alias:field`, or the field alone. */
  readonly mutations: readonly string[];
  readonly points: number;
  /** The HTTP status, or that no answer was given. */
  status: number | 'dropped';
  readonly body: unknown;
}

/** What goes wrong with a request. Numbers of mutations count from 1. */
export type Failure =
  /** The connection dies and nothing was handled. */
  | 'drop-before'
  /** The request is handled, but the connection dies before the answer. */
  | 'drop-after'
  /** The request is handled, but its answer is cut in the middle. */
  | 'truncate'
  | { readonly status: 403 | 500 | 502 | 503 | 504; readonly handled: boolean }
  /** Refused unlooked at; with status 200 it is an answer of GraphQL. The wait is in seconds, or as the header has it. */
  | { readonly secondaryLimit: true; readonly retryAfter: number | string; readonly status?: 200 | 403 | 429 }
  /** The first so many mutations are carried out, then the connection dies. */
  | { readonly mutation: number; readonly then: 'drop' }
  /** That mutation alone fails. */
  | { readonly mutation: number; readonly error: string }
  /** Something is awaited before or after the handling; nothing else goes wrong. */
  | { readonly hook: () => void | Promise<void>; readonly at: 'before' | 'after' };

export interface InjectedFault {
  /** Without `when`, the next request. With `matches`, the n-th of the matching ones. */
  readonly when?: {
    readonly request?: number;
    readonly matches?: (request: RequestEntry) => boolean;
  };
  readonly how: Failure;
  /** After it the server refuses everything until `thaw()`, as if the run had been killed there. */
  readonly freeze?: boolean;
  /** Called when the fault has struck, before the client can notice. */
  readonly struck?: () => void | Promise<void>;
}

export interface Faults {
  add(fault: InjectedFault): void;
  clear(): void;
  /** The faults that have not struck yet. */
  pending(): number;
  /** The fault that strikes this request, if any; each strikes once. */
  take(request: RequestEntry): InjectedFault | undefined;
}

/** The faults that tests have asked for. */
export function createFaults(): Faults {
  let waiting: { fault: InjectedFault; countdown: number }[] = [];
  return {
    add: (fault) => {
      waiting.push({ fault, countdown: fault.when?.request ?? 1 });
    },
    clear: () => {
      waiting = [];
    },
    pending: () => waiting.length,
    take: (request) => {
      let struck: InjectedFault | undefined;
      for (const one of waiting) {
        if (one.fault.when?.matches?.(request) === false) continue;
        one.countdown -= 1;
        if (one.countdown <= 0) struck ??= one.fault;
      }
      waiting = waiting.filter((one) => one.fault !== struck);
      return struck;
    },
  };
}
