import type { Language } from '../../src/model/language.ts';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';
import type { IssueView } from '../../src/rehearsal/github/views.ts';
import { openStage } from '../../src/rehearsal/stage.ts';
import { renderSummary } from '../../src/run/render.ts';
import { isRed, type Report } from '../../src/run/report.ts';
import { report as form } from '../../test/support/report.ts';

/** What there is to read at a point of the story. */
export interface Moment {
  readonly issues: readonly IssueView[];
  /** Of the last run. */
  readonly report: Report;
}

/** The moments of a story, by the names of its scenes. */
export type Moments = Readonly<Record<SceneName, Moment>>;

/** What somebody wrote in a report: its title, and the answers to the questions of the form. */
export interface Reported {
  readonly title: string;
  readonly facts: NonNullable<Parameters<typeof form>[0]>;
}

interface Scene {
  /** Minutes after the scene before. Scheduled runs happen meanwhile. */
  readonly after: number;
  /** What people do then. The run of the last event follows; a scheduled one if there was none. */
  readonly act?: (hub: EmbeddedGitHub, said: Said) => void;
}

type SceneName = keyof typeof SCENES;

/** The issue that says who is on call comes first, then the incident and its post-mortem. */
export const ISSUES = { onCall: 1, incident: 2, postMortem: 3 } as const;

/**
 * A P0 at three in the morning. Nobody answers at first; a command is wrong, and a stranger tries one; it is worked around; an update is
 * late, and so is the end.
 */
const SCENES = {
  quiet: {
    after: 0,
    act: (hub) => {
      for (const label of ['payment', 'shipping']) hub.as('grace').createLabel(label);
    },
  },
  opened: {
    after: 0,
    act: (hub, { reported, language }) => {
      const { title, facts } = reported;
      hub.as('rita').openIssue({ title, body: form(facts, language) });
      hub.as('grace').label(ISSUES.incident, 'incident', 'P0');
    },
  },
  unanswered: { after: 16 },
  acknowledged: {
    after: 4,
    act: (hub, { looking }) => void hub.as('bob').comment(ISSUES.incident, `/ack\n/category payment\n${looking}`),
  },
  rejected: { after: 1, act: (hub) => void hub.as('bob').comment(ISSUES.incident, '/priority P2') },
  refused: { after: 1, act: (hub) => void hub.as('mallory').comment(ISSUES.incident, '/resolve @grace') },
  helped: { after: 1, act: (hub) => void hub.as('alice').comment(ISSUES.incident, '/help') },
  mitigated: { after: 20, act: (hub, { did }) => void hub.as('bob').comment(ISSUES.incident, `/mitigate ${did}`) },
  silent: { after: 30 },
  updated: { after: 140, act: (hub, { looking }) => void hub.as('bob').comment(ISSUES.incident, `/update ${looking}`) },
  late: { after: 40 },
  resolved: {
    after: 20,
    act: (hub, { end }) => void hub.as('bob').comment(ISSUES.incident, `/resolve release ${end}`),
  },
} as const satisfies Readonly<Record<string, Scene>>;

interface Said {
  readonly language: Language;
  readonly reported: Reported;
  readonly looking: string;
  readonly did: string;
  readonly end: string;
}

const SAID: Readonly<Record<Language, Said>> = {
  en: {
    language: 'en',
    reported: {
      title: 'The checkout is down in Europe',
      facts: {
        originator: 'A customer on the phone',
        customers: 'All in Europe',
        system: 'checkout, eu-west',
        time: '2026-11-24 02:55',
        scope: 'Every order in Europe',
        impact: 'Every order fails with a 500',
      },
    },
    looking: 'Looking at the last release.',
    did: 'traffic goes to the old release',
    end: 'a bad deploy, rolled back for good',
  },
  fr: {
    language: 'fr',
    reported: {
      title: 'Le paiement est en panne en Europe',
      facts: {
        originator: 'Un client au téléphone',
        customers: 'Tous les clients en Europe',
        system: 'checkout, eu-west',
        time: '24/11/2026 02:55',
        scope: 'Toutes les commandes en Europe',
        impact: 'Toute commande échoue avec une erreur 500',
      },
    },
    looking: 'Je regarde la dernière mise en production.',
    did: 'le trafic passe par la version précédente',
    end: 'mise en production défectueuse, annulée',
  },
};

/** The languages in which it can be told. */
export const STORY_LANGUAGES = Object.keys(SAID) as readonly Language[];

const policyIn = (language: Language): string => `language: ${language}
timezone: Europe/Paris
roles:
  responder: [alice, bob]
  incident-manager: { schedule: managers }
  management: [grace]
  customer-support: [sam]
schedules:
  managers: { layers: [{ every: 1w, from: 2026-11-09T08:00, people: [ian, mona] }] }
notifiers:
  pager: { type: pagerduty, key: PAGERDUTY_KEY, for: [P0, P1] }
on-call: { publish: true }
inform: customer-support
fallback: grace
categories: [payment, shipping]
causes: { internal: [release, configuration], external: [provider] }
priorities:
  P0:
    acknowledge: 15m
    resolve: 4h
    update-every: 1h
    escalation: urgent
    post-mortem: { draft: 3d, review: 5d, calendar: office }
  P1: { acknowledge: 30m, resolve: 8h, escalation: urgent }
  P2: { resolve: { within: 3d, calendar: office }, escalation: normal }
  P3: { resolve: { within: 10d, calendar: office }, escalation: normal }
escalation-policies:
  urgent:
    - { at: start, notify: responder, assign: true }
    - { at: acknowledge due, notify: management }
    - { at: resolve 75%, notify: responder }
    - { at: resolve due, notify: [responder, management], repeat: 1h, until: resolved }
  normal:
    - { at: resolve due, notify: responder }
`;

/**
 * Plays the story on an embedded GitHub, in a language, and gives what there was to read at each of its moments. `reported` is what the
 * report says, where not the usual.
 */
export async function playMoments(language: Language, reported: Reported = SAID[language].reported): Promise<Moments> {
  const stage = await openStage({
    people: { alice: 'write', bob: 'write', grace: 'maintain', ian: 'write', mona: 'write', sam: 'write' },
    policy: policyIn(language),
    start: Date.parse('2026-11-24T02:00:00Z'),
  });
  try {
    const moments: [string, Moment][] = [];
    for (const [name, { after, act }] of Object.entries<Scene>(SCENES)) {
      await stage.pass(after * 60_000);
      act?.(stage.hub, { ...SAID[language], reported });
      const report = (await stage.react()) ?? (await stage.sweep());
      if (isRed(report)) throw new Error(`The run at the scene "${name}" failed: ${renderSummary(report)}`);
      moments.push([name, { issues: stage.hub.issues(), report }]);
    }
    return Object.fromEntries(moments) as Moments;
  } finally {
    await stage.close();
  }
}
