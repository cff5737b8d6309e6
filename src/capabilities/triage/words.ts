const en = {
  triage: {
    why: (because: string) => `the policy sets it: ${because}`,
    whyCategory: 'whoever reports may name the category',
  },
};

const fr: typeof en = {
  triage: {
    why: (because) => `la politique la fixe, ${because}`,
    whyCategory: 'qui signale peut donner la catégorie',
  },
};

export const triage = { en, fr };
