import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readFacts } from '../../src/capabilities/report/facts.ts';
import { factHeadings, FORM } from '../../src/capabilities/report/form.ts';
import { FACTS } from '../../src/model/fact.ts';
import { PRIORITIES } from '../../src/model/priority.ts';
import { assistanceForm, incidentForm } from '../../src/setup/form.ts';
import { FRENCH_CRITERIA } from '../../src/setup/words.ts';
import { tries } from '../support/tries.ts';
import { codePoint } from '../support/unit.ts';
import { RICH, policyOf } from './forms.ts';

interface Form {
  readonly name: string;
  readonly description: string;
  readonly labels: readonly string[];
  readonly body: readonly {
    readonly type: string;
    readonly id?: string;
    readonly attributes: {
      readonly label?: string;
      readonly value?: string;
      readonly options?: readonly string[];
    };
  }[];
}

/** As GitHub reads it: in YAML 1.1 an unquoted `No` is no text. */
const formOf = (yaml: string): Form => parse(yaml, { version: '1.1' }) as Form;

/** What GitHub would refuse, after its list of validation errors for issue forms. */
function faults({ name, description, labels, body }: Form): string[] {
  const found: string[] = [];
  const say = (bad: boolean, what: string): void => {
    if (bad) found.push(what);
  };
  say(typeof name !== 'string' || name === '' || name.length > 200, 'name');
  say(typeof description !== 'string' || description === '' || description.length > 200, 'description');
  say(
    labels.some((it) => typeof it !== 'string' || it === ''),
    'labels',
  );
  const fields = body.filter(({ type }) => type !== 'markdown');
  say(fields.length === 0, 'no field that is not markdown');
  const [ids, names] = [fields.map(({ id }) => id), fields.map(({ attributes }) => attributes.label)];
  say(new Set(ids).size < ids.length || ids.some((id) => !/^[A-Za-z0-9_-]+$/.test(id ?? '')), 'ids');
  say(
    new Set(names).size < names.length || names.some((it) => typeof it !== 'string' || it === ''),
    'labels of fields',
  );
  for (const { type, attributes } of body) {
    say(!['markdown', 'input', 'textarea', 'dropdown'].includes(type), 'type');
    if (type === 'markdown') say(typeof attributes.value !== 'string' || attributes.value === '', 'value');
    if (type !== 'dropdown') continue;
    const options = attributes.options ?? [];
    say(options.length === 0 || options.some((it) => typeof it !== 'string' || it.trim() === ''), 'options');
    say(new Set(options).size < options.length, 'doubles among the options');
    say(
      options.some((it) => /^none$/i.test(it)),
      'the reserved option None',
    );
  }
  return found;
}

const optionsOf = (form: Form, id: string): readonly string[] | undefined =>
  form.body.find((field) => field.id === id)?.attributes.options;

describe.each(['en', 'fr'] as const)('the form of incidents in %s', (language) => {
  it.each([
    ['the built-in policy', ''],
    ['a rich policy', RICH],
  ])('is one that GitHub takes, from %s', async (_, yaml) => {
    const form = formOf(incidentForm(await policyOf(`language: ${language}\n${yaml}`), 'outage'));
    expect(faults(form)).toEqual([]);
    expect(form.labels).toEqual(['outage']);
    const asked = form.body.filter(({ type }) => type !== 'markdown');
    expect(Object.fromEntries(asked.map(({ id, attributes }) => [id, attributes.label]))).toMatchObject(
      Object.fromEntries(FACTS.slice(0, 6).map((fact) => [fact, FORM[language][fact]])),
    );
  });

  it('asks under headings whose answers are read back', async () => {
    const form = formOf(incidentForm(await policyOf(`language: ${language}\n${RICH}`), 'incident'));
    const asked = form.body.filter(({ type }) => type !== 'markdown');
    const answers = asked.map(({ id, attributes }) => [id!, attributes.options?.at(-1) ?? `what ${id!} is`] as const);
    const body = asked.map(({ attributes }, i) => `### ${attributes.label!}\n\n${answers[i]![1]}`).join('\n\n');
    expect(readFacts(body, factHeadings())).toEqual(Object.fromEntries(answers));
    expect(answers.map(([id]) => id).sort()).toEqual(FACTS.filter((fact) => fact !== 'severity').sort());
  });
});

