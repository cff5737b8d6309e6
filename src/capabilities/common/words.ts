const en = {
  nobody: 'nobody',
  andThen: ', ',
  colon: ': ',
  semicolon: '; ',
  units: { m: 'min', h: 'h', d: 'd' },
};

const fr: typeof en = {
  nobody: 'personne',
  andThen: ', ',
  colon: ' : ',
  semicolon: ' ; ',
  units: { m: 'min', h: 'h', d: 'j' },
};

export const commonWords = { en, fr };
