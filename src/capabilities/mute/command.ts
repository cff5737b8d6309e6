import type { Instant } from '../../calendar/calendar.ts';
import { accept, refuse, wordsIn, type Command, type Refusal } from '../../engine/command.ts';
import { parseDuration } from '../../policy/duration.ts';
import type { Policy } from '../policy.ts';

/** The longest silence, in milliseconds: longer than that nobody can answer for. */
const LONGEST = 24 * 3_600_000;

const NO_SILENCE: Refusal = {
  en: (command) => `${command} needs a time of at most a day and a reason: \`/silence 2h REASON\`.`,
  fr: (command) => `${command} demande une durée d’un jour au plus et un motif : \`/silence 2h MOTIF\`.`,
};

/** Somebody wants nobody to be told for a while. */
export interface Silence {
  readonly until: Instant;
  readonly at: Instant;
  readonly by: string | null;
  readonly text: string;
}

export const silenceCommand: Command<Policy, { readonly ms: number; readonly text: string }, unknown, Silence | null> =
  {
    usage: '2h REASON',
    synonyms: ['snooze', 'mute', 'quiet', 'silent', 'taire', 'muet', 'hold'],
    does: {
      en: 'Nobody is told anything for so long, at most a day; what falls due meanwhile follows.',
      fr: 'Personne n’est prévenu de rien pendant ce temps, un jour au plus ; ce qui échoit entre-temps suit.',
    },
    did: { en: 'put notifications on hold', fr: 'a suspendu les notifications' },
    sorts: true,
    read(text) {
      const [word = '', ...rest] = wordsIn(text);
      const length = parseDuration(word);
      const ms = length && length.days * 24 * 3_600_000 + length.ms;
      if (!ms || ms > LONGEST || rest.length === 0) return refuse(NO_SILENCE);
      return accept({ ms, text: rest.join(' ') });
    },
    kept: (_, first) => (parseDuration(first) ? first : null),
    keeps: {
      start: null,
      on: (_, { ms, text }, { at, by }) => ({ until: at + ms, at, by, text }),
      reopen: () => null,
    },
  };
