const en = {
  /** What people were told, by the name of the notice on record. */
  told: {
    reminded: 'reminded of an update',
    ignored: 'told that an update is overdue',
    moving: 'reminded that nothing moves',
    stuck: 'told that nothing moves',
    informed: 'told of the status',
  },
  cadence: {
    update: (priority: string) => `${priority}: an update is overdue. Write \`/update TEXT\`.`,
    'no-progress': (priority: string) =>
      `${priority}: nothing moves. Say how it stands, or hand it on; \`/progress\` if you are on it.`,
    ignored: (whom: string) => `${whom} was reminded, and nothing came.`,
    why: { update: 'the time for an update has passed', 'no-progress': 'nothing has moved for too long' },
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
  cadence: {
    update: (priority) => `${priority} : un point public est en retard. Écrivez \`/update TEXTE\`.`,
    'no-progress': (priority) =>
      `${priority} : rien n’avance. Dites où l’on en est, ou passez la main ; \`/progress\` si vous y êtes.`,
    ignored: (whom) => `${whom} a reçu un rappel, sans effet.`,
    why: { update: 'le temps d’un point public est passé', 'no-progress': 'rien n’a bougé depuis trop longtemps' },
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
