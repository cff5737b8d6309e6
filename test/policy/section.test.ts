import { describe, expect, test } from 'vitest';
import { keyRows } from '../../scripts/keys.ts';
import { POLICY_SECTIONS } from '../../src/capabilities/load.ts';
import { quickPathSection } from '../../src/capabilities/quick-path/policy.ts';
import { map, oneOf } from '../../src/policy/expect.ts';
import { jsonSchemaOf } from '../../src/policy/json-schema.ts';
import { key } from '../../src/policy/keys.ts';
import { builtinText, fileSchema, policyLoader } from '../../src/policy/load.ts';
import { formatProblem } from '../../src/policy/problem.ts';
import { section } from '../../src/policy/section.ts';
import { reference } from '../../src/policy/values.ts';

/* What a section of its own gets from its one file. */

const fleet = section({
  key: 'fleet',
  schema: key(oneOf('a fleet', ['red', 'blue']), { default: '`red`', meaning: 'Which [fleet](#fleet) sails.' }),
  builtin: 'fleet: red\n',
  resolve: ({ file, builtin = 'red' }): { readonly fleet: string } => ({ fleet: file ?? builtin }),
});

const flagship = section({
  key: 'flagship',
  schema: key(map('a flagship', { of: key(reference('a fleet'), { meaning: 'Whose it is.' }) }), {
    takes: 'map of one key',
    meaning: 'The ship in front.',
  }),
  needs: [fleet],
  resolve: ({ file = {} }, { report }, { fleet }): { readonly leads: boolean } => {
    if (file.of !== undefined && file.of !== fleet) report(['flagship', 'of'], `is not of ${fleet}`);
    return { leads: file.of === fleet };
  },
});

// The one that is needed stands last.
const SECTIONS = [flagship, fleet] as const;

describe('a section', () => {
  const load = policyLoader(SECTIONS);

  test('is resolved after what it needs, wherever that stands', async () => {
    expect(await load('flagship: { of: blue }\nfleet: blue', 'p.yml')).toEqual({
      ok: true,
      policy: { fleet: 'blue', leads: true },
    });
  });

  test('has its default', async () => {
    expect(await load(null, 'p.yml')).toEqual({ ok: true, policy: { fleet: 'red', leads: false } });
    expect(builtinText(SECTIONS)).toMatch(/^# .*\nfleet: red\n$/);
  });

  test('has its problems reported at their places', async () => {
    const problems = async (text: string) => {
      const loaded = await load(text, 'p.yml');
      return loaded.ok ? [] : loaded.problems.map(formatProblem);
    };
    expect(await problems('fleet: bleu\nflagship: { of: green }')).toEqual([
      'p.yml:1:8: fleet: "bleu" is not a fleet; expected one of red, blue',
      'p.yml:2:17: flagship.of: is not of red',
    ]);
    expect(await problems('flet: red')).toEqual(['p.yml:1:1: flet: is an unknown key; did you mean "fleet"?']);
  });

  test('is in the JSON Schema, without links into the documentation', () => {
    expect(jsonSchemaOf(SECTIONS)).toMatchObject({
      properties: {
        flagship: { description: 'The ship in front. Takes: map of one key.', additionalProperties: false },
        fleet: { enum: ['red', 'blue'], description: 'Which fleet sails. Default: `red`.' },
      },
    });
  });

  test('has its row in the tables of the documentation', () => {
    expect(keyRows(fileSchema(SECTIONS), [])).toEqual([
      ['`flagship`', 'map of one key', 'none', 'The ship in front.'],
      ['`fleet`', '`red` or `blue`', '`red`', 'Which [fleet](#fleet) sails.'],
    ]);
    expect(keyRows(fileSchema(SECTIONS), ['flagship'])).toEqual([['`of`', 'name of a fleet', 'none', 'Whose it is.']]);
    expect(() => keyRows(fileSchema(SECTIONS), ['flagship', 'at'])).toThrow('the policy has no key flagship.at');
  });
});

test('the policy without one of its sections knows nothing of its key', async () => {
  const load = policyLoader(POLICY_SECTIONS.filter((it) => it !== quickPathSection));
  expect(await load(null, 'p.yml')).toMatchObject({ ok: true });
  const loaded = await load('quick-path: 10m', 'p.yml');
  expect(loaded.ok ? [] : loaded.problems.map(({ message }) => message)).toEqual([
    expect.stringContaining('quick-path: is an unknown key; expected one of language, timezone'),
  ]);
});
