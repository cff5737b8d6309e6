import { describe, expect, test } from 'vitest';
import { knownLabels } from '../../src/capabilities/membership/spelling.ts';
import { HOUR } from '../../src/calendar/length.ts';
import { goodPolicy, testProblems } from './lines.ts';

describe('assistance', () => {
  test.each([
    ['en', 'Request for assistance'],
    ['fr', 'Demande d’assistance'],
  ])('that says nothing has a name in the language %s, a label and no clock', async (language, name) => {
    const { assistance } = await goodPolicy(`language: ${language}\nassistance: {}\n`);
    expect(assistance).toEqual({ name, label: 'assistance', clocks: {}, escalation: null });
  });

  test('has clocks of its own', async () => {
    const { assistance, escalationPolicies } = await goodPolicy(`
assistance:
  name: Question
  label: question
  acknowledge: { within: 1h, calendar: office }
  resolve: 2d
  escalation: help
escalation-policies:
  urgent: [{ at: start, notify: fallback }]
  help: [{ at: acknowledge due, notify: fallback }, { at: resolve due - 48h, notify: fallback }]
`);
    expect(assistance).toMatchObject({
      name: 'Question',
      label: 'question',
      clocks: {
        acknowledge: { text: '1h', calendar: { name: 'office' }, amount: { ms: HOUR } },
        resolve: { text: '2d', calendar: { name: 'always' }, amount: { ms: 48 * HOUR } },
      },
      escalation: 'help',
    });
    expect(Object.keys(assistance?.clocks ?? {})).toEqual(['acknowledge', 'resolve']);
    expect(escalationPolicies.get('help')).toHaveLength(2);
  });

  test('may use what is built in', async () => {
    const { assistance } = await goodPolicy('assistance: { escalation: normal }\n');
    expect(assistance?.escalation).toBe('normal');
  });

  testProblems([
    [
      'values',
      `assistance:
  name: ""
  label: P0
  acknowledge: { within: 1h, calendar: offic }
  resolve: 1 hour
  workaround: 1h
  escalation: norml
`,
      [
        '2:9: assistance.name: is blank; expected a name',
        '3:10: assistance.label: the label "P0" is also that of priorities.P0',
        '4:40: assistance.acknowledge.calendar: "offic" is not a calendar; did you mean "office"?',
        '5:12: assistance.resolve: "1 hour" is not a duration; did you mean "1h"?',
        '6:3: assistance.workaround: is an unknown key; expected one of name, label, acknowledge, resolve, escalation',
        '7:15: assistance.escalation: "norml" is not an escalation policy; did you mean "normal"?',
      ],
    ],
    [
      'that is no map',
      'assistance: 1h\n',
      ['1:13: assistance: "1h" is not assistance; expected a map with name, label, acknowledge, resolve, escalation'],
    ],
    [
      'steps that never apply to it',
      `priorities: { P0: { update-every: 1h, escalation: urgent } }
assistance: { acknowledge: 1h, escalation: help }
escalation-policies:
  help:
    - { at: update due, notify: fallback }
    - { at: acknowledge due - 2h, notify: fallback }
    - { at: acknowledge due - 1h, notify: fallback }
  urgent: [{ at: update due, notify: fallback }]
  more: [{ at: start, notify: fallback }]
`,
      [
        '5:13: escalation-policies.help[0].at: "update due" never applies: assistance has no update clock',
        '6:13: escalation-policies.help[1].at: "acknowledge due - 2h" lies before the start: the acknowledge target of assistance is 1h',
        '9:3: escalation-policies.more: no priority uses this escalation policy, nor does assistance; the priorities use "urgent"',
      ],
    ],
    [
      'a policy that it shares with a priority',
      `priorities: { P0: { update-every: 1h, escalation: urgent } }
assistance: { acknowledge: 1h, escalation: urgent }
escalation-policies:
  urgent:
    - { at: update due, notify: fallback }
    - { at: acknowledge due, notify: fallback }
    - { at: restore due, notify: fallback }
`,
      ['7:13: escalation-policies.urgent[2].at: "restore due" never applies: P0 and assistance have no restore clock'],
    ],
    [
      'a slip in its escalation policy makes no other policy useless',
      `priorities: { P0: { escalation: urgent } }
assistance: { escalation: helpp }
escalation-policies:
  help: [{ at: start, notify: fallback }]
  urgent: [{ at: start, notify: fallback }]
`,
      ['2:27: assistance.escalation: "helpp" is not an escalation policy; did you mean "help"?'],
    ],
  ]);
});

describe('labels', () => {
  const TEXT = `
assistance: { label: help }
labels: { needs-information: tell us more }
categories: [{ name: dns, subcategories: [resolver, { name: zones, label: zone }] }]
`;

  test('of intake are among those that the policy knows', async () => {
    const policy = await goodPolicy(TEXT);
    const labels = knownLabels(policy, 'incident');
    expect(labels).toEqual(expect.arrayContaining(['help', 'tell us more', 'dns', 'dns/resolver', 'zone']));
    expect(new Set(labels).size).toBe(labels.length);
    expect(knownLabels(await goodPolicy(null), 'incident')).not.toContain('assistance');
  });

  testProblems([
    [
      'that mean two things',
      `labels: { needs-information: Assistance, mitigated: help, resolved: needs-assessment }
assistance: {}
categories: [{ name: dns, subcategories: [{ name: a, label: Help }, b] }]
pauses: { dns/b: [resolve] }
`,
      [
        '1:30: labels.needs-information: the label "assistance" is also that of assistance',
        '1:69: labels.resolved: the label "needs-assessment" is also that of labels.needs-assessment',
        '3:61: categories[0].subcategories[0].label: the label "Help" is also that of labels.mitigated',
        '3:69: categories[0].subcategories[1]: the label "dns/b" is also that of pauses.dns/b',
      ],
    ],
  ]);
});
