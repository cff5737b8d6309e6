import type { Page } from '../notify/message.ts';
import type { Report } from '../run/report.ts';
import type { EmbeddedGitHub } from './github/embedded.ts';
import { countNotifications, readOf, totalOf, wordCount, type Notifications } from './notifications.ts';
import { receiver } from './receiver.ts';
import { formBody } from './rehearse/openings.ts';
import { openStage, type Stage } from './stage.ts';
import type { Transcript } from './transcript.ts';

/** Something that people do in a story, and when. */
export interface StoryScene {
  /** What it is called by whoever draws what people read then. */
  readonly name?: string;
  /** Minutes after the scene before. Scheduled runs happen meanwhile. */
  readonly after: number;
  /** What a reader of the transcript is told; the scene without an act lets time go by. */
  readonly tells: string;
  readonly act?: (stage: Stage) => void;
}

/** What a story has come to. */
interface Ending {
  readonly hub: EmbeddedGitHub;
  readonly reports: readonly Report[];
  readonly pages: readonly Page[];
  readonly notifications: readonly Notifications[];
}

export interface Story {
  readonly title: string;
  /** Minutes between scheduled runs; as the example workflow has it if left out. */
  readonly every?: number;
  readonly people: Readonly<Record<string, 'admin' | 'maintain' | 'write' | 'triage' | 'read'>>;
  readonly policy: string;
  /** The first instant, in milliseconds. */
  readonly start: number;
  readonly scenes: readonly StoryScene[];
  /** What is done with the repository at the end; nothing if left out. */
  readonly finish?: (stage: Stage) => Promise<void>;
  /** What is not as it must be at the end; empty if all is well. */
  readonly faults: (ending: Ending) => readonly string[];
}

/** Plays a story on a stage of its own, and tells it while it goes on. Gives what is not as it must be at the end. */
export async function playStory(
  story: Story,
  tellOf: (hub: EmbeddedGitHub) => Transcript | null,
): Promise<readonly string[]> {
  const reports: Report[] = [];
  const pages: Page[] = [];
  let transcript: Transcript | null = null;
  const pager = receiver(({ page, attempted }) => {
    pages.push(page);
    transcript?.page(attempted.by ?? 'nobody', page);
  });
  const stage = await openStage({
    people: story.people,
    policy: story.policy,
    start: story.start,
    pager,
    onRun: (report) => {
      reports.push(report);
      transcript?.run(report);
    },
  });
  try {
    const { hub } = stage;
    transcript = tellOf(hub);
    transcript?.heading(story.title);
    for (const { after, tells, act } of story.scenes) {
      const every = story.every === undefined ? undefined : story.every * 60_000;
      if (act) await stage.pass(after * 60_000, every);
      transcript?.people(tells);
      act?.(stage);
      if (!act) await stage.pass(after * 60_000, every);
      await stage.react();
    }
    await story.finish?.(stage);
    const incidents = hub.issues().filter(({ isPullRequest }) => !isPullRequest);
    const issues = await Promise.all(incidents.map(({ number }) => stage.read(number)));
    const notifications = countNotifications(issues);
    transcript?.end(notifications);
    return [...story.faults({ hub, reports, pages, notifications }), ...hub.unimplemented];
  } finally {
    await stage.close();
  }
}

const INCIDENT = 1;
const POST_MORTEM = 2;

/**
 * The main job: a P0 on a Friday evening that nobody takes at first, its pages and its escalation, its category and its cause, its
 * end and its post-mortem.
 */
