import { accept, refuse, wordsIn, type Command, type Refusal } from '../../engine/command.ts';
import type { Policy } from '../policy.ts';

const YES = ['yes', 'oui', 'y', 'o'];
const NO = ['no', 'non', 'n'];

const NO_ANSWER: Refusal = {
  en: (command) => `${command} needs an answer: \`/data-loss yes TEXT\` or \`/data-loss no TEXT\`.`,
  fr: (command) => `${command} demande une réponse : \`/data-loss oui TEXTE\` ou \`/data-loss non TEXTE\`.`,
};

/** Whether an answer says yes or no; null if neither. */
function answerOf(word = ''): boolean | null {
  const answer = word.toLowerCase().replace(/[.,;:!]+$/, '');
  return YES.includes(answer) ? true : NO.includes(answer) ? false : null;
}

/** Says whether data was lost or altered, whatever the report says. */
export const dataLossCommand: Command<Policy, { readonly isLost: boolean; readonly text: string }> = {
  usage: 'yes|no TEXT',
  synonyms: ['lost', 'perte', 'perte-de-données'],
  does: {
    en: 'Says whether data was lost or altered. If not, the clock `restore` does not apply.',
    fr: 'Dit si des données sont perdues ou altérées. Sinon, le délai `restore` ne s’applique pas.',
  },
  did: { en: 'said whether data is lost', fr: 'a dit si des données sont perdues' },
  sorts: true,
  atOpening: true,
  read(text) {
    const isLost = answerOf(wordsIn(text)[0]);
    return isLost === null ? refuse(NO_ANSWER) : accept({ isLost, text: text.replace(/^\S+\s*/, '') });
  },
  kept: (_, first) => (answerOf(first) === null ? null : first),
};