describe('what there is to choose from', () => {
  it('is what the policy knows', async () => {
    const form = formOf(incidentForm(await policyOf(RICH), 'incident'));
    expect(optionsOf(form, 'impact')!.slice(0, 4)).toEqual([
      'All access lost',
      'Nobody can pay',
      'Yes',
      'Data lost or corrupted',
    ]);
    expect(optionsOf(form, 'impact')!.at(-1)).toBe('Other, see the scope');
    expect(optionsOf(form, 'category')).toEqual(['dns', 'dns/resolver', 'dns/authoritative']);
    expect(optionsOf(form, 'source')).toEqual(['phone', 'No']);
    expect(optionsOf(form, 'data')).toEqual(['No', 'Yes', 'Not known']);
  });

  it('is not asked where there is nothing', async () => {
    const form = formOf(incidentForm(await policyOf(''), 'incident'));
    expect(optionsOf(form, 'category')).toBeUndefined();
    expect(optionsOf(form, 'source')).toBeUndefined();
  });

  it('says where security matters go if they are confidential', async () => {
    expect(incidentForm(await policyOf(RICH), 'incident')).toContain('**Report a vulnerability**');
    expect(incidentForm(await policyOf(RICH), 'incident')).not.toContain('break-in');
    expect(incidentForm(await policyOf(''), 'incident')).not.toContain('vulnerability');
  });
});

describe('the guide to the priorities', () => {
  it('shows the criteria as text', async () => {
    const form = formOf(incidentForm(await policyOf(RICH), 'incident'));
    const guide = form.body.at(-1)!.attributes.value!;
    expect(guide).toContain('**P0 \\*Very\\* \\<b\\>bad\\</b\\> @\u2060all**');
    expect(guide).toContain('  - 1\\. \\`code\\` \\[link\\](x) \\| pipe\n');
    expect(guide).toContain('  - \\- dash: and # hash\n');
    expect(guide).toContain('  - \\<!-- hidden\n');
    expect(guide).toContain('  - \\# loud\n');
  });

  it('is in French for a French policy, the built-in criteria too', async () => {
    const [english, french] = [await policyOf(''), await policyOf('language: fr')];
    const guide = incidentForm(french, 'incident');
    for (const id of PRIORITIES)
      for (const criterion of english.priorities[id].criteria) {
        expect(Object.keys(FRENCH_CRITERIA)).toContain(criterion);
        expect(guide).not.toContain(criterion);
      }
  });

  it('whatever stands in the policy, the form stays one', { tags: 'slow' }, async () => {
    const policy = await policyOf('');
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, unit: codePoint }), (wild) => {
        const P0 = { ...policy.priorities.P0, name: wild, criteria: [wild] };
        const category = { name: wild, label: 'x', owner: null, runbook: null, subcategories: [], confidential: false };
        const rule = { conditions: [{ subject: 'impact' as const, anyOf: [wild] }], priority: null, category: null };
        const triage = [{ ...rule, quick: false, apply: false }];
        const priorities = { ...policy.priorities, P0 };
        const form = formOf(incidentForm({ ...policy, priorities, categories: [category], triage }, 'incident'));
        expect(faults(form)).toEqual([]);
        return Promise.resolve();
      }),
      tries(40),
    );
  });
});

describe('the form of requests for assistance', () => {
  it.each(['en', 'fr'])('is one that GitHub takes, in %s', async (language) => {
    const form = formOf(assistanceForm(await policyOf(`language: ${language}\n${RICH}`))!);
    expect(faults(form)).toEqual([]);
    expect(form).toMatchObject({ name: 'Help: please # now', labels: ['help'] });
  });

  it('is there only if the policy has them', async () => {
    expect(assistanceForm(await policyOf(''))).toBeNull();
  });
});
