import type { Instant } from '../../calendar/calendar.ts';
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

/** That somebody named a priority, and be it the one that it has already. */
export interface Assessment {
  readonly at: Instant;
  readonly by: string;
}

interface Needs {
  readonly priority: { readonly periods: readonly { readonly priority: Priority }[] };
}

/** What a priority is called: its id, the digit of it, what the policy calls it, its label and the last part of that. */
function wordsFor({ priorities }: Policy, id: Priority): readonly string[] {
  const { name, label } = priorities[id];
  return [id, id.slice(1), name, label, label.split(/[/:]/).at(-1)!.trim()].filter((word) => word !== '');
}

/** What people put around a word that they have copied. */
const OPENING = /^["'`*“«‘[(<\s]+/;
const CLOSING = /^["'`*”»’\])>\s,.;:!]+/;

/**
 * The priority that a text begins with, the word for it, whatever the capitals and accents, and what follows; the longest word that
 * fits.
 */
function find(
  policy: Policy,
  given: string,
): { readonly priority: Priority; readonly word: string; readonly rest: string } | null {
  const text = given.replace(OPENING, '');
  const all = PRIORITIES.flatMap((priority) => wordsFor(policy, priority).map((word) => ({ priority, word })));
  const begins = ({ word }: { readonly word: string }): boolean => {
    const rest = text.slice(word.length);
    return foldText(text.slice(0, word.length)) === foldText(word) && (rest === '' || CLOSING.test(rest));
  };
  const found = all.filter(begins).sort((a, b) => b.word.length - a.word.length)[0];
  return found ? { ...found, rest: text.slice(found.word.length).replace(CLOSING, '').trim() } : null;
}

interface Args {
  readonly priority: Priority;
  readonly reason: string;
}

export const priorityCommand: Command<Policy, Args, Needs, readonly Assessment[]> = {
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
    's0',
    's1',
    's2',
    's3',
    's4',
    'urgency',
    'prio',
    'raise',
    'lower',
    'upgrade',
    'downgrade',
    'promote',
    'demote',
    'priorité',
    'gravité',
    'sévérité',
  ],
  isMeantBy: (word, policy) => find(policy, word)?.rest === '',
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
    const { priority, rest: reason } = found;
    const { priority: current } = states.priority.periods.at(-1)!;
    return reason === '' && lowers(current, priority) ? refuse(lowering(priority)) : accept({ priority, reason });
  },
  kept: (text, _, policy) => find(policy, text)?.word ?? null,
  keeps: { start: [], on: (all, _, { at, by }) => [...all, { at, by }] },
};

function choice({ priorities }: Policy, id: Priority): string {
  const { name, label } = priorities[id];
  const others = [...new Set([name, label])].filter((it) => it !== id);
  return others.length === 0 ? id : `${id} (${others.join(', ')})`;
}
