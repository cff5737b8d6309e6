import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readAnswersOf } from '../../src/post-incident/maintenance/form.ts';
import { maintenanceForm } from '../../src/setup/maintenance-form.ts';
import { policyOf, RICH } from './forms.ts';

interface Form {
  readonly labels: readonly string[];
  readonly body: readonly {
    readonly type: string;
    readonly id?: string;
    readonly attributes: { readonly label: string; readonly options?: readonly string[]; readonly value?: string };
    readonly validations?: object;
  }[];
}

const formOf = async (yaml: string): Promise<Form> =>
  parse(maintenanceForm(await policyOf(yaml))!, { version: '1.1' }) as Form;

describe.each(['en', 'fr'] as const)('the form of maintenance in %s', (language) => {
  it('asks under headings whose answers are read back, for services that are not confidential', async () => {
    const { labels, body } = await formOf(`language: ${language}\n${RICH}`);
    expect(labels).toEqual(['planned-maintenance']);
    const asked = body.filter(({ type }) => type !== 'markdown');
    expect(asked.map(({ id }) => id)).toEqual(['services', 'from', 'to', 'work', 'public']);
    expect(asked[0]!.attributes.options).toEqual(['checkout', 'dns']);
    expect(asked.map(({ validations }) => validations !== undefined)).toEqual([true, true, true, true, false]);
    const text = asked.map(({ attributes, id }) => `### ${attributes.label}\n\nwhat ${id!} is`).join('\n\n');
    expect(readAnswersOf(text)).toEqual(Object.fromEntries(asked.map(({ id }) => [id, `what ${id!} is`])));
  });
});

it('is none without the section of the policy, and names its zone and label', async () => {
  expect(maintenanceForm(await policyOf(''))).toBeNull();
  const { labels, body } = await formOf('timezone: Europe/Paris\nservices: { a: {} }\nmaintenance: { label: works }');
  expect(labels).toEqual(['works']);
  expect(body[0]!.attributes.value).toContain('Europe/Paris');
});
