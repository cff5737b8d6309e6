import { reportMark, reportLedgerOf } from '../capabilities/reports/ledger.ts';
import type { Language } from '../model/language.ts';
import type { EmbeddedGitHub } from './github/embedded.ts';
import type { IssueView } from './github/views.ts';
import type { Stage } from './stage.ts';
import type { StoryScene, Story } from './story.ts';

const HOURS = 60;
const DAYS = 24 * HOURS;

/** What a report is called on its label, unless the policy says otherwise. */
const LABEL = 'monthly-report';

/**
 * A month of a shop, from its first run to the report that closes it: a release that breaks the checkout and is taken back, a failure of the host,
 * which is none of the shop’s, and smaller ones. `show` gets the report as people read it.
 */
export function monthStory(language: Language, show: (report: string) => void): Story {
  return {
    title: 'A month of a shop, and its report',
    people: { alice: 'write', bob: 'write', grace: 'maintain' },
    start: Date.parse('2026-11-02T08:00:00Z'),
    every: 6 * HOURS,
    policy: policyFor(language),
    scenes: [
      ...outage({
        after: 2 * DAYS,
        labels: ['P1', 'search'],
        title: 'Search does not answer',
        says: [
          [20, '/ack'],
          [25, '/mitigate the host is back'],
          [30, '/resolve host-down a power cut at the host'],
        ],
        tells: 'the host loses power, and search is gone for three quarters of an hour.',
      }),
      {
        after: 6 * DAYS,
        tells: 'bob merges a change of the payment, and deploys it.',
        act: ({ hub }) => {
          ship(hub, 'Start', 'payment/retry.ts', 'once');
          hub.clock.advance(60_000);
          ship(hub, 'Retry payments twice', 'payment/retry.ts', 'twice');
        },
      },
      ...outage({
        after: 4,
        labels: ['P0', 'checkout'],
        title: 'Payments are taken twice',
        says: [
          [3, '/ack'],
          [4, '/culprit #4'],
          [9, '/mitigate the release before is back'],
          [35, '/resolve release the retry had no key'],
        ],
        tells: 'customers pay twice for a quarter of an hour.',
      }),
      ...outage({
        after: 8 * DAYS,
        labels: ['P2', 'search'],
        title: 'Search is slow',
        says: [
          [5 * HOURS, '/ack'],
          [DAYS, '/resolve growth more memory'],
        ],
        tells: 'search is slow, and nobody looks at it in time.',
      }),
      { after: 17 * DAYS, tells: 'the month ends, and three days later its report is closed.' },
    ],
    finish: ({ hub }: Stage) => {
      const report = reportsOf(hub)[0];
      if (report) show(report.body.replace(/^<!-- tocsin:.*-->\n/, ''));
      return Promise.resolve();
    },
    faults: ({ hub }) => faultsOf(reportsOf(hub)),
  };
}

/** The reports that there are, oldest first. */
function reportsOf(hub: EmbeddedGitHub): readonly IssueView[] {
  return hub.issues().filter(({ labels }) => labels.includes(LABEL));
}

function faultsOf([november, december, ...others]: readonly IssueView[]): readonly string[] {
  const ledger = november ? reportLedgerOf({ own: true, edited: false, body: november.body }) : null;
  if (!november || !ledger) return ['There is no report of November with figures.'];
  const { figures, isFrozen } = ledger;
  const checkout = figures.services.find(({ service }) => service === 'checkout');
  const causes = figures.causes.map(({ cause, attributableTo }) => `${cause ?? ''} ${attributableTo ?? ''}`.trim());
  return [
    ...(november.state === 'CLOSED' && isFrozen ? [] : ['The report of November is not closed.']),
    ...(december?.state === 'OPEN' && others.length === 0 ? [] : ['There is not one report of December.']),
    ...(figures.opened === 3 && figures.resolved === 3 ? [] : ['The report does not count three incidents.']),
    ...(checkout?.counted === 16 * 60_000
      ? []
      : [`The checkout was not down for 16 minutes: ${checkout?.counted ?? 0} ms.`]),
    ...(causes.includes('host-down host') ? [] : ['The failure of the host is not attributed to it.']),
    ...(reportMark(ledger).length < november.body.length ? [] : ['The report says nothing beside its figures.']),
  ];
}

/** Merges a change of bob's, and deploys it. */
function ship(hub: EmbeddedGitHub, title: string, path: string, text: string): void {
  const number = hub.as('bob').openPullRequest({ title, files: { [path]: `${text}\n` } });
  hub.as('bob').mergePullRequest(number);
  hub.as('bob').deploy({ logUrl: `https://github.com/acme/shop/actions/runs/${number}` });
}

interface Outage {
  /** Minutes after what came before. */
  readonly after: number;
  readonly labels: readonly string[];
  readonly title: string;
  /** What alice comments, and how many minutes later each. */
  readonly says: readonly (readonly [number, string])[];
  readonly tells: string;
}

/** An incident from its report to its end. */
function outage({ after, labels, title, says, tells }: Outage): readonly StoryScene[] {
  const numberOf = (hub: EmbeddedGitHub): number => hub.issues().find((issue) => issue.title === title)!.number;
  return [
    {
      after,
      tells,
      act: ({ hub }) => void hub.as('alice').openIssue({ title, body: '', labels: ['incident', ...labels] }),
    },
    ...says.map(([minutes, text]): StoryScene => ({
      after: minutes,
      tells: `alice: ${text}`,
      act: ({ hub }) => void hub.as('alice').comment(numberOf(hub), text),
    })),
  ];
}

function policyFor(language: Language): string {
  return `language: ${language}
timezone: Europe/Paris
roles: { responder: [alice, bob], management: grace }
fallback: grace
priorities:
  P0: { acknowledge: 15m, resolve: 4h, category: optional }
  P1: { acknowledge: 30m, resolve: 8h, category: optional }
  P2: { acknowledge: 4h, resolve: 3d }
causes:
  intrinsic: [release, growth]
  extrinsic: [{ host-down: { attributable-to: host } }]
services:
  checkout: { downtime-per-incident: 10m, objective: { month: 99.9%, year: 99.95% } }
  search: { objective: { month: 99.5% } }
changes: { cause: release }
reports: { monthly: { to: management }, exclude: [host-down] }
`;
}
