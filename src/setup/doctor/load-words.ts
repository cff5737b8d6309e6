/** What the doctor says of who was notified and paged how often. */
const en = {
  nobody: 'In the last 7 days nobody was told of an incident.',
  of: (login: string, notifications: number, pages: number, hours: string) =>
    `In the last 7 days \`${login}\` was notified ${times(notifications)}${pages === 0 ? ', and paged never' : `, and paged ${times(pages)} (${hours})`}.`,
  hour: (hour: number, count: number) =>
    `${String(hour).padStart(2, '0')}:00–${String(hour).padStart(2, '0')}:59 ${count}×`,
  night: (date: string, pages: number) => `The night that began on ${date} had ${pages} of the pages.`,
  tooMany: (most: number) => `The policy allows ${most} a night (\`pages-per-night\`).`,
  relief: 'more people on call, or fewer pages: see what they were about',
};

const fr: typeof en = {
  nobody: 'Ces 7 derniers jours, personne n’a été prévenu d’un incident.',
  of: (login, notifications, pages, hours) =>
    `Ces 7 derniers jours, \`${login}\` a reçu ${notifications} notification${notifications > 1 ? 's' : ''}${pages === 0 ? ' et aucun appel' : ` et ${pages} appel${pages > 1 ? 's' : ''} (${hours})`}.`,
  hour: (hour, count) => `${count} entre ${hour} h et ${(hour + 1) % 24} h`,
  night: (date, pages) => `La nuit commencée le ${date.split('-').reverse().join('/')} en compte ${pages}.`,
  tooMany: (most) => `La politique en admet ${most} par nuit (\`pages-per-night\`).`,
  relief: 'davantage de personnes d’astreinte, ou moins d’appels : voyez à quoi ils tenaient',
};

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

export const loadWords = { en, fr };
