import * as z from 'zod/mini';
import type { FactName } from '../../model/fact.ts';
import { PRIORITIES, type Priority } from '../../model/priority.ts';
import { filled, hinted, list, map, not, oneOf, text } from '../../policy/expect.ts';
import { key, required } from '../../policy/keys.ts';
import { section, type Scope } from '../../policy/section.ts';
import { showPath } from '../../policy/tree.ts';
import { flag, reference } from '../../policy/values.ts';
import { either, notAmong, quote } from '../../policy/wording.ts';
import { categoriesSection, type Category } from '../category/policy.ts';
import { FLAG_KEYS, FLAG_LIST, flagsBy, type Flags } from './flags.ts';

/** What a rule of triage may look at: a fact, or the title of the issue. */
export type TriageSubject = FactName | 'title';

/** What the facts of a report lead to. The first rule that holds decides; of each outcome, the first that has one. */
export interface TriageRule extends Flags {
  /** All of these must hold: the fact contains one of the texts, as whole words, whatever the capitals and accents. */
  readonly conditions: readonly { readonly subject: TriageSubject; readonly anyOf: readonly string[] }[];
  readonly priority: Priority | null;
  /** Name of a category, or `category/subcategory`. */
  readonly category: string | null;
  /** Set, not only proposed, where somebody entitled or a monitoring system reports. */
  readonly apply: boolean;
}

const searched = text('a text', '', (value) =>
  /[\p{L}\p{N}]/u.test(value) ? undefined : `${quote(value)} has no word to look for; expected e.g. data lost`,
);
const texts = hinted(
  z.union([searched, list(searched, 'a list of texts', 'is empty; expected texts to look for')], {
    error: not('a text or a list of texts', 'e.g. [data lost, data altered]', () => true),
  }),
  {
    id: 'texts',
    description: 'Texts of which one must be in it as whole words; capitals and accents make no difference.',
  },
);

const subject = (meaning: string) => key(texts, { takes: 'a text, or a list of texts', meaning });
const subjects = {
  title: subject('The title of the issue.'),
  originator: subject('Who or what noticed it.'),
  customers: subject('The customers affected.'),
  system: subject('The system and host.'),
  scope: subject('The scope of the impact.'),
  impact: subject('The type of impact.'),
  category: subject('The category that the report names.'),
  data: subject('What the report says about data.'),
  source: subject('The way in which it came to be known.'),
  severity: subject('How severe it is, as the report says.'),
} satisfies Record<Exclude<TriageSubject, 'time'>, unknown>;

const conditions = filled(
  map('conditions', subjects),
  'is empty: this rule would hold for every report; expected e.g. { impact: data lost }',
);

const rule = hinted(
  map('a rule', {
    if: required(conditions, {
      takes: 'map of facts to a text or a list of texts',
      meaning: 'Facts of the report, or its title, with the texts to look for. All of them must hold.',
    }),
    priority: key(oneOf('a priority', PRIORITIES), {
      takes: '`P0` to `P3`',
      meaning: 'The priority that it proposes.',
    }),
    category: key(reference('a category'), {
      takes: 'category, or `category/subcategory`',
      meaning: 'The category that it proposes.',
    }),
    ...FLAG_KEYS,
    apply: key(flag, {
      default: '`false`',
      meaning:
        'Whether priority and category are set, not only proposed, where somebody entitled or a monitoring system reports.',
    }),
  }),
  { id: 'rule', description: 'What the facts of a report lead to.' },
);
type RuleFile = z.output<typeof rule>;

export const triageSection = section({
  key: 'triage',
  schema: key(list(rule, 'a list of rules', 'is empty; expected rules, or leave it out'), {
    takes: 'list of [rules](#triage)',
    meaning: 'What the facts of a report lead to. Of each outcome, the first rule that holds and has it decides.',
  }),
  needs: [categoriesSection],
  resolve: ({ file = [] }, scope, { categories }): { readonly triage: readonly TriageRule[] } => {
    file.forEach((rule, at) => {
      checkRule(rule, at, categories, scope);
    });
    const triage = file.map(readRule);
    checkOutcomes(triage, scope);
    return { triage };
  },
});

const OUTCOMES = ['priority', 'category', ...FLAG_LIST.map(([name]) => name)] as const;
type Outcome = (typeof OUTCOMES)[number];

/** Reports a category that there is not, and a flag without its section. */
function checkRule(file: RuleFile, at: number, categories: readonly Category[], scope: Scope): void {
  const { report, isIntact, given } = scope;
  const path = ['triage', at];
  const wrong = file.category === undefined ? undefined : wrongCategory(file.category, categories);
  // A category that is wrong itself is reported once, where it is.
  if (wrong !== undefined && isIntact(['categories'])) report([...path, 'category'], wrong);
  for (const [name, { section }] of FLAG_LIST) {
    if (file[name] === true && !given(section).isGiven)
      report([...path, name], `has no effect: the policy has no ${section.key}`, 'key');
  }
}

function readRule(file: RuleFile): TriageRule {
  const conditions = Object.entries(file.if).map(([subject, given]) => ({
    subject: subject as TriageSubject,
    anyOf: [...new Set(typeof given === 'string' ? [given] : given)],
  }));
  return {
    conditions,
    priority: file.priority ?? null,
    category: file.category ?? null,
    ...flagsBy((name) => file[name] ?? false),
    apply: file.apply ?? false,
  };
}

function wrongCategory(text: string, categories: readonly Category[]): string | undefined {
  const [name = '', ...rest] = text.split('/');
  const category = categories.find((it) => it.name === name);
  if (!category) {
    const names = categories.map((it) => it.name);
    return notAmong(name, 'a category', names, 'no categories are defined');
  }
  const wanted = rest.join('/');
  const names = category.subcategories.map((it) => it.name);
  if (rest.length === 0 || names.includes(wanted)) return undefined;
  return notAmong(wanted, `a subcategory of ${quote(name)}`, names);
}

/** Reports rules without an outcome, and those that earlier ones with the same conditions leave nothing to decide. */
function checkOutcomes(rules: readonly TriageRule[], { report, tree, isIntact }: Scope): void {
  const first = new Map<string, Map<Outcome, number>>();
  rules.forEach((rule, at) => {
    const path = ['triage', at];
    if (!isIntact(path)) return;
    const outcomes = OUTCOMES.filter((it) => Boolean(rule[it]));
    if (outcomes.length === 0) {
      const flags = FLAG_LIST.map(([name]) => `${name}: true`);
      report(path, `leads to nothing; expected ${either(['a priority', 'a category', ...flags])}`);
      return;
    }
    const key = JSON.stringify(
      rule.conditions.map(({ subject, anyOf }) => [subject, [...new Set(anyOf.map(foldCase))].sort()]),
    );
    const decided = first.get(key) ?? new Map<Outcome, number>();
    const earlier = outcomes.map((it) => decided.get(it));
    if (earlier.every((it) => it !== undefined)) {
      const places = [...new Set(earlier)].sort((a, b) => a - b).map((it) => showPath(tree, ['triage', it]));
      report(path, `never decides: ${places.join(' and ')} ${places.length > 1 ? 'have' : 'has'} the same conditions`);
    }
    for (const it of outcomes) if (!decided.has(it)) decided.set(it, at);
    first.set(key, decided);
  });
}

/** Texts that find the same: capitals, accents and blanks make no difference. */
function foldCase(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
