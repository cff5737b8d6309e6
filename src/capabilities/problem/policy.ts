import * as z from 'zod/mini';
import type { Target } from '../../calendar/target.ts';
import { PRIORITIES, type Priority } from '../../model/priority.ts';
import { map, not, oneOf } from '../../policy/expect.ts';
import { key, taking } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { calendarsSection } from '../calendars/policy.ts';
import { readTarget, target } from '../calendars/target.ts';

/** The clocks of a problem ticket, from when it was opened. */
export interface ProblemTargets {
  /** By when its root cause is known. */
  readonly rootCause: Target;
  /** By when there is a plan of what is done about it. */
  readonly plan: Target;
}

interface Problems extends ProblemTargets {
  /** The priorities whose resolved incidents each get one. */
  readonly for: readonly Priority[];
}

/** What holds unless the policy says otherwise. */
const ROOT_CAUSE = '10d';
const PLAN = '20d';

const priorities = taking(
  'list of priorities',
  z.array(oneOf('a priority', PRIORITIES), { error: not('a list of priorities', 'e.g. [P0, P1]') }),
);

export const problemsSection = section({
  key: 'problems',
  schema: key(
    map('a map of problems', {
      for: key(priorities, {
        default: 'none',
        meaning: 'The priorities whose resolved incidents each get a problem ticket without anyone asking.',
      }),
      'root-cause': key(target, {
        default: '`10d` around the clock',
        meaning: 'By when the root cause is known, from the opening of the ticket.',
      }),
      plan: key(target, {
        default: '`20d` around the clock',
        meaning: 'By when there is a plan of what is done about it, likewise.',
      }),
    }),
    {
      takes: 'map of [these keys](#problem-tickets)',
      default: 'only where somebody asks for one',
      meaning: 'When there are [problem tickets](#problem-tickets), with root cause and plan.',
    },
  ),
  needs: [calendarsSection],
  resolve: ({ file = {} }, scope, calendars): { readonly problems: Problems } => {
    const measures = { ...calendars, scope, builtin: false };
    const read = (name: 'root-cause' | 'plan', unless: string): Target =>
      readTarget(file[name] ?? unless, ['problems', name], measures) ??
      readTarget(unless, ['problems', name], measures)!;
    return {
      problems: {
        for: PRIORITIES.filter((it) => file.for?.includes(it)),
        rootCause: read('root-cause', ROOT_CAUSE),
        plan: read('plan', PLAN),
      },
    };
  },
});
