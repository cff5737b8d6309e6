/** What the doctor says of the schedule: whether it runs and will go on to, and how punctually. */
const en = {
  schedule: {
    none: 'No workflow that runs Tocsin has a schedule: what falls due is noticed when somebody does something.',
    hidden: 'To see when a workflow last ran takes `actions: read`.',
    unknown: (path: string) => `GitHub does not know \`${path}\` yet.`,
    disabled: (path: string, state: string) =>
      state === 'disabled_inactivity'
        ? `GitHub has disabled \`${path}\`: the repository had no activity for 60 days.`
        : `\`${path}\` is disabled (${state}): it does not run at all.`,
    enable: (file: string) => `\`gh workflow enable ${file}\`, or Actions → the workflow → Enable`,
    never: (path: string) => `\`${path}\` has never run by its schedule.`,
    wait: 'GitHub may take an hour for the first time; then look at the Actions tab',
    ran: (path: string, at: string, ago: string) => `\`${path}\` last ran by its schedule ${at}, ${ago} ago.`,
    late: 'look at the Actions tab; GitHub delays schedules, and drops some',
    tooLate: (within: string) => `The policy allows ${within} (\`sweep-within\`).`,
  },
  account: {
    there: (path: string, login: string) =>
      `\`${login}\` last changed the times in \`${path}\`, and their account is there.`,
    gone: (path: string, commit: string) =>
      `Whoever last changed the times in \`${path}\` (commit \`${commit}\`) has no account, or none any more: GitHub starts a schedule only while that account is active, and stops it without a word.`,
    touch: (path: string) =>
      `somebody with write access changes a \`cron\` in \`${path}\`, be it by a minute; no other change of the file will do`,
  },
  activity: {
    active: (days: number) =>
      `The last commit on the default branch is ${days === 0 ? 'less than a day' : days === 1 ? '1 day' : `${days} days`} old.`,
    near: (days: number, left: number) =>
      `The last commit on the default branch is ${days} days old. In a public repository GitHub disables scheduled workflows after 60 days without activity: ${left === 0 ? 'it may do so any day' : left === 1 ? '1 day is left' : `${left} days are left`}.`,
    commit: (enable: string) => `a commit on the default branch; if that comes too late, ${enable}`,
  },
  lag: {
    few: (path: string) => `\`${path}\` has run by its schedule too rarely in the last 7 days to judge.`,
    delivered: (
      path: string,
      { asked, delivered }: { readonly asked: number | null; readonly delivered: number },
      median: string,
      worst: string,
    ) =>
      `In the last 7 days GitHub ran \`${path}\` by its schedule ${delivered} times${asked === null ? '' : `, of ${asked} that it asks for`}; from one run to the next it took ${median} at the median, ${worst} at worst.`,
    noticed: (missed: number, late: number, median: string, worst: string) =>
      `Of ${missed} deadline${missed === 1 ? '' : 's'} missed in the last 7 days ${late} ${late === 1 ? 'was' : 'were'} noticed late: after ${median} at the median, ${worst} at worst.`,
    horizon: (horizon: string) =>
      `A watch begins no sooner than ${horizon} before something is due: it may not begin at all.`,
    longer: 'a `horizon` longer than the worst gap, under `watch` in the policy',
    tight: (priority: string, target: string) =>
      `A ${priority} is to be acknowledged within ${target}: without a watch nobody notices in time that it was not.`,
    watch: 'the job `watch`, which `npx . init` writes into the workflow, or a `tick`',
  },
};

const fr: typeof en = {
  schedule: {
    none: 'Aucun workflow qui lance Tocsin n’a de calendrier : une échéance n’est vue que lorsque quelqu’un agit.',
    hidden: 'Savoir quand un workflow a été lancé demande `actions: read`.',
    unknown: (path) => `GitHub ne connaît pas encore \`${path}\`.`,
    disabled: (path, state) =>
      state === 'disabled_inactivity'
        ? `GitHub a désactivé \`${path}\` : le dépôt est resté 60 jours sans activité.`
        : `\`${path}\` est désactivé (${state}) : il n’est plus lancé du tout.`,
    enable: (file) => `\`gh workflow enable ${file}\`, ou Actions → le workflow → Enable`,
    never: (path) => `\`${path}\` n’a jamais été lancé par son calendrier.`,
    wait: 'la première fois, GitHub peut mettre une heure ; ensuite, voir l’onglet Actions',
    ran: (path, at, ago) => `\`${path}\` a été lancé par son calendrier pour la dernière fois ${at}, il y a ${ago}.`,
    late: 'voir l’onglet Actions ; GitHub retarde des lancements et en abandonne',
    tooLate: (within) => `La politique admet ${within} (\`sweep-within\`).`,
  },
  account: {
    there: (path, login) =>
      `\`${login}\` a modifié en dernier les horaires de \`${path}\`, et son compte existe toujours.`,
    gone: (path, commit) =>
      `La personne qui a modifié en dernier les horaires de \`${path}\` (commit \`${commit}\`) n’a pas ou n’a plus de compte : GitHub ne suit un calendrier que tant que ce compte est actif, et l’abandonne sans rien dire.`,
    touch: (path) =>
      `faire modifier un \`cron\` de \`${path}\` par une personne ayant accès en écriture, ne serait-ce que d’une minute ; toute autre modification du fichier est sans effet`,
  },
  activity: {
    active: (days) =>
      `Le dernier commit de la branche par défaut date ${days === 0 ? 'de moins d’un jour' : days === 1 ? 'd’un jour' : `de ${days} jours`}.`,
    near: (days, left) =>
      `Le dernier commit de la branche par défaut date de ${days} jours. Dans un dépôt public, GitHub désactive les workflows planifiés après 60 jours sans activité : ${left === 0 ? 'cela peut arriver d’un jour à l’autre' : left === 1 ? 'il reste 1 jour' : `il reste ${left} jours`}.`,
    commit: (enable) => `un commit sur la branche par défaut ; s’il vient trop tard, ${enable}`,
  },
  lag: {
    few: (path) => `\`${path}\` a été lancé trop rarement par son calendrier ces 7 derniers jours pour en juger.`,
    delivered: (path, { asked, delivered }, median, worst) =>
      `Ces 7 derniers jours, GitHub a lancé \`${path}\` par son calendrier ${delivered} fois${asked === null ? '' : `, sur ${asked} demandées`} ; d’un lancement à l’autre : ${median} en médiane, ${worst} au pire.`,
    noticed: (missed, late, median, worst) =>
      `Sur ${missed} échéance${missed > 1 ? 's' : ''} manquée${missed > 1 ? 's' : ''} ces 7 derniers jours, ${late} ${late > 1 ? 'ont été relevées' : 'a été relevée'} en retard : ${median} en médiane, ${worst} au pire.`,
    horizon: (horizon) => `Une surveillance ne commence qu’à moins de ${horizon} d’une échéance : elle peut manquer.`,
    longer: 'un `horizon` plus long que le pire écart, sous `watch` dans la politique',
    tight: (priority, target) =>
      `Un ${priority} doit être pris en compte en ${target} : sans surveillance, un retard n’est vu qu’après ce délai.`,
    watch: 'le job `watch`, que `npx . init` écrit dans le workflow, ou un battement (`tick`)',
  },
};

export const scheduleWords = { en, fr };
