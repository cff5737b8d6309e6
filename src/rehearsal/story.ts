import type { Stage } from './stage.ts';

/** Something that people do in a story, and when. */
export interface Scene {
  /** Minutes after the scene before. Scheduled runs happen meanwhile. */
  readonly after: number;
  /** What a reader of the transcript is told; the scene without an act lets time go by. */
  readonly tells: string;
  readonly act?: (stage: Stage) => void;
}

export interface Story {
  readonly title: string;
  readonly people: Readonly<Record<string, 'admin' | 'maintain' | 'write' | 'triage' | 'read'>>;
  readonly policy: string;
  /** The first instant, in milliseconds. */
  readonly start: number;
  readonly scenes: readonly Scene[];
  /** What is not as it must be at the end; empty if all is well. */
  readonly faults: (stage: Stage) => readonly string[];
}

const INCIDENT = 1;
const POST_MORTEM = 2;

/** The main job: a P0 on a Friday evening that nobody takes at first, its escalation, its end and its post-mortem. */
export function checkoutStory(language: 'en' | 'fr'): Story {
  return {
    title: 'The checkout is down',
    people: { alice: 'write', bob: 'write', grace: 'maintain' },
    start: Date.parse('2026-11-20T17:30:00Z'),
    policy: `language: ${language}
timezone: Europe/Paris
roles:
  responder: [alice, bob]
  management: [grace]
fallback: grace
escalation-policies:
  urgent:
    - { at: start, notify: responder, assign: true }
    - { at: acknowledge due, notify: management }
    - { at: resolve 75%, notify: responder }
    - { at: resolve due, notify: [responder, management], repeat: 1h, until: resolved }
  normal:
    - { at: resolve due, notify: responder }
`,
    scenes: [
      {
        after: 0,
        tells: 'rita, a customer, opens an issue with the incident form; the support desk sets P0.',
        act: ({ hub }) => {
          const body = '### System and host\n\ncheckout, eu-west\n\n### Type of impact\n\nEvery order fails with a 500';
          const issue = hub.as('rita').openIssue({ title: 'The checkout is down', body, labels: ['incident'] });
          hub.as('grace').label(issue, 'P0');
        },
      },
      { after: 30, tells: 'Half an hour goes by, and nobody answers.' },
      {
        after: 2,
        tells: 'bob wakes up and takes it.',
        act: ({ hub }) => void hub.as('bob').comment(INCIDENT, '/ack\nLooking at the last release.'),
      },
      {
        after: 6,
        tells: 'mallory, a stranger, tries to make it go away.',
        act: ({ hub }) => void hub.as('mallory').comment(INCIDENT, '/resolve nothing to see here @grace'),
      },
      { after: 180, tells: 'Three hours of work.' },
      {
        after: 50,
        tells: 'bob has found it.',
        act: ({ hub }) => void hub.as('bob').comment(INCIDENT, '/resolve a bad deploy, rolled back'),
      },
      {
        after: 20,
        tells: 'rita agrees that it is over, and closes the issue.',
        act: ({ hub }) => {
          hub.as('rita').close(INCIDENT, 'completed');
        },
      },
    ],
    faults: ({ hub }) => {
      const [incident, postMortem] = [hub.issue(INCIDENT), hub.issue(POST_MORTEM)];
      const told = incident.comments.filter(({ body }) => body.startsWith('<!-- tocsin:notice')).length;
      const rules: readonly (readonly [boolean, string])[] = [
        [incident.state === 'CLOSED', 'the incident is closed'],
        [same(incident.labels, ['P0', 'breached', 'incident', 'resolved']), 'the incident has its labels'],
        [incident.assignees.includes('bob'), 'bob is assigned'],
        [incident.comments.filter(({ body }) => body.startsWith('<!-- tocsin:card')).length === 1, 'there is one card'],
        [told === 5, 'five comments told people something'],
        [same(incident.subIssues, [POST_MORTEM]), 'the incident has its post-mortem, once'],
        [
          postMortem.state === 'OPEN' && same(postMortem.assignees, ['bob']),
          'the post-mortem is open and has an owner',
        ],
        [hub.issues().length === 2, 'no other issue was opened'],
      ];
      return rules.filter(([holds]) => !holds).map(([, rule]) => `It does not hold that ${rule}.`);
    },
  };
}

function same(actual: readonly (string | number)[], wanted: readonly (string | number)[]): boolean {
  return [...actual].sort().join() === [...wanted].sort().join();
}
