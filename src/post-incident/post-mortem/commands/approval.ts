import { accept, refuse, type Command, type Refusal } from '../../../engine/command.ts';
import type { Policy } from '../../../capabilities/policy.ts';
import { barOf, type ApprovalBar, type Team } from '../team.ts';

interface Needs {
  readonly team: Team;
}

const BARRED: Readonly<Record<ApprovalBar, (team: Team) => Refusal>> = {
  role: ({ approver }) => ({
    en: (command) => `${command} takes somebody of the role \`${approver!.role}\`.`,
    fr: (command) => `${command} revient au rôle \`${approver!.role}\`.`,
  }),
  owner: () => ({
    en: (command) => `${command} takes somebody else than its owner.`,
    fr: (command) => `${command} revient à une autre personne que son responsable.`,
  }),
  editor: () => ({
    en: (command) => `${command} takes somebody who has not written in it.`,
    fr: (command) => `${command} revient à quelqu’un qui n’y a pas écrit.`,
  }),
  unknown: () => ({
    en: (command) =>
      `${command} does not count: GitHub does not tell this token who has written in it. Give it \`issues: write\`, then ${command} again.`,
    fr: (command) =>
      `${command} ne compte pas : GitHub n’indique pas à ce jeton qui y a écrit. Donnez-lui \`issues: write\`, puis ${command} de nouveau.`,
  }),
};

const NO_REASON: Refusal = {
  en: (command) => `${command} needs a reason: \`/changes what is missing\`.`,
  fr: (command) => `${command} demande un motif : \`/changes ce qui manque\`.`,
};

/** Somebody who may finds the text as it is now fit to be published. */
export const approveCommand: Command<Policy, true, Needs> = {
  usage: '',
  synonyms: ['approved', 'lgtm', 'approuver', 'approuve', 'valider'],
  does: {
    en: 'Approves the text as it is now. It takes the role that the policy names, and nobody who owns it or wrote in it.',
    fr: 'Approuve le texte tel qu’il est. Réservé au rôle que la politique désigne, et à qui n’en est ni responsable ni auteur.',
  },
  did: null,
  read(_, { by, states: { team }, once }) {
    // Who owned it then, and who had written in it, is decided once: both change.
    if (once(`approval-${by}`, () => barOf(team, by) === null)) return accept<true>(true);
    // The reason is no more than words: nobody is asked for it again.
    return refuse(BARRED[barOf({ ...team, wanted: () => undefined }, by) ?? 'editor'](team));
  },
};

/** Sends it back. */
export const changesCommand: Command<Policy, { readonly text: string }> = {
  usage: 'REASON',
  synonyms: ['request-changes', 'reject', 'modifier', 'modifications', 'refuser'],
  does: {
    en: 'Asks for changes: it is a draft again, and its approvals are gone.',
    fr: 'Demande des modifications : il redevient un brouillon, et ses approbations tombent.',
  },
  did: null,
  read: (text) => (text === '' ? refuse(NO_REASON) : accept({ text })),
};
