import { parseDuration, writeTime } from './duration.ts';
import { HOUR } from '../calendar/length.ts';
import { AUDIENCES, UNHEARD } from './names.ts';
import { wrongRole } from './people.ts';
import { PRIORITIES } from '../model/priority.ts';
import type { AssistancePolicy, PriorityPolicy, Step } from '../capabilities/policy.ts';
import type { Priority } from '../model/priority.ts';
import type { PolicyFile, StepFile } from './schema.ts';
import type { Scope } from './scope.ts';
import { longest } from './targets.ts';
import { parseThreshold } from './threshold.ts';
import type { Path } from './tree.ts';
import { find } from './tree.ts';
import { either, hint, quote } from './wording.ts';

type Section = NonNullable<PolicyFile['escalation-policies']>;
type Priorities = Readonly<Record<Priority, PriorityPolicy>>;

/** Resolves the steps of every policy of a section. */
export function readEscalationPolicies(
  section: Section,
  roles: ReadonlyMap<string, readonly string[]>,
  scope: Scope,
): ReadonlyMap<string, readonly Step[]> {
  return new Map(
    Object.entries(section).map(([name, steps]) => {
      const path = ['escalation-policies', name];
      const read = steps.flatMap((step, at) => readStep(step, [...path, at], roles, scope) ?? []);
      read.forEach(({ text }, at) => {
        if (read.findIndex((other) => other.text === text) < at) {
          scope.report(
            [...path, at, 'at'],
            `${quote(text)} is the time of an earlier step; put all of its people there`,
          );
        }
      });
      return [name, read];
    }),
  );
}

function readStep(
  file: StepFile,
  path: Path,
  roles: ReadonlyMap<string, readonly string[]>,
  scope: Scope,
): Step | undefined {
  const parsed = parseThreshold(file.at);
  if ('wrong' in parsed) return undefined;
  const notify = oneOrMore(file.notify);
  const known = [...new Set([...scope.names.roles, ...AUDIENCES])];
  notify.forEach((name, at) => {
    const place = [...path, 'notify', ...(typeof file.notify === 'string' ? [] : [at])];
    const wrong = wrongRole(name, roles, known);
    if (wrong !== undefined) scope.report(place, wrong);
  });
  const isWhole = (['notify', 'label', 'raise'] as const).every((key) => scope.isIntact([...path, key]));
  if (notify.length === 0 && isWhole) checkSilent(file, path, scope);
  const early = parsed.at.clock === 'start' || parsed.at.clock === 'acknowledge';
  return {
    text: parsed.text,
    at: parsed.at,
    notify: [...new Set(notify)],
    assign: file.assign ?? false,
    labels: [...new Map(oneOrMore(file.label).map((label) => [label.toLowerCase(), label])).values()],
    raise: file.raise ?? null,
    send: file.send ?? null,
    repeat: readRepeat(file.repeat, [...path, 'repeat'], scope),
    until: file.until ?? (early ? 'acknowledged' : 'resolved'),
  };
}

function oneOrMore(given: string | readonly string[] | undefined): readonly string[] {
  return typeof given === 'string' ? [given] : (given ?? []);
}

/** A step that tells nobody must do something else, and has no use for what concerns those who are told. */
function checkSilent(file: StepFile, path: Path, { report }: Scope): void {
  if (file.label === undefined && file.raise === undefined) {
    report([...path, 'notify'], UNHEARD);
    return;
  }
  for (const key of ['assign', 'send', 'repeat'] as const) {
    if (file[key] === undefined || file[key] === false) continue;
    report([...path, key], `has no effect: ${UNHEARD}`, 'key');
  }
}

/** Reports the name of an escalation policy that there is not. */
export function checkEscalation(name: string, path: Path, { names, report }: Pick<Scope, 'names' | 'report'>): void {
  if (names.escalationPolicies.includes(name)) return;
  report(path, `${quote(name)} is not an escalation policy; ${hint(name, names.escalationPolicies)}`);
}

function readRepeat(text: string | undefined, path: Path, scope: Scope): number | null {
  const duration = text === undefined ? undefined : parseDuration(text);
  if (text === undefined || !duration) return null;
  if (duration.days > 0) {
    // A step may serve clocks on several calendars, and days mean something else on each of them.
    const hours = writeTime(duration.days * 24 * HOUR + duration.ms);
    scope.report(
      path,
      `${quote(text)} has days, which depend on the calendar; expected hours and minutes, e.g. ${hours}`,
    );
  }
  return duration.ms;
}

/** What follows an escalation policy: a priority, or requests for assistance. */
interface User extends Pick<PriorityPolicy, 'clocks' | 'escalation'> {
  readonly name: string;
  readonly path: Path;
}

/** Reports what could never happen: a policy that nothing uses, and steps for which no clock of its users has room. */
export function checkUse(
  section: ReadonlyMap<string, readonly Step[]>,
  priorities: Priorities,
  assistance: AssistancePolicy | null,
  { report, names, tree, isIntact }: Scope,
): void {
  const all: readonly User[] = [
    ...PRIORITIES.map((id) => ({ ...priorities[id], name: id, path: ['priorities', id] })),
    ...(assistance ? [{ ...assistance, name: 'assistance', path: ['assistance'] }] : []),
  ];
  const used = [...new Set(PRIORITIES.flatMap((id) => priorities[id].escalation ?? []))];
  // A misspelt reference is reported where it is, and not again as a policy that nobody uses.
  const own = find(tree, ['priorities']) !== null;
  const named = [...(own ? used : []), ...(assistance?.escalation == null ? [] : [assistance.escalation])];
  const certain =
    isIntact(['priorities']) &&
    isIntact(['assistance']) &&
    named.every((name) => names.escalationPolicies.includes(name));
  const whose = own ? 'the priorities' : 'the built-in priorities';
  for (const [name, steps] of section) {
    const path = ['escalation-policies', name];
    const users = all.filter(({ escalation }) => escalation === name);
    if (users.length === 0) {
      const nor = assistance ? ', nor does assistance' : '';
      const others = used.length === 0 ? 'have no escalation' : `use ${either(used.map(quote))}`;
      if (certain) report(path, `no priority uses this escalation policy${nor}; ${whose} ${others}`, 'key');
      continue;
    }
    const allKnown = named.every((name) => names.escalationPolicies.includes(name));
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
function wrongRaise({ raise }: Step, users: readonly User[]): string | undefined {
  if (raise === null) return undefined;
  const prioritized = PRIORITIES.filter((id) => users.some(({ name }) => name === id));
  const urgency = PRIORITIES.indexOf(raise);
  if (prioritized.some((id) => PRIORITIES.indexOf(id) > urgency)) return undefined;
  if (prioritized.length === 0) return `${quote(raise)} raises nothing: assistance has no priority`;
  const are =
    prioritized.length > 1 ? 'are as urgent or more so' : `is ${prioritized[0] === raise ? 'as' : 'more'} urgent`;
  return `${quote(raise)} raises nothing: ${prioritized.join(' and ')} ${are}`;
}

function wrongTime({ at }: Step, users: readonly User[], isIntact: Scope['isIntact']): string | undefined {
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
