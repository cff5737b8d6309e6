const en = {
  /** What people were told, by the name of the notice on record. */
  told: {
    cause: 'asked for the cause',
  },
  cause: {
    ask: 'Name the cause: `/cause NAME`.',
    list: (names: string) => `One of ${names}.`,
    why: 'it was resolved without a cause',
  },
  causeCard: {
    row: 'Cause',
    attributable: (to: string) => `attributable to ${to}`,
    next: 'name the cause: `/cause NAME`.',
  },
};

const fr: typeof en = {
  told: {
    cause: 'demande de cause',
  },
  cause: {
    ask: 'Cause à renseigner : `/cause NOM`.',
    list: (names) => `Au choix : ${names}.`,
    why: 'il a été résolu sans cause',
  },
  causeCard: {
    row: 'Cause',
    attributable: (to) => `imputable à ${to}`,
    next: 'cause à renseigner : `/cause NOM`.',
  },
};

export const causeWords = { en, fr };
