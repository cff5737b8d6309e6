import { accept, refuse, type Command, type Refusal } from '../../engine/command.ts';
import { includesLogin } from '../../model/login.ts';
import type { Policy } from '../policy.ts';

const NOT_RESOLVED: Refusal = {
  en: (command) => `${command} is for what is resolved, and this is not.`,
  fr: (command) => `${command} concerne ce qui est résolu, et ce n’est pas le cas ici.`,
};
const OWN_WORK: Refusal = {
  en: (command) => `${command} is for whoever reported it, or for somebody else than whoever resolved it.`,
  fr: (command) =>
    `${command} revient à l’auteur du signalement, ou à toute autre personne que celle qui a résolu l’incident.`,
};
const NOT_OVER: Refusal = {
  en: (command) => `${command} changes nothing: the incident is not over.`,
  fr: (command) => `${command} ne change rien : l’incident n’est pas terminé.`,
};
const NO_REASON: Refusal = {
  en: (command) => `${command} needs a reason: \`/reopen REASON\`.`,
  fr: (command) => `${command} demande un motif : \`/reopen MOTIF\`.`,
};

interface Needs {
  readonly resolution: {
    readonly resolved: { readonly by: string | null } | null;
    readonly ended: object | null;
  };
  readonly reporter: string | null;
}

/** The reporter, or somebody who did not do the work, finds it done. */
export const acceptCommand: Command<Policy, { readonly text: string }, Needs> = {
  usage: 'TEXT',
  synonyms: ['accepted', 'confirm', 'confirmed', 'works', 'accepter', 'confirmer', 'valider'],
  does: {
    en: 'Accepts the resolution: the issue is closed once all else that the policy requires is there. The reporter may say it too.',
    fr: 'Accepte la résolution : le ticket est fermé dès que tout ce que la politique exige d’autre est réuni. L’auteur du signalement peut aussi s’en servir.',
  },
  did: { en: 'accepted the resolution', fr: 'a accepté la résolution' },
  sorts: true,
  forReporter: true,
  read(text, { states, by }) {
    const { resolved } = states.resolution;
    if (!resolved) return refuse(NOT_RESOLVED);
    const isReporter = includesLogin([states.reporter ?? ''], by);
    return !isReporter && includesLogin([resolved.by ?? ''], by) ? refuse(OWN_WORK) : accept({ text });
  },
};

/** It is not over after all. */
export const reopenCommand: Command<Policy, { readonly text: string }, Needs> = {
  usage: 'REASON',
  synonyms: ['reopened', 'refuse', 'not-fixed', 'still-broken', 'rouvrir', 'refuser'],
  does: {
    en: 'Says that it is not over: the incident runs again, and its deadlines with it. The reporter may say it too.',
    fr: 'Dit que ce n’est pas terminé : l’incident reprend, et ses délais avec lui. L’auteur du signalement peut aussi s’en servir.',
  },
  did: { en: 'reopened it', fr: 'a rouvert l’incident' },
  sorts: true,
  forReporter: true,
  read(text, { states }) {
    if (!states.resolution.resolved && !states.resolution.ended) return refuse(NOT_OVER);
    return text === '' ? refuse(NO_REASON) : accept({ text });
  },
};
