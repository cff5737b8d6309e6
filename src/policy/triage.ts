import type { Category, TriageRule, TriageSubject } from '../capabilities/policy.ts';
import type { PolicyFile } from './schema.ts';
import type { Scope } from './scope.ts';
import { showPath } from './tree.ts';
import { hint, quote } from './wording.ts';

type RuleFile = NonNullable<PolicyFile['triage']>[number];

const OUTCOMES = ['priority', 'category', 'quick'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** Resolves the rules of triage: categories must exist, and a rule must be able to decide something. */
export function readTriage(
  section: NonNullable<PolicyFile['triage']>,
  categories: readonly Category[],
  hasQuickPath: boolean,
  scope: Scope,
): readonly TriageRule[] {
  const { report, isIntact } = scope;
  const rules = section.map((file, at) => {
    const path = ['triage', at];
    const wrong = file.category === undefined ? undefined : wrongCategory(file.category, categories);
    // A category that is wrong itself is reported once, where it is.
    if (wrong !== undefined && isIntact(['categories'])) report([...path, 'category'], wrong);
    if (file.quick === true && !hasQuickPath) {
      report([...path, 'quick'], 'has no effect: the policy has no quick-path', 'key');
    }
    return readRule(file);
  });
  checkOutcomes(rules, scope);
  return rules;
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
    quick: file.quick ?? false,
    apply: file.apply ?? false,
  };
}

function wrongCategory(text: string, categories: readonly Category[]): string | undefined {
  const [name = '', ...rest] = text.split('/');
  const category = categories.find((it) => it.name === name);
  if (!category) {
    const names = categories.map((it) => it.name);
    return `${quote(name)} is not a category; ${hint(name, names, 'no categories are defined')}`;
  }
  const wanted = rest.join('/');
  const names = category.subcategories.map((it) => it.name);
  if (rest.length === 0 || names.includes(wanted)) return undefined;
  return `${quote(wanted)} is not a subcategory of ${quote(name)}; ${hint(wanted, names)}`;
}

/** Reports rules without an outcome, and those that earlier ones with the same conditions leave nothing to decide. */
function checkOutcomes(rules: readonly TriageRule[], { report, tree, isIntact }: Scope): void {
  const first = new Map<string, Map<Outcome, number>>();
  rules.forEach((rule, at) => {
    const path = ['triage', at];
    if (!isIntact(path)) return;
    const outcomes = OUTCOMES.filter((it) => rule[it] !== null && rule[it] !== false);
    if (outcomes.length === 0) {
      report(path, 'leads to nothing; expected a priority, a category or quick: true');
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
