import type { Span } from './leak.ts';

/** What stands before an `@` is read backwards, so that a page of letters is not tried from each of them. */
const MAIL =
  /(?<=([\p{L}\p{N}._%+'’-]{1,64}))@[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}[\p{L}\p{N}])?){0,8}/gu;
/** An account or a team; a number alone is a time or a price. */
const MENTION =
  /(?<![\p{L}\p{N}_\ufffc])@(?=[\d-]{0,38}[a-z])[a-z\d](?:[a-z\d]|[_-](?=[a-z\d])){0,59}(?:\/[a-z\d](?:[a-z\d]|[._-](?=[a-z\d])){0,99})?/giu;

/** Addresses of mail, be their host one of everybody's or of a network. */
export function mailsIn(text: string): Span[] {
  return [...text.matchAll(MAIL)].flatMap(({ index, 0: host, 1: before }) => {
    const local = /[\p{L}\p{N}][\p{L}\p{N}._%+'’-]*$/u.exec(before!)?.[0] ?? '';
    return local === '' ? [] : [{ kind: 'mail', from: index - local.length, to: index + host.length }];
  });
}

/** Everybody and every team that is mentioned: an account that customers may know has to be allowed. */
export function mentionsIn(text: string): Span[] {
  return [...text.matchAll(MENTION)].map(({ index, 0: { length } }) => ({
    kind: 'login',
    from: index,
    to: index + length,
  }));
}
