import * as z from 'zod/mini';
import { PRIORITIES, type Priority } from '../../model/priority.ts';
import { map, not, oneOf, text } from '../../policy/expect.ts';
import { key, taking } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { quote } from '../../policy/wording.ts';

/** When a gate in front of a deployment is closed. */
interface GateRules {
  /** The priorities of open incidents that close it. */
  readonly for: readonly Priority[];
  /** How far an incident must have come to close it no more. */
  readonly until: 'mitigated' | 'resolved';
  /** The environments that it is about; null is all. */
  readonly environments: readonly string[] | null;
  /** Whether a spent error budget closes it, or is only told. */
  readonly budget: 'closed' | 'warn';
}

/** GitHub takes names of environments of this length. */
const LONGEST = 255;

const environments = taking(
  'list of names',
  z.array(
    text('the name of an environment', 'e.g. production', (value) =>
      value.trim() === '' || value.length > LONGEST
        ? `${quote(value)} is not the name of an environment; expected e.g. production`
        : undefined,
    ),
    { error: not('a list of environments', 'e.g. [production]') },
  ),
);

const priorities = taking(
  'list of priorities',
  z.array(oneOf('a priority', PRIORITIES), { error: not('a list of priorities', 'e.g. [P0, P1], or [] for none') }),
);

export const gateSection = section({
  key: 'gate',
  schema: key(
    map('a map of gate', {
      for: key(priorities, {
        default: '`[P0, P1]`',
        meaning: 'The priorities of open incidents that close the gate; with `[]` no incident does.',
      }),
      until: key(oneOf('a state', ['mitigated', 'resolved']), {
        default: '`mitigated`',
        meaning:
          'How far an incident must have come to close it no more. With `resolved` the fix itself has to be let through by `/unfreeze`.',
      }),
      environments: key(environments, {
        default: 'all',
        meaning:
          'The environments that the gate is about: a step that names another one in its input `environment` finds it open.',
      }),
      budget: key(oneOf('a way', ['closed', 'warn']), {
        default: '`closed`',
        meaning: 'Whether a spent error budget of a service closes the gate, or is only told.',
      }),
    }),
    {
      takes: 'map of [these keys](#gate)',
      default: 'what its keys have',
      meaning: 'When the [gate in front of deployments](#gate) is closed.',
    },
  ),
  resolve: ({ file = {} }): { readonly gate: GateRules } => ({
    gate: {
      for: file.for ?? ['P0', 'P1'],
      until: file.until ?? 'mitigated',
      environments: file.environments ?? null,
      budget: file.budget ?? 'closed',
    },
  }),
});
