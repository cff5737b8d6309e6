import { describe, expect, test } from 'vitest';
import { reachWarnings } from '../../src/capabilities/escalation/reach.ts';
import { loadPolicy } from '../../src/capabilities/load.ts';
import { stepsOf } from '../../src/capabilities/escalation/steps.ts';
import { exampleText } from '../examples/policies.ts';
import { HOUR, MINUTE, notices, stageOf, told } from '../support/stage.ts';

/** A Friday morning. */
const NOW = Date.parse('2026-11-20T10:00Z');

async function policyOf(text: string | null) {
  const loaded = await loadPolicy(text, 'policy.yml');
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
  return loaded.policy;
}
const warnings = async (text: string | null, ownedByPerson: boolean | null = true): Promise<readonly string[]> =>
  reachWarnings(await policyOf(text), ownedByPerson, NOW);

const STEPS = 'escalation-policies: { urgent: [{ at: start, notify: assignee }] }\nroles: { ops: [alice] }\n';
const ALL = (targets: string): string =>
  ['P0', 'P1', 'P2'].map((it) => `  ${it}: { escalation: urgent, ${targets} }`).join('\n');

describe('a policy in order may notify nobody, which is said with its place', () => {
  test.each<[string, string | null, boolean | null, readonly string[]]>([
    ['not of the built-in one', null, true, []],
    [
      'of a fallback that is an organisation',
      `${STEPS}priorities:\n${ALL('resolve: 4h')}\n`,
      false,
      [
        'fallback: `owner` is an organisation here, which cannot be notified, and nobody is known to have changed the workflow; name a person or a role, for when a step reaches nobody',
        'escalation-policies.urgent: notifies nobody of a P0 to which nobody is assigned',
        'escalation-policies.urgent: notifies nobody of a P1 to which nobody is assigned',
        'escalation-policies.urgent: notifies nobody of a P2 to which nobody is assigned',
      ],
    ],
    ['not where the fallback is somebody', `fallback: alice\n${STEPS}priorities:\n${ALL('resolve: 4h')}\n`, false, []],
    [
      'of steps that only label, or tell whoever reported it, though there is a fallback',
      `fallback: alice\n${STEPS.replace('notify: assignee', 'label: hot').replace(' }] }', ' }, { at: resolve due, notify: reporter }] }')}priorities:\n${ALL('resolve: 4h')}\n`,
      true,
      ['P0', 'P1', 'P2'].map(
        (it) => `escalation-policies.urgent: notifies nobody of a ${it} to which nobody is assigned`,
      ),
    ],
    ['not where nobody knows whose the repository is', `${STEPS}priorities:\n${ALL('resolve: 4h')}\n`, null, []],
    [
      'of priorities that the file leaves out',
      `${STEPS}priorities: { P0: { escalation: urgent, resolve: 4h } }\n`,
      true,
      [
        'priorities.P1: has no clock, so nothing is ever due',
        'priorities.P1: has no escalation, so nobody is notified of it',
        'priorities.P2: has no clock, so nothing is ever due',
        'priorities.P2: has no escalation, so nobody is notified of it',
      ],
    ],
    [
      'of an acknowledgement that may come after the resolution',
      `${STEPS}priorities:\n${ALL('acknowledge: 4h, resolve: 1h')}\n`,
      true,
      [
        'priorities.P0: acknowledge (4h) is longer than resolve (1h)',
        'priorities.P1: acknowledge (4h) is longer than resolve (1h)',
        'priorities.P2: acknowledge (4h) is longer than resolve (1h)',
      ],
    ],
    [
      'not of one that is as long, or on another calendar',
      `${STEPS}priorities:\n${ALL('acknowledge: 1h, resolve: { within: 1h, calendar: office }')}\n`,
      true,
      [],
    ],
    [
      'of rights for a role of the policy',
      'entitled: [write, ops]\nroles: { ops: [alice] }\n',
      true,
      [
        'entitled: takes roles of the repository, such as write or triage; `ops` is a role of the policy, not of the repository',
      ],
    ],
    [
      'of rights for what looks like a slip in a role of GitHub’s own',
      'entitled: [wirte, Triage, Incident Responder]\ncommands: { ack: [maintian, READ, ops], dismiss: [release-crew] }\nroles: { ops: [alice] }\n',
      true,
      [
        "entitled: `wirte` is no role of GitHub's own; taken as a custom role of the repository; did you mean `write`?",
        "commands.ack: `maintian` is no role of GitHub's own; taken as a custom role of the repository; did you mean `maintain`?",
        'commands.ack: takes roles of the repository, such as write or triage; `ops` is a role of the policy, not of the repository',
      ],
    ],
  ])('%s', async (_, text, ownedByPerson, expected) => {
    expect(await warnings(text, ownedByPerson)).toEqual(expected);
  });

  test('in the language of the policy', async () => {
    const text = `language: fr\n${STEPS}priorities: { P0: { escalation: urgent, resolve: 4h } }\n`;
    expect((await warnings(text))[0]).toBe('priorities.P1 : aucun délai, donc aucune échéance');
    expect(await warnings('language: fr\nentitled: [wirte]\n')).toEqual([
      'entitled : `wirte` n’est pas un rôle prédéfini de GitHub ; il est traité comme un rôle personnalisé du dépôt. Vouliez-vous dire `write` ?',
    ]);
  });

  test.each(['learning-platform', 'network-provider'] as const)('not of the example %s', async (name) => {
    expect(await warnings(exampleText(name), false)).toEqual([]);
  });
});

