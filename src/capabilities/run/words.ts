const en = {
  report: {
    heading: (dryRun: boolean): string => (dryRun ? 'Tocsin, dry run: what would be done' : 'Tocsin: what was done'),
    nothing: 'Nothing was due.',
    columns: ['Incident', 'What', 'Why'],
    listed: (count: number, issues: string) =>
      `${count === 1 ? '1 incident is' : `${count} incidents are`} older than the policy's \`enforce-from\` and left alone: ${issues}.`,
    incidents: (count: number) => (count === 1 ? '1 incident looked at.' : `${count} incidents looked at.`),
    failures: 'What failed',
    policy: 'What is wrong with the policy',
    instead: (commit: string | null) =>
      `The policy file is broken. ${commit === null ? 'The built-in policy' : `Its last good version, of commit ${commit},`} applies until it is mended.`,
    noHeartbeat: (why: string) => `The heartbeat of the policy was not heard: ${why}.`,
    neverSwept: (within: string) =>
      `This workflow has never run by its schedule; the policy wants it every ${within}. Deadlines are noticed by events only.`,
    staleSweep: (last: string, ago: string, within: string) =>
      `The last scheduled run was ${last}, ${ago} ago; the policy allows ${within}. GitHub delays schedules, and disables them in repositories without activity: see the Actions tab.`,
    sweepUnknown: (why: string) =>
      `When the schedule last ran cannot be told: ${why} It takes \`actions: read\` in the job's permissions.`,
    leftOne: 'left for the next run',
    left: (count: number) => `GitHub asked to stop; ${count} incidents are left for the next run.`,
    did: {
      'add-labels': (labels: string) => `add ${labels}`,
      'remove-labels': (labels: string) => `remove ${labels}`,
      assign: (logins: string) => `assign ${logins}`,
      comment: (logins: string) => `tell ${logins}`,
      'write-card': (fresh: boolean): string => (fresh ? 'write the card' : 'edit the card'),
      react: 'react to a command',
      'delete-comment': 'delete a double comment',
      'open-issue': (title: string) => `open ${title}`,
      page: 'page',
      'edit-comment': 'edit a comment',
      'edit-issue': 'edit the issue',
      close: 'close the issue',
      reopen: 'reopen the issue',
      'close-duplicate': 'close a double issue',
    },
  },
};

const fr: typeof en = {
  report: {
    heading: (dryRun) => (dryRun ? 'Tocsin, à blanc : ce qui serait fait' : 'Tocsin : ce qui a été fait'),
    nothing: 'Rien n’était dû.',
    columns: ['Incident', 'Quoi', 'Motif'],
    listed: (count, issues) =>
      `${count === 1 ? '1 incident est antérieur' : `${count} incidents sont antérieurs`} au \`enforce-from\` de la politique et laissé${count === 1 ? '' : 's'} de côté : ${issues}.`,
    incidents: (count) => (count === 1 ? '1 incident examiné.' : `${count} incidents examinés.`),
    failures: 'Ce qui a échoué',
    policy: 'Ce qui ne va pas dans la politique',
    instead: (commit) =>
      `Le fichier de politique est fautif. ${commit === null ? 'La politique intégrée' : `Sa dernière bonne version, du commit ${commit},`} s’applique jusqu’à sa correction.`,
    noHeartbeat: (why) => `Le signal de vie de la politique n’a pas été entendu : ${why}.`,
    neverSwept: (within) =>
      `Ce workflow n’a jamais été lancé par son calendrier ; la politique le veut toutes les ${within}. Seuls les événements font voir les échéances.`,
    staleSweep: (last, ago, within) =>
      `Le dernier lancement par calendrier date de ${last}, il y a ${ago} ; la politique admet ${within}. GitHub retarde les calendriers, et les désactive dans les dépôts sans activité : voir l’onglet Actions.`,
    sweepUnknown: (why) =>
      `Impossible de savoir quand le calendrier a servi pour la dernière fois : ${why} Il faut \`actions: read\` dans les permissions du job.`,
    leftOne: 'laissé pour la prochaine exécution',
    left: (count) => `GitHub demande d’arrêter ; ${count} incidents restent pour la prochaine exécution.`,
    did: {
      'add-labels': (labels) => `poser ${labels}`,
      'remove-labels': (labels) => `retirer ${labels}`,
      assign: (logins) => `affecter ${logins}`,
      comment: (logins) => `prévenir ${logins}`,
      'write-card': (fresh) => (fresh ? 'écrire la fiche' : 'mettre la fiche à jour'),
      react: 'réagir à une commande',
      'delete-comment': 'supprimer un commentaire en double',
      'open-issue': (title) => `ouvrir ${title}`,
      page: 'appeler',
      'edit-comment': 'modifier un commentaire',
      'edit-issue': 'modifier le ticket',
      close: 'fermer le ticket',
      reopen: 'rouvrir le ticket',
      'close-duplicate': 'fermer un ticket en double',
    },
  },
};

export const run = { en, fr };
