import { hubTimestamp, type VirtualClock } from './clock.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** What an hour allows, as the Actions token has it; a test may set less. */
export interface Limits {
  restRequests: number;
  graphqlPoints: number;
  /** Content-creating mutations in a minute of virtual time, beyond which the secondary limit answers. Off by default. */
  contentPerMinute: number;
}

interface Budget {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  readonly reset: number;
}

export interface Rates {
  readonly limits: Limits;
  /** Takes so many units if they are left. */
  spend(resource: 'rest' | 'graphql', units: number): boolean;
  budget(resource: 'rest' | 'graphql'): Budget;
  /** Counts creations against the secondary limit. */
  create(count: number): boolean;
  /** The same counts, to be gone on with by another clock. */
  fork(clock: VirtualClock): Rates;
}

/** What the clients have used up. */
interface Use {
  readonly limits: Limits;
  readonly used: { rest: number; graphql: number };
  readonly reset: { rest: number; graphql: number };
  created: readonly { readonly at: number; readonly count: number }[];
}

/** Counts what the clients use up; an hour begins with its first request. */
export function createRates(clock: VirtualClock): Rates {
  return countUse(clock, {
    limits: { restRequests: 1000, graphqlPoints: 1000, contentPerMinute: Infinity },
    used: { rest: 0, graphql: 0 },
    reset: { rest: 0, graphql: 0 },
    created: [],
  });
}

function countUse(clock: VirtualClock, use: Use): Rates {
  const { limits, used, reset } = use;
  const limitOf = (resource: 'rest' | 'graphql') => (resource === 'rest' ? limits.restRequests : limits.graphqlPoints);
  const roll = (resource: 'rest' | 'graphql') => {
    if (clock.now() < reset[resource]) return;
    used[resource] = 0;
    reset[resource] = clock.now() + HOUR;
  };
  return {
    limits,
    spend: (resource, units) => {
      roll(resource);
      if (used[resource] + units > limitOf(resource)) return false;
      used[resource] += units;
      return true;
    },
    budget: (resource) => {
      roll(resource);
      const limit = limitOf(resource);
      return { limit, used: used[resource], remaining: Math.max(0, limit - used[resource]), reset: reset[resource] };
    },
    create: (count) => {
      use.created = use.created.filter((one) => one.at > clock.now() - MINUTE);
      const sum = use.created.reduce((total, one) => total + one.count, count);
      if (sum > limits.contentPerMinute) return false;
      use.created = [...use.created, { at: clock.now(), count }];
      return true;
    },
    fork: (other) => countUse(other, structuredClone(use)),
  };
}

export function rateHeaders(resource: 'rest' | 'graphql', budget: Budget): Record<string, string> {
  return {
    'x-ratelimit-limit': String(budget.limit),
    'x-ratelimit-remaining': String(budget.remaining),
    'x-ratelimit-used': String(budget.used),
    'x-ratelimit-reset': String(Math.ceil(budget.reset / 1000)),
    'x-ratelimit-resource': resource === 'rest' ? 'core' : 'graphql',
  };
}

export function resetAt(budget: Budget): string {
  return hubTimestamp(budget.reset);
}
