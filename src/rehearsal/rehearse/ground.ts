import type { Policy } from '../../capabilities/policy.ts';
import type { Cast } from './cast.ts';

/** What a rehearsal rests on. */
export interface RehearsalGround {
  readonly policy: Policy;
  /** The text that the policy was read from; null for the built-in one. */
  readonly text: string | null;
  readonly cast: Cast;
  readonly ownership: Ownership;
  readonly lacking: Lacking;
}

/** Whose the repository is, as far as somebody says. */
export interface Ownership {
  /** The person who owns it; null where nobody says that it is one. */
  readonly person: string | null;
  /** The account that owns it by its address; null if that is not known. Unless it is the person, it is taken for an organisation. */
  readonly account: string | null;
  /** What to type to have the same rehearsed with another owner, such as `npx ../tocsin rehearse`. */
  readonly command: string;
}

/** The organisation that owns the repository, as far as is known: nothing that is for it reaches anybody. */
export function organisationOf({ person, account }: Ownership): string | null {
  return person === null ? account : null;
}

/** Secrets of notifiers that the workflow does not pass on. */
export interface Lacking {
  /** The path of the workflow. */
  readonly file: string;
  /** The name of the secret, by that of the notifier. */
  readonly secrets: ReadonlyMap<string, string>;
}
