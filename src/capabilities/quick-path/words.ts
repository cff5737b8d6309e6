const en = {
  mutedBy: {
    quick: {
      row: 'Nobody told yet',
      before: (at: string) => `nobody is told before ${at}: it is foreseen to be treated by then`,
    },
  },
  /** What people were told, by the name of the notice on record. */
  told: {
    quick: 'told of the resolution',
  },
  quick: {
    assigned: 'it is foreseen to be treated at once',
    ask: 'This has been resolved.',
    line: (at: string, by: string, text: string | null) => `${at}, ${by}${text === null ? '.' : `: ${text}`}`,
    why: 'it was resolved on the quick path',
  },
};

const fr: typeof en = {
  mutedBy: {
    quick: {
      row: 'Personne n’est encore prévenu',
      before: (at) => `personne n’est prévenu avant le ${at} : le traitement est prévu d’ici là`,
    },
  },
  told: {
    quick: 'annonce de la résolution',
  },
  quick: {
    assigned: 'un traitement immédiat est prévu',
    ask: 'C’est résolu.',
    line: (at, by, text) => `${at}, ${by}${text === null ? '.' : ` : ${text}`}`,
    why: 'il a été résolu par la voie rapide',
  },
};

export const quickPathWords = { en, fr };
