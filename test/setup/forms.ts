import { loadPolicy } from '../../src/capabilities/load.ts';
import { type Policy } from '../../src/capabilities/policy.ts';

export async function policyOf(yaml: string): Promise<Policy> {
  const loaded = await loadPolicy(yaml, 'policy.yml');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.policy;
}

export const RICH = `
categories:
  - { name: dns, subcategories: [resolver, authoritative] }
  - { name: break-in, owner: security, confidential: true }
  - None
sources: { phone: { level: 2 }, 'No': {} }
roles: { security: alice }
services: { checkout: {}, None: {} }
maintenance: { announce: [7d, 24h, 1h] }
assistance: { name: 'Help: please # now', label: help }
triage:
  - { if: { impact: [all access lost, nobody can pay, 'yes'] }, priority: P0 }
priorities:
  P0:
    name: '*Very* <b>bad</b> @all'
    criteria: ['1. \`code\` [link](x) | pipe', '- dash: and # hash', '<!-- hidden', '# loud']
`;
