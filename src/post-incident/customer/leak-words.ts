import { inline } from '../../text/foreign.ts';
import type { LeakKind, Leak } from './leak.ts';

const en = {
  leaks: {
    line: ({ kind, found, line }: Leak) => `line ${line}: ${inline(found)} ${en.leaks.kinds[kind]}`,
    kinds: {
      login: 'is somebody’s account',
      name: 'is somebody’s name',
      mail: 'is a mail address',
      host: 'looks like an internal host',
      ip: 'is an IP address',
      address: 'is an internal address',
      reference: 'refers to a ticket or a commit',
      role: 'is an internal role',
      secret: 'looks like a secret: replace it, many have seen it here',
    } satisfies Readonly<Record<LeakKind, string>>,
  },
};

const fr: typeof en = {
  leaks: {
    line: ({ kind, found, line }) => `ligne ${line} : ${inline(found)} ${fr.leaks.kinds[kind]}`,
    kinds: {
      login: 'est le compte d’une personne',
      name: 'est le nom d’une personne',
      mail: 'est une adresse électronique',
      host: 'ressemble à un serveur interne',
      ip: 'est une adresse IP',
      address: 'est une adresse interne',
      reference: 'renvoie à un ticket ou à un commit',
      role: 'est un rôle interne',
      secret: 'ressemble à un secret : remplacez-le, il a été lu ici',
    },
  },
};

/** What stands in a text for customers and must not, in words. */
export const leakWords = { en, fr };
