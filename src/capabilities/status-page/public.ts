import type { Instant } from '../../calendar/calendar.ts';
import { accept, refuse, type Command, type Refusal } from '../../engine/command.ts';
import type { Policy } from '../policy.ts';
import { CONFIDENTIAL, isStillConfidential, NO_PAGE, type CategoryNeeds } from './refusals.ts';

/** What somebody has said of an incident's place on the status page. */
export interface PublicWish {
  /** Whether it is to be there or not, whatever the policy says; null while nobody has said. */
  readonly wanted: {
    readonly isOn: boolean;
    readonly at: Instant;
    readonly by: string;
    readonly reason: string;
  } | null;
  /** What it is called there; null for the services that it concerns. */
  readonly title: string | null;
}

/** The longest title of the page, as Statuspage takes it. */
const LONGEST_TITLE = 255;

const HOW: Refusal = {
  en: (command) =>
    `${command} takes \`off REASON\`, \`on\`, or \`title TEXT\`: \`/public off no customer is affected\`.`,
  fr: (command) =>
    `${command} attend \`off MOTIF\`, \`on\` ou \`title TEXTE\`\u00a0: \`/public off aucun client n’est concerné\`.`,
};

type Args = { readonly isOn: boolean; readonly reason: string } | { readonly title: string };

export const publicCommand: Command<Policy, Args, CategoryNeeds, PublicWish> = {
  usage: 'off REASON | on | title TEXT',
  synonyms: ['status-page', 'page', 'publique'],
  does: {
    en: 'Takes the incident off the status page, with a reason; puts it on the page; or changes its title there.',
    fr: 'Retire l’incident de la page d’état, avec un motif ; l’y fait figurer ; ou y change son titre.',
  },
  did: { en: 'decided what the status page shows', fr: 'a décidé de ce qu’affiche la page d’état' },
  sorts: true,
  whole: true,
  read(text, { policy, states }) {
    if (policy.statusPage === null) return refuse(NO_PAGE);
    if (isStillConfidential(states)) return refuse(CONFIDENTIAL);
    const [, word = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
    switch (word.toLowerCase()) {
      case 'off':
        return rest === '' ? refuse(HOW) : accept({ isOn: false, reason: rest });
      case 'on':
        return accept({ isOn: true, reason: rest });
      case 'title':
      case 'titre':
        return rest === '' ? refuse(HOW) : accept({ title: rest.replace(/\s+/g, ' ').slice(0, LONGEST_TITLE) });
      default:
        return refuse(HOW);
    }
  },
  keeps: {
    start: { wanted: null, title: null },
    on: (wish, args, { at, by }) =>
      'title' in args ? { ...wish, title: args.title } : { ...wish, wanted: { ...args, at, by } },
  },
};
