import { leaksIn, type KnownNames } from '../../src/post-incident/customer/leaks.ts';

/** What a company of the tests knows. */
export const KNOWN: KnownNames = {
  logins: ['alice', 'bob', 'max', 'al', 'carol-ops', 'Dave_acme', 'will'],
  roles: ['incident-manager', 'network-engineer', 'security team', 'support', 'management', 'operator', 'level-2'],
  people: ['Hélène Dupont', 'Jean-Paul Le Goff', 'Claire'],
  hosts: ['titan'],
  repository: { owner: 'acme', name: 'incidents', url: 'https://github.com/acme/incidents' },
  allowed: ['status.example.com', 'support@example.com', '@acmestatus', 'grafana.example.com'],
};

/** The findings of a text, as `kind found`. */
export const found = (text: string, known = KNOWN): string[] =>
  leaksIn(text, known).map(({ kind, found }) => `${kind} ${found}`);
