const en = {
  /** What people were told, by the name of the notice on record. */
  told: {
    category: 'asked for a category',
    owner: 'told that it is theirs',
  },
  category: {
    ask: (priority: string) => `${priority}: name the category of this incident. Write \`/category NAME\`.`,
    list: (names: string) => `One of: ${names}.`,
    why: (priority: string) => `a ${priority} needs a category`,
    owner: (category: string) => `${category} incident: it is yours to look after.`,
    ownerLine: (role: string) => `The policy names ${role} for it.`,
    ownerWhy: 'its category belongs to them',
    follows: 'the category was set',
  },
  categoryCard: {
    row: 'Category',
    none: 'none yet',
    owner: (role: string, people: string) => `which is for ${role} (${people})`,
    ownerRole: (role: string) => `which is for ${role}`,
    next: 'Somebody names the category: `/category NAME`.',
  },
};

const fr: typeof en = {
  told: {
    category: 'demande de catégorie',
    owner: 'attribution selon la catégorie',
  },
  category: {
    ask: (priority) => `${priority} : donnez la catégorie de cet incident. Écrivez \`/category NOM\`.`,
    list: (names) => `Au choix : ${names}.`,
    why: (priority) => `un ${priority} doit avoir une catégorie`,
    owner: (category) => `Incident ${category} : il vous revient.`,
    ownerLine: (role) => `La politique y désigne ${role}.`,
    ownerWhy: 'sa catégorie est de leur ressort',
    follows: 'la catégorie a été fixée',
  },
  categoryCard: {
    row: 'Catégorie',
    none: 'aucune pour l’instant',
    owner: (role, people) => `du ressort de ${role} (${people})`,
    ownerRole: (role) => `du ressort de ${role}`,
    next: 'Quelqu’un donne la catégorie : `/category NOM`.',
  },
};

export const categoryWords = { en, fr };
