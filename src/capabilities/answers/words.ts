import { atHour } from '../../text/time.ts';

const en = {
  answers: {
    somebody: 'somebody',
    /** At the start of a sentence. */
    anybody: 'Somebody',
    acknowledged: (by: string, notifier: string, at: string) => `${by} has acknowledged in ${notifier}, ${at}.`,
    unknown: (notifier: string, at: string) => `Somebody has acknowledged in ${notifier}, ${at}: comment \`/ack\`.`,
    unknownWhy:
      '`people` in the policy does not say who that is, so the escalation goes on; a page that is out is not repeated for now.',
    denied: (by: string, notifier: string, at: string) =>
      `${by} has acknowledged in ${notifier}, ${at}, and may not acknowledge here.`,
    deniedWhy: 'The escalation goes on; a page that is out is not repeated for now.',
    late: (at: string) => `Noticed ${at}.`,
    why: 'somebody has answered in a pager',
    deaf: (notifier: string, why: string) => `Who has answered in ${notifier} is not known: ${why}.`,
  },
};

const fr: typeof en = {
  answers: {
    somebody: 'quelqu’un',
    anybody: 'Quelqu’un',
    acknowledged: (by, notifier, at) => `${by} a pris l’incident en charge depuis ${notifier}, ${atHour(at)}.`,
    unknown: (notifier, at) =>
      `Quelqu’un a répondu dans ${notifier}, ${atHour(at)}, mais on ne sait pas qui : écrivez \`/ack\`.`,
    unknownWhy:
      '`people` ne dit pas, dans la politique, qui c’est : l’escalade suit son cours, et un appel déjà parti n’est pas répété pour l’instant.',
    denied: (by, notifier, at) =>
      `${by} a répondu dans ${notifier}, ${atHour(at)}, sans pouvoir prendre l’incident en charge ici.`,
    deniedWhy: 'L’escalade suit son cours, et un appel déjà parti n’est pas répété pour l’instant.',
    late: (at) => `Constaté ${atHour(at)}.`,
    why: 'quelqu’un a répondu dans un moyen d’appel',
    deaf: (notifier, why) => `On ne sait pas qui a répondu dans ${notifier} : ${why}.`,
  },
};

export const answersWords = { en, fr };
