const en = {
  told: { wait: 'asked to chase a third party' },
  pause: {
    on: 'its clocks were paused by command',
    off: 'its clocks go on by command',
    waiting: 'Waiting for',
    since: (whom: string, at: string) => `${whom}, since ${at}`,
    chase: (whom: string) => `Still waiting for ${whom}: ask again.`,
    waited: (at: string, length: string) => `Since ${at}: ${length}.`,
    how: 'Comment `/resume` once they have answered.',
    why: 'somebody else has been waited for long enough to ask again',
    heading: 'Third parties',
    stretch: (whom: string, from: string, to: string, length: string) => `${from} to ${to}, ${length}: ${whom}`,
  },
};

const fr: typeof en = {
  told: { wait: 'rappel de relancer un tiers' },
  pause: {
    on: 'ses délais sont suspendus par commande',
    off: 'ses délais reprennent par commande',
    waiting: 'En attente de',
    since: (whom, at) => `${whom}, depuis ${at}`,
    chase: (whom) => `Toujours en attente de ${whom} : à relancer.`,
    waited: (at, length) => `Depuis ${at} : ${length}.`,
    how: 'Écrivez `/resume` dès qu’ils ont répondu.',
    why: 'un tiers est attendu depuis assez longtemps pour être relancé',
    heading: 'Tiers',
    stretch: (whom, from, to, length) => `${from} à ${to}, ${length} : ${whom}`,
  },
};

export const pausesWords = { en, fr };
