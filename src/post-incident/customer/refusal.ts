import type { Refusal } from '../../engine/command.ts';
import { leakWords } from './leak-words.ts';
import type { Leak } from './leaks.ts';

/** Why a text does not go out to customers: what in it is internal, a line each. */
export function leaksRefusal(leaks: readonly Leak[]): Refusal {
  return {
    en: (command) =>
      `${command}: the section for customers names what is internal. Mend it, or \`/publish anyway REASON\`.${listed(leaks, 'en')}`,
    fr: (command) =>
      `${command} : la section destinée aux clients cite des éléments internes. Corrigez-la, ou \`/publish anyway MOTIF\`.${listed(leaks, 'fr')}`,
  };
}

function listed(leaks: readonly Leak[], language: 'en' | 'fr'): string {
  return leaks.map((leak) => `\n- ${leakWords[language].leaks.line(leak)}`).join('');
}
