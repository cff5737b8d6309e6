import type { Span } from './leak.ts';

const TOKENS = [
  'gh[oprsu]_[a-z\\d]{4,255}',
  'github_pat_\\w{4,255}',
  'xox[a-z]-[\\w-]{4,255}',
  'a[ks]ia[a-z\\d]{12,32}',
  'aiza[\\w-]{30,60}',
  'glpat-[\\w-]{8,64}',
  'npm_[a-z\\d]{20,64}',
  'sk[_-][\\w-]{16,255}',
  'eyj[\\w-]{8,2000}\\.[\\w.-]{8,4000}',
];
const PRIVATE_KEY = '-{5}BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-{5}';
/** A word behind `Bearer` is a token if it is nothing that one says. */
const BEARER = 'bearer[ \\t]{1,4}(?=[\\w.~+/=-]{0,64}[\\d.+/=]\\w|[\\w.~+/=-]{24})[\\w.~+/=-]{6,4000}';
const ASSIGNED = '(?:api[_-]?key|passw(?:or)?d|pwd|secret|token)=[^\\s&"\'<>`\\ufffc]{4,400}';
const PASSWORD = '(?<=://[^\\s:@/]{0,64}:)[^\\s@/]{1,128}(?=@)';
const WEBHOOK = '(?<=hooks\\.slack\\.com/)(?:services|workflows)/[\\w/-]{4,200}';

const SECRET = new RegExp(
  `${PRIVATE_KEY}|(?<![a-z\\d])(?:${[...TOKENS, BEARER, ASSIGNED].join('|')})|${PASSWORD}|${WEBHOOK}`,
  'gi',
);

/** Tokens, keys and passwords, by their looks. */
export function secretsIn(text: string): Span[] {
  return [...text.matchAll(SECRET)].map(({ index, 0: { length } }) => ({
    kind: 'secret',
    from: index,
    to: index + length,
  }));
}

/** Enough of a secret to recognise it by. Of a short password, four characters would be most of it. */
export function masked(secret: string): string {
  return `${secret.slice(0, secret.length < 8 ? 1 : 4)}…`;
}
