import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadPolicy } from '../../src/capabilities/load.ts';
import { KNOWN_ROLES } from '../../src/capabilities/people/reference.ts';
import { unusedRoles } from '../../src/capabilities/people/unused.ts';
import { exampleText } from '../examples/policies.ts';

async function warnings(text: string): Promise<readonly string[]> {
  const loaded = await loadPolicy(text, 'policy.yml');
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
  return unusedRoles(loaded.policy);
}

describe('a role that nothing uses', () => {
  test.each([
    ['respnder', 'responder'],
    ['Responder', 'responder'],
    ['managment', 'management'],
    ['incident-manger', 'incident-manager'],
    ['incident manager', 'incident-manager'],
    ['répondant', 'responder'],
    ['niveau-2', 'level-2'],
  ])('%s is told of, with what was meant', async (role, meant) => {
    expect(await warnings(`roles: { ${role}: [alice] }\n`)).toEqual([
      `roles.${role}: nothing notifies this role, and the policy names it nowhere else; did you mean \`${meant}\`?`,
    ]);
  });

  test('that is near to no other is told of, in the language of the policy', async () => {
    expect(await warnings('roles: { press: [alice] }\n')).toEqual([
      'roles.press: nothing notifies this role, and the policy names it nowhere else; name it under notify of a step, or take it out',
    ]);
    expect(await warnings('language: fr\nroles: { direction: [alice] }\n')).toEqual([
      'roles.direction\u00a0: rien ne prévient ce rôle, et la politique ne le nomme nulle part ailleurs\u00a0; vouliez-vous dire `management`\u00a0?',
    ]);
  });
});

describe('a role is used', () => {
  test.each([
    ['a step', 'escalation-policies: { urgent: [{ at: start, notify: ops }] }'],
    ['inform', 'inform: ops'],
    ['the fallback', 'fallback: ops'],
    ['the owner of a category', 'categories: [{ name: network, owner: ops }]'],
    ['an approver', 'priorities: { P0: { post-mortem: { draft: 3d, review: 5d, approver: ops } } }'],
    ['entitled', 'entitled: [write, ops]'],
    ['the rights to a command', 'commands: { dismiss: [ops] }'],
  ])('by %s', async (_, text) => {
    expect(await warnings(`roles: { ops: [alice] }\n${text}\n`)).toEqual([]);
  });

  test('by its name, if docs/policy.md says that it means something', async () => {
    const page = readFileSync(new URL('../../docs/policy.md', import.meta.url), 'utf8');
    const [, listed = ''] = /mean something to Tocsin:\n\n((?:- .*\n)+)/.exec(page) ?? [];
    const names = [...listed.matchAll(/^- (`[^:]*):/gm)].flatMap(([, line]) => [...line!.matchAll(/`([\w-]+)`/g)]);
    expect(names.map(([, name]) => name!).toSorted()).toEqual([...KNOWN_ROLES].toSorted());
    expect(await warnings(`roles:\n${KNOWN_ROLES.map((it) => `  ${it}: [alice]\n`).join('')}`)).toEqual([]);
  });

  test.each(['learning-platform', 'network-provider'] as const)('in the example %s', async (name) => {
    expect(await warnings(exampleText(name))).toEqual([]);
  });
});
