import { postMortemWords } from '../capabilities/post-mortem/words.ts';
import { formBody } from './rehearse/openings.ts';
import type { Stage } from './stage.ts';
import type { StoryScene, Story } from './story.ts';
import { PAGE_TEXTS, type PageLanguage } from './page-texts.ts';

const HOURS = 60;
const DAYS = 24 * HOURS;

/** What must not be found in any file of the page: names of machines, people and internal words that the story has. */
export const INTERNAL = ['alice', 'bob', 'mona', 'rita', 'pay-eu-3', 'leaked', 'idx-2'] as const;

/**
 * A month of a shop for its status page: outages large and small, one of them with a correction and a report for customers, what is not for
 * customers, and one that still goes on at the end. `publish` gets the repository as it is then.
 */
export function pageStory(language: PageLanguage, publish: (stage: Stage) => Promise<void>): Story {
  const texts = PAGE_TEXTS[language];
  return {
    title: 'A month of a shop',
    people: { alice: 'write', bob: 'write', grace: 'maintain', mona: 'write' },
    start: Date.parse('2026-11-02T08:00:00Z'),
    every: 6 * HOURS,
    policy: policyFor(language),
    scenes: [
      ...outage(1, {
        after: 1 * DAYS,
        by: 'bob',
        labels: ['P1', 'search'],
        title: 'Search answers with errors',
        says: [
          [6, '/ack'],
          [9, `/update ${texts.search.found}`],
          [30, '/mitigate index rebuilt on idx-2'],
          [20, '/resolve a broken index, rebuilt'],
        ],
        tells: 'search answers with errors for three quarters of an hour.',
      }),
      ...outage(2, {
        after: 8 * DAYS,
        by: 'alice',
        labels: ['P0', 'checkout'],
        title: 'Payments fail on pay-eu-3',
        says: [
          [3, '/ack'],
          [6, `/update ${texts.checkout.failing}`],
          [11, `/correct ${texts.checkout.corrected}`],
          [12, `/update identified: ${texts.checkout.identified}`],
          [16, '/mitigate release taken back by bob'],
          [40, `/resolve a bad release\n/update ${texts.checkout.over}`],
        ],
        tells: 'nobody can pay for three quarters of an hour.',
      }),
      {
        after: 2 * DAYS,
        tells: 'mona publishes what customers get of the report.',
        act: ({ hub }) => {
          // The post-mortem of the outage.
          const report = hub.issues().find((issue) => issue.labels.includes('post-mortem'))!;
          hub.as('mona').editBody(report.number, withCustomerText(report.body, language, texts.checkout.report));
          hub.as('mona').comment(report.number, '/publish');
        },
      },
      ...outage(4, {
        after: 2 * DAYS,
        by: 'bob',
        labels: ['P2', 'api'],
        title: 'The API is slow for one customer',
        says: [
          [30, '/ack'],
          [10, `/update ${texts.api.slow}`],
          [80, '/resolve a slow query, mended'],
        ],
        tells: 'the API is slow, and somebody tells customers so.',
      }),
      {
        after: 1 * DAYS,
        tells: 'rita reports something that is only for those who look after security.',
        act: ({ hub }) => {
          const body = formBody('en', { impact: 'A leaked key' });
          hub
            .as('grace')
            .label(hub.as('rita').openIssue({ title: 'A key was leaked', body }), 'incident', 'P0', 'security');
        },
      },
      {
        after: 7 * DAYS,
        tells: 'alice plans a maintenance of search for Saturday night.',
        act: ({ hub }) => {
          const body = [
            '### Services\n\nsearch',
            '### From\n\n2026-11-28 22:00',
            '### To\n\n2026-11-28 23:30',
            '### What is done\n\nNew disks for idx-2',
            `### What customers notice\n\n${texts.search.maintenance}`,
          ].join('\n\n');
          hub.as('alice').openIssue({ title: 'New disks', body, labels: ['planned-maintenance'] });
        },
      },
      {
        after: 1 * DAYS,
        tells: 'the checkout is slow again, and nobody knows why yet.',
        act: ({ hub }) => {
          hub.as('alice').openIssue({ title: 'Checkout is slow', body: '', labels: ['incident', 'P1', 'checkout'] });
        },
      },
      {
        after: 12,
        tells: 'alice takes it, and tells customers.',
        act: ({ hub }) => {
          const open = hub.issues().findLast((issue) => issue.title === 'Checkout is slow')!;
          hub.as('alice').comment(open.number, `/ack\n/update ${texts.checkout.again}`);
        },
      },
    ],
    finish: publish,
    faults: () => [],
  };
}

function policyFor(language: PageLanguage): string {
  const { names } = PAGE_TEXTS[language];
  return `language: ${language}
timezone: Europe/Paris
roles: { responder: [alice, bob], management: grace, security-team: grace }
fallback: grace
categories: [{ name: security, owner: security-team, confidential: true }]
priorities:
  P0: { acknowledge: 15m, resolve: 4h, update-every: 30m, category: optional }
  P1: { acknowledge: 30m, resolve: 8h, update-every: 1h, category: optional }
customer-report: { to: management }
maintenance: { announce: [24h, 1h] }
services:
  checkout: { objective: { month: 99.9%, year: 99.95% } }
  search: { objective: { month: 99.5% } }
  api: { objective: { month: 99.9%, year: 99.9% } }
status-page:
  title: ${names.page}
  url: https://status.example.com
  languages: [${language}, ${language === 'fr' ? 'en' : 'fr'}]
  components:
    checkout: { name: { en: Checkout, fr: Paiement }, group: { en: Shop, fr: Boutique } }
    search: { name: { en: Search, fr: Recherche }, group: { en: Shop, fr: Boutique } }
    api: { name: { en: API, fr: API }, description: { en: For partners, fr: Pour les partenaires } }
`;
}

interface Outage {
  /** Minutes after what came before. */
  readonly after: number;
  readonly by: string;
  readonly labels: readonly string[];
  readonly title: string;
  /** What whoever reported it comments, and how many minutes later each. */
  readonly says: readonly (readonly [number, string])[];
  readonly tells: string;
}

/** An incident from its report to its end, by its number. */
function outage(number: number, { after, by, labels, title, says, tells }: Outage): readonly StoryScene[] {
  return [
    {
      after,
      tells,
      act: ({ hub }) => void hub.as(by).openIssue({ title, body: '', labels: ['incident', ...labels] }),
    },
    ...says.map(([minutes, text]): StoryScene => ({
      after: minutes,
      tells: `${by}: ${text.split('\n')[0]!}`,
      act: ({ hub }) => void hub.as(by).comment(number, text),
    })),
  ];
}

/** The text of a post-mortem with something in its section for customers. */
function withCustomerText(body: string, language: PageLanguage, text: string): string {
  const heading = `## ${postMortemWords[language].postMortem.customer}\n`;
  const at = body.indexOf(heading);
  const next = body.indexOf('\n## ', at + 1);
  return `${body.slice(0, at)}${heading}\n${text}\n${next < 0 ? '' : body.slice(next)}`;
}
