import { atHour } from '../../text/time.ts';
import type { ClockName } from './table.ts';

/** What is said of one clock: a new one cannot do without. */
interface ClockWords {
  readonly name: string;
  /** What its steps ask of those whom they notify, and by when; null where no deadline is known. */
  readonly asks: (priority: string, by: string | null, at: string) => string;
  /** What they ask once it was missed; `at` names the issue where it is done. */
  readonly missed: (priority: string, at: string) => string;
  /** What it waits for, as the card says it: to be completed by "before 09:30"; null for what is no act of the responders. */
  readonly act: string | null;
  /** What the receipt promises whoever reports, the end of "We aim"; null for nothing. */
  readonly promise: ((at: string) => string) | null;
}

const before = (by: string | null): string => (by === null ? '' : ` before ${by}`);
const avant = (by: string | null): string => (by === null ? '' : ` avant ${by}`);

const en = {
  clock: {
    acknowledge: {
      name: 'Acknowledge',
      asks: (priority: string, by: string | null) => `${priority}: comment \`/ack\`${before(by)}.`,
      missed: (priority: string) => `${priority} not acknowledged. Comment \`/ack\` now.`,
      act: '`/ack`',
      promise: (at: string) => `to answer by ${at}`,
    },
    workaround: {
      name: 'Workaround',
      asks: (priority: string, by: string | null) =>
        `${priority} needs a workaround${before(by)}: \`/workaround what helps\`.`,
      missed: (priority: string) => `${priority} has no workaround. Comment \`/workaround what helps\` once it has.`,
      act: '`/workaround what helps`',
      promise: (at: string) => `to have a workaround by ${at}`,
    },
    restore: {
      name: 'Restore data',
      asks: (priority: string, by: string | null) => `${priority}: restore the data${before(by)}, then \`/restored\`.`,
      missed: (priority: string) => `${priority}: data not restored. Comment \`/restored\` once it is.`,
      act: '`/restored`',
      promise: (at: string) => `to restore lost data by ${at}`,
    },
    resolve: {
      name: 'Resolve',
      asks: (priority: string, by: string | null) =>
        by === null
          ? `${priority}: comment \`/resolve what fixed it\`.`
          : `${priority} is due ${by}. Comment \`/resolve what fixed it\`.`,
      missed: (priority: string) => `${priority} not resolved in time. Comment \`/resolve what fixed it\` once it is.`,
      act: '`/resolve what fixed it`',
      promise: (at: string) => `to fix it by ${at}`,
    },
    update: {
      name: 'Next update',
      asks: (priority: string, by: string | null) =>
        `${priority}: say how it stands${before(by)}: \`/update how it stands\`.`,
      missed: (priority: string) => `${priority}: update overdue. Comment \`/update how it stands\`.`,
      act: '`/update how it stands`',
      promise: null,
    },
    'no-progress': {
      name: 'Progress',
      asks: (priority: string, by: string | null) => `${priority}: give a sign${before(by)}: \`/progress\`.`,
      missed: (priority: string) => `${priority}: no activity. Comment how it stands, or \`/progress\`.`,
      act: null,
      promise: null,
    },
    'post-mortem': {
      name: 'Post-mortem draft',
      asks: (priority: string, by: string | null, at: string) =>
        `Post-mortem of this ${priority}: draft it in ${at}${before(by)}, then comment \`/review\` there.`,
      missed: (priority: string, at: string) =>
        `Post-mortem of this ${priority}: draft overdue. Write it in ${at}, then comment \`/review\` there.`,
      act: null,
      promise: null,
    },
    review: {
      name: 'Post-mortem review',
      asks: (priority: string, by: string | null, at: string) =>
        `Post-mortem of this ${priority}: have it reviewed in ${at}${before(by)}.`,
      missed: (priority: string, at: string) =>
        `Post-mortem of this ${priority}: review overdue. ${at} says who has to approve it, and how.`,
      act: null,
      promise: null,
    },
    publish: {
      name: 'Post-mortem published',
      asks: (priority: string, by: string | null, at: string) =>
        `Post-mortem of this ${priority}: comment \`/publish\` in ${at}${before(by)}.`,
      missed: (priority: string, at: string) =>
        `Post-mortem of this ${priority}: not published in time. Comment \`/publish\` in ${at}.`,
      act: null,
      promise: null,
    },
  } satisfies Readonly<Record<ClockName, ClockWords>>,
  /** When a clock was due, as a sentence. */
  deadline: {
    late: (due: string, late: string) => `Due ${due}, **${late} late**.`,
    past: (due: string) => `Overdue since ${due}.`,
    lag: (due: string, noticed: string, lag: string) => `Due ${due}, noticed ${noticed}, **${lag} late**.`,
    paused: 'Its clock is paused.',
  },
  clocksCard: {
    heading: 'Former deadlines',
    first: (act: string, until: string) => `comment ${act}${until}.`,
    then: (act: string, until: string) => `Then ${act}${until}.`,
    before: (at: string) => ` before **${at}**`,
    wasDue: (at: string) => ` now, due **${at}**`,
    alsoWasDue: (at: string) => `, due **${at}**`,
    within: (target: string) => `(within ${target})`,
    paused: 'paused',
    pausedDue: 'after the pause',
    nowSays: (target: string) => `the policy now says ${target}`,
    missedTimes: (times: number, last: string) => `missed ${times === 1 ? 'once' : `${times} times`}, last ${last}`,
    void: 'not needed any more',
    met: (at: string, margin: string) => `met ${at}, ${margin} to spare`,
    /** With the moment only where that is not when it was due: where a new priority made it late at once. */
    missed: (at: string | null, lag: string | null) =>
      `missed${at === null ? '' : ` ${at}`}${lag === null ? '' : `, noticed ${lag} later`}`,
    stillRunning: 'not done yet',
    stopped: (at: string, late: string) => `done ${at}, ${late} late`,
    beforeReopening: 'before the reopening',
    formerly: (priority: string) => `as ${priority}`,
    none: 'This priority has no deadlines.',
  },
};

