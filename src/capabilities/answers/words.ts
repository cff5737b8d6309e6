import { atHour } from '../../text/time.ts';

const en = {
  answers: {
    somebody: 'somebody',
    /** At the start of a sentence. */
    anybody: 'Somebody',
    acknowledged: (by: string, notifier: string, at: string) => `${by} has acknowledged in ${notifier}, ${at}.`,
    unknown: (notifier: string) => `Was it you who answered in ${notifier}? Comment \`/ack\`.`,
    unknownWhy: (at: string) => `Somebody answered there, ${at}, and nobody here knows who.`,
    people: '`people` in the policy says who is who in a pager.',
    denied: 'Nobody has it yet. Comment `/ack`.',
    deniedWhy: (by: string, notifier: string, at: string) =>
      `${by} answered in ${notifier}, ${at}, but may not acknowledge here.`,
    goesOn: 'The escalation goes on; a page that is out is not repeated for now.',
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
    unknown: (notifier) => `Est-ce vous qui avez répondu dans ${notifier} ? Écrivez \`/ack\`.`,
    unknownWhy: (at) => `Quelqu’un y a répondu ${atHour(at)}, sans qu’on sache qui.`,
    people: 'La politique dit qui est qui dans un moyen d’appel, sous `people`.',
    denied: 'Toujours à prendre en charge. Écrivez `/ack`.',
    deniedWhy: (by, notifier, at) =>
      `${by} a répondu dans ${notifier}, ${atHour(at)}, mais ne peut pas prendre l’incident en charge ici.`,
    goesOn: 'L’escalade suit son cours ; un appel déjà parti n’est pas répété pour l’instant.',
    late: (at) => `Constaté ${atHour(at)}.`,
    why: 'quelqu’un a répondu dans un moyen d’appel',
    deaf: (notifier, why) => `On ne sait pas qui a répondu dans ${notifier} : ${why}.`,
  },
};

export const answersWords = { en, fr };
