import { refuse, wordsIn, type Command, type Refusal } from '../../engine/command.ts';
import { LOGIN, loginOf } from '../../model/login.ts';
import type { Policy } from '../policy.ts';
import { NO_ACCESS } from '../refusals.ts';

const NO_LOGIN: Refusal = {
  en: (command) => `${command} needs logins: \`/assign @LOGIN\`, or \`/assign me\`.`,
  fr: (command) => `${command} demande des comptes : \`/assign @COMPTE\`, ou \`/assign moi\`.`,
};

/** Whoever writes it. */
const ME = /^@?(?:me|moi)$/i;

/** That it is theirs counts once GitHub has assigned them, and not by the mere word. */
export const assignCommand: Command<Policy, { readonly logins: readonly string[] }> = {
  usage: '@LOGIN|me',
  synonyms: ['assignee', 'assigner', 'affecter', 'reassign'],
  does: {
    en: 'Assigns people, which takes the incident on.',
    fr: 'Assigne des personnes, ce qui prend l’incident en charge.',
  },
  did: { en: 'assigned', fr: 'a affecté' },
  sorts: true,
  read(text, { by, canReach }) {
    const logins = text
      .split(/[\s,]+/)
      .filter((word) => word !== '')
      .map((word) => (ME.test(word) ? by : loginOf(word)));
    if (logins.length === 0 || logins.includes(null)) return refuse(NO_LOGIN);
    const reached = logins.flatMap((login) => (login !== null && canReach(login) !== false ? [login] : []));
    return { args: { logins: reached }, refusal: reached.length < logins.length ? NO_ACCESS : null };
  },
  kept: (text) => (wordsIn(text).every((word) => LOGIN.test(word.replace(/^@/, ''))) ? text : null),
};
