/*
 * What people paste hides itself: as an entity, behind a backslash, with signs of no width. Each view is the text with the same
 * lines, read another way.
 */

/** Names of entities that may stand in an address, a mention or a name. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  colon: ':',
  commat: '@',
  dash: '-',
  gt: '>',
  hyphen: '-',
  lowbar: '_',
  lt: '<',
  nbsp: ' ',
  num: '#',
  period: '.',
  quot: '"',
  shy: '',
  sol: '/',
  zwj: '',
  zwnj: '',
};
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,10}));?/gi;
/** Full-width, small and mathematical signs, each of which stands for one plain sign. */
const LOOK_ALIKE = /[\ufe50-\ufe6b\uff01-\uff5e\u{1d400}-\u{1d7ff}]/gu;
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
/** Markup that may stand in the middle of a word. */
const WITHIN_WORDS =
  /<(?:!--|\/?(?:a|abbr|b|code|del|em|font|i|ins|kbd|mark|s|small|span|strong|sub|sup|u|wbr)(?![a-z\d]))[^<>]*>|[*`]+|~~|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/giu;

/** The ways to read a text, each once. */
export function viewsOf(text: string): readonly string[] {
  const decoded = decode(decode(text.replace(/\r\n?/g, '\n')))
    .normalize('NFC')
    .replace(LOOK_ALIKE, (sign) => sign.normalize('NFKC'))
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '');
  const plain = decoded.replace(UNSEEN, '');
  const bare = plain.replace(WITHIN_WORDS, (markup) => markup.replace(/[^\n]/g, ''));
  // What cannot be seen may as well part two words.
  return [...new Set([plain, bare, decoded.replace(UNSEEN, ' ')])];
}

/** Once is not enough where an ampersand is an entity itself. */
function decode(text: string): string {
  return text
    .replace(ENTITY, (entity, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
      const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
      // A line more would put everything below it on a wrong one.
      return code > 0x10ffff ? entity : String.fromCodePoint(code).replace(/\s/, ' ');
    })
    .replace(/%([2-7][\da-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** The text in small letters without accents. Every sign keeps its place. */
export function foldedView(text: string): string {
  return text.replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => letter.normalize('NFD')[0]!).toLowerCase();
}
