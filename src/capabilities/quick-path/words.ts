const en = {
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
