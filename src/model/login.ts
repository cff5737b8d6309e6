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
