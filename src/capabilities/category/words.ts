const en = {
  category: {
    ask: (priority: string) => `${priority}: name the category of this incident. Write \`/category NAME\`.`,
    list: (names: string) => `One of: ${names}.`,
    why: (priority: string) => `a ${priority} needs a category`,
    owner: (category: string) => `${category} incident: it is yours to look after.`,
    ownerLine: (role: string) => `The policy names ${role} for it.`,
    ownerWhy: 'its category belongs to them',
    follows: 'the category was set',
  },
};

const fr: typeof en = {
  category: {
    ask: (priority) => `${priority} : donnez la catégorie de cet incident. Écrivez \`/category NOM\`.`,
    list: (names) => `Au choix : ${names}.`,
    why: (priority) => `un ${priority} doit avoir une catégorie`,
    owner: (category) => `Incident ${category} : il vous revient.`,
    ownerLine: (role) => `La politique y désigne ${role}.`,
    ownerWhy: 'sa catégorie est de leur ressort',
    follows: 'la catégorie a été fixée',
  },
};

export const category = { en, fr };
