const en = {
  muteCard: {
    row: { alert: 'Nobody told yet', quick: 'Nobody told yet', silence: 'Silence' },
    until: {
      alert: (at: string) => `nobody is told before ${at}: an alert must last that long`,
      quick: (at: string) => `nobody is told before ${at}: it is foreseen to be treated by then`,
      silence: (at: string) => `nobody is told before ${at}: somebody asked for silence`,
    },
  },
};

const fr: typeof en = {
  muteCard: {
    row: { alert: 'Personne n’est encore prévenu', quick: 'Personne n’est encore prévenu', silence: 'Silence' },
    until: {
      alert: (at) => `personne n’est prévenu avant le ${at} : l’alerte doit d’abord durer jusque-là`,
      silence: (at) => `personne n’est prévenu avant le ${at} : quelqu’un a demandé le silence`,
      quick: (at) => `personne n’est prévenu avant le ${at} : le traitement est prévu d’ici là`,
    },
  },
};

export const muteWords = { en, fr };
