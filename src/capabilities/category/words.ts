const en = {
  /** What people were told, by the name of the notice on record. */
  told: {
    category: 'asked for a category',
    owner: 'told that it is theirs',
  },
  category: {
    ask: (example: string) => `Name the category: \`/category ${example}\`.`,
    list: (names: string) => `Or ${names}.`,
    why: (priority: string) => `a ${priority} needs a category`,
    owner: (category: string) => `Your team owns ${category}.`,
    ownerLine: (role: string) => `The policy names ${role} for it.`,
    ownerWhy: 'its category belongs to them',
    follows: 'the category was set',
  },
  categoryCard: {
    row: 'Category',
    none: (example: string) => `not set, comment \`/category ${example}\``,
    owner: (role: string, people: string) => `${role} (${people})`,
    ownerRole: (role: string) => role,
  },
};

const fr: typeof en = {
  told: {
    category: 'demande de catégorie',
    owner: 'attribution selon la catégorie',
  },
  category: {
    ask: (example) => `Catégorie : \`/category ${example}\`.`,
    list: (names) => `Ou ${names}.`,
    why: (priority) => `un ${priority} doit avoir une catégorie`,
    owner: (category) => `${category} est du ressort de votre équipe.`,
    ownerLine: (role) => `La politique y désigne ${role}.`,
    ownerWhy: 'sa catégorie est de leur ressort',
    follows: 'la catégorie a été fixée',
  },
  categoryCard: {
    row: 'Catégorie',
    none: (example) => `à donner avec \`/category ${example}\``,
    owner: (role, people) => `du ressort de ${role} (${people})`,
    ownerRole: (role) => `du ressort de ${role}`,
  },
};

export const categoryWords = { en, fr };
