const en = {
  duplicate: { why: (number: number) => `it is a duplicate of #${number}` },
  racing: {
    comment: 'another run said the same at the same time',
    postMortem: 'another run opened the same post-mortem at the same time',
  },
};

const fr: typeof en = {
  duplicate: { why: (number) => `c’est un doublon de #${number}` },
  racing: {
    comment: 'une autre exécution a dit la même chose au même moment',
    postMortem: 'une autre exécution a ouvert le même post-mortem au même moment',
  },
};

export const duplicatesWords = { en, fr };
