import type { Instant } from '../../calendar/calendar.ts';
import { accept, refuse, wordsIn, type Command, type Refusal } from '../../engine/command.ts';
import { isOfMoment, takeMoment } from '../common/moment.ts';
import type { Policy } from '../policy.ts';

/** No impact began longer before it was reported than this, in milliseconds. */
const LONGEST_UNSEEN = 366 * 24 * 3_600_000;

const NO_TIMES: Refusal = {
  en: (command) =>
    `${command} needs when the impact began, and if it is over when it ended: \`/impact 18:30 19:10\`, or with the days \`/impact 2026-11-20 18:30 2026-11-20 19:10\`; neither may be in the future, nor the first after the end of the incident.`,
  fr: (command) =>
    `${command} demande le début de l’impact, et sa fin s’il est terminé : \`/impact 18:30 19:10\`, ou, avec les dates, \`/impact 2026-11-20 18:30 2026-11-20 19:10\` ; aucune des deux heures ne peut être dans le futur, ni le début après la fin de l’incident.`,
};

/** Since when and until when users were harmed, as somebody has stated it. */
interface StatedImpact {
  readonly from: Instant;
  /** Null while it goes on, or until it was mitigated or resolved. */
  readonly to: Instant | null;
  readonly by: string | null;
}

interface Needs {
  readonly mitigation: { readonly mitigated: { readonly at: Instant } | null };
  readonly resolution: { readonly resolved: { readonly at: Instant } | null };
}

/**
 * `FROM` or `FROM TO`. Neither may lie after the comment that says so, nor the start after the end of the incident, nor
 * more than a year before its opening.
 */
export const impactCommand: Command<
  Policy,
  { readonly from: Instant; readonly to: Instant | null },
  Needs,
  StatedImpact | null
> = {
  usage: 'FROM TO',
  synonyms: ['downtime', 'outage', 'indisponibilité'],
  does: {
    en: 'Says from when to when users were harmed, such as `/impact 18:30 19:10` or `/impact 2026-11-20 18:30 2026-11-20 19:10`, in the time zone of the policy unless an offset says otherwise. `TO` may be left out; neither may be in the future, nor `FROM` after the end of the incident.',
    fr: 'Dit de quand à quand les utilisateurs ont été touchés, par exemple `/impact 18:30 19:10` ou `/impact 2026-11-20 18:30 2026-11-20 19:10`, dans le fuseau de la politique sauf décalage indiqué. La fin est facultative ; aucune des deux heures ne peut être dans le futur, ni le début après la fin de l’incident.',
  },
  did: { en: 'stated the impact', fr: 'a précisé l’impact' },
  sorts: true,
  whole: true,
  read(text, { at, openedAt, policy, states: { mitigation, resolution } }) {
    const writing = { zone: policy.zone, at };
    const start = takeMoment(wordsIn(text), writing);
    if (!start) return refuse(NO_TIMES);
    const { moment: from, rest } = start;
    const end = takeMoment(rest, writing, from);
    if ((end?.rest ?? rest).length > 0) return refuse(NO_TIMES);
    const to = end?.moment ?? null;
    const latest = Math.min(at, mitigation.mitigated?.at ?? at, resolution.resolved?.at ?? at);
    if (from > latest || from < openedAt - LONGEST_UNSEEN) return refuse(NO_TIMES);
    return to === null || (to >= from && to <= at) ? accept({ from, to }) : refuse(NO_TIMES);
  },
  kept: (text) => (wordsIn(text).length > 0 && wordsIn(text).every(isOfMoment) ? text : null),
  keeps: { start: null, on: (_, { from, to }, { by }) => ({ from, to, by }) },
};
