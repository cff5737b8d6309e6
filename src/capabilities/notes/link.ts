import { accept, refuse, type Command, type Refusal } from '../../engine/command.ts';
import type { Policy } from '../policy.ts';

const NO_LINK: Refusal = {
  en: (command) => `${command} needs an address: \`/link https://…\`.`,
  fr: (command) => `${command} demande une adresse : \`/link https://…\`.`,
};

/** An address that somebody has added, as it can stand in Markdown. */
interface Link {
  readonly url: string;
  readonly by: string | null;
}

export const linkCommand: Command<Policy, { readonly url: string }, unknown, readonly Link[]> = {
  usage: 'URL',
  synonyms: ['url', 'lien', 'attach'],
  does: {
    en: 'Puts an address on the card and into the post-mortem.',
    fr: 'Met une adresse sur la fiche et dans le post-mortem.',
  },
  did: { en: 'added a link', fr: 'a ajouté un lien' },
  sorts: true,
  read(text) {
    const url = URL.canParse(text) ? new URL(text) : null;
    const isPlain = url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
    return isPlain ? accept({ url: url.href }) : refuse(NO_LINK);
  },
  keeps: { start: [], on: (links, { url }, { by }) => [...links, { url, by }] },
};
