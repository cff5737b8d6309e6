const en = {
  assistance: { removed: 'a priority was set, which makes an incident of it' },
};

const fr: typeof en = {
  assistance: { removed: 'une priorité a été fixée, ce qui en fait un incident' },
};

export const assistanceWords = { en, fr };
