import { expect, test } from 'vitest';
import { readAlerts } from '../../src/intake/alert.ts';
import { loadPolicy } from '../../src/capabilities/load.ts';
import { text } from '../package/files.ts';
import { fixture } from './payloads.ts';

const loaded = await loadPolicy(null, '.github/tocsin.yml');
if (!loaded.ok) throw new Error('the built-in policy does not load');
const { policy } = loaded;

const NOW = Date.UTC(2026, 10, 20, 18, 30);

/** The bodies that a document hands to curl. */
const curlsOf = (path: string): unknown[] =>
  [...text(path).matchAll(/-d '(\{[^']*\})'/g)].map(([, body]) => JSON.parse(body!) as unknown);

test('the curl in docs/alerts.md reaches the workflow, and is read without a problem', () => {
  const [body, ...others] = curlsOf('docs/alerts.md');
  expect(others).toEqual([]);
  expect(body).toMatchObject({ event_type: 'tocsin-alert' });
  const { alerts, problems } = readAlerts(body, 'repository_dispatch', policy, NOW);
  expect(problems).toEqual([]);
  expect(alerts).toMatchObject([{ key: 'checkout/errors', title: 'The checkout answers with errors' }]);
});

test('the input in docs/alerts.md is read without a problem', () => {
  const [, alert] = /-f alert='(\{[^']*\})'/.exec(text('docs/alerts.md'))!;
  expect(readAlerts({ inputs: { alert } }, 'workflow_dispatch', policy, NOW).problems).toEqual([]);
});

test('every field of the plain shape is in docs/alerts.md', () => {
  const [, section] = /## The plain shape\n([^#]*)/.exec(text('docs/alerts.md'))!;
  const fields = [...section!.matchAll(/^\| `([a-z]+)` /gm)].map(([, name]) => name!);
  expect(fields.toSorted()).toEqual(Object.keys(fixture('plain')).toSorted());
});
