import type { Language } from '../../src/model/language.ts';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';
import type { IssueView } from '../../src/rehearsal/github/views.ts';
import type { ServiceAnswer } from '../../src/notify/answers/answer.ts';
import { openStage, QUIET_PAGER } from '../../src/rehearsal/stage.ts';
import { renderSummary } from '../../src/run/render.ts';
import { isRed, type Report } from '../../src/run/report.ts';
import { report as form } from '../../test/support/report.ts';
import { SAID, type Reported, type Said } from './said.ts';

/** What there is to read at a point of the story. */
export interface Moment {
  readonly issues: readonly IssueView[];
  /** Of the last run. */
  readonly report: Report;
}

/** The moments of a story, by the names of its scenes. */
export type Moments = Readonly<Record<SceneName, Moment>>;

interface Scene {
  /** Minutes after the scene before. Scheduled runs happen meanwhile. */
  readonly after: number;
  /** What people do then. The run of the last event follows; a scheduled one if there was none. */
  readonly act?: (hub: EmbeddedGitHub, said: Said) => void;
  /** Who has answered the page of the second incident in the pager since, and how many minutes ago. */
  readonly answers?: readonly [account: string, ago: number];
}

type SceneName = keyof typeof SCENES;

/** The issue that says who is on call comes first, then the incident and its post-mortem, then another incident. */
export const ISSUES = { onCall: 1, incident: 2, postMortem: 3, another: 4 } as const;

/**
 * A P0 at three in the morning. Nobody answers at first; a command is wrong, and a stranger tries one; it is worked around; an update is
 * late, and so is the end. Then a P1, which is answered in the pager, closed too early, accepted by silence, and accepted after all.
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
  another: {
    after: 20,
    act: (hub, { again, language }) => {
      hub.as('rita').openIssue({ title: again.title, body: form(again.facts, language) });
      hub.as('grace').label(ISSUES.another, 'incident', 'P1');
    },
  },
  unknown: { after: 2, answers: ['eve@example.com', 0] },
  denied: { after: 2, answers: ['nora@example.com', 0] },
  answered: { after: 6, answers: ['alice@example.com', 5] },
  unexplained: { after: 30, act: (hub) => void hub.as('alice').comment(ISSUES.another, '/resolve') },
  closed: {
    after: 5,
    act: (hub) => {
      hub.as('alice').close(ISSUES.another);
    },
  },
  explained: {
    after: 5,
    act: (hub, { cured, workaround }) =>
      void hub
        .as('alice')
        .comment(ISSUES.another, `/resolve configuration ${cured}\n/category shipping\n/workaround ${workaround}`),
  },
  unopposed: { after: 3 * 24 * 60 },
  opposed: {
    after: 60,
    act: (hub, { objection }) => void hub.as('rita').comment(ISSUES.another, `/reopen ${objection}`),
  },
  mended: {
    after: 60,
    act: (hub, { cured }) => void hub.as('alice').comment(ISSUES.another, `/resolve configuration ${cured}`),
  },
  accepted: { after: 60, act: (hub) => void hub.as('rita').comment(ISSUES.another, '/accept') },
} as const satisfies Readonly<Record<string, Scene>>;

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
  pager: { type: pagerduty, key: PAGERDUTY_KEY, answers: PAGERDUTY_API_KEY, for: [P0, P1] }
people:
  alice: { pagerduty: alice@example.com }
  nora: { pagerduty: nora@example.com }
on-call: { publish: true }
inform: customer-support
fallback: grace
categories: [payment, shipping]
causes: { internal: [release, configuration], external: [provider] }
closing:
  require: [explanation, cause, category, workaround, acceptance]
  mode: enforce
  accept-after: 2d
  for: [P1]
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
 * Plays the story on an embedded GitHub, in a language, and gives what there was to read at each of its moments. `reported` is what both
 * reports say, where not the usual.
 */
export async function playMoments(language: Language, reported?: Reported): Promise<Moments> {
  const said: Said = { ...SAID[language], ...(reported && { reported, again: reported }) };
  const answers: ServiceAnswer[] = [];
  const stage = await openStage({
    people: {
      alice: 'write',
      bob: 'write',
      grace: 'maintain',
      ian: 'write',
      mona: 'write',
      nora: 'read',
      sam: 'write',
    },
    policy: policyIn(language),
    start: Date.parse('2026-11-24T02:00:00Z'),
    pager: { ...QUIET_PAGER, hear: () => Promise.resolve({ answers, trouble: null }) },
  });
  try {
    const moments: [string, Moment][] = [];
    for (const [name, { after, act, answers: answer }] of Object.entries<Scene>(SCENES)) {
      await stage.pass(after * 60_000);
      act?.(stage.hub, said);
      if (answer) {
        const at = stage.hub.clock.now() - answer[1] * 60_000;
        answers.push({ number: ISSUES.another, accounts: [answer[0]], at, page: at });
      }
      const report = (await stage.react()) ?? (await stage.sweep());
      if (isRed(report)) throw new Error(`The run at the scene "${name}" failed: ${renderSummary(report)}`);
      moments.push([name, { issues: stage.hub.issues(), report }]);
    }
    return Object.fromEntries(moments) as Moments;
  } finally {
    await stage.close();
  }
}
