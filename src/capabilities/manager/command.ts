import type { Instant } from '../../calendar/calendar.ts';
import { accept, refuse, wordsIn, type Command, type Refusal } from '../../engine/command.ts';
import { loginOf } from '../../model/login.ts';
import type { Policy } from '../policy.ts';
import { listing, NO_ACCESS } from '../refusals.ts';

const NO_ROLE: Refusal = {
  en: (command) => `${command} needs a role of the policy and a login: \`/role incident-manager @LOGIN\`.`,
  fr: (command) => `${command} demande un rôle de la politique et un compte : \`/role incident-manager @COMPTE\`.`,
};

/** Somebody who fills a role of the policy for one incident. */
export interface Holder {
  readonly role: string;
  readonly login: string;
  readonly at: Instant;
  readonly by: string | null;
}

/** Keeps who holds each role. */
export const roleCommand: Command<
  Policy,
  { readonly role: string; readonly login: string },
  unknown,
  ReadonlyMap<string, Holder>
> = {
  usage: 'NAME @LOGIN',
  synonyms: ['owner', 'commander', 'manager', 'lead', 'handover', 'rôle'],
  does: {
    en: 'Gives somebody a role of the policy for this incident, and tells them: `/role incident-manager @LOGIN` hands it over.',
    fr: 'Confie à quelqu’un un rôle de la politique pour cet incident, et le prévient : `/role incident-manager @COMPTE` le transmet.',
  },
  did: { en: 'gave a role', fr: 'a attribué un rôle' },
  sorts: true,
  read(text, { policy, canReach }) {
    const words = wordsIn(text);
    const login = loginOf(words.at(-1) ?? '');
    const wanted = words.slice(0, -1).join(' ').toLowerCase();
    const role = [...policy.roles.keys()].find((name) => name.toLowerCase() === wanted);
    if (!role || login === null) return refuse(listing(NO_ROLE, [...policy.roles.keys()]));
    return canReach(login) === false ? refuse(NO_ACCESS) : accept({ role, login });
  },
  kept: (text, _, policy) =>
    [...policy.roles.keys()].some((role) => text.toLowerCase().startsWith(`${role.toLowerCase()} @`)) ? text : null,
  keeps: {
    start: new Map(),
    on: (holders, { role, login }, { at, by }) => new Map([...holders, [role, { role, login, at, by }]]),
  },
};
