/** Whether a login is that of an app, which can be asked for nothing. */
export function isBot(login: string): boolean {
  return login.endsWith('[bot]');
}

/** Whether a login is among these; GitHub makes no difference between capitals and small letters. */
export function includesLogin(logins: Iterable<string>, login: string): boolean {
  const wanted = login.toLowerCase();
  for (const one of logins) if (one.toLowerCase() === wanted) return true;
  return false;
}

/** Each login once, in the order in which they come; as GitHub, without regard to capitals. */
export function distinctLogins(logins: Iterable<string>): string[] {
  return [...new Map([...logins].map((login) => [login.toLowerCase(), login])).values()];
}

/** GitHub's own rule, with the suffix that accounts managed by an enterprise have. */
export const LOGIN = /^(?=.{1,39}$)[A-Za-z\d](?:-?[A-Za-z\d])*(?:_[A-Za-z\d]+)?$/;

/** A login as people write it, with or without `@`; null for a text that cannot be one. */
export function loginOf(word: string): string | null {
  const login = word.replace(/^@/, '');
  return LOGIN.test(login) ? login : null;
}
