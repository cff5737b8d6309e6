import type { Language } from '../../../model/language.ts';
import { remarkOf } from '../../../notify/remark.ts';
import { pageWords } from '../../../notify/words.ts';
import type { HostedTarget } from '../../../status-page/hosted/target.ts';
import { PATIENCE, type HostedTrouble } from './line.ts';

const en = {
  failed: (title: string, page: string, why: string) => `${title}: the page ${page} is not up to date: ${why}.`,
  noToken: (variable: string) =>
    `the environment variable ${variable} is not set; give it to the step that runs \`command: site\``,
  wrongToken: (variable: string) => `the environment variable ${variable} holds no token`,
  strange: (title: string) => `the answer was not as ${title} answers`,
  time: 'this run has no more time, and the next one goes on',
  /** Followed by what the service said. */
  refusedToken: (variable: string) => `the token in ${variable} is refused: give it one that may write this page`,
  noPage: 'there is no such page, or no such component, for this token: look at `status-page.to` in the policy',
  unfit: 'it does not take what the policy says, such as the id of a component: look at `status-page.to`',
  patience: (minutes: number) => `, for ${minutes} minutes`,
};

const fr: typeof en = {
  failed: (title, page, why) => `${title}\u00a0: la page ${page} n’est pas à jour\u00a0: ${why}.`,
  noToken: (variable) =>
    `la variable d’environnement ${variable} n’est pas définie\u00a0; donnez-la à l’étape qui lance \`command: site\``,
  wrongToken: (variable) => `la variable d’environnement ${variable} ne contient pas de jeton`,
  strange: (title) => `la réponse n’avait pas la forme de celles de ${title}`,
  time: 'cette exécution n’a plus de temps, la prochaine poursuit',
  refusedToken: (variable) =>
    `le jeton de ${variable} est refusé\u00a0: donnez-lui un jeton qui a le droit d’écrire sur cette page`,
  noPage: 'cette page, ou ce composant, n’existe pas pour ce jeton\u00a0: voir `status-page.to` dans la politique',
  unfit:
    'elle n’accepte pas ce que dit la politique, par exemple l’identifiant d’un composant\u00a0: voir `status-page.to`',
  patience: (minutes) => `, pendant ${minutes} minutes`,
};

/** What is said of hosted pages that are behind. */
export const outletWords: Readonly<Record<Language, typeof en>> = { en, fr };

interface About {
  readonly target: HostedTarget;
  readonly title: string;
  readonly token: string;
  readonly language: Language;
}

/** Why a page is behind and what to change, in words without anything of the token: the end of a sentence. */
export function hostedWhyOf(trouble: HostedTrouble, { target, title, token, language }: About): string {
  const words = outletWords[language];
  const { why } = pageWords(language);
  if (trouble.what === 'time') return words.time;
  if (trouble.what === 'timeout') return why.timeout(10);
  if (trouble.what === 'foreign') return why.foreign(trouble.status, title);
  if (trouble.what !== 'status') return why[trouble.what];
  const remark = remarkOf(trouble.text, [token]);
  const said = `${why.status(trouble.status)}${remark === null ? '' : why.said(remark)}`;
  if (trouble.status === 401 || trouble.status === 403) return `${words.refusedToken(target.token)} (${said})`;
  if (trouble.status === 404) return `${words.noPage} (${said})`;
  if (trouble.status < 500 && ![408, 409, 420, 425, 429].includes(trouble.status)) return `${words.unfit} (${said})`;
  const { wait } = trouble;
  const isTooLong = wait !== null && wait > PATIENCE;
  return `${said}${isTooLong ? why.wait(Math.ceil(wait / 1_000)) : words.patience(PATIENCE / 60_000)}`;
}
