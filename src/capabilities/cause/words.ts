const en = {
  /** What people were told, by the name of the notice on record. */
  told: {
    cause: 'asked for the cause',
  },
  cause: {
    ask: 'Name the cause of this incident: `/cause NAME`.',
    list: (names: string) => `One of: ${names}. With \`/resolve NAME TEXT\` it can be said at once.`,
    why: 'it was resolved without a cause',
  },
  causeCard: {
    row: 'Cause',
    attributable: (to: string) => `attributable to ${to}`,
    next: 'Somebody names the cause: `/cause NAME`.',
  },
};

const fr: typeof en = {
  told: {
    cause: 'demande de cause',
  },
  cause: {
    ask: 'Donnez la cause de cet incident : `/cause NOM`.',
    list: (names) => `Au choix : ${names}. \`/resolve NOM TEXTE\` la donne en même temps.`,
    why: 'il a été résolu sans cause',
  },
  causeCard: {
    row: 'Cause',
    attributable: (to) => `imputable à ${to}`,
    next: 'Quelqu’un donne la cause : `/cause NOM`.',
  },
};

export const causeWords = { en, fr };
