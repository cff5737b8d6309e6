import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fillDocument } from '../../scripts/tables.ts';
import { loadPolicy } from '../../src/capabilities/load.ts';
import { KINDS } from '../../src/notify/kinds.ts';
import { format, resolveConfig } from 'prettier';
import { bodyOf } from './request-samples.ts';
import { KIND_NAMES, PAGE, variablesOf } from './samples.ts';

const PATH = 'docs/notifiers.md';
const document = readFileSync(PATH, 'utf8');
/** The section of a kind: from its anchor, or else its heading, to the next heading. */
function sectionOf(type: string): string {
  const heading = [...document.matchAll(/^## (.+)$/gm)].find(
    ([, title = '']) => title.toLowerCase().replaceAll(' ', '-') === type,
  );
  const anchor = document.indexOf(`<a id="${type}"></a>`);
  const start = document.indexOf('\n', document.indexOf('## ', anchor < 0 ? (heading?.index ?? -1) : anchor));
  const end = document.indexOf('\n## ', start);
  return document.slice(start, end < 0 ? undefined : end);
}
const blocksOf = (section: string, language: string): string[] =>
  [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, text = '']) =>
    name === language ? [text] : [],
  );

describe.each(KIND_NAMES)('the section on %s', (type) => {
  test('has a policy that loads, with the variables that its table names', async () => {
    const [yaml = ''] = blocksOf(sectionOf(type), 'yaml');
    const loaded = await loadPolicy(yaml, 'p.yml');
    expect(loaded.ok ? [] : loaded).toEqual([]);
    if (!loaded.ok) return;
    const shown = loaded.policy.notifiers.find((it) => it.type === type)!;
    const all = variablesOf(type);
    for (const [role, name] of Object.entries(shown.secrets)) expect(all[role]).toBe(name);
    const required = Object.entries(KINDS[type].secrets).filter(([, secret]) => secret.required);
    expect(Object.keys(shown.secrets)).toEqual(expect.arrayContaining(required.map(([role]) => role)));
  });

  test('says it where there is no handshake', () => {
    const saysSo = /no handshake/.test(sectionOf(type));
    const isFree = type === 'webhook';
    expect(saysSo || isFree).toBe(!('probe' in KINDS[type]));
  });
});

test('its tables are those of the sources', { tags: 'slow' }, async () => {
  const raw = await fillDocument(document);
  expect(await format(raw, { ...(await resolveConfig(PATH)), filepath: PATH })).toBe(document);
});

test('the message of a webhook is as it shows', () => {
  const [json = ''] = blocksOf(sectionOf('webhook'), 'json');
  const shown = JSON.parse(json) as Readonly<Record<string, unknown>>;
  const [first] = PAGE.details;
  expect(shown).toEqual(bodyOf('webhook', { ...PAGE, details: [first!], runbook: null }));
});
