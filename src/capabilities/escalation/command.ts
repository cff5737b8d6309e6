import { accept, refuse, type Command } from '../../engine/command.ts';
import type { Moment } from '../../model/moment.ts';
import type { Policy } from '../policy.ts';
import { NO_TEXT, TOO_LATE } from '../refusals.ts';

interface Needs {
  readonly resolution: { readonly resolved: object | null; readonly ended: object | null };
}

/** Keeps when people asked for more people, and why. */
export const escalateCommand: Command<Policy, { readonly text: string }, Needs, readonly Moment[]> = {
  usage: 'REASON',
  synonyms: ['page', 'call', 'bump', 'escalader', 'appeler'],
  does: {
    en: 'Calls those whom the next step of the escalation policy would tell, at once; if none is left, the fallback.',
    fr: 'Appelle tout de suite ceux que préviendrait l’étape suivante de l’escalade ; s’il n’en reste pas, le recours.',
  },
  did: { en: 'called more people', fr: 'a demandé du renfort' },
  sorts: true,
  read(text, { states: { resolution } }) {
    if (text === '') return refuse(NO_TEXT);
    return resolution.resolved || resolution.ended ? refuse(TOO_LATE) : accept({ text });
  },
  keeps: { start: [], on: (all, { text }, { at, by }) => [...all, { at, by, how: 'command', text }] },
};
