import { accept, refuse, wordsIn, type Command, type Refusal } from '../../engine/command.ts';
import { LEVELS, type Level } from '../../model/level.ts';
import type { Policy } from '../policy.ts';
import { TOO_LATE } from '../refusals.ts';

const NO_LEVEL: Refusal = {
  en: (command) => `${command} needs a level of support, 1 to 3: \`/level 3 REASON\`.`,
  fr: (command) => `${command} demande un niveau de support, de 1 à 3 : \`/level 3 MOTIF\`.`,
};

interface Needs {
  readonly resolution: { readonly resolved: object | null; readonly ended: object | null };
}

const find = (word: string): Level | undefined => LEVELS.find((it) => String(it) === word);

export const levelCommand: Command<Policy, { readonly level: Level; readonly text: string }, Needs> = {
  usage: '3 REASON',
  synonyms: ['tier', 'niveau', 'cascade'],
  does: {
    en: 'Hands the incident to another level of support, 1 to 3.',
    fr: 'Transmet l’incident à un autre niveau de support, de 1 à 3.',
  },
  did: { en: 'escalated to level', fr: 'a transmis au niveau' },
  read(text, { states: { resolution } }) {
    const [word = '', ...rest] = wordsIn(text);
    const level = find(word);
    if (!level) return refuse(NO_LEVEL);
    return resolution.resolved || resolution.ended ? refuse(TOO_LATE) : accept({ level, text: rest.join(' ') });
  },
  kept: (_, first) => (find(first) ? first : null),
};
