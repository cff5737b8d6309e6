const en = {
  mutedBy: {
    quick: {
      row: 'Notifications on hold',
      before: (at: string) => `until ${at}: quick path; if it is not resolved by then, the escalation begins`,
    },
  },
  /** What people were told, by the name of the notice on record. */
  told: {
    quick: 'told of the resolution',
  },
  quick: {
    assigned: 'it is foreseen to be treated at once',
    ask: 'This has been resolved.',
    line: (at: string, by: string, text: string | null) => `${at} by ${by}${text === null ? '.' : `: ${text}`}`,
    why: 'it was resolved on the quick path',
  },
};

const fr: typeof en = {
  mutedBy: {
    quick: {
      row: 'Notifications suspendues',
      before: (at) => `jusqu’à ${at} : voie rapide ; sans résolution d’ici là, l’escalade commence`,
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
