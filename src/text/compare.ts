/** A text without what people write one way or another: capitals, accents, blanks, emphasis around it, the end of a question. */
export function foldText(text: string): string {
  return text
    .replace(/[\u2018\u2019\u201b\u02bc\u00b4]/g, "'")
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\u0153/g, 'oe')
    .replace(/\u00e6/g, 'ae')
    .replace(/\s+/g, ' ')
    .replace(/^[ *_`]+/, '')
    .replace(/(?<![ *_`:?])[ *_`:?]+$/, '');
}

/** Whether a text contains these words, whole and in this order, whatever the capitals, accents and punctuation. */
export function contains(text: string, words: string): boolean {
  const wanted = wordsOf(words);
  return wanted !== '' && ` ${wordsOf(text)} `.includes(` ${wanted} `);
}

function wordsOf(text: string): string {
  return (foldText(text).match(/[\p{L}\p{N}%]+/gu) ?? []).join(' ');
}
