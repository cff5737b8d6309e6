import { always, compileCalendar } from '../src/calendar/calendar.ts';
import { DAY, MINUTE } from '../src/calendar/length.ts';
import type { Harm, PublicIncident, PublicText, StatusPage } from '../src/status-page/page.ts';
import { stretchesOf } from '../src/status-page/availability.ts';
import { site } from '../src/status-page/site.ts';

/* How long it takes to build a status page with three years of history, and how large it gets. */

const AT = Date.UTC(2026, 10, 20, 15, 10);
const YEARS = 3;
const COMPONENTS = 50;
const INCIDENTS = 2_000;
const HARMS: readonly Harm[] = ['degraded_performance', 'partial_outage', 'major_outage'];
const STAGES = ['investigating', 'identified', 'resolved'] as const;

const both = (en: string): PublicText => ({ en, fr: en });
const office = compileCalendar({ name: 'office', zone: 'Europe/Paris', weekly: { mon: [['09:00', '18:00']] } });

/** A page with so many incidents, spread evenly; each concerns one component in seven. */
function pageWith(incidents: number): StatusPage {
  const components = Array.from({ length: COMPONENTS }, (_, i) => ({
    id: `service-${i}`,
    name: both(`Service ${i}`),
    description: null,
    group: { id: `group-${i % 5}`, name: both(`Group ${i % 5}`) },
    objective: { month: 0.999, year: 0.999 },
    calendar: i % 2 === 0 ? always('UTC') : office,
  }));
  return {
    id: 'bench',
    title: both('Bench'),
    url: 'https://status.example.com',
    languages: ['en', 'fr'],
    zone: 'Europe/Paris',
    at: AT,
    since: AT - YEARS * 365 * DAY,
    components,
    incidents: Array.from({ length: incidents }, (_, i): PublicIncident => {
      const from = AT - Math.floor(((i + 1) * YEARS * 365 * DAY) / (incidents + 2));
      return {
        id: `incident-${i}`,
        title: both(`Incident ${i}`),
        harm: HARMS[i % 3]!,
        components: components.filter((_, c) => (c + i) % 7 === 0).map(({ id }) => id),
        from,
        to: from + 90 * MINUTE,
        stage: 'resolved',
        updates: STAGES.map((stage, n) => ({
          id: `${n}`,
          at: from + 45 * n * MINUTE,
          stage,
          text: both(
            `We work on number **${i}** ([more](https://docs.example.com/${i})).\n\n- step ${n}\n- and another`,
          ),
          correctedAt: null,
        })),
        nextUpdateBy: null,
      };
    }),
    maintenances: [],
  };
}

const line = (name: string, value: string, note: string): void => {
  console.log(`  ${name.padEnd(34)}${value.padStart(12)}   ${note}`);
};
const milliseconds = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
const bytes = (count: number): string => `${count.toLocaleString('en')} B`;

console.log(`a status page of ${COMPONENTS} components, ${YEARS} years and ${INCIDENTS} incidents, in two languages`);
const large = pageWith(INCIDENTS);
let files: ReadonlyMap<string, string> = new Map();
const took = milliseconds(() => (files = site(large)));
const sizes = [...files].map(([path, text]) => [path, Buffer.byteLength(text)] as const);
const largest = (prefix: string): number =>
  Math.max(...sizes.map(([path, size]) => (path.startsWith(prefix) ? size : 0)));
const half = site(pageWith(INCIDENTS / 2)).get('index.html')!;

line(
  'all files',
  `${took.toFixed(0)} ms`,
  `${files.size} files, ${bytes(sizes.reduce((sum, [, size]) => sum + size, 0))}`,
);
line('the front page', bytes(largest('index.html')), `${bytes(Buffer.byteLength(half))} with half of the incidents`);
line('the largest page of the history', bytes(largest('history/')), '');
line('the largest page of an incident', bytes(largest('incidents/')), '');
const [once, twice] = [large, pageWith(2 * INCIDENTS)].map((page) => milliseconds(() => stretchesOf(page)));
line('what counts for availability', `${once!.toFixed(1)} ms`, `${twice!.toFixed(1)} ms with twice the incidents`);
