const en = {
  assistance: {
    removed: 'a priority was set, which makes an incident of it',
    restored: 'its label is gone, though nobody took it off',
  },
};

const fr: typeof en = {
  assistance: {
    removed: 'une priorité a été fixée, ce qui en fait un incident',
    restored: 'son étiquette a disparu, bien que personne ne l’ait retirée',
  },
};

export const assistanceWords = { en, fr };
