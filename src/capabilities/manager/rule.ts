import { inline, who } from '../../text/foreign.ts';
import { instant } from '../../text/time.ts';
import { includesLogin } from '../../model/login.ts';
import { audience, fallback, MANAGER_TOLD } from '../people/audience.ts';
import { MANAGER } from '../people/roles.ts';
import { isHeld, type Intent, type Rule, type Situation } from '../situation.ts';
import { requestKey } from '../notification/keys.ts';
import { isUrgent } from '../../model/priority.ts';

/**
 * The incident manager of a P0 or P1 is contacted at once, whoever has taken it on already (seed document B), and is assigned;
 * whoever is on call at that moment stays it until the role is handed over. Who is given a role by command is told.
 */
export const managerRule: Rule = (situation) => {
  const { incident } = situation;
  if (incident.resolution.resolved || incident.resolution.ended || isHeld(situation)) return [];
  return [...contact(situation), ...handovers(situation)];
};

function contact(situation: Situation): Intent[] {
  const { incident, policy, words } = situation;
  const {
    issue,
    priority: { current: priority },
  } = incident;
  const done = Object.hasOwn(incident.record.done, MANAGER_TOLD) || incident.said.role.has(MANAGER);
  if (!isUrgent(priority) || done || !policy.roles.has(MANAGER) || incident.category.confidential) return [];
  const named = audience(situation, [MANAGER]).people.slice(0, 1);
  const to = named.length > 0 ? named : fallback(situation).people.slice(0, 1);
  const newcomers = to.filter((login) => !includesLogin(incident.assignment.assignees, login));
  return [
    {
      do: 'tell',
      keys: [MANAGER_TOLD],
      to,
      ask: words.manager.ask(priority),
      lines: [words.manager.line, ...(named.length === 0 ? [words.manager.fallback(inline(MANAGER))] : [])],
      why: words.manager.why(priority),
      page: true,
      introduces: true,
      ...(to.length === 0 && { alarm: words.alarm }),
    },
    ...(newcomers.length > 0
      ? [{ do: 'assign', issue: issue.number, logins: newcomers, why: words.manager.why(priority) } as const]
      : []),
  ];
}

function handovers(situation: Situation): Intent[] {
  const { incident, reader, words } = situation;
  const {
    issue,
    priority: { current: priority },
    category: { confidential },
  } = incident;
  // What is confidential stays among its own people, whoever is given a role.
  const own = audience(situation, ['assignee']).people;
  const taken = [...incident.said.role.values()].filter(
    ({ login, by }) => !includesLogin([by ?? ''], login) && (!confidential || includesLogin(own, login)),
  );
  return taken.flatMap(({ role, login, at, by }): Intent[] => {
    const key = requestKey('role', at, role);
    const leads = role === MANAGER && isUrgent(priority);
    const isNew = !Object.hasOwn(incident.record.done, key) && !includesLogin(incident.assignment.assignees, login);
    return [
      {
        do: 'tell',
        keys: [key],
        to: [login],
        ask: words.role.ask(priority, inline(role)),
        lines: [words.role.line(who(by), instant(reader, at)), ...(leads ? [words.manager.line] : [])],
        why: words.role.why,
        page: leads,
        introduces: true,
      },
      ...(leads && isNew ? [{ do: 'assign', issue: issue.number, logins: [login], why: words.role.why } as const] : []),
    ];
  });
}
