const en = {
  information: { why: 'facts are missing', whyNot: 'no fact is missing any more' },
};

const fr: typeof en = {
  information: { why: 'il manque des informations', whyNot: 'il ne manque plus rien' },
};

export const report = { en, fr };
