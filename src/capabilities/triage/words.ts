const en = {
  triage: {
    why: (because: string) => `the policy sets it: ${because}`,
    whyCategory: 'whoever reports may name the category',
  },
  triageCard: {
    proposed: (what: string) => `proposed: ${what}`,
  },
};

const fr: typeof en = {
  triage: {
    why: (because) => `la politique la fixe, ${because}`,
    whyCategory: 'qui signale peut donner la catégorie',
  },
  triageCard: {
    proposed: (what) => `proposition : ${what}`,
  },
};

export const triageWords = { en, fr };
