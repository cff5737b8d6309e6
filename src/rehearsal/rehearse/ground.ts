import type { Policy } from '../../capabilities/policy.ts';
import type { Cast } from './cast.ts';

/** What a rehearsal rests on. */
export interface Ground {
  readonly policy: Policy;
  /** The text that the policy was read from; null for the built-in one. */
  readonly text: string | null;
  readonly cast: Cast;
  /** The person who owns the repository; null where an organization does, which nobody can notify. */
  readonly owner: string | null;
  readonly lacking: Lacking;
}

/** Secrets of notifiers that the workflow does not pass on. */
export interface Lacking {
  /** The path of the workflow. */
  readonly file: string;
  /** The name of the secret, by that of the notifier. */
  readonly secrets: ReadonlyMap<string, string>;
}
