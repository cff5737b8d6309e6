import { map, text } from '../../policy/expect.ts';
import type { Instant } from '../../calendar/calendar.ts';
import { isInstant, readInstant } from '../../policy/instant.ts';
import { key } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { label } from '../../policy/values.ts';
import { quote } from '../../policy/wording.ts';
import { timezone } from '../reader/policy.ts';
import { checkLabels, LABELLING, type LabelNames } from './label-uses.ts';

const labelKey = (name: string, meaning: string) => key(label, { default: `\`${name}\``, meaning });

/** One that the section leaves out is called like its key. */
export const labels = section({
  key: 'labels',
  schema: key(
    map('a map of labels', {
      'needs-assessment': labelKey(
        'needs-assessment',
        'On an incident whose priority nobody has set. Taking it off leaves the incident at `P3`.',
      ),
      'needs-information': labelKey(
        'needs-information',
        'On an incident whose report lacks a fact that every report must have. It goes when the facts are there.',
      ),
      mitigated: labelKey(
        'mitigated',
        'On an incident whose impact has ended: users are no longer harmed. Tocsin sets it after `/mitigate`; setting it by hand says the same, taking it off takes it back.',
      ),
      resolved: labelKey(
        'resolved',
        'On an incident that is resolved. Setting it resolves; taking it off from an open issue reopens.',
      ),
      breached: labelKey(
        'breached',
        'On an incident that has missed a deadline to acknowledge, work around, restore or resolve, with or without an escalation. It stays.',
      ),
      'post-mortem': labelKey('post-mortem', 'On the issue of a post-mortem.'),
      'on-call': labelKey('on-call', 'On the issue that [publishes](#publication) who is on call.'),
    }),
    {
      takes: 'map of [these keys](#labels)',
      default: 'their keys',
      meaning: 'Names of the labels that Tocsin sets and reads. A label left out keeps its name.',
    },
  ),
  builtin: `
labels:
  needs-assessment: needs-assessment
  needs-information: needs-information
  mitigated: mitigated
  resolved: resolved
  breached: breached
  post-mortem: post-mortem
  on-call: on-call
`,
  needs: LABELLING,
  resolve: ({ file = {} }, scope, needs): { readonly labels: LabelNames } => {
    const labels = {
      needsAssessment: file['needs-assessment'] ?? 'needs-assessment',
      needsInformation: file['needs-information'] ?? 'needs-information',
      mitigated: file.mitigated ?? 'mitigated',
      resolved: file.resolved ?? 'resolved',
      breached: file.breached ?? 'breached',
      postMortem: file['post-mortem'] ?? 'post-mortem',
      onCall: file['on-call'] ?? 'on-call',
    };
    checkLabels({ ...needs, labels }, scope);
    return { labels };
  },
});

interface EnforceFrom {
  /** Incidents opened before this instant are listed and left alone; null leaves none alone. */
  readonly enforceFrom: Instant | null;
}

export const enforceFrom = section({
  key: 'enforce-from',
  schema: key(
    text('an instant', 'e.g. 2026-11-02 or 2026-11-02T09:00', (value) =>
      isInstant(value) ? undefined : `${quote(value)} is not an instant; expected e.g. 2026-11-02 or 2026-11-02T09:00`,
    ),
    {
      takes: 'date, or date and time',
      meaning:
        'Incidents opened before are listed in the job summary and left alone: no card, no message, no command. Without an offset, in the zone of the policy.',
    },
  ),
  needs: [timezone],
  resolve: ({ file }, _scope, { zone }): EnforceFrom => ({
    enforceFrom: file === undefined ? null : readInstant(file, zone),
  }),
});
