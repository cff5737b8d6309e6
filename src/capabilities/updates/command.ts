import type { Instant } from '../../calendar/calendar.ts';
import { accept, refuse, type Command } from '../../engine/command.ts';
import type { Policy } from '../policy.ts';
import { NO_TEXT } from '../refusals.ts';

/** Keeps when the public was given an update. */
export const updateCommand: Command<Policy, { readonly text: string }, unknown, readonly Instant[]> = {
  usage: 'TEXT',
  synonyms: ['status', 'publish', 'announce', 'annoncer', 'maj'],
  does: {
    en: 'Says that the public was told this. Starts the clock `update` again. Tocsin publishes it nowhere.',
    fr: 'Dit que ceci a été annoncé au public. Relance le délai `update`. Tocsin ne le publie nulle part.',
  },
  did: { en: 'gave an update', fr: 'a fait un point de situation' },
  fleeting: true,
  works: true,
  read: (text) => (text === '' ? refuse(NO_TEXT) : accept({ text })),
  keeps: { start: [], on: (times, _, { at }) => [...times, at] },
};

export const progressCommand: Command<Policy, { readonly text: string }> = {
  usage: 'TEXT',
  does: {
    en: 'Says that the incident moves. Starts the clock `no-progress` again, as every command that is accepted does.',
    fr: 'Dit que l’incident avance. Relance le délai `no-progress`, comme toute commande acceptée.',
  },
  did: { en: 'said that work goes on', fr: 'a signalé que le travail avance' },
  fleeting: true,
  works: true,
  read: (text) => accept({ text }),
};
