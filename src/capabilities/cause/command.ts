import { accept, refuse, type Command, type Refusal } from '../../engine/command.ts';
import type { Cause } from './policy.ts';
import type { Policy } from '../policy.ts';
import { listing } from '../refusals.ts';

const NO_CAUSE: Refusal = {
  en: (command) => `${command} needs a cause of the policy: \`/cause NAME\`.`,
  fr: (command) => `${command} demande une cause de la politique : \`/cause NOM\`.`,
};

/** A cause of the policy by its name, whatever the capitals. */
export function findCause({ causes }: Policy, text: string): Cause | undefined {
  return causes.find(({ name }) => name.toLowerCase() === text.trim().toLowerCase());
}

export const causeCommand: Command<Policy, { readonly cause: Cause }> = {
  usage: 'NAME',
  synonyms: ['root-cause', 'reason', 'cause-racine'],
  does: { en: 'Names the cause, one of those of the policy.', fr: 'Indique la cause, une de celles de la politique.' },
  did: { en: 'named the cause', fr: 'a indiqué la cause' },
  sorts: true,
  read(text, { policy }) {
    const cause = findCause(policy, text);
    const names = policy.causes.map((it) => it.name);
    return cause ? accept({ cause }) : refuse(listing(NO_CAUSE, names));
  },
  kept: (_, first, policy) => (findCause(policy, first) ? first : null),
};
