import { graphqlLogin, visible } from '../accounts.ts';
import type { Account } from '../state.ts';
import type { Fields } from './context.ts';

const common: Fields<Account> = {
  id: (account) => account.id,
  databaseId: (account) => account.databaseId,
  login: graphqlLogin,
  url: (account) =>
    account.kind === 'Bot' ? `https://github.com/apps/${graphqlLogin(account)}` : `https://github.com/${account.login}`,
  resourcePath: (account) => (account.kind === 'Bot' ? `/apps/${graphqlLogin(account)}` : `/${account.login}`),
  avatarUrl: (account) => `https://avatars.githubusercontent.com/u/${account.databaseId}`,
};

/** The account behind `viewer`: the one place where GraphQL writes a bot's login with its suffix. */
export interface Viewer {
  readonly viewer: Account;
}

/** GraphQL says that the viewer is a User even when it is a bot. */
export const user: Fields<Account | Viewer> = {
  ...Object.fromEntries(
    Object.entries(common).map(([name, field]) => [
      name,
      (source: Account | Viewer, args: never, context) =>
        field('viewer' in source ? source.viewer : source, args, context),
    ]) satisfies [string, Fields<Account | Viewer>[string]][],
  ),
  login: (source) => ('viewer' in source ? source.viewer.login : source.login),
  name: () => null,
  isViewer: (source, _args, { viewer }) => ('viewer' in source ? true : source === viewer),
};

export const bot: Fields<Account> = common;
export const organization: Fields<Account> = { ...common, name: () => null };

/** An author as GraphQL shows it: null once the account is gone. */
export function actor(account: Account | null): Account | null {
  return visible(account);
}