export function checkoutStory(language: 'en' | 'fr'): Story {
  return {
    title: 'The checkout is down',
    people: { alice: 'write', bob: 'write', grace: 'maintain', ian: 'write', mona: 'write' },
    start: Date.parse('2026-11-20T17:30:00Z'),
    policy: `language: ${language}
timezone: Europe/Paris
roles:
  responder: [alice, bob]
  incident-manager: { schedule: managers }
  management: [grace]
schedules:
  managers: { layers: [{ every: 1w, from: 2026-11-09T08:00, people: [ian, mona] }] }
notifiers:
  pager: { type: pagerduty, key: PAGERDUTY_KEY, for: [P0, P1] }
inform: management
fallback: grace
categories: [payment, shipping]
causes: { internal: [release, configuration], external: [provider] }
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
        tells: 'rita, a customer, opens an issue with the incident form; the support desk sets P0. On call: mona.',
        act: ({ hub }) => {
          const issue = hub.as('rita').openIssue({ title: 'The checkout is down', body: form(language), labels: [] });
          hub.as('grace').label(issue, 'incident', 'P0');
        },
      },
      { after: 30, tells: 'Half an hour goes by, and nobody answers.' },
      {
        after: 2,
        tells: 'bob wakes up, takes it, and says what it is about.',
        act: ({ hub }) => void hub.as('bob').comment(INCIDENT, '/ack\n/category payment\nLooking at the last release.'),
      },
      {
        after: 6,
        tells: 'mallory, a stranger, tries to make it go away.',
        act: ({ hub }) => void hub.as('mallory').comment(INCIDENT, '/resolve nothing to see here @grace'),
      },
      { after: 180, tells: 'Three hours of work.' },
      {
        after: 50,
        tells: 'bob has found it: its cause is a release.',
        act: ({ hub }) => void hub.as('bob').comment(INCIDENT, '/resolve release a bad deploy, rolled back'),
      },
      {
        after: 20,
        tells: 'rita agrees that it is over, and closes the issue.',
        act: ({ hub }) => {
          hub.as('rita').close(INCIDENT, 'completed');
        },
      },
    ],
    faults: ({ hub, reports, pages, notifications }) => {
      const [incident, postMortem] = [hub.issue(INCIDENT), hub.issue(POST_MORTEM)];
      const told = incident.comments.map(({ body }) => body).filter((body) => body.startsWith('<!-- tocsin:notice'));
      const rules: readonly (readonly [boolean, string])[] = [
        [incident.state === 'CLOSED', 'the incident is closed'],
        [same(incident.labels, ['P0', 'breached', 'incident', 'payment', 'resolved']), 'the incident has its labels'],
        [same(incident.assignees, ['alice', 'bob', 'mona']), 'the incident has its assignees'],
        [incident.comments.filter(({ body }) => body.startsWith('<!-- tocsin:card')).length === 1, 'there is one card'],
        [told.length === 7, 'seven comments told people something'],
        [told.every((body) => /^(?:@\S+ )+\*\*.+\*\*$/.test(body.split('\n')[1]!)), 'each began with whom and what'],
        [reports.every(isTerse), 'no run told one audience twice on one incident'],
        [told.every(isShort), 'no comment was longer than five lines and sixty words'],
        [
          same(
            pages.map(({ action }) => action),
            ['trigger', 'trigger', 'trigger', 'trigger', 'acknowledge', 'resolve'],
          ) && new Set(pages.map(({ key, step, action }) => `${key} ${step} ${action}`)).size === pages.length,
          'each page went out, once',
        ],
        [same(incident.subIssues, [POST_MORTEM]), 'the incident has its post-mortem, once'],
        [
          postMortem.state === 'OPEN' && same(postMortem.assignees, ['mona']),
          'the post-mortem is open and has an owner',
        ],
        [hub.issues().length === 2, 'no other issue was opened'],
        ...notifications.map((one): readonly [boolean, string] => [
          totalOf(one) <= (MOST_NOTIFICATIONS[one.login] ?? 0),
          `${one.login} got at most ${MOST_NOTIFICATIONS[one.login] ?? 0} notifications`,
        ]),
      ];
      return rules.filter(([holds]) => !holds).map(([, rule]) => `It does not hold that ${rule}.`);
    },
  };
}

/** The most notifications of the main story that each person may get. */
const MOST_NOTIFICATIONS: Readonly<Record<string, number>> = {
  mona: 12,
  alice: 11,
  rita: 11,
  bob: 9,
  grace: 9,
  mallory: 5,
};

/** A report as GitHub writes what somebody has filled in: each answer under the heading of its question. */
function form(language: 'en' | 'fr'): string {
  const answers = {
    originator: 'A customer on the phone',
    customers: 'All of them',
    system: 'checkout, eu-west',
    time: '2026-11-20 18:25',
    scope: 'Every order in Europe',
    impact: 'Every order fails with a 500',
  } as const;
  return formBody(language, answers);
}

/** Whether a run told nobody in two comments on one incident; the card is not among them. */
function isTerse({ settled }: Report): boolean {
  return settled.every(({ done }) => {
    const told = done.flatMap((effect) => (effect.do === 'comment' ? effect.to : []));
    return new Set(told).size === told.length;
  });
}

/** Whether a comment can be read at a glance, half asleep. */
function isShort(body: string): boolean {
  const lines = readOf(body);
  return lines.length <= 5 && wordCount(lines.join('\n')) <= 60;
}

function same(actual: readonly (string | number)[], wanted: readonly (string | number)[]): boolean {
  return [...actual].sort().join() === [...wanted].sort().join();
}
