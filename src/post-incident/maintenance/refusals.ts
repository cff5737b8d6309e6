import type { Refusal } from '../../engine/command.ts';

/** Why commands of a maintenance are not carried out. */
export const refusals = {
  unconfirmed: {
    en: (command) => `${command}: nobody entitled has confirmed this maintenance yet. Comment \`/confirm\` first.`,
    fr: (command) =>
      `${command} : aucune personne habilitée n’a encore confirmé cette maintenance. Écrivez d’abord \`/confirm\`.`,
  },
  begun: {
    en: (command) =>
      `${command} comes too late: the maintenance has begun. You can use \`/extend 1h\`, \`/done\` or \`/cancel REASON\`.`,
    fr: (command) =>
      `${command} vient trop tard : la maintenance a commencé. Restent possibles \`/extend 1h\`, \`/done\` et \`/cancel MOTIF\`.`,
  },
  notBegun: {
    en: (command) => `${command}: the maintenance has not begun. \`/start\` begins it, \`/cancel REASON\` cancels it.`,
    fr: (command) =>
      `${command} : la maintenance n’a pas commencé. \`/start\` la commence, \`/cancel MOTIF\` l’annule.`,
  },
  over: {
    en: (command) =>
      `${command} comes too late: the maintenance is over. To plan it again, reopen the issue and comment \`/move FROM TO\`.`,
    fr: (command) =>
      `${command} vient trop tard : la maintenance n’est plus en cours. Pour la replanifier, rouvrez le ticket et écrivez \`/move DÉBUT FIN\`.`,
  },
  extend: {
    en: (command) => `${command} needs how much longer, or a new end: \`/extend 1h30m\` or \`/extend 17:30\`.`,
    fr: (command) => `${command} demande une durée, ou une heure de fin : \`/extend 1h30m\` ou \`/extend 17:30\`.`,
  },
  earlier: {
    en: (command) => `${command} takes a later end than the planned one.`,
    fr: (command) => `${command} demande une fin plus tardive que celle qui est prévue.`,
  },
  long: {
    en: (command) => `${command}: a maintenance may last 7 days at most, since alerts are held meanwhile.`,
    fr: (command) =>
      `${command} : une maintenance dure 7 jours au plus, car les alertes sont suspendues pendant ce temps.`,
  },
  reason: {
    en: (command) => `${command} needs a reason: \`/cancel REASON\`.`,
    fr: (command) => `${command} demande un motif : \`/cancel MOTIF\`.`,
  },
  move: {
    en: (command) =>
      `${command} needs a beginning and an end, both in the future: \`/move 2026-12-05 22:00 23:30\`, in the time zone of the policy unless you give an offset.`,
    fr: (command) =>
      `${command} demande un début et une fin, tous deux à venir : \`/move 2026-12-05 22:00 23:30\`, dans le fuseau de la politique sauf décalage indiqué.`,
  },
} as const satisfies Readonly<Record<string, Refusal>>;
