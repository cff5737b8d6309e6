/** The repository as far as decisions depend on it. */
export interface Repository {
  readonly owner: string;
  readonly name: string;
  /** Whether the owner is a person, whom a mention reaches. */
  readonly ownedByPerson: boolean;
  /** The person who last changed the workflow, and stands for an organisation as owner; null where nobody is known to have done so. */
  readonly keeper: string | null;
  readonly url: string;
  readonly isPrivate: boolean;
  /** Where it says how to report a vulnerability in private; null if it says nothing. */
  readonly securityPolicy: string | null;
}
