const en = {
  information: { why: 'facts are missing', whyNot: 'no fact is missing any more' },
  reportCard: {
    missing: 'Not known yet',
    opened: 'Opened',
    source: 'Came in by',
    facts: 'What was reported',
  },
};

const fr: typeof en = {
  information: { why: 'il manque des informations', whyNot: 'il ne manque plus rien' },
  reportCard: {
    missing: 'Pas encore connu',
    opened: 'Ouvert',
    source: 'Arrivé par',
    facts: 'Ce qui a été signalé',
  },
};

export const reportWords = { en, fr };
