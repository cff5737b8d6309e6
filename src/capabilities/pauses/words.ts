const en = {
  pause: { on: 'its clocks were paused by command', off: 'its clocks go on by command' },
};

const fr: typeof en = {
  pause: { on: 'ses délais sont suspendus par commande', off: 'ses délais reprennent par commande' },
};

export const pausesWords = { en, fr };