const fr: typeof en = {
  clock: {
    acknowledge: {
      name: 'Prise en charge',
      asks: (priority, by) => `${priority} : à prendre en charge${avant(by)}. Écrivez \`/ack\`.`,
      missed: (priority) => `${priority} non pris en charge. Écrivez \`/ack\` maintenant.`,
      act: '`/ack`',
      promise: (at) => `prise en charge au plus tard ${atHour(at)}`,
    },
    workaround: {
      name: 'Contournement',
      asks: (priority, by) => `${priority} : contournement attendu${avant(by)} : \`/workaround la solution\`.`,
      missed: (priority) => `${priority} sans contournement. Écrivez \`/workaround la solution\` dès qu’il y en a un.`,
      act: '`/workaround la solution`',
      promise: (at) => `contournement proposé au plus tard ${atHour(at)}`,
    },
    restore: {
      name: 'Restauration',
      asks: (priority, by) => `${priority} : restaurez les données${avant(by)}, puis écrivez \`/restored\`.`,
      missed: (priority) => `${priority} : données non restaurées. Écrivez \`/restored\` dès que c’est fait.`,
      act: '`/restored`',
      promise: (at) => `données perdues restaurées au plus tard ${atHour(at)}`,
    },
    resolve: {
      name: 'Résolution',
      asks: (priority, by) =>
        by === null
          ? `${priority} : écrivez \`/resolve la solution\`.`
          : `${priority} : à résoudre avant ${by}. Écrivez \`/resolve la solution\`.`,
      missed: (priority) => `${priority} non résolu à temps. Écrivez \`/resolve la solution\` une fois fait.`,
      act: '`/resolve la solution`',
      promise: (at) => `résolution au plus tard ${atHour(at)}`,
    },
    update: {
      name: 'Prochain point de situation',
      asks: (priority, by) => `${priority} : point de situation attendu${avant(by)} : \`/update la situation\`.`,
      missed: (priority) => `${priority} : point de situation en retard. Écrivez \`/update la situation\`.`,
      act: '`/update la situation`',
      promise: null,
    },
    'no-progress': {
      name: 'Avancement',
      asks: (priority, by) => `${priority} : donnez un signe d’avancement${avant(by)} : \`/progress\`.`,
      missed: (priority) => `${priority} : aucune activité. Dites où l’on en est, ou écrivez \`/progress\`.`,
      act: null,
      promise: null,
    },
    'post-mortem': {
      name: 'Rédaction du post-mortem',
      asks: (priority, by, at) =>
        `Post-mortem de ce ${priority} : à rédiger dans ${at}${avant(by)}, puis écrivez-y \`/review\`.`,
      missed: (priority, at) =>
        `Post-mortem de ce ${priority} : rédaction en retard. Écrivez-le dans ${at}, puis \`/review\` en commentaire.`,
      act: null,
      promise: null,
    },
    review: {
      name: 'Revue du post-mortem',
      asks: (priority, by, at) => `Post-mortem de ce ${priority} : à faire revoir dans ${at}${avant(by)}.`,
      missed: (priority, at) =>
        `Post-mortem de ce ${priority} : revue en retard. ${at} dit qui doit l’approuver, et comment.`,
      act: null,
      promise: null,
    },
    publish: {
      name: 'Publication du post-mortem',
      asks: (priority, by, at) => `Post-mortem de ce ${priority} : écrivez \`/publish\` dans ${at}${avant(by)}.`,
      missed: (priority, at) => `Post-mortem de ce ${priority} : pas encore publié. Écrivez \`/publish\` dans ${at}.`,
      act: null,
      promise: null,
    },
  },
  deadline: {
    late: (due, late) => `Échéance ${atHour(due)}, **${late} de retard**.`,
    past: (due) => `Délai dépassé depuis ${due}.`,
    lag: (due, noticed, lag) => `Attendu ${atHour(due)}, retard constaté ${atHour(noticed)} : **${lag}**.`,
    paused: 'Son délai est suspendu.',
  },
  clocksCard: {
    heading: 'Échéances passées',
    first: (act, until) => `écrivez ${act}${until}.`,
    then: (act, until) => `Puis ${act}${until}.`,
    before: (at) => ` avant **${at}**`,
    wasDue: (at) => ` maintenant, échéance : **${at}**`,
    alsoWasDue: (at) => `, échéance : **${at}**`,
    within: (target) => `(délai : ${target})`,
    paused: 'suspendu',
    pausedDue: 'après la pause',
    nowSays: (target) => `la politique dit maintenant ${target}`,
    missedTimes: (times, last) =>
      `dépassé ${times === 1 ? 'une fois' : `${times} fois`}, dernier dépassement : ${last}`,
    void: 'sans objet désormais',
    met: (at, margin) => `tenu ${atHour(at)}, avec ${margin} d’avance`,
    missed: (at, lag) =>
      `dépassé${at === null ? '' : ` ${atHour(at)}`}${lag === null ? '' : `, constaté ${lag} plus tard`}`,
    stillRunning: 'toujours pas respecté',
    stopped: (at, late) => `fait ${atHour(at)}, avec ${late} de retard`,
    beforeReopening: 'avant la réouverture',
    formerly: (priority) => `en ${priority}`,
    none: 'Cette priorité n’a pas de délai.',
  },
};

export const clocksWords = { en, fr };
