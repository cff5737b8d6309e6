/** What the doctor says of GitHub's own state. */
const en = {
  status: {
    good: 'GitHub says that Actions, issues, webhooks and its API work.',
    /** By the names that the page has for them. */
    states: {
      degraded_performance: 'degraded performance',
      partial_outage: 'partial outage',
      major_outage: 'major outage',
      under_maintenance: 'under maintenance',
    } as Readonly<Record<string, string>>,
    bad: (parts: string, incidents: string) =>
      `GitHub says of itself: ${parts}.${incidents === '' ? '' : ` It is busy with: ${incidents}.`} Until that is over runs come late, or not at all.`,
    wait: 'wait for GitHub (https://www.githubstatus.com); a run that you start by hand afterwards makes up for what was missed',
    silent: {
      timeout: 'www.githubstatus.com did not answer in time.',
      unreachable: 'www.githubstatus.com cannot be reached from here.',
    },
    refused: (code: number) => `www.githubstatus.com answered with ${code}.`,
    unread: 'www.githubstatus.com answered something that cannot be read.',
  },
};

const fr: typeof en = {
  status: {
    good: 'GitHub indique qu’Actions, les tickets, les webhooks et l’API fonctionnent.',
    states: {
      degraded_performance: 'performances dégradées',
      partial_outage: 'panne partielle',
      major_outage: 'panne majeure',
      under_maintenance: 'en maintenance',
    },
    bad: (parts, incidents) =>
      `Selon GitHub : ${parts}.${incidents === '' ? '' : ` Incidents en cours : ${incidents}.`} D’ici au rétablissement, les exécutions sont retardées ou n’ont pas lieu.`,
    wait: 'attendre le rétablissement de GitHub (https://www.githubstatus.com) ; ensuite, une exécution lancée à la main rattrape ce qui a été manqué',
    silent: {
      timeout: 'www.githubstatus.com n’a pas répondu à temps.',
      unreachable: 'www.githubstatus.com est injoignable d’ici.',
    },
    refused: (code) => `www.githubstatus.com a répondu ${code}.`,
    unread: 'La réponse de www.githubstatus.com est illisible.',
  },
};

export const githubStateWords = { en, fr };
