import { DAY, HOUR, MINUTE } from '../../src/calendar/length.ts';
import type { Harm, StatusPage } from '../../src/status-page/page.ts';
import { both, component, incident, maintenance, NOW, OFFICE, OUTAGE, pageWith } from './sample.ts';

/* Pages that people look at, in pictures and in the browser. */

const shop = { id: 'shop', name: both('Shop', 'Boutique') };
const COMPONENTS = [
  component('checkout', {
    name: both('Checkout', 'Paiement'),
    description: both('Paying by card and by transfer', 'Paiement par carte et par virement'),
    group: shop,
    objective: { month: 0.999, year: 0.999 },
  }),
  component('catalogue', { name: both('Catalogue'), group: shop, objective: { month: 0.995, year: null } }),
  component('api', { name: both('API', 'API'), objective: { month: 0.9995, year: 0.9995 } }),
  component('support', { name: both('Support desk', 'Assistance'), calendar: OFFICE }),
];

/** An incident that ended so many days ago. */
const past = (id: string, title: string, harm: Harm, days: number, minutes: number, components = ['api']) =>
  incident(id, {
    title: both(title),
    harm,
    components,
    from: NOW - days * DAY,
    to: NOW - days * DAY + minutes * MINUTE,
    stage: 'resolved',
    updates: (['investigating', 'monitoring', 'resolved'] as const).map((stage, i) => ({
      id: `${id}-${stage}`,
      at: NOW - days * DAY + (i * minutes * MINUTE) / 2,
      stage,
      text: both(`${title}: ${stage}.`),
      correctedAt: null,
    })),
  });

const PAST = [
  past('p1', 'Orders were delayed', 'partial_outage', 6, 95, ['checkout']),
  past('p2', 'Slow search', 'degraded_performance', 17, 240, ['catalogue']),
  past('p3', 'API unreachable', 'major_outage', 41, 26, ['api', 'checkout']),
  past('p4', 'Images missing', 'degraded_performance', 70, 400, ['catalogue']),
];

const PLANNED = maintenance('m-next', {
  title: both('Database upgrade', 'Mise à jour de la base de données'),
  components: ['checkout', 'api'],
  from: NOW + 3 * DAY,
  to: NOW + 3 * DAY + 2 * HOUR,
});
const RUNNING = maintenance('m-now', {
  title: both('Moving to a new data centre', 'Déménagement vers un nouveau centre de données'),
  components: ['catalogue'],
  stage: 'in_progress',
  from: NOW - 30 * MINUTE,
  to: NOW + 90 * MINUTE,
  begunAt: NOW - 28 * MINUTE,
  updates: [
    { id: 'a', at: NOW - DAY, stage: 'scheduled', text: both('Search will be read-only.'), correctedAt: null },
    {
      id: 'b',
      at: NOW - 28 * MINUTE,
      stage: 'in_progress',
      text: both('We have begun. Search is read-only.', 'C’est parti : la recherche est en lecture seule.'),
      correctedAt: null,
    },
  ],
});
const DONE = maintenance('m-done', {
  title: both('New certificates', 'Nouveaux certificats'),
  stage: 'completed',
  from: NOW - 30 * DAY,
  to: NOW - 30 * DAY + HOUR,
  begunAt: NOW - 30 * DAY,
  endedAt: NOW - 30 * DAY + HOUR,
});

const GROUPS = ['Europe', 'North America', 'Asia', 'Developers', 'Back office'].map((name, i) => ({
  id: `g${i}`,
  name: both(name),
}));

/** Fifty components in five groups, with as many incidents as a bad quarter has. */
function large(): StatusPage {
  const components = Array.from({ length: 50 }, (_, i) =>
    component(`service-${i}`, {
      name: both(
        `${['Web', 'Mobile', 'Payments', 'Search', 'Login'][i % 5]!} ${Math.floor(i / 10) + 1}.${(i % 10) + 1}`,
      ),
      group: GROUPS[Math.floor(i / 10)]!,
      objective: { month: 0.999, year: 0.9995 },
    }),
  );
  const harms = ['major_outage', 'partial_outage', 'degraded_performance'] as const;
  const incidents = Array.from({ length: 40 }, (_, i) =>
    past(`x${i}`, `Trouble number ${i + 1}`, harms[i % 3]!, 2 + i * 2.1, 20 + i * 7, [`service-${(i * 7) % 50}`]),
  );
  return pageWith({ components, incidents });
}

/** The scenes by name. */
export const SCENES = {
  good: pageWith({ zone: 'Europe/Paris', components: COMPONENTS, incidents: PAST, maintenances: [PLANNED, DONE] }),
  outage: pageWith({ components: COMPONENTS, incidents: [OUTAGE, ...PAST], maintenances: [PLANNED, DONE] }),
  maintenance: pageWith({ components: COMPONENTS, incidents: PAST, maintenances: [PLANNED, RUNNING, DONE] }),
  large: large(),
} satisfies Record<string, StatusPage>;
