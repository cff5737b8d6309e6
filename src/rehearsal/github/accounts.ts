import { REPOSITORY_ROLES } from '../../model/role.ts';
import { mayNot } from './refusal.ts';
import { freshId, type Account, type BuiltInRole, type Role, type World } from './state.ts';

/** The account of a login, made when it is new: acting makes a person known. */
export function accountOf(world: World, login: string, kind?: Account['kind']): Account {
  const known = findAccount(world, login);
  if (known) return known;
  const type = kind ?? (login.endsWith('[bot]') ? 'Bot' : 'User');
  const prefix = type === 'User' ? 'U' : type === 'Bot' ? 'BOT' : 'O';
  const account: Account = { kind: type, ...freshId(world, prefix), login, deleted: false };
  world.accounts.set(login.toLowerCase(), account);
  world.nodes.set(account.id, account);
  return account;
}

export function findAccount(world: World, login: string): Account | undefined {
  return world.accounts.get(login.toLowerCase());
}

/** Takes the account away: from then on its issues, comments and events have no author. */
export function deleteAccount(world: World, login: string): void {
  const account = findAccount(world, login);
  if (!account) throw new Error(`no such user: ${login}`);
  account.deleted = true;
  world.deleted.add(login.toLowerCase());
  world.accounts.delete(login.toLowerCase());
  world.roles.delete(login.toLowerCase());
  world.nodes.delete(account.id);
  for (const issue of world.issues.values()) issue.assignees = issue.assignees.filter((one) => one !== account);
}

/** The role that a person was given in the repository, if any. */
export function roleOf(world: World, account: Account): Role | undefined {
  return world.roles.get(account.login.toLowerCase());
}

/** A role's name, and the role of GitHub's own that it is or is based on. */
export function nameAndBase(role: Role): Exclude<Role, string> {
  return typeof role === 'string' ? { name: role, base: role } : role;
}

/** The role that a person acts in: everybody may read a public repository. */
export function roleHere(world: World, account: Account): Role | undefined {
  return roleOf(world, account) ?? (world.visibility === 'public' ? 'read' : undefined);
}

export function isAtLeast(role: Role, least: BuiltInRole): boolean {
  return REPOSITORY_ROLES.indexOf(nameAndBase(role).base) >= REPOSITORY_ROLES.indexOf(least);
}

interface Demand {
  readonly account: Account;
  readonly least: BuiltInRole;
  /** What GitHub calls what they are about to do. */
  readonly act: string;
}

/** @throws {RequestRefusal} unless the person has that role or a greater one. */
export function demand(world: World, { account, least, act }: Demand): void {
  const role = roleHere(world, account);
  if (role === undefined || !isAtLeast(role, least)) throw mayNot(account.login, act);
}

/** How GraphQL writes a login: a bot's has no suffix. */
export function graphqlLogin(account: Account): string {
  return account.login.replace(/\[bot\]$/, '');
}

/** What everybody may see of an author: nothing once the account is gone. */
export function visible(account: Account | null): Account | null {
  return account?.deleted ? null : account;
}

export function association(world: World, account: Account): 'OWNER' | 'COLLABORATOR' | 'NONE' {
  if (account.login.toLowerCase() === world.owner.toLowerCase()) return 'OWNER';
  return roleOf(world, account) ? 'COLLABORATOR' : 'NONE';
}
