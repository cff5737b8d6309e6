import { stringify } from 'yaml';
import { foldText } from '../text/compare.ts';
import { FORM } from '../capabilities/report/form.ts';
import { prose } from '../text/foreign.ts';
import { type Policy } from '../capabilities/policy.ts';
import { type FactName } from '../model/fact.ts';
import { PRIORITIES } from '../model/priority.ts';
import { FORM_WORDS, FRENCH_CRITERIA } from './words.ts';

/** One entry of an issue form, as GitHub wants it. */
export interface Field {
  readonly type: 'markdown' | 'input' | 'textarea' | 'dropdown';
  readonly id?: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly validations?: { readonly required: true };
}

/** The form that asks for the facts of an incident, in the words of the policy: the text of an issue form. */
export function incidentForm(policy: Policy, incidentLabel: string): string {
  const words = FORM_WORDS[policy.language].incident;
  const { originator, customers, system, time, scope, category } = words;
  const headings = FORM[policy.language];
  const ask = (type: Field['type'], id: FactName, attributes: Field['attributes'], required = false): Field => ({
    type,
    id,
    attributes: { label: headings[id], ...attributes },
    ...(required && { validations: { required: true } }),
  });
  /** No question at all where there is nothing to choose from. */
  const choose = (
    id: FactName,
    options: readonly string[],
    more: Field['attributes'] = {},
    required = false,
  ): Field[] => (options.length === 0 ? [] : [ask('dropdown', id, { ...more, options }, required)]);

  return writeForm({
    name: words.name,
    description: words.description,
    labels: [incidentLabel],
    body: [
      markdown(
        [words.intro, ...(policy.categories.some((it) => it.confidential) ? [words.privately] : [])].join('\n\n'),
      ),
      ask('input', 'originator', originator, true),
      ask('input', 'customers', customers),
      ask('input', 'system', system, true),
      ask('input', 'time', time),
      ask('textarea', 'scope', scope),
      ...choose('impact', impactsOf(policy), {}, true),
      ...choose('data', words.data),
      ...choose('category', categoriesOf(policy), category),
      ...choose('source', choices([...policy.sources.keys()])),
      ...guide(policy),
    ],
  });
}

/** The form of a request for assistance; null if the policy has none. */
export function assistanceForm(policy: Policy): string | null {
  if (policy.assistance === null) return null;
  const { name, label } = policy.assistance;
  const { description, intro, wanted, wantedHint } = FORM_WORDS[policy.language].assistance;
  const headings = FORM[policy.language];
  return writeForm({
    name,
    description,
    labels: [label],
    body: [
      markdown(intro),
      {
        type: 'textarea',
        id: 'wanted',
        attributes: { label: wanted, description: wantedHint },
        validations: { required: true },
      },
      { type: 'input', id: 'system', attributes: { label: headings.system } },
      { type: 'input', id: 'customers', attributes: { label: headings.customers } },
    ],
  });
}

/** What the rules of triage know comes first; the last is for what nobody has foreseen. */
function impactsOf(policy: Policy): readonly string[] {
  const { impacts, otherImpact } = FORM_WORDS[policy.language].incident;
  const known = policy.triage.flatMap(({ conditions }) =>
    conditions.flatMap(({ subject, anyOf }) => (subject === 'impact' ? anyOf : [])),
  );
  const asUsual = (text: string): string =>
    impacts.find((usual) => foldText(usual) === foldText(text)) ?? text.charAt(0).toUpperCase() + text.slice(1);
  return choices([...known.map(asUsual), ...impacts, otherImpact]);
}

function categoriesOf({ categories }: Policy): readonly string[] {
  return choices(
    categories
      .filter(({ confidential }) => !confidential)
      .flatMap(({ name, subcategories }) => [name, ...subcategories.map((it) => `${name}/${it.name}`)]),
  );
}

/** As GitHub takes the options of a dropdown: one line each, no doubles, and not `None`, which is a word of its own. */
export function choices(texts: readonly string[]): readonly string[] {
  const byFold = new Map<string, string>();
  for (const text of texts) {
    const fold = foldText(text);
    if (fold !== '' && fold !== 'none' && !byFold.has(fold)) byFold.set(fold, text.replace(/\s+/g, ' ').trim());
  }
  return [...byFold.values()];
}

/** What speaks for each priority, for whoever reads the report as well as for whoever writes it. */
function guide({ language, priorities }: Policy): Field[] {
  const lines = PRIORITIES.filter((it) => priorities[it].criteria.length > 0).map((it) => {
    const { name, criteria } = priorities[it];
    const known = criteria.map((text) => (language === 'fr' ? (FRENCH_CRITERIA[text] ?? text) : text));
    const title = name === it ? it : `${it} ${prose(name)}`;
    return `- **${title}**\n${known.map((text) => `  - ${sentence(text)}`).join('\n')}`;
  });
  return lines.length === 0 ? [] : [markdown([FORM_WORDS[language].incident.guide, lines.join('\n')].join('\n\n'))];
}

/** At the start of a list item, where `1.`, `-` or `#` would begin something. */
function sentence(text: string): string {
  return prose(text)
    .replace(/^(?=[-+#=])/, '\\')
    .replace(/^(\d+)(?=[.)])/, '$1\\');
}

/** A part that only says something. */
export function markdown(value: string): Field {
  return { type: 'markdown', attributes: { value: `${value}\n` } };
}

/** A form as text. GitHub reads YAML 1.1, in which `No` is no text. */
export function writeForm(form: { readonly body: readonly Field[] } & Readonly<Record<string, unknown>>): string {
  return stringify(form, {
    version: '1.1',
    lineWidth: 0,
    singleQuote: true,
    blockQuote: 'literal',
    aliasDuplicateObjects: false,
  });
}
