const en = {
  /** What people were told, by the name of the notice on record. */
  told: {
    manager: 'made the incident manager',
    role: 'given a role',
  },
  manager: {
    ask: (priority: string) => `${priority}: you are the incident manager.`,
    line: 'Keep people informed: `/update`. Hand over: `/role incident-manager @LOGIN`.',
    fallback: (role: string) =>
      `⚠️ Nobody who fills the role ${role} can be reached at present, so this goes to the fallback of the policy.`,
    why: (priority: string) => `the incident manager of a ${priority} is contacted at once`,
  },
  role: {
    ask: (priority: string, role: string) => `${priority}: you are ${role} now.`,
    line: (by: string, at: string) => `Handed over by ${by}, ${at}.`,
    why: 'a role was handed over',
  },
  managerCard: {
    row: 'Manager',
    roles: 'Roles',
    heldBy: (role: string, login: string) => `${role}: ${login}`,
  },
};

const fr: typeof en = {
  told: {
    manager: 'désignation comme gestionnaire d’incident',
    role: 'attribution d’un rôle',
  },
  manager: {
    ask: (priority) => `${priority} : vous gérez cet incident.`,
    line: 'Informer : `/update`. Passer la main : `/role incident-manager @COMPTE`.',
    fallback: (role) =>
      `⚠️ Personne de joignable ne tient le rôle ${role} à présent ; c’est donc la personne de recours qui est prévenue.`,
    why: (priority) => `le gestionnaire d’incident d’un ${priority} est contacté aussitôt`,
  },
  role: {
    ask: (priority, role) => `${priority} : vous tenez maintenant le rôle ${role}.`,
    line: (by, at) => `Transmis par ${by}, ${at}.`,
    why: 'un rôle a changé de mains',
  },
  managerCard: {
    row: 'Gestionnaire',
    roles: 'Rôles',
    heldBy: (role, login) => `${role} : ${login}`,
  },
};

export const managerWords = { en, fr };
