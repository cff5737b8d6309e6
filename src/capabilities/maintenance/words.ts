const en = {
  mutedBy: {
    maintenance: {
      row: 'Notifications on hold',
      before: (at: string) => `until ${at} at the latest: planned maintenance`,
    },
  },
  maintenanceCard: {
    row: 'During maintenance',
    during: (number: number, services: string, to: string) => `#${number} (${services}), until ${to}`,
  },
};

const fr: typeof en = {
  mutedBy: {
    maintenance: {
      row: 'Notifications suspendues',
      before: (at) => `jusqu’à ${at} au plus tard : maintenance planifiée`,
    },
  },
  maintenanceCard: {
    row: 'Pendant la maintenance',
    during: (number, services, to) => `#${number} (${services}), jusqu’à ${to}`,
  },
};

export const maintenanceWords = { en, fr };
