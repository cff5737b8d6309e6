type Access = 'none' | 'read' | 'write';

/** The permissions of a token; what is not named is not granted. */
interface Permissions {
  readonly issues?: Access;
  readonly contents?: Access;
  readonly actions?: Access;
  readonly pull_requests?: Access;
  readonly deployments?: Access;
  readonly discussions?: Access;
  readonly metadata?: 'read';
}

export interface HubToken {
  readonly login: string;
  readonly permissions: Permissions;
}

export const DEFAULT_TOKENS: Readonly<Record<string, HubToken>> = {
  'test-token': {
    login: 'github-actions[bot]',
    permissions: { issues: 'write', contents: 'read', metadata: 'read' },
  },
};

/** The token that an Authorization header carries, if the server knows it. */
export function tokenOf(header: string | undefined, tokens: Readonly<Record<string, HubToken>>): HubToken | undefined {
  const secret = /^(?:token|bearer) +(\S+)$/i.exec(header ?? '')?.[1];
  return secret !== undefined && Object.hasOwn(tokens, secret) ? tokens[secret] : undefined;
}
