import { list, named } from '../../policy/expect.ts';
import { key } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { name } from '../../policy/values.ts';
import { assistanceSection } from '../assistance/policy.ts';
import { rolesSection } from '../people/policy.ts';
import { prioritiesSection } from '../priority/policy.ts';
import { readEscalationPolicies, step, type EscalationPolicies } from './step.ts';
import { checkUse } from './use.ts';

export const escalationPoliciesSection = section({
  key: 'escalation-policies',
  schema: key(
    named(
      'escalation policies',
      '{ urgent: [{ at: start, notify: assignee }] }',
      name('an escalation policy', []),
      list(step, 'a list of steps', 'is empty; expected at least one step'),
    ),
    {
      takes: 'map of names to lists of [steps](#escalation-policies)',
      default: '`urgent`, `normal`',
      meaning:
        'By name, the steps in which an incident is brought to more people. The built-in priorities keep the built-in `urgent` and `normal` unless they are here.',
    },
  ),
  builtin: `
escalation-policies:
  urgent:
    - { at: start, notify: assignee }
    - { at: acknowledge due, notify: [assignee, fallback] }
    - { at: resolve 75%, notify: assignee }
    - { at: resolve due, notify: [assignee, fallback] }
    - { at: resolve due + 1h, notify: [assignee, fallback], repeat: 2h, until: resolved }
    - { at: post-mortem due, notify: assignee }
    - { at: review due, notify: assignee }
  normal:
    - { at: acknowledge due, notify: assignee }
    - { at: resolve 75%, notify: assignee }
    - { at: resolve due, notify: [assignee, fallback] }
`,
  needs: [rolesSection, prioritiesSection, assistanceSection],
  resolve: (
    { file = {}, builtin = {}, isGiven },
    scope,
    needs,
  ): { readonly escalationPolicies: EscalationPolicies } => {
    const builtinPolicies = readEscalationPolicies(builtin, needs.roles, scope);
    const own = readEscalationPolicies(file, needs.roles, scope);
    checkUse(own, needs, scope);
    // The built-in priorities keep the built-in policies that a section of the file does not define anew.
    const kept = isGiven && scope.given(prioritiesSection).isGiven ? [] : builtinPolicies;
    return { escalationPolicies: new Map([...kept, ...own]) };
  },
});
