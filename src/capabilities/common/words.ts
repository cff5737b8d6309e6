const en = {
  nobody: 'nobody',
  andThen: ', ',
  colon: ': ',
  semicolon: '; ',
};

const fr: typeof en = {
  nobody: 'personne',
  andThen: ', ',
  colon: ' : ',
  semicolon: ' ; ',
};

export const commonWords = { en, fr };
