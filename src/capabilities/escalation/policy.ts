import { list, named } from '../../policy/expect.ts';
import { key } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { name } from '../../policy/values.ts';
import { assistanceSection } from '../assistance/policy.ts';
import { rolesSection } from '../people/policy.ts';
import { prioritiesSection } from '../priority/policy.ts';
import { CLOCK_TABLE } from '../clocks/table.ts';
import { readEscalationPolicies, step, type EscalationPolicies, type EscalationStep } from './step.ts';
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
    const builtinPolicies = withResponder(readEscalationPolicies(builtin, needs.roles, scope), needs.roles);
    const own = readEscalationPolicies(file, needs.roles, scope);
    checkUse(own, needs, scope);
    // The built-in priorities keep the built-in policies that a section of the file does not define anew.
    const kept = isGiven && scope.given(prioritiesSection).isGiven ? [] : builtinPolicies;
    return { escalationPolicies: new Map([...kept, ...own]) };
  },
});

/** The built-in steps notify the role `responder` as well where the policy has one: nobody is assigned to an incident that is new. */
function withResponder(
  policies: EscalationPolicies,
  roles: ReadonlyMap<string, readonly string[]>,
): EscalationPolicies {
  if (!roles.has('responder')) return policies;
  return new Map(
    [...policies].map(([name, steps]) => [
      name,
      steps.map((it) => (isForTheWork(it) ? { ...it, notify: ['responder', ...it.notify] } : it)),
    ]),
  );
}

/** Whether a step tells those who work on the incident, and not those who write it up. */
function isForTheWork({ notify, at }: EscalationStep): boolean {
  return notify.includes('assignee') && (at.clock === 'start' || CLOCK_TABLE[at.clock].startsAt !== 'resolution');
}
