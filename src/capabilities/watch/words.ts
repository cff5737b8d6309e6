const en = {
  watch: {
    row: 'Watched',
    until: (at: string) => `until ${at}; what falls due is noticed within a minute`,
    begins: 'a watch is under way',
    ends: 'no watch is under way any more',
  },
};

const fr: typeof en = {
  watch: {
    row: 'Sous surveillance',
    until: (at) => `jusqu’à ${at} ; toute échéance est relevée dans la minute`,
    begins: 'une surveillance est en cours',
    ends: 'plus aucune surveillance n’est en cours',
  },
};

export const watchWords = { en, fr };
