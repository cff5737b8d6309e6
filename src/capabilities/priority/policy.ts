import type * as z from 'zod/mini';
import { PRIORITIES, type Priority } from '../../model/priority.ts';
import { hinted, list, map, oneOf } from '../../policy/expect.ts';
import { key } from '../../policy/keys.ts';
import { NAME } from '../../policy/names.ts';
import { section, type Scope } from '../../policy/section.ts';
import { labelName, line } from '../../policy/values.ts';
import { calendarsSection } from '../calendars/policy.ts';
import type { Measures } from '../calendars/target.ts';
import { categoriesSection, type Category } from '../category/policy.ts';
import { clockKeys, readTargets, type ClockTargets } from '../clocks/targets.ts';
import { checkEscalation, escalationKey } from '../escalation/reference.ts';
import {
  postMortemKey,
  postMortemTargets,
  readPostMortemPolicy,
  type PostMortemPolicy,
} from '../post-mortem/policy.ts';
import { languageSection } from '../reader/policy.ts';

export interface PriorityPolicy {
  readonly name: string;
  /** The label that carries this priority; its own id unless the policy names another. */
  readonly label: string;
  readonly criteria: readonly string[];
  readonly clocks: ClockTargets;
  /** Name of an escalation policy. */
  readonly escalation: string | null;
  readonly postMortem: PostMortemPolicy | null;
  /** Whether an incident of this priority must carry a category. */
  readonly needsCategory: boolean;
}
type Priorities = Readonly<Record<Priority, PriorityPolicy>>;

/** What the built-in priorities are called in a policy whose language is French. */
const FRENCH_NAMES = { P0: 'Critique', P1: 'Majeure', P2: 'Mineure', P3: 'Faible' } as const;

const priority = hinted(
  map('a priority', {
    name: key(line('a name'), { default: 'the id, such as `P0`', meaning: 'What people call it; shown on the card.' }),
    label: key(labelName, { default: 'the id, such as `P0`', meaning: 'The label that carries it.' }),
    criteria: key(list(line('a criterion'), 'a list of criteria', 'is empty; expected criteria, or leave it out'), {
      takes: 'list of texts',
      meaning:
        'What makes an incident one of this priority, for those who assess. Shown, folded, when people are asked to set a priority.',
    }),
    ...clockKeys('incident'),
    escalation: escalationKey,
    category: key(oneOf('a need for a category', ['required', 'optional']), {
      default: '`required` for `P0` and `P1` if there are categories that are not confidential, else `optional`',
      meaning: 'Whether an incident of it must carry a [category](#categories).',
    }),
    'post-mortem': postMortemKey,
  }),
  { id: 'priority', description: 'Targets, escalation and post-mortem of a priority.' },
);
type PriorityFile = z.output<typeof priority>;

/** Priorities have four ids; what people call them otherwise is their name and their label. */
const ownName = (name: string): string | undefined =>
  NAME.test(name) && !/^P\d+$/i.test(name)
    ? `your own names go under name and label, e.g. P1: { label: ${name} }`
    : undefined;

const priorityKey = (id: Priority, what: string) =>
  key(priority, { meaning: `${id}: ${what} Left out of the section, it has its label and no clock.` });

/** A priority that the section leaves out has its label and nothing else. */
export const prioritiesSection = section({
  key: 'priorities',
  schema: key(
    map(
      'a map of priorities',
      {
        P0: priorityKey('P0', 'the most urgent.'),
        P1: priorityKey('P1', 'urgent.'),
        P2: priorityKey('P2', 'ordinary.'),
        P3: priorityKey('P3', 'the least urgent, and what nobody has assessed.'),
      },
      { instead: ownName },
    ),
    {
      takes: 'map of `P0`, `P1`, `P2`, `P3` to [priorities](#priorities)',
      default: 'the [built-in](#the-built-in-policy) ones',
      meaning: 'Targets, escalation and post-mortem of each priority.',
    },
  ),
  builtin: `
priorities:
  P0:
    name: Critical
    criteria:
      - Everybody or a whole region is cut off
      - Data is being lost, or somebody has broken in
    acknowledge: 15m                 # short form: measured around the clock
    resolve: 4h
    escalation: urgent
    post-mortem: { draft: 3d, review: 5d, calendar: office }
  P1:
    name: Major
    criteria:
      - An important function is gone or hardly usable
      - An enterprise customer or a partner is hit
    acknowledge: 30m
    resolve: 8h
    escalation: urgent
  P2:
    name: Minor
    criteria:
      - Sporadic or local trouble, or one customer affected
    acknowledge: { within: 4h, calendar: office }    # on opening hours, h and m are open time
    resolve: { within: 3d, calendar: office }        # and d are business days
    escalation: normal
  P3:                                # also what nobody has assessed yet
    name: Low
    criteria:
      - Little or no effect on users; handled as time allows
    acknowledge: { within: 1d, calendar: office }
    resolve: { within: 10d, calendar: office }
    escalation: normal
`,
  needs: [languageSection, calendarsSection, categoriesSection],
  resolve: ({ file, builtin, isGiven }, scope, needs): { readonly priorities: Priorities } => {
    const given = (isGiven ? file : builtin) ?? {};
    const isFrench = !isGiven && needs.language === 'fr';
    const measures = { ...needs, scope, builtin: !isGiven };
    const entries = PRIORITIES.map((id) => {
      const priority = { ...given[id], ...(isFrench && { name: FRENCH_NAMES[id] }) };
      return [id, readPriority(id, priority, needs.categories, measures)] as const;
    });
    return { priorities: Object.fromEntries(entries) as Record<Priority, PriorityPolicy> };
  },
});

function readPriority(
  id: Priority,
  file: PriorityFile,
  categories: readonly Category[],
  measures: Measures,
): PriorityPolicy {
  const { scope, builtin } = measures;
  const path = ['priorities', id];
  const clocks = readTargets(file, path, measures);
  const postMortem = readPostMortemPolicy(id, file['post-mortem'], [...path, 'post-mortem'], measures);
  const { escalation = null } = file;
  // What is built in refers to policies that are always there for it.
  if (escalation !== null && !builtin) checkEscalation(escalation, [...path, 'escalation'], scope);
  return {
    name: file.name ?? id,
    label: file.label ?? id,
    criteria: file.criteria ?? [],
    clocks: postMortem ? { ...clocks, ...postMortemTargets(postMortem) } : clocks,
    escalation,
    postMortem,
    needsCategory: readNeed(id, file.category, categories, scope),
  };
}

/** A confidential category is for what must not be seen, so nobody can be asked to choose among such only. */
function readNeed(
  id: Priority,
  given: PriorityFile['category'],
  categories: readonly Category[],
  { report, isIntact }: Scope,
): boolean {
  const choice = categories.some(({ confidential }) => !confidential);
  if (given === 'required' && !choice && isIntact(['categories'])) {
    const why = categories.length === 0 ? 'the policy has no categories' : 'every category is confidential';
    report(['priorities', id, 'category'], `"required" cannot be met: ${why}`);
  }
  return given === undefined ? choice && (id === 'P0' || id === 'P1') : given === 'required';
}
