import { accept, argsOf, refuse, wordsIn, type Command, type Refusal } from '../../engine/command.ts';
import { foldText } from '../../text/compare.ts';
import type { Service } from '../impact/policy.ts';
import type { Policy } from '../policy.ts';
import { listing } from '../refusals.ts';
import type { Track } from '../track.ts';

const NO_SERVICE: Refusal = {
  en: (command) => `${command} needs one or more services of the policy: \`/affects NAME, NAME\`.`,
  fr: (command) => `${command} demande un ou plusieurs services de la politique : \`/affects NOM, NOM\`.`,
};

type Named = readonly Service[];

/** The services that a text names, apart by commas or blanks; null if it names anything else. */
function servicesIn({ services, statusPage }: Policy, text: string): Named | null {
  const known = (name: string): Service | undefined =>
    services.find((it) => foldText(it.name) === foldText(name)) ??
    services.find((it) => {
      const shown = statusPage?.components.find(({ key }) => key === it.name);
      return shown !== undefined && Object.values(shown.name).some((said) => foldText(said) === foldText(name));
    });
  const byComma = text
    .split(',')
    .map((it) => it.trim())
    .filter((it) => it !== '');
  for (const names of [byComma, wordsIn(text.replaceAll(',', ' '))]) {
    const found = names.map(known);
    if (found.length > 0 && found.every((it) => it !== undefined)) return [...new Set(found)];
  }
  return null;
}

export const affectsCommand: Command<Policy, { readonly services: Named }> = {
  usage: 'NAME, NAME',
  synonyms: ['services', 'service', 'affected', 'concerne', 'touche'],
  does: {
    en: 'Says which services of the policy are affected, and sets their labels.',
    fr: 'Indique quels services de la politique sont concernés, et pose leurs étiquettes.',
  },
  did: { en: 'said which services are affected', fr: 'a indiqué les services concernés' },
  sorts: true,
  read(text, { policy }) {
    const services = servicesIn(policy, text);
    return services
      ? accept({ services })
      : refuse(
          listing(
            NO_SERVICE,
            policy.services.map(({ name }) => name),
          ),
        );
  },
  kept: (text, _, policy) => (servicesIn(policy, text) ? text : null),
};

/** The services that somebody named last by command; null where people have set labels since. */
export const affectsTrack: Track<Named | null, Named | null> = {
  start: () => null,
  on(state, event, { policy }) {
    const isTheirs = (event.kind === 'labeled' || event.kind === 'unlabeled') && !event.own;
    if (isTheirs && policy.services.some(({ name }) => name === event.label)) return null;
    return argsOf(event, affectsCommand)?.services ?? state;
  },
  result: (state) => state,
};
