import type { Instant } from '../../calendar/calendar.ts';
import { accept, refuse, type Command } from '../../engine/command.ts';
import type { Policy } from '../policy.ts';
import { NO_TEXT } from '../refusals.ts';
import { CONFIDENTIAL, isStillConfidential, NO_PAGE, type CategoryNeeds } from './refusals.ts';

/** What stands in the place of what the public was told last. */
export interface PublicCorrection {
  readonly at: Instant;
  readonly by: string;
  readonly text: string;
}

export const correctCommand: Command<Policy, { readonly text: string }, CategoryNeeds, readonly PublicCorrection[]> = {
  usage: 'TEXT',
  synonyms: ['correction', 'corriger', 'rectifier'],
  does: {
    en: 'Replaces what customers read last on the status page, and shows that it was corrected.',
    fr: 'Remplace ce que les clients ont lu en dernier sur la page d’état, et signale la correction.',
  },
  did: { en: 'corrected the last update', fr: 'a corrigé le dernier point de situation' },
  sorts: true,
  whole: true,
  lines: true,
  read(text, { policy, states }) {
    if (policy.statusPage === null) return refuse(NO_PAGE);
    if (isStillConfidential(states)) return refuse(CONFIDENTIAL);
    return text === '' ? refuse(NO_TEXT) : accept({ text });
  },
  keeps: { start: [], on: (all, { text }, { at, by }) => [...all, { at, by, text }] },
};
