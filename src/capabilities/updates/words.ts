const en = {
  /** What people were told, by the name of the notice on record. */
  told: {
    reminded: 'reminded of an update',
    ignored: 'told that an update is overdue',
    moving: 'reminded that nothing moves',
    stuck: 'told that nothing moves',
    informed: 'told of the status',
  },
  inform: {
    ask: (priority: string, status: string) => `${priority}: this incident is ${status}.`,
    line: (at: string, by: string) =>
      `Since ${at}, by ${by}. Those whom it concerns outside are for you to tell; what has been said in public stands on the card.`,
    why: 'its status has changed',
  },
  updateCard: {
    next: (at: string) => `The next update is due ${at}.`,
  },
};

const fr: typeof en = {
  told: {
    reminded: 'rappel d’un point public',
    ignored: 'avertissement : un point public manque',
    moving: 'rappel : rien n’avance',
    stuck: 'avertissement : rien n’avance',
    informed: 'annonce de l’état',
  },
  inform: {
    ask: (priority, status) => `${priority} : cet incident est ${status}.`,
    line: (at, by) =>
      `Depuis ${at}, par ${by}. À vous de prévenir ceux que cela concerne à l’extérieur ; ce qui a été dit au public figure sur la fiche.`,
    why: 'son état a changé',
  },
  updateCard: {
    next: (at) => `Le prochain point public est attendu ${at}.`,
  },
};

export const updatesWords = { en, fr };
