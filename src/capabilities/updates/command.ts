import type { Instant } from '../../calendar/calendar.ts';
import { accept, refuse, type Command } from '../../engine/command.ts';
import type { PublicStage } from '../../status-page/page.ts';
import type { Policy } from '../policy.ts';
import { NO_TEXT } from '../refusals.ts';
import { CONFIDENTIAL, isStillConfidential, type CategoryNeeds } from '../status-page/refusals.ts';
import { readStage } from '../status-page/stages.ts';

/** What the public was told by somebody. */
export interface AnnouncedUpdate {
  readonly at: Instant;
  readonly by: string;
  /** The number of its comment; several of one have their place in it behind a dot. */
  readonly comment: number;
  /** The stage that it names; null if it names none. */
  readonly stage: PublicStage | null;
  /** Markdown; empty where the words of the policy for the stage are meant. */
  readonly text: string;
}

type Args = Pick<AnnouncedUpdate, 'stage' | 'text'>;

/** Keeps what the public was told, and when. */
export const updateCommand: Command<Policy, Args, CategoryNeeds, readonly AnnouncedUpdate[]> = {
  usage: 'TEXT',
  synonyms: ['status', 'publish', 'announce', 'annoncer', 'maj'],
  does: {
    en: 'Tells customers this, on the status page if the policy has one. It may begin with the stage and a colon: `investigating:`, `identified:`, `monitoring:`, `resolved:`. Starts the clock `update` again.',
    fr: 'Annonce ceci aux clients, sur la page d’état si la politique en prévoit une. Peut commencer par l’étape et deux-points : `analyse :`, `identifié :`, `surveillance :`, `résolu :`. Relance le délai `update`.',
  },
  did: { en: 'gave an update', fr: 'a fait un point de situation' },
  fleeting: true,
  works: true,
  whole: true,
  lines: true,
  read(text, { policy, states }) {
    if (text === '') return refuse(NO_TEXT);
    if (isStillConfidential(states)) return refuse(CONFIDENTIAL);
    return accept(policy.statusPage === null ? { stage: null, text } : readStage(text));
  },
  keeps: { start: [], on: (all, args, { at, by, comment }) => [...all, { at, by, comment, ...args }] },
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
