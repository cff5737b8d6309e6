import { accept, refuse, type Command, type Refusal } from '../../engine/command.ts';
import type { Moment } from '../../model/moment.ts';
import type { Policy } from '../policy.ts';
import { TOO_LATE } from '../refusals.ts';

const NO_QUICK: Refusal = {
  en: (command) => `${command} does nothing here: the policy has no \`quick-path\`.`,
  fr: (command) => `${command} ne fait rien ici : la politique n’a pas de \`quick-path\`.`,
};

interface Needs {
  readonly resolution: { readonly resolved: object | null; readonly ended: object | null };
}

/** Keeps who foresaw first that it is treated at once. */
export const quickCommand: Command<Policy, { readonly text: string }, Needs, Moment | null> = {
  usage: '',
  does: {
    en: 'Foresees that it is treated within the quick path of the policy.',
    fr: 'Prévoit que l’incident sera traité dans le délai de la voie rapide de la politique.',
  },
  did: { en: 'chose the quick path', fr: 'a choisi la voie rapide' },
  sorts: true,
  atOpening: true,
  read(text, { policy, states: { resolution } }) {
    if (!policy.quickPath) return refuse(NO_QUICK);
    return resolution.resolved || resolution.ended ? refuse(TOO_LATE) : accept({ text });
  },
  keeps: {
    start: null,
    on: (state, { text }, { at, by }) => state ?? { at, by, how: 'command', text },
    reopen: () => null,
  },
};
