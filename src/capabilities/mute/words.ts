const en = {
  mutedBy: {
    silence: { row: 'Notifications on hold', before: (at: string) => `until ${at}: somebody asked for silence` },
  },
};

const fr: typeof en = {
  mutedBy: {
    silence: {
      row: 'Notifications suspendues',
      before: (at) => `jusqu’à ${at} : silence demandé`,
    },
  },
};

export const muteWords = { en, fr };
