/** `kind` is everywhere the name of the GraphQL type. */
export interface Account {
  readonly kind: 'User' | 'Bot' | 'Organization';
  readonly id: string;
  readonly databaseId: number;
  /** As REST and `viewer` write it: a bot's ends in `[bot]`. */
  readonly login: string;
  deleted: boolean;
}
