import { accept, refuse, wordsIn, type Command, type Refusal } from '../../engine/command.ts';
import { lowers, PRIORITIES, type Priority } from '../../model/priority.ts';
import type { Policy } from '../policy.ts';

const NO_PRIORITY: Refusal = {
  en: (command) => `${command} needs a priority: \`/priority P1 REASON\`, with P0, P1, P2 or P3.`,
  fr: (command) => `${command} demande une priorité : \`/priority P1 MOTIF\`, avec P0, P1, P2 ou P3.`,
};
const NO_REASON: Refusal = {
  en: (command) => `${command} lowers the priority, which needs a reason: \`/priority P2 REASON\`.`,
  fr: (command) => `${command} abaisse la priorité, ce qui demande un motif : \`/priority P2 MOTIF\`.`,
};

interface Needs {
  readonly priority: { readonly periods: readonly { readonly priority: Priority }[] };
}

const find = (word: string): Priority | undefined => PRIORITIES.find((it) => it === word.toUpperCase());

export const priorityCommand: Command<Policy, { readonly priority: Priority; readonly reason: string }, Needs> = {
  usage: 'P1 REASON',
  does: {
    en: 'Sets the priority. The reason is required when that lowers it.',
    fr: 'Fixe la priorité. Le motif est obligatoire quand cela l’abaisse.',
  },
  sorts: true,
  whole: true,
  read(text, { states }) {
    const [word = '', ...rest] = wordsIn(text);
    const priority = find(word);
    if (!priority) return refuse(NO_PRIORITY);
    const reason = rest.join(' ');
    const { priority: current } = states.priority.periods.at(-1)!;
    return reason === '' && lowers(current, priority) ? refuse(NO_REASON) : accept({ priority, reason });
  },
  kept: (_, first) => (find(first) ? first : null),
};
