import { takingNames, type Span } from './leak.ts';

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
/** With what may stand before it in a mapped address of IPv6. Four numbers behind `v` or `version` are no address. */
const V4 = new RegExp(
  `(?<![\\p{L}\\p{N}_]|\\d[.:-]|\\bversion:? )(?:::ffff:)?${OCTET}(?:\\.${OCTET}){3}(?![\\p{L}\\p{N}_]|[.-]\\d)(?:/\\d{1,2}(?!\\d)|:\\d{1,5}(?!\\d))?`,
  'giu',
);
/** Whatever has two colons; most of it is a time. */
const MAY_BE_V6 =
  /(?<![\p{L}\p{N}_:])(?:[\da-f]{1,4}:|:(?=:))(?::?[\da-f]{0,4}){2,16}(?![\p{L}\p{N}_])(?:%\w{1,16})?(?:\/\d{1,3}(?!\d))?/giu;

/** IP addresses, with their prefix or port if they have one. */
export function ipsIn(text: string): Span[] {
  const v4 = [...text.matchAll(V4)].map(spanOf);
  const v6 = [...takingNames(text, v4).matchAll(MAY_BE_V6)]
    .filter(([run]) => isV6(run.replace(/[%/].*/, '')))
    .map(spanOf);
  return [...v4, ...v6].sort((a, b) => a.from - b.from);
}

function spanOf({ index, 0: { length } }: RegExpExecArray): Span {
  return { kind: 'ip', from: index, to: index + length };
}

function isV6(text: string): boolean {
  const [before = '', after, more] = text.split('::');
  const groups = text.split(':').filter((group) => group !== '');
  if (more !== undefined || /^:[^:]|:::|[^:]:$/.test(text)) return false;
  if (after === undefined) return groups.length === 8;
  if (groups.length > 7 || groups.length === 0) return false;
  // `10::15` is a slip of the keyboard, and `Add::Face` a name in a program.
  const isMixed = /\d/.test(text) && (/[a-f]|\d{3}/i.test(text) || before === '');
  return groups.length > 2 || isMixed;
}
