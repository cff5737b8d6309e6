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
      `${command} comes too late: it has begun. There are \`/extend 1h\`, \`/done\` and \`/cancel REASON\`.`,
    fr: (command) =>
      `${command} vient trop tard : elle a commencé. Restent \`/extend 1h\`, \`/done\` et \`/cancel MOTIF\`.`,
  },
  notBegun: {
    en: (command) => `${command}: it has not begun. \`/start\` begins it, \`/cancel REASON\` cancels it.`,
    fr: (command) => `${command} : elle n’a pas commencé. \`/start\` la commence, \`/cancel MOTIF\` l’annule.`,
  },
  over: {
    en: (command) => `${command} comes too late: it is over. Reopen the issue, then \`/move FROM TO\` plans it again.`,
    fr: (command) =>
      `${command} vient trop tard : elle est terminée. Rouvrez le ticket, puis \`/move DÉBUT FIN\` la replanifie.`,
  },
  extend: {
    en: (command) => `${command} needs how much longer, or until when: \`/extend 1h30m\` or \`/extend 17:30\`.`,
    fr: (command) => `${command} demande de combien, ou jusqu’à quand : \`/extend 1h30m\` ou \`/extend 17:30\`.`,
  },
  earlier: {
    en: (command) => `${command} takes a later end than the present one.`,
    fr: (command) => `${command} demande une fin plus tardive que l’actuelle.`,
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
      `${command} needs when it begins and ends, neither of them past: \`/move 2026-12-05 22:00 23:30\`, in the time zone of the policy unless an offset says otherwise.`,
    fr: (command) =>
      `${command} demande le début et la fin, qui ne peuvent être passés : \`/move 2026-12-05 22:00 23:30\`, dans le fuseau de la politique sauf décalage indiqué.`,
  },
} as const satisfies Readonly<Record<string, Refusal>>;
