import { accept, refuse, type Command, type Refusal } from '../../engine/command.ts';
import { foldText } from '../../text/compare.ts';
import { lowers, PRIORITIES, type Priority } from '../../model/priority.ts';
import type { Policy } from '../policy.ts';
import { listing } from '../refusals.ts';

const NO_PRIORITY: Refusal = {
  en: (command) => `${command} needs a priority: \`/priority P1 REASON\`.`,
  fr: (command) => `${command} demande une priorité : \`/priority P1 MOTIF\`.`,
};
const lowering = (priority: Priority): Refusal => ({
  en: (command) => `${command} lowers the priority, which needs a reason: \`/priority ${priority} REASON\`.`,
  fr: (command) => `${command} abaisse la priorité, ce qui demande un motif : \`/priority ${priority} MOTIF\`.`,
});

interface Needs {
  readonly priority: { readonly periods: readonly { readonly priority: Priority }[] };
}

/** What a priority is called: its id, the digit of it, what the policy calls it, its label and the last part of that. */
function wordsFor({ priorities }: Policy, id: Priority): readonly string[] {
  const { name, label } = priorities[id];
  return [id, id.slice(1), name, label, label.split(/[/:]/).at(-1)!.trim()].filter((word) => word !== '');
}

/** The priority that a text begins with, and the word for it, whatever the capitals and accents; the longest word that fits. */
function find(policy: Policy, text: string): { readonly priority: Priority; readonly word: string } | null {
  const all = PRIORITIES.flatMap((priority) => wordsFor(policy, priority).map((word) => ({ priority, word })));
  const begins = ({ word }: { readonly word: string }): boolean =>
    foldText(text.slice(0, word.length)) === foldText(word) && /^(?:[\s,.;:!]|$)/.test(text.slice(word.length));
  return all.filter(begins).sort((a, b) => b.word.length - a.word.length)[0] ?? null;
}

export const priorityCommand: Command<Policy, { readonly priority: Priority; readonly reason: string }, Needs> = {
  usage: 'P1 REASON',
  shorthands: Object.fromEntries(PRIORITIES.map((it) => [it.toLowerCase(), it])),
  synonyms: [
    'severity',
    'sev',
    'sev0',
    'sev1',
    'sev2',
    'sev3',
    'sev4',
    'urgency',
    'prio',
    'priorite',
    'priorité',
    'gravité',
    'gravite',
  ],
  does: {
    en: 'Sets the priority. The reason is required when that lowers it.',
    fr: 'Fixe la priorité. Le motif est obligatoire quand cela l’abaisse.',
  },
  did: { en: 'set the priority', fr: 'a fixé la priorité' },
  sorts: true,
  whole: true,
  read(text, { policy, states }) {
    const found = find(policy, text);
    if (!found)
      return refuse(
        listing(
          NO_PRIORITY,
          PRIORITIES.map((it) => choice(policy, it)),
        ),
      );
    const { priority, word } = found;
    const reason = text
      .slice(word.length)
      .replace(/^[\s,.;:!]+/, '')
      .trim();
    const { priority: current } = states.priority.periods.at(-1)!;
    return reason === '' && lowers(current, priority) ? refuse(lowering(priority)) : accept({ priority, reason });
  },
  kept: (text, _, policy) => find(policy, text)?.word ?? null,
};

function choice({ priorities }: Policy, id: Priority): string {
  const { name, label } = priorities[id];
  const others = [...new Set([name, label])].filter((it) => it !== id);
  return others.length === 0 ? id : `${id} (${others.join(', ')})`;
}
