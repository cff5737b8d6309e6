import { postMortemWords } from '../capabilities/post-mortem/words.ts';
import { problemWords } from '../capabilities/problem/words.ts';
import type { Language } from '../model/language.ts';
import { AFTER_TEXTS } from './after-texts.ts';
import type { IssueView } from './github/views.ts';
import { totalOf } from './notifications.ts';
import { formBody } from './rehearse/openings.ts';
import type { Stage } from './stage.ts';
import type { Story } from './story.ts';

const INCIDENT = 1;
const POST_MORTEM = 2;
const PROBLEM = 3;

const HOURS = 60;
const DAYS = 24 * HOURS;

/** A text with something else under a heading. */
function under(body: string, heading: string, text: string): string {
  const at = body.indexOf(`## ${heading}\n`);
  const next = body.indexOf('\n## ', at + 1);
  return `${body.slice(0, at)}## ${heading}\n\n${text}\n${next < 0 ? '' : body.slice(next)}`;
}

/**
 * What comes after a P0: the report from its draft to the customers, its action items to the last, and the problem ticket from its root cause
 * to its end (the second document: report, review by the management, approval, then the customer; problem tickets).
 */
export function afterStory(language: Language): Story {
  const texts = AFTER_TEXTS[language];
  const headings = postMortemWords[language].postMortem;
  const write = ({ hub }: Stage, login: string, issue: number, heading: string, text: string): void => {
    hub.as(login).editBody(issue, under(hub.issue(issue).body, heading, text));
  };
  const items = `- [ ] ${texts.item}\n- [ ] ${texts.alert}\n- ${texts.rejected}`;
  return {
    title: 'After the checkout was down',
    people: { alice: 'write', bob: 'write', grace: 'maintain', mona: 'write', wes: 'triage' },
    start: Date.parse('2026-11-20T17:30:00Z'),
    every: 3 * HOURS,
    policy: `language: ${language}
timezone: Europe/Paris
calendars:
  office: { mon-fri: 09:00-17:00 }
priorities:
  P0:
    acknowledge: 15m
    resolve: 4h
    escalation: urgent
    post-mortem: { draft: 3d, review: 5d, publish: 10d, approver: management }
  P1: { acknowledge: 30m, resolve: 8h, escalation: urgent }
roles:
  responder: [alice, bob]
  incident-manager: mona
  management: grace
  support: wes
fallback: grace
categories: [{ name: payment, owner: incident-manager }]
escalation-policies:
  urgent: [{ at: start, notify: responder, assign: true }, { at: acknowledge due, notify: management }]
closing: { require: [explanation, acceptance], mode: enforce }
customer-report: { to: support }
problems:
  for: [P0, P1]
  root-cause: { within: 10d, calendar: office }
  plan: { within: 20d, calendar: office }
`,
    scenes: [
      {
        after: 0,
        tells: 'rita, a customer, reports that nobody can pay; the support desk sets P0.',
        act: ({ hub }) => {
          const body = formBody(language, { system: 'checkout', impact: 'Every order fails', data: 'no' });
          hub
            .as('grace')
            .label(hub.as('rita').openIssue({ title: 'The checkout is down', body, labels: [] }), 'incident', 'P0');
        },
      },
      {
        after: 4,
        tells: 'bob takes it.',
        act: ({ hub }) => void hub.as('bob').comment(INCIDENT, '/ack\n/category payment'),
      },
      {
        after: 36,
        name: 'reported',
        tells: 'bob has taken the release back.',
        act: ({ hub }) => void hub.as('bob').comment(INCIDENT, '/resolve a bad release, taken back'),
      },
      {
        after: 20,
        tells: 'rita agrees that it is over.',
        act: ({ hub }) => void hub.as('rita').comment(INCIDENT, '/accept'),
      },
      {
        after: 3 * DAYS + 15 * HOURS,
        name: 'reviewed',
        tells: 'mona, whose report it is, writes it, and asks for its review.',
        act: (stage) => {
          write(stage, 'mona', POST_MORTEM, headings.summary, texts.summary);
          write(stage, 'mona', POST_MORTEM, headings.actions, items);
          write(stage, 'mona', POST_MORTEM, headings.customer, texts.leaky);
          stage.hub.as('mona').comment(POST_MORTEM, '/review');
        },
      },
      {
        after: 2 * HOURS,
        tells: 'grace, for the management, misses something.',
        act: ({ hub }) => void hub.as('grace').comment(POST_MORTEM, `/changes ${texts.missing}`),
      },
      {
        after: 1 * HOURS,
        tells: 'mona adds it, and grace approves the text.',
        act: (stage) => {
          write(stage, 'mona', POST_MORTEM, headings.impact, texts.lost);
          stage.hub.as('mona').comment(POST_MORTEM, '/review');
        },
      },
      {
        after: 30,
        tells: 'grace approves it.',
        act: ({ hub }) => void hub.as('grace').comment(POST_MORTEM, '/approve'),
      },
      {
        after: 10,
        name: 'leaking',
        tells: 'mona publishes it, but the text for customers names a colleague and a machine.',
        act: ({ hub }) => void hub.as('mona').comment(POST_MORTEM, '/publish'),
      },
      {
        after: 10,
        name: 'stale',
        tells: 'mona mends that, which takes back the approval.',
        act: (stage) => {
          write(stage, 'mona', POST_MORTEM, headings.customer, texts.clean);
        },
      },
      {
        after: 1 * HOURS,
        tells: 'grace approves the text as it is now.',
        act: ({ hub }) => void hub.as('grace').comment(POST_MORTEM, '/approve'),
      },
      {
        after: 5,
        name: 'published',
        tells: 'mona publishes it; wes sends it to the customers.',
        act: ({ hub }) => void hub.as('mona').comment(POST_MORTEM, '/publish'),
      },
      {
        after: 2 * DAYS,
        name: 'planned',
        tells: 'The root cause is found, and there is a plan.',
        act: (stage) => {
          write(stage, 'mona', PROBLEM, headings.actions, `- [ ] ${texts.step}`);
          stage.hub.as('mona').comment(PROBLEM, `/root-cause ${texts.cause}\n/plan ${texts.plan}`);
        },
      },
      {
        after: 1 * DAYS,
        tells: 'bob has done his part.',
        act: ({ hub }) => {
          hub.as('bob').close(openItem(hub.issues(), 'bob'), 'completed');
        },
      },
      { after: 10 * DAYS, name: 'overdue', tells: 'The day of the other item goes by.' },
      {
        after: 1 * DAYS,
        tells: 'alice has done hers, here and in the problem ticket.',
        act: ({ hub }) => {
          hub.as('alice').close(openItem(hub.issues(), 'alice'), 'completed');
          hub.as('alice').close(openItem(hub.issues(), 'alice'), 'completed');
        },
      },
      { after: 3 * HOURS, tells: 'Nothing is left.' },
    ],
    faults: ({ hub, notifications }) => {
      const [incident, postMortem, problem] = [INCIDENT, POST_MORTEM, PROBLEM].map((it) => hub.issue(it));
      const has = (issue: IssueView | undefined, text: string): boolean =>
        issue?.comments.some(({ body }) => body.includes(text)) ?? false;
      const count = (text: RegExp): number =>
        hub
          .issues()
          .flatMap(({ comments }) => comments)
          .filter(({ body }) => text.test(body)).length;
      const rules: readonly (readonly [boolean, string])[] = [
        [incident?.state === 'CLOSED', 'the incident is accepted and closed'],
        [
          postMortem?.state === 'CLOSED' && postMortem.labels.includes('published'),
          'the report is published and closed',
        ],
        [
          problem?.state === 'CLOSED' && problem.title === problemWords[language].problem.title('The checkout is down'),
          'the problem ticket is closed',
        ],
        [
          has(postMortem, texts.clean) && !has(postMortem, `\n${texts.leaky}`),
          'customers got the clean text and no other',
        ],
        [postMortem?.subIssues.length === 2 && problem?.subIssues.length === 1, 'each action item became one issue'],
        [hub.issues().every(({ state }) => state === 'CLOSED'), 'nothing is left open'],
        [count(/tocsin:digest/) === 1, 'the overdue item was told once'],
        [
          [postMortem, problem].every(
            (it) => it?.comments.filter(({ body }) => body.startsWith('<!-- tocsin:card')).length === 1,
          ),
          'each has one card',
        ],
        ...notifications.map((one): readonly [boolean, string] => [
          totalOf(one) <= (MOST_NOTIFICATIONS[one.login] ?? 0),
          `${one.login} got at most ${MOST_NOTIFICATIONS[one.login] ?? 0} notifications (${totalOf(one)})`,
        ]),
      ];
      return rules.filter(([holds]) => !holds).map(([, rule]) => `It does not hold that ${rule}.`);
    },
  };
}

/** The first action item that is open and somebody's. */
function openItem(issues: readonly IssueView[], login: string): number {
  return issues.find((it) => it.labels.includes('action-item') && it.state === 'OPEN' && it.assignees.includes(login))!
    .number;
}

/** The most notifications of all of it that each person may get. */
const MOST_NOTIFICATIONS: Readonly<Record<string, number>> = {
  mona: 22,
  grace: 12,
  bob: 12,
  alice: 14,
  rita: 8,
  wes: 2,
};
