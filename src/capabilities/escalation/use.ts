import { PRIORITIES } from '../../model/priority.ts';
import type { PolicyOf, Scope } from '../../policy/section.ts';
import { find, type Path } from '../../policy/tree.ts';
import { either, quote } from '../../policy/wording.ts';
import type { assistanceSection } from '../assistance/policy.ts';
import { longest } from '../calendars/target.ts';
import type { prioritiesSection, PriorityPolicy } from '../priority/policy.ts';
import type { EscalationPolicies, EscalationStep } from './step.ts';

/** What follows an escalation policy: a priority, or requests for assistance. */
interface User extends Pick<PriorityPolicy, 'clocks' | 'escalation'> {
  readonly name: string;
  readonly path: Path;
}

/** Reports what could never happen: a policy that nothing uses, and steps for which no clock of its users has room. */
export function checkUse(
  policies: EscalationPolicies,
  { priorities, assistance }: PolicyOf<[typeof prioritiesSection, typeof assistanceSection]>,
  { report, namesIn, tree, isIntact }: Scope,
): void {
  const known = namesIn('escalation-policies');
  const all: readonly User[] = [
    ...PRIORITIES.map((id) => ({ ...priorities[id], name: id, path: ['priorities', id] })),
    ...(assistance ? [{ ...assistance, name: 'assistance', path: ['assistance'] }] : []),
  ];
  const used = [...new Set(PRIORITIES.flatMap((id) => priorities[id].escalation ?? []))];
  // A misspelt reference is reported where it is, and not again as a policy that nobody uses.
  const own = find(tree, ['priorities']) !== null;
  const named = [...(own ? used : []), ...(assistance?.escalation == null ? [] : [assistance.escalation])];
  const certain = isIntact(['priorities']) && isIntact(['assistance']) && named.every((name) => known.includes(name));
  const whose = own ? 'the priorities' : 'the built-in priorities';
  for (const [name, steps] of policies) {
    const path = ['escalation-policies', name];
    const users = all.filter(({ escalation }) => escalation === name);
    if (users.length === 0) {
      const nor = assistance ? ', nor does assistance' : '';
      const others = used.length === 0 ? 'have no escalation' : `use ${either(used.map(quote))}`;
      if (certain) report(path, `no priority uses this escalation policy${nor}; ${whose} ${others}`, 'key');
      continue;
    }
    const allKnown = named.every((name) => known.includes(name));
    const isComplete = allKnown && PRIORITIES.every((id) => isIntact(['priorities', id, 'escalation']));
    steps.forEach((step, at) => {
      const wrong = wrongTime(step, users, isIntact);
      if (wrong !== undefined) report([...path, at, 'at'], `${quote(step.text)} ${wrong}`);
      const idle = isComplete ? wrongRaise(step, users) : undefined;
      if (idle !== undefined) report([...path, at, 'raise'], idle);
    });
  }
}

/** A step that raises must find a user that is less urgent; requests for assistance have no priority. */
function wrongRaise({ raise }: EscalationStep, users: readonly User[]): string | undefined {
  if (raise === null) return undefined;
  const prioritized = PRIORITIES.filter((id) => users.some(({ name }) => name === id));
  const urgency = PRIORITIES.indexOf(raise);
  if (prioritized.some((id) => PRIORITIES.indexOf(id) > urgency)) return undefined;
  if (prioritized.length === 0) return `${quote(raise)} raises nothing: assistance has no priority`;
  const are =
    prioritized.length > 1 ? 'are as urgent or more so' : `is ${prioritized[0] === raise ? 'as' : 'more'} urgent`;
  return `${quote(raise)} raises nothing: ${prioritized.join(' and ')} ${are}`;
}

function wrongTime({ at }: EscalationStep, users: readonly User[], isIntact: Scope['isIntact']): string | undefined {
  const { clock } = at;
  if (clock === 'start') return undefined;
  const targets = users.map(({ name, clocks }) => [name, clocks[clock]] as const);
  const certain = users.every(({ path }) => isIntact(path));
  if (certain && targets.every(([, target]) => target === undefined)) {
    const names = users.map(({ name }) => name);
    return `never applies: ${names.join(' and ')} ${names.length > 1 ? 'have' : 'has'} no ${clock} clock`;
  }
  const offset = 'offset' in at ? at.offset : 0;
  const [name, target] = targets.find(([, target]) => target && -offset > longest(target)) ?? [];
  return target && `lies before the start: the ${clock} target of ${name} is ${target.text}`;
}
