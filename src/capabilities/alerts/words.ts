import { atHour } from '../../text/time.ts';

const en = {
  /** What people were told, by the name of the notice on record. */
  told: { graver: 'told that the alert is graver' },
  graver: {
    ask: (priority: string) => `${priority}: the alert has become graver. Look whether the priority is still right.`,
    line: (before: string, now: string, at: string) => `It was ${before}, and is ${now} since ${at}.`,
    unsaid: 'of no stated severity',
    why: 'its alert has become graver',
  },
  mutedBy: {
    alert: {
      row: 'Notifications on hold',
      before: (at: string) => `until ${at}: the alert must last that long`,
    },
  },
  recovery: { close: 'the alert is gone, and the policy closes then', reopen: 'the alert is back' },
  duplicateAlerts: {
    close: (number: number) => `#${number} is about the same alert`,
    merge: 'merged alerts of a duplicate',
  },
  alert: {
    intro: 'An alert of a monitoring system opened this incident.',
    follows: (number: number) => `Follows #${number}.`,
    more: 'More about the alert',
    key: 'Key',
    links: { runbook: 'Runbook', dashboard: 'Dashboard', generator: 'Where the alert comes from', page: 'Page' },
    scope: (count: number, over: number, more: number) =>
      `${count === 1 ? '1 alert' : `${count} alerts`}${over === 0 ? '' : `, ${over} recovered`}${more === 0 ? '' : `, and ${more} that were not sent`}`,
    from: (count: number, source: string) => `${count === 1 ? '1 alert' : `${count} alerts`} of ${source}`,
    andMore: (first: string, more: number) => `${first} and ${more} more`,
    filed: (title: string, follows: number | null) =>
      `filed the alert "${title}"${follows === null ? '' : `, which follows #${follows}`}`,
    known: (number: number, key: string) => `the alert ${key} is known: #${number} has it`,
    counted: (number: number, key: string, count: number) =>
      `the alert ${key} is counted on #${number}: ${count === 1 ? 'fired once' : `fired ${count} times`}`,
    graver: (number: number, key: string) => `the alert ${key} has become graver: #${number} has it`,
    ended: (number: number, key: string) => `the recovery of the alert ${key} is recorded on #${number}`,
    notFiled: (key: string, why: string) => `The alert ${key} was not filed: ${why} Run this job again to file it.`,
    unmarked: (number: number) => `#${number} is gone, or somebody has taken the mark off the start of its text.`,
    sharing: {
      title: (count: number, source: string, names: string) =>
        `${count === 1 ? '1 more alert' : `${count} more alerts`} of ${source}: ${names}`,
      intro: (count: number) =>
        `${count === 1 ? '1 alert' : `${count} alerts`} of one payload ${count === 1 ? 'has' : 'share'} this incident: more came at once than may stand alone, and the graver ones have incidents of their own. With \`alerts: { key: group }\` in the policy a group is one incident.`,
      over: 'It counts as recovered when all of them have recovered.',
      others: (most: number) =>
        `Beyond ${most} that shows only if one payload tells it of all of them; otherwise this stays open until a person resolves it.`,
      advice: (count: number, most: number) =>
        `A payload brought more alerts than the ${most} that may each have an incident: ${count} share one. With \`alerts: { key: group }\` a group is one incident.`,
    },
    unwritten: (number: number) => `what was written into #${number} was not there afterwards, three times.`,
  },
  alertCard: {
    row: 'Alert',
    fired: (times: number, last: string) => `fired ${times === 1 ? 'once' : `${times} times`}, last ${last}`,
    firing: 'still firing',
    recoveredAt: (at: string) => `recovered ${at}`,
  },
};

