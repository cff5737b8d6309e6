import type * as z from 'zod/mini';
import { map, oneOf, text, wholeNumber } from '../../policy/expect.ts';
import type { Instant } from '../../calendar/calendar.ts';
import { isInstant, readInstant } from '../../policy/instant.ts';
import { key } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { labelName } from '../../policy/values.ts';
import { quote } from '../../policy/wording.ts';
import { timezoneSection } from '../reader/policy.ts';
import { checkLabels, LABELLING } from './label-uses.ts';
import { LABEL_KEYS, LABELS, type LabelKey, type LabelNames } from './labels.ts';

const labelKeys = Object.fromEntries(
  Object.values(LABELS).map(({ key: name, meaning }) => [name, key(labelName, { default: `\`${name}\``, meaning })]),
) as Record<LabelKey, z.ZodMiniOptional<typeof labelName>>;

/** One that the section leaves out is called like its key. */
export const labelsSection = section({
  key: 'labels',
  schema: key(map('a map of labels', labelKeys), {
    takes: 'map of [these keys](#labels)',
    default: 'their keys',
    meaning: 'Names of the labels that Tocsin sets and reads. A label left out keeps its name.',
  }),
  builtin: `\nlabels:\n${LABEL_KEYS.map(([, key]) => `  ${key}: ${key}\n`).join('')}`,
  needs: LABELLING,
  resolve: ({ file = {} }, scope, needs): { readonly labels: LabelNames } => {
    const names = LABEL_KEYS.map(([role, key]) => [role, file[key] ?? key] as const);
    const labels = Object.fromEntries(names) as Record<keyof LabelNames, string>;
    checkLabels({ ...needs, labels }, scope);
    return { labels };
  },
});

interface TakenInBy {
  /** What makes an issue an incident: any of the labels and the form, or the incident label alone. */
  readonly takenInBy: 'any' | 'incident-label';
}

export const takenInBySection = section({
  key: 'taken-in-by',
  schema: key(oneOf('a way', ['any', 'incident-label']), {
    default: '`any`',
    meaning:
      'What makes an issue an incident: the incident label, a priority label, the label of `assistance`, or a report that reads like the form (`any`); or the incident label alone, for repositories where every bug has a priority.',
  }),
  resolve: ({ file }): TakenInBy => ({ takenInBy: file ?? 'any' }),
});

interface MostNew {
  /** How many incidents may begin in one run, those of alerts apart. */
  readonly mostNew: number;
}

export const mostNewSection = section({
  key: 'most-new',
  schema: key(wholeNumber('a number of incidents', 1, 1000), {
    takes: '1 to 1000',
    default: '20',
    meaning:
      'How many incidents may begin in one run, those of alerts and what somebody has just opened apart. If there are more, none of them begins: one issue lists them and asks. Of an author without a role of the policy a quarter of it begins, the rest in later runs.',
  }),
  resolve: ({ file }): MostNew => ({ mostNew: file ?? 20 }),
});

interface EnforceFrom {
  /** Incidents opened before this instant are listed and left alone; null leaves none alone. */
  readonly enforceFrom: Instant | null;
}

export const enforceFromSection = section({
  key: 'enforce-from',
  schema: key(
    text('an instant', 'e.g. 2026-11-02 or 2026-11-02T09:00', (value) =>
      isInstant(value) ? undefined : `${quote(value)} is not an instant; expected e.g. 2026-11-02 or 2026-11-02T09:00`,
    ),
    {
      takes: 'date, or date and time',
      meaning:
        'Issues opened before are listed in the job summary and left alone, unless a person sets the incident label or a priority label on one afterwards: then it begins at that moment. Without it, that is when the repository got its policy or its workflow. Without an offset, in the zone of the policy.',
    },
  ),
  needs: [timezoneSection],
  resolve: ({ file }, _scope, { zone }): EnforceFrom => ({
    enforceFrom: file === undefined ? null : readInstant(file, zone),
  }),
});
