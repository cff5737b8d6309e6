import { readAlerts } from '../../src/intake/alert.ts';
import { loadPolicy } from '../../src/capabilities/load.ts';
import type { Policy } from '../../src/capabilities/policy.ts';

export const NOW = Date.UTC(2026, 10, 20, 18, 30);

const loaded = await loadPolicy(null, '.github/tocsin.yml');
if (!loaded.ok) throw new Error('the built-in policy does not load');
export const BUILTIN = loaded.policy;
export const BY_ALERT: Policy = { ...BUILTIN, alerts: { ...BUILTIN.alerts, key: 'alert' } };

/** Where an incident is opened. */
export const PLACE = { policy: BUILTIN, repository: { url: 'https://github.com/acme/shop' } };

export const read = (client_payload: unknown, policy: Policy = BUILTIN) =>
  readAlerts({ client_payload }, 'repository_dispatch', policy, NOW);
