import { accept, refuse, type Command, type Refusal } from '../../../engine/command.ts';
import type { Policy } from '../../../capabilities/policy.ts';
import { leaksRefusal } from '../../customer/refusal.ts';
import type { Course, Customer } from '../stage.ts';
import type { Team } from '../team.ts';

interface Needs {
  readonly team: Team;
  readonly course: Course;
  readonly customer: Customer;
}

const notApproved = (has: number, needs: number, role: string): Refusal => ({
  en: (command) => `${command} needs the approval of the text as it is now: ${has} of ${needs} by \`${role}\`.`,
  fr: (command) => `${command} demande l’approbation du texte tel qu’il est : ${has} sur ${needs} par \`${role}\`.`,
});
const AGAIN: Refusal = {
  en: (command) => `${command} changes nothing: it is published.`,
  fr: (command) => `${command} ne change rien : il est publié.`,
};
const ON_PAGE: Refusal = {
  en: (command, text) =>
    `${AGAIN.en(command, text)} What customers read is corrected on the incident: \`/correct TEXT\`.`,
  fr: (command, text) =>
    `${AGAIN.fr(command, text)} Ce que les clients lisent se rectifie sur l’incident\u00a0: \`/correct TEXTE\`.`,
};
const NOTHING: Refusal = {
  en: (command) => `${command} needs the section for customers, and nobody has written it.`,
  fr: (command) => `${command} demande la section destinée aux clients, et personne ne l’a rédigée.`,
};
const NO_REASON: Refusal = {
  en: (command) => `${command} needs a reason: \`/publish anyway REASON\`.`,
  fr: (command) => `${command} demande un motif : \`/publish anyway MOTIF\`.`,
};

/** Gives it out: to customers what is for them, and only that. */
export const publishCommand: Command<Policy, { readonly anyway: string | null }, Needs> = {
  usage: '[anyway REASON]',
  synonyms: ['published', 'release', 'publier', 'publie'],
  does: {
    en: 'Publishes it: the section for customers becomes a comment that is ready to send. It is refused while that section names what is internal; `anyway REASON` publishes it all the same.',
    fr: 'Le publie : la section destinée aux clients devient un commentaire prêt à envoyer. Refusé tant qu’elle cite des éléments internes ; `anyway MOTIF` publie quand même.',
  },
  did: null,
  whole: true,
  read(text, { at, policy, states: { team, course, customer }, once }) {
    if (course.published) return refuse(policy.statusPage === null ? AGAIN : ON_PAGE);
    const [, isAnyway, reason = ''] = /^(?:(anyway|quand m[êe]me)\b)?\s*(.*)$/isu.exec(text) ?? [];
    const anyway = isAnyway === undefined ? null : reason.trim();
    if (anyway === '') return refuse(NO_REASON);
    const missing = team.approver === null ? 0 : Math.max(0, team.approvals - course.valid.length);
    const isClean = anyway !== null || customer.leaks.length === 0;
    // The text changes afterwards; what was published stays so.
    const isReady = missing === 0 && customer.text !== '' && isClean;
    if (once('publication', () => course.given.has(at) || isReady)) return accept({ anyway });
    if (missing > 0) return refuse(notApproved(course.valid.length, team.approvals, team.approver!.role));
    return refuse(customer.text === '' ? NOTHING : leaksRefusal(customer.leaks));
  },
};
