import { accept, refuse, type Command, type Refusal } from '../../engine/command.ts';
import type { Moment } from '../../model/moment.ts';
import type { Policy } from '../policy.ts';

const NOT_RESOLVED: Refusal = {
  en: (command) => `${command} is for the post-mortem of a resolved incident, and this one is not resolved.`,
  fr: (command) => `${command} concerne le post-mortem d’un incident résolu, et celui-ci ne l’est pas.`,
};

interface Needs {
  readonly resolution: { readonly resolved: object | null };
}

/** Keeps when the draft of the post-mortem was ready. */
export const draftedCommand: Command<Policy, { readonly text: string }, Needs, Moment | null> = {
  usage: 'TEXT',
  synonyms: ['postmortem', 'post-mortem', 'draft'],
  does: {
    en: 'Says that the draft of the post-mortem is there. The first one of an incident counts, if it comes after the resolution.',
    fr: 'Dit que le brouillon du post-mortem est prêt. La première fois compte, si elle suit la résolution.',
  },
  did: { en: 'drafted the post-mortem', fr: 'a rédigé le post-mortem' },
  read: (text, { states }) => (states.resolution.resolved ? accept({ text }) : refuse(NOT_RESOLVED)),
  keeps: {
    start: null,
    on: (state, { text }, { at, by }) => state ?? { at, by, how: 'command', text },
    reopen: () => null,
  },
};
