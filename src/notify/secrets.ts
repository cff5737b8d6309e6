import { LONGEST_WAIT_MS, TIMEOUT_MS, type Delivered, type Outside } from './attempt.ts';
import type { Notifier, NotifierKind, Page, Parcel, Secrets } from './message.ts';
import { remarkOf } from './remark.ts';
import { pageWords } from './words.ts';

/** The values of a notifier's secrets, or why they cannot be used. A copied secret often ends in a line break. */
export function readSecrets(
  { secrets: names }: Notifier,
  kind: NotifierKind,
  env: Outside['env'],
  language: Page['language'],
): { readonly secrets: Secrets } | { readonly why: string } {
  const { why: words } = pageWords(language);
  const given = Object.entries(names).flatMap(([role, name]) => {
    const value = (env[name] ?? '').trim();
    // Whatever is wrong with it, somebody must be woken.
    const isSpare = kind.secrets[role]?.forAnswers && !kind.secrets[role].fits(value);
    return isSpare ? [] : [[role, name, value] as const];
  });
  const missing = given.filter(([, , value]) => value === '').map(([, name]) => name);
  if (missing.length > 0) return { why: words.missing(missing.join(', ')) };
  for (const [role, name, value] of given) {
    const secret = kind.secrets[role];
    if (secret?.fits(value) === false) return { why: words.unfit(name, secret.holds[language]) };
  }
  return { secrets: Object.fromEntries(given.map(([role, , value]) => [role, value])) };
}

/** All of a parcel that nobody but its receiver may see. */
export function hiddenIn(parcel: Parcel, secrets: Secrets): readonly string[] {
  const { login } = 'server' in parcel ? parcel.server : { login: null };
  const header = 'headers' in parcel ? parcel.headers.Authorization : undefined;
  return [...Object.values(secrets), header ?? '', login?.user ?? '', login?.pass ?? ''];
}

/** Why a parcel did not arrive, in words without anything of `hidden`: the end of a sentence. */
export function secretWhyOf(
  { fault, attempts }: Extract<Delivered, { readonly ok: false }>,
  {
    kind,
    language,
    hidden,
    timeout = TIMEOUT_MS,
  }: {
    readonly kind: NotifierKind;
    readonly language: Page['language'];
    readonly hidden: readonly string[];
    readonly timeout: number | undefined;
  },
): string {
  const { why: words } = pageWords(language);
  const end = attempts > 1 ? words.attempts(attempts) : '';
  if (fault.what === 'foreign') {
    // Some services refuse with the status of a success, and say there why.
    const remark = /^\s*\{\s*"ok"\s*:\s*false\b/.test(fault.text) ? remarkOf(fault.text, hidden) : null;
    return (remark === null ? words.foreign(fault.status, kind.title) : words.refusal(kind.title, remark)) + end;
  }
  if (fault.what === 'timeout') return words.timeout(timeout / 1000) + end;
  if (fault.what !== 'status') return words[fault.what] + end;
  const wait = fault.wait !== null && fault.wait > LONGEST_WAIT_MS ? words.wait(Math.ceil(fault.wait / 1000)) : '';
  const remark = remarkOf(fault.text, hidden);
  return words.status(fault.status) + wait + (remark === null ? '' : words.said(remark)) + end;
}
