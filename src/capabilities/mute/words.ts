const en = {
  mutedBy: {
    silence: { row: 'Silence', before: (at: string) => `nobody is told before ${at}: somebody asked for silence` },
  },
};

const fr: typeof en = {
  mutedBy: {
    silence: {
      row: 'Silence',
      before: (at) => `personne n’est prévenu avant le ${at} : quelqu’un a demandé le silence`,
    },
  },
};

export const muteWords = { en, fr };
