const en = {
  linksCard: {
    row: 'Added',
    earlier: (count: number) => `${count} earlier ones`,
  },
};

const fr: typeof en = {
  linksCard: {
    row: 'Ajouté',
    earlier: (count) => `${count} plus anciens`,
  },
};

export const notesWords = { en, fr };
