import { isBot } from '../../model/login.ts';
import { who } from '../../text/foreign.ts';
import { acknowledgerOf, holderOf } from '../people/audience.ts';
import { MANAGER } from '../people/roles.ts';
import type { Situation } from '../situation.ts';

/** Who did what to the incident, a line each: people only, the manager first. */
export function peopleList(situation: Situation): string {
  const { incident, words } = situation;
  const { events, parts } = words.postMortem;
  const { mitigation, resolution, assignment } = incident;
  const deeds: readonly (readonly [string | null | undefined, string])[] = [
    [holderOf(situation, MANAGER), parts.manager],
    [acknowledgerOf(incident), events.acknowledged],
    // Whoever has ended the impact need not have given a workaround before.
    [mitigation.workaround?.at === mitigation.mitigated?.at ? null : mitigation.workaround?.by, events.mitigated],
    [mitigation.mitigated?.by, events.ended],
    [mitigation.restored?.by, events.restored],
    [resolution.resolved?.by, events.resolved],
    ...assignment.assignees.map((login) => [login, parts.responder] as const),
    [incident.issue.author?.bot ? null : incident.reporter, events.opened],
  ];
  const byPerson = new Map<string, { readonly login: string; readonly did: string[] }>();
  for (const [login, what] of deeds) {
    if (!login || isBot(login)) continue;
    const person = byPerson.get(login.toLowerCase()) ?? { login, did: [] };
    byPerson.set(login.toLowerCase(), person);
    if (!person.did.includes(what)) person.did.push(what);
  }
  return [...byPerson.values()]
    .map(({ login, did }) => `- ${who(login)}${words.colon}${did.join(words.andThen)}`)
    .join('\n');
}
