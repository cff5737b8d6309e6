import type { Instant } from '../../calendar/calendar.ts';
import { accept, refuse, type Command, type Refusal } from '../../engine/command.ts';
import type { Policy } from '../policy.ts';

/** A pull request or a commit; the repository is null where it is this one. */
export type ChangeName =
  | { readonly kind: 'pull-request'; readonly repository: string | null; readonly number: number }
  | { readonly kind: 'commit'; readonly repository: string | null; readonly sha: string };

/** The change that somebody holds for what broke it. */
export interface Culprit {
  readonly change: ChangeName;
  readonly at: Instant;
  /** Null if nobody has said so, but the change was reverted. */
  readonly by: string | null;
}

/** What somebody said last of it: that it was a change, or none. */
export interface Named {
  readonly change: ChangeName | null;
  readonly at: Instant;
  readonly by: string;
}

const NO_CHANGE: Refusal = {
  en: (command) =>
    `${command} needs a pull request or a commit: \`/culprit #871\`, \`/culprit a1b2c3d\` or its address; \`/culprit none\` takes it back.`,
  fr: (command) =>
    `${command} demande une pull request ou un commit : \`/culprit #871\`, \`/culprit a1b2c3d\` ou son adresse ; \`/culprit aucun\` le retire.`,
};

const NONE = ['none', 'nothing', 'no', 'aucun', 'aucune', 'rien', 'non'];

/** What a word names; null if it names nothing. Numbers are those of GitHub: no leading zero, no more than nine digits. */
export function readChangeName(word: string): ChangeName | null {
  const [, place = null, digits] =
    /^(?:([\w.-]+\/[\w.-]+))?#([1-9]\d{0,8})$/.exec(word) ??
    /^https?:\/\/[^/\s]+\/([\w.-]+\/[\w.-]+)\/pull\/([1-9]\d{0,8})(?:[/?#]\S*)?$/.exec(word) ??
    [];
  if (digits !== undefined) return { kind: 'pull-request', repository: place, number: Number(digits) };
  const [, home = null, sha] =
    /^(?:([\w.-]+\/[\w.-]+)@)?([\da-f]{7,40})$/i.exec(word) ??
    /^https?:\/\/[^/\s]+\/([\w.-]+\/[\w.-]+)\/commit\/([\da-f]{7,40})(?:[/?#]\S*)?$/i.exec(word) ??
    [];
  return sha === undefined ? null : { kind: 'commit', repository: home, sha: sha.toLowerCase() };
}

/** How a change is called: `#871`, `acme/infra#871`, `a1b2c3d`. */
export function nameOfChange(change: ChangeName): string {
  const place = change.repository ?? '';
  if (change.kind === 'pull-request') return `${place}#${change.number}`;
  return `${place === '' ? '' : `${place}@`}${change.sha.slice(0, 7)}`;
}

/** Names the change that broke it. */
export const culpritCommand: Command<Policy, { readonly change: ChangeName | null }, unknown, Named | null> = {
  usage: '#871|SHA',
  synonyms: ['suspect', 'caused-by', 'coupable', 'culprits', 'change'],
  does: {
    en: 'Names the change that broke it: a pull request, a commit or the address of one; `none` takes it back.',
    fr: 'Désigne le changement en cause : une pull request, un commit ou leur adresse ; `aucun` le retire.',
  },
  did: { en: 'named the change that broke it', fr: 'a désigné le changement en cause' },
  sorts: true,
  read(text) {
    const [word = ''] = text.trim().split(/\s+/);
    if (NONE.includes(word.toLowerCase())) return accept({ change: null });
    const change = readChangeName(word.replace(/[.,;:]+$/, ''));
    return change === null ? refuse(NO_CHANGE) : accept({ change });
  },
  kept: (_, first) => (readChangeName(first) === null ? null : first),
  keeps: { start: null, on: (_, { change }, { at, by }) => ({ change, at, by }) },
};