describe('a run', () => {
  const ODD = 'priorities: { P0: { resolve: 4h, escalation: urgent } }\nfallback: grace\n' + STEPS;
  const ACTIONS = {
    'test-token': {
      login: 'github-actions[bot]',
      permissions: { issues: 'write', contents: 'read', metadata: 'read', actions: 'read' },
    },
  } as const;
  const advised = async (tokens: typeof ACTIONS | undefined, policy = ODD): Promise<number[]> => {
    const hours: number[] = [];
    const stage = await stageOf({
      policy,
      ...(tokens && { tokens }),
      onRun: ({ advice, failures }) => {
        expect(failures).toEqual([]);
        if (advice.length > 0) hours.push((stage.hub.clock.now() / HOUR) % 24);
      },
    });
    await stage.pass(3 * 24 * HOUR, 30 * MINUTE);
    return hours;
  };

  test('says so in the first scheduled run of a day, and is green', { tags: 'slow' }, async () => {
    expect(await advised(ACTIONS)).toEqual([9.5, 0, 0, 0]);
  });

  test('says so in the morning where it may not see when the last run was', { tags: 'slow' }, async () => {
    expect(await advised(undefined)).toEqual([9.5, 9, 9.5, 9, 9.5, 9]);
  });

  test('says nothing of a policy that tells somebody', { tags: 'slow' }, async () => {
    expect(await advised(ACTIONS, 'fallback: grace\n')).toEqual([]);
  });
});

describe('the built-in steps', () => {
  test('notify the role `responder` where there is one, but not for the post-mortem', async () => {
    const steps = stepsOf(await policyOf('roles: { responder: [alice] }\n'), 'P0');
    expect(steps.map(({ text, notify }) => `${text}: ${notify.join()}`)).toEqual([
      'start: responder,assignee',
      'acknowledge due: responder,assignee,fallback',
      'resolve 75%: responder,assignee',
      'resolve due: responder,assignee,fallback',
      'resolve due + 1h: responder,assignee,fallback',
      'post-mortem due: assignee',
      'review due: assignee',
    ]);
    expect(stepsOf(await policyOf(null), 'P0')[0]!.notify).toEqual(['assignee']);
  });

  test('reach them in earnest', async () => {
    const stage = await stageOf({ policy: 'roles: { responder: [alice, bob] }\nfallback: grace\n' });
    const n = stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.react();
    expect(told(stage.hub.issue(n))).toEqual([['alice', 'bob']]);
    expect(notices(stage.hub.issue(n))[0]).not.toContain('nobody at present');
  });
});
