import { accept, refuse, type Command, type Refusal } from '../../engine/command.ts';
import type { Policy } from '../../capabilities/policy.ts';

const NO_ITEM: Refusal = {
  en: (command) => `${command} takes the number of an action item of this issue, and a reason: \`/waive #12 REASON\`.`,
  fr: (command) => `${command} demande le numéro d’une action de ce ticket, et un motif : \`/waive #12 MOTIF\`.`,
};

interface Needs {
  /** The issues that its action items have become. */
  readonly opened: ReadonlySet<number>;
}

/** Lets the issue be closed without an item that belongs to it. */
export const waiveCommand: Command<Policy, { readonly issue: number; readonly reason: string }, Needs> = {
  usage: '#12 REASON',
  synonyms: ['skip', 'exempt', 'dispenser'],
  does: {
    en: 'Lets the issue be closed although this action item is open; why stays on its card.',
    fr: 'Permet de fermer le ticket bien que cette action soit ouverte ; le motif reste sur sa fiche.',
  },
  did: null,
  whole: true,
  read(text, { states }) {
    const [, number = '', reason = ''] = /^#?(\d{1,9})\b[\s:,]*(.*)$/su.exec(text) ?? [];
    const issue = Number(number);
    return states.opened.has(issue) && reason !== '' ? accept({ issue, reason }) : refuse(NO_ITEM);
  },
};
