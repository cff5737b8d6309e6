import { always, compileCalendar } from '../../src/calendar/calendar.ts';
import type { Language } from '../../src/model/language.ts';
import { HOUR, MINUTE, DAY } from '../../src/calendar/length.ts';
import type {
  Component,
  PublicIncident,
  PublicMaintenance,
  PublicText,
  StatusPage,
} from '../../src/status-page/page.ts';

/** Friday 20 November 2026, 15:10 UTC. */
export const NOW = Date.UTC(2026, 10, 20, 15, 10);

export const both = (en: string, fr = en): PublicText => ({ en, fr });
export const LANGUAGES: readonly Language[] = ['en', 'fr'];
export const OFFICE = compileCalendar({
  name: 'office',
  zone: 'Europe/Paris',
  weekly: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '18:00']]])),
});

/** A component of which only its id matters. */
export function component(id: string, changes: Partial<Component> = {}): Component {
  return {
    id,
    name: both(id),
    description: null,
    group: null,
    objective: { month: null, year: null },
    calendar: always('UTC'),
    ...changes,
  };
}

/** An incident that began an hour ago. */
export function incident(id: string, changes: Partial<PublicIncident> = {}): PublicIncident {
  return {
    id,
    title: both(`Trouble ${id}`),
    harm: 'major_outage',
    components: ['api'],
    from: NOW - HOUR,
    to: null,
    stage: 'investigating',
    updates: [
      { id: `${id}-1`, at: NOW - HOUR, stage: 'investigating', text: both('We look into it.'), correctedAt: null },
    ],
    nextUpdateBy: null,
    ...changes,
  };
}

/** A maintenance that is planned for tomorrow. */
export function maintenance(id: string, changes: Partial<PublicMaintenance> = {}): PublicMaintenance {
  return {
    id,
    title: both(`Work ${id}`),
    components: ['api'],
    stage: 'scheduled',
    from: NOW + DAY,
    to: NOW + DAY + HOUR,
    begunAt: null,
    endedAt: null,
    updates: [
      { id: `${id}-1`, at: NOW - DAY, stage: 'scheduled', text: both('We replace a switch.'), correctedAt: null },
    ],
    ...changes,
  };
}

/** A page with one component on which all is well. */
export function pageWith(changes: Partial<StatusPage> = {}): StatusPage {
  return {
    id: 'acme',
    title: both('Acme status', 'État d’Acme'),
    url: 'https://status.example.com',
    languages: LANGUAGES,
    zone: 'UTC',
    at: NOW,
    since: NOW - 400 * DAY,
    components: [component('api', { name: both('API') })],
    incidents: [],
    maintenances: [],
    ...changes,
  };
}

/** A P0 with three updates, one of them corrected, and the next promised. */
export const OUTAGE = incident('k3m9x2p7q1z8', {
  title: both('Checkout fails in Europe', 'Le paiement échoue en Europe'),
  components: ['checkout', 'api'],
  from: NOW - 68 * MINUTE,
  stage: 'monitoring',
  nextUpdateBy: NOW + 20 * MINUTE,
  updates: [
    {
      id: 'u1',
      at: NOW - 60 * MINUTE,
      stage: 'investigating',
      text: both(
        'Payments by card **fail** for customers in Europe. We are looking into it.',
        'Les paiements par carte **échouent** pour les clients en Europe. Nous cherchons la cause.',
      ),
      correctedAt: null,
    },
    {
      id: 'u2',
      at: NOW - 40 * MINUTE,
      stage: 'identified',
      text: both(
        'A transit provider drops our traffic. We are moving it to another.\n\n- Orders already placed are safe.\n- Refunds are not affected.',
        'Un opérateur de transit perd notre trafic. Nous le basculons vers un autre.\n\n- Les commandes déjà passées sont enregistrées.\n- Les remboursements ne sont pas touchés.',
      ),
      correctedAt: NOW - 6 * MINUTE,
    },
    {
      id: 'u3',
      at: NOW - 10 * MINUTE,
      stage: 'monitoring',
      text: both(
        'Traffic is moved, and payments go through again. See [how to retry an order](https://docs.example.com/retry).',
        'Le trafic est basculé et les paiements passent de nouveau. Voir [comment relancer une commande](https://docs.example.com/retry).',
      ),
      correctedAt: null,
    },
  ],
});
