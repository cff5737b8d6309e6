import { atHour } from '../../text/time.ts';
import type { en } from './words-en.ts';

const these = (services: number): string => (services === 1 ? 'ce service' : 'ces services');

export const fr: typeof en = {
  stage: {
    unconfirmed: 'à confirmer',
    scheduled: 'planifiée',
    in_progress: 'en cours',
    overrun: 'en retard',
    verifying: 'en vérification',
    completed: 'terminée',
    cancelled: 'annulée',
  },
  card: {
    title: (stage) => `Maintenance · ${stage}`,
    do: {
      unconfirmed:
        '**En attente :** une personne habilitée doit la relire, puis écrire `/confirm`. D’ici là, aucune alerte n’est suspendue et personne n’est prévenu.',
      faults: '**À faire :** corrigez le texte ci-dessus. Ce qui ne va pas est signalé ci-dessous par ⚠️.',
      scheduled: (from) =>
        `**Ensuite :** elle commence d’elle-même **${from}**. D’ici là, \`/move DÉBUT FIN\` la déplace et \`/cancel MOTIF\` l’annule.`,
      in_progress: (to) => `**À faire :** écrivez \`/done\` avant **${to}**, ou \`/extend 1h\`.`,
      overrun: (to) =>
        `**À faire :** écrivez \`/done\`, ou \`/extend 1h\`. Fin prévue : **${to}** ; depuis, les alertes ne sont plus suspendues.`,
      verifying: (to) =>
        `**À faire :** vérifiez que tout fonctionne, puis écrivez \`/done\` une seconde fois, avant **${to}**.`,
      reopened:
        'La maintenance ne reprend pas, bien que le ticket soit rouvert. `/move DÉBUT FIN` la replanifie ; sinon, fermez le ticket.',
    },
    services: (list) => `Services : ${list}`,
    span: (from, to) => `Créneau prévu : ${from} – ${to}`,
    begun: (at) => `Commencée : ${at}`,
    ended: { completed: (at) => `Terminée : ${at}`, cancelled: (at) => `Annulée : ${at}` },
    reason: (text, by) => `Motif : ${text} (${by})`,
    confirmed: (by, at) => `Confirmée par ${by}, ${at}`,
    held: (to, services) =>
      `Les alertes de ${these(services)} qui se déclenchent entre-temps sont enregistrées, et personne n’est prévenu avant ${to}. \`/extend\` les suspend jusqu’à la nouvelle fin ; un second \`/done\` les signale aussitôt.`,
    changed: (by) =>
      `⚠️ ${by} a modifié le texte depuis, sans y être habilité : la modification ne compte qu’après \`/confirm\`.`,
    closed: (by) =>
      `⚠️ ${by} a fermé le ticket, sans y être habilité : cela ne change rien. \`/done\` ou \`/cancel MOTIF\` y met fin.`,
    overlaps: (list) => `⚠️ Chevauche ${list} sur un même service`,
  },
  fault: {
    missing: (field) => `**${field}** : sans réponse.`,
    unclear: (field, text) =>
      `**${field}** : ${text} n’indique pas un moment précis. Donnez un jour et une heure, par exemple \`2026-12-05 22:00\`, dans le fuseau de la politique ou avec un décalage comme \`+01:00\`.`,
    unknown: (field, text, all) => `**${field}** : ${text} ne figure pas dans la politique. Au choix : ${all}.`,
    past: (field, text) => `**${field}** : ${text} est déjà passé.`,
    order: (field, text) => `**${field}** : ${text} ne vient pas après le début.`,
    begun: (field, text) =>
      `**${field}** : ${text} est encore à venir, mais elle a commencé. Si elle n’a pas eu lieu, \`/cancel MOTIF\`, rouvrez le ticket, puis \`/move DÉBUT FIN\`.`,
    long: (field) =>
      `**${field}** : une maintenance dure 7 jours au plus, car les alertes sont suspendues pendant ce temps.`,
  },
  tell: {
    announce: (services, at) => `Maintenance sur ${services} : début ${atHour(at)}.`,
    until: (to) => `Fin prévue : ${to}.`,
    begun: (services, to) => `La maintenance sur ${services} a commencé. Fin prévue : ${to}.`,
    how: (owners, services) =>
      `${owners} : écrivez \`/done\` une fois le travail fait, \`/extend 1h\` s’il faut plus de temps. D’ici là, les alertes de ${these(services)} sont suspendues.`,
    moved: (services) => `La maintenance sur ${services} a été modifiée.`,
    span: (from, to) => `Nouveau créneau : ${from} – ${to}.`,
    extended: (services, to) => `La maintenance sur ${services} est prolongée jusqu’à ${to}.`,
    completed: (services) => `La maintenance sur ${services} est terminée.`,
    cancelled: (services) => `La maintenance sur ${services} est annulée.`,
    reason: (text) => `Motif : ${text}`,
    overrun: 'Écrivez `/done`, ou `/extend 1h` : la maintenance dépasse l’heure prévue.',
    overrunLine: (to) => `Fin prévue : ${to}. Les alertes ne sont plus suspendues.`,
    overrunAbove:
      'La maintenance dépasse l’heure prévue, et personne ne répond. Faites en sorte qu’elle soit terminée ou prolongée.',
    overlap: (list) => `Cette maintenance chevauche ${list}.`,
    overlapLine:
      'Elles portent sur un même service au même moment. Si ce n’est pas voulu, `/move DÉBUT FIN` déplace celle-ci.',
    faults: 'Corrigez le texte de cette maintenance.',
    faultsStill: 'D’ici là, ce qui était prévu reste valable.',
    faultsNone: 'D’ici là, rien n’est planifié et aucune alerte n’est suspendue.',
    unread: {
      page: 'Personne ne lit ce que dit `/update` : la politique ne prévoit pas de page d’état.',
      services: 'Personne ne lit ce que dit `/update` : aucun service de cette maintenance n’est sur la page d’état.',
    },
    unreadLine: 'Le texte est gardé et y paraîtra dès que cela aura changé. Prévenez les clients autrement.',
    reopened: 'La maintenance ne reprend pas. Écrivez `/move DÉBUT FIN` pour la replanifier.',
    reopenedLine: 'D’ici là, aucune alerte n’est suspendue.',
  },
  why: {
    announce: 'une maintenance est annoncée',
    begun: 'la maintenance a commencé',
    changed: 'la maintenance a changé',
    over: 'la maintenance est terminée',
    overrun: 'la maintenance dépasse l’heure prévue',
    overlap: 'deux maintenances se chevauchent',
    faults: 'le texte est à corriger',
    reopened: 'quelqu’un l’a rouverte',
    unread: 'personne ne peut lire ce qui a été écrit pour le public',
    inVain: 'elle continue, même si quelqu’un l’a fermée',
    written: 'la maintenance a reçu sa fiche',
    edited: 'la maintenance a avancé',
  },
};
