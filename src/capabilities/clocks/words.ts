import type { ClockName } from './table.ts';

/** What is said of one clock: a new one cannot do without. */
interface ClockWords {
  readonly name: string;
  /** What its steps ask of those whom they tell. */
  readonly asks: (priority: string) => string;
  /** What the receipt promises whoever reports; null for nothing. */
  readonly promise: ((at: string) => string) | null;
}

const en = {
  clock: {
    acknowledge: {
      name: 'acknowledge',
      asks: (priority: string) => `${priority}: acknowledge this incident. Write \`/ack\`, or assign yourself.`,
      promise: (at: string) => `Somebody takes it on by ${at}.`,
    },
    workaround: {
      name: 'workaround',
      asks: (priority: string) => `${priority}: a workaround is needed. Say it with \`/workaround TEXT\`.`,
      promise: (at: string) => `There is a workaround by ${at}.`,
    },
    restore: {
      name: 'restore',
      asks: (priority: string) => `${priority}: data must be restored. Say so with \`/restored\`.`,
      promise: (at: string) => `Lost data is back by ${at}.`,
    },
    resolve: {
      name: 'resolve',
      asks: (priority: string) => `${priority}: resolve this incident. Say so with \`/resolve TEXT\`.`,
      promise: (at: string) => `It is resolved by ${at}.`,
    },
    update: {
      name: 'next update',
      asks: (priority: string) => `${priority}: tell the public how it stands. Write \`/update TEXT\`.`,
      promise: null,
    },
    'no-progress': {
      name: 'sign of progress',
      asks: (priority: string) =>
        `${priority}: nothing has moved. Say how it stands, or hand it on; \`/progress\` if you are on it.`,
      promise: null,
    },
    'post-mortem': {
      name: 'post-mortem draft',
      asks: (priority: string) =>
        `${priority}: the draft of the post-mortem is needed. Write \`/drafted\` here when it is there.`,
      promise: null,
    },
    review: {
      name: 'post-mortem review',
      asks: (priority: string) => `${priority}: the post-mortem must be reviewed. Close it when that is done.`,
      promise: null,
    },
  } satisfies Readonly<Record<ClockName, ClockWords>>,
  /** When a clock is due, as a sentence. */
  deadline: {
    ahead: (clock: string, due: string) => `The clock \`${clock}\` is due ${due}.`,
    past: (clock: string, due: string) => `The clock \`${clock}\` was due ${due}.`,
    paused: (clock: string) => `The clock \`${clock}\` is paused. Its deadline is known once the pause ends.`,
    breached: (clock: string, due: string) => `The clock \`${clock}\` was due ${due} and was missed.`,
    lag: (noticed: string, lag: string) => `Noticed ${noticed}, ${lag} after the deadline.`,
  },
  clocksCard: {
    columns: ['Clock', 'Within', 'Due', 'State'],
    running: 'running',
    paused: 'paused',
    pausedDue: 'known once the pause ends',
    nowSays: (target: string) => `the policy now says ${target}`,
    missedTimes: (times: number, last: string) => `missed ${times === 1 ? 'once' : `${times} times`}, last ${last}`,
    void: 'ended before it was decided',
    met: (at: string, margin: string) => `✅ met ${at}, ${margin} to spare`,
    missed: (at: string, lag: string | null) => `❌ missed ${at}${lag === null ? '' : `, noticed ${lag} later`}`,
    stillRunning: 'still running',
    stopped: (at: string, late: string) => `stopped ${at}, ${late} late`,
    beforeReopening: 'before the reopening',
    formerly: (priority: string) => `as ${priority}`,
    none: 'No clock runs for this priority.',
  },
};

const fr: typeof en = {
  clock: {
    acknowledge: {
      name: 'prise en compte',
      asks: (priority) => `${priority} : prenez cet incident en compte. Écrivez \`/ack\`, ou assignez-vous le ticket.`,
      promise: (at) => `Quelqu’un le prend en compte au plus tard ${at}.`,
    },
    workaround: {
      name: 'contournement',
      asks: (priority) => `${priority} : il faut un contournement. Donnez-le avec \`/workaround TEXTE\`.`,
      promise: (at) => `Un contournement existe au plus tard ${at}.`,
    },
    restore: {
      name: 'restauration',
      asks: (priority) => `${priority} : les données doivent être restaurées. Dites-le avec \`/restored\`.`,
      promise: (at) => `Les données perdues sont restaurées au plus tard ${at}.`,
    },
    resolve: {
      name: 'résolution',
      asks: (priority) => `${priority} : résolvez cet incident. Dites-le avec \`/resolve TEXTE\`.`,
      promise: (at) => `Il est résolu au plus tard ${at}.`,
    },
    update: {
      name: 'prochain point public',
      asks: (priority) => `${priority} : dites au public où l’on en est. Écrivez \`/update TEXTE\`.`,
      promise: null,
    },
    'no-progress': {
      name: 'signe d’avancée',
      asks: (priority) =>
        `${priority} : rien n’a bougé. Dites où l’on en est, ou passez la main ; \`/progress\` si vous y êtes.`,
      promise: null,
    },
    'post-mortem': {
      name: 'rédaction du post-mortem',
      asks: (priority) => `${priority} : rédigez le post-mortem. Écrivez \`/drafted\` ici quand il est prêt.`,
      promise: null,
    },
    review: {
      name: 'revue du post-mortem',
      asks: (priority) => `${priority} : le post-mortem doit être revu. Fermez-le quand c’est fait.`,
      promise: null,
    },
  },
  deadline: {
    ahead: (clock, due) => `Échéance de « ${clock} » : ${due}.`,
    past: (clock, due) => `L’échéance de « ${clock} » était ${due}.`,
    paused: (clock) => `Le délai « ${clock} » est suspendu. Son échéance sera connue à la fin de la pause.`,
    breached: (clock, due) => `L’échéance de « ${clock} » était ${due} ; elle est dépassée.`,
    lag: (noticed, lag) => `Constaté ${noticed}, ${lag} après l’échéance.`,
  },
  clocksCard: {
    columns: ['Délai', 'Engagement', 'Échéance', 'État'],
    running: 'en cours',
    paused: 'suspendu',
    pausedDue: 'connue à la fin de la pause',
    nowSays: (target) => `la politique dit maintenant ${target}`,
    missedTimes: (times, last) => `dépassé ${times === 1 ? 'une fois' : `${times} fois`}, la dernière le ${last}`,
    void: 'terminé avant d’être jugé',
    met: (at, margin) => `✅ tenu le ${at}, avec ${margin} d’avance`,
    missed: (at, lag) => `❌ dépassé le ${at}${lag === null ? '' : `, constaté ${lag} plus tard`}`,
    stillRunning: 'court toujours',
    stopped: (at, late) => `arrêté le ${at}, avec ${late} de retard`,
    beforeReopening: 'avant la réouverture',
    formerly: (priority) => `en ${priority}`,
    none: 'Aucun délai ne court pour cette priorité.',
  },
};

export const clocksWords = { en, fr };
