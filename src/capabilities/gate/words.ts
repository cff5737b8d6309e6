const en = {
  gateCard: {
    row: 'Deployments allowed',
    since: (at: string, by: string, how: string) => `since ${at}, by ${by}${how === '' ? '' : `, ${how}`}`,
  },
};

const fr: typeof en = {
  gateCard: {
    row: 'Déploiements autorisés',
    since: (at, by, how) => `depuis ${at}, par ${by}${how === '' ? '' : `, ${how}`}`,
  },
};

export const gateWords = { en, fr };