const fr: typeof en = {
  told: { graver: 'avertissement : l’alerte s’est aggravée' },
  graver: {
    ask: (priority) => `${priority} : l’alerte s’est aggravée. Vérifiez que la priorité convient encore.`,
    line: (before, now, at) => `Elle était ${before}, elle est ${now} depuis ${at}.`,
    unsaid: 'sans gravité indiquée',
    why: 'son alerte s’est aggravée',
  },
  mutedBy: {
    alert: {
      row: 'Notifications suspendues',
      before: (at) => `jusqu’à ${at} : l’alerte doit durer jusque-là`,
    },
  },
  recovery: { close: 'l’alerte a cessé, et la politique ferme alors', reopen: 'l’alerte est revenue' },
  duplicateAlerts: {
    close: (number) => `#${number} porte sur la même alerte`,
    merge: 'alertes d’un doublon reprises',
  },
  alert: {
    intro: 'Une alerte d’un système de supervision a ouvert cet incident.',
    follows: (number) => `Fait suite à #${number}.`,
    more: 'En savoir plus sur l’alerte',
    key: 'Clé',
    links: { runbook: 'Procédure', dashboard: 'Tableau de bord', generator: 'Origine de l’alerte', page: 'Page' },
    scope: (count, over, more) =>
      `${count === 1 ? '1 alerte' : `${count} alertes`}${over === 0 ? '' : `, dont ${over} rétablie${over === 1 ? '' : 's'}`}${more === 0 ? '' : `, et ${more} non transmise${more === 1 ? '' : 's'}`}`,
    from: (count, source) => `${count === 1 ? '1 alerte signalée' : `${count} alertes signalées`} par ${source}`,
    andMore: (first, more) => `${first} et ${more} autre${more === 1 ? '' : 's'}`,
    filed: (title, follows) =>
      `l’alerte « ${title} » est enregistrée${follows === null ? '' : ` et fait suite à #${follows}`}`,
    known: (number, key) => `l’alerte ${key} est connue : elle figure dans #${number}`,
    counted: (number, key, count) =>
      `l’alerte ${key} est comptée dans #${number} : ${count === 1 ? 'déclenchée une fois' : `déclenchée ${count} fois`}`,
    graver: (number, key) => `l’alerte ${key} s’est aggravée : #${number} le sait`,
    ended: (number, key) => `le rétablissement de l’alerte ${key} est inscrit dans #${number}`,
    notFiled: (key, why) => `L’alerte ${key} n’a pas été enregistrée : ${why} Relancez cette tâche pour l’enregistrer.`,
    unmarked: (number) => `#${number} a disparu, ou quelqu’un a retiré la marque au début de son texte.`,
    sharing: {
      title: (count, source, names) =>
        `${count === 1 ? '1 autre alerte signalée' : `${count} autres alertes signalées`} par ${source} : ${names}`,
      intro: (count) =>
        `${count === 1 ? '1 alerte' : `${count} alertes`} d’un même envoi ${count === 1 ? 'a' : 'partagent'} cet incident : il en est arrivé plus à la fois qu’il ne peut y avoir d’incidents séparés, et les plus graves ont le leur. Avec \`alerts: { key: group }\` dans la politique, un groupe est un seul incident.`,
      over: 'Il compte comme rétabli quand toutes ces alertes le sont.',
      others: (most) =>
        `Au-delà de ${most}, cela ne se voit que si un même envoi le dit de toutes ; sinon, l’incident reste ouvert jusqu’à ce qu’une personne le résolve.`,
      advice: (count, most) =>
        `Un envoi contenait plus d’alertes que les ${most} qui peuvent chacune avoir un incident : ${count} en partagent un. Avec \`alerts: { key: group }\`, un groupe est un seul incident.`,
    },
    unwritten: (number) => `ce qui a été écrit dans #${number} ne s’y trouvait pas ensuite, par trois fois.`,
  },
  alertCard: {
    row: 'Alerte',
    fired: (times, last) => `déclenchée ${times === 1 ? 'une fois' : `${times} fois`}, la dernière ${atHour(last)}`,
    firing: 'dure encore',
    recoveredAt: (at) => `disparue ${atHour(at)}`,
  },
};

export const alertsWords = { en, fr };
