// @module-tag slow

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, type Ground } from '../../src/capabilities/decide.ts';
import { readIncident } from '../../src/capabilities/reading.ts';
import { projectedIssue } from '../../src/engine/projection.ts';
import type { Effect } from '../../src/engine/effect.ts';
import type { Comment, Issue, TimelineEvent } from '../../src/model/issue.ts';
import { entriesOf } from '../../src/run/site/discussions/entry.ts';
import { planForDiscussions } from '../../src/run/site/discussions/plan.ts';
import { publicOf, statusPageOf } from '../../src/run/site/page.ts';
import type { StatusPage } from '../../src/status-page/page.ts';
import { site } from '../../src/status-page/site.ts';
import { goodPolicy } from '../policy/lines.ts';
import { tries } from '../support/tries.ts';
import { groundOf, newIssue } from '../support/world.ts';

/*
 * Nothing internal is on the status page (N10): whatever stands in any other field of an incident, no file of the page has it, and no text
 * for subscribers. Every such field holds a word that is found again; what is written for customers holds another.
 */

const SECRET = 's3cr3t';
const PUBLIC = 'for all to read';
const START = Date.UTC(2026, 10, 2, 9);

const policy = await goodPolicy(`
timezone: Europe/Paris
categories: [network, { name: security, owner: boss, confidential: true }]
causes: { group: [${SECRET}-cause] }
roles: { boss: ${SECRET}-boss, responder: [${SECRET}-alice] }
fallback: ${SECRET}-boss
services: { checkout: {}, ${SECRET}-service: {} }
status-page:
  title: Shop status
  url: https://status.example.com
  languages: [en, fr]
  components: { checkout: Checkout, network: Network }
  entry: { P3: never }
`);

const ROLES = new Map<string, string | null>([
  [`${SECRET}-alice`, 'write'],
  [`${SECRET}-boss`, 'admin'],
  [`${SECRET}-rita`, 'read'],
  ['rita', 'read'],
]);

/** What somebody entitled may write that is not for customers. */
const INTERNAL = [
  SECRET,
  `/ack ${SECRET}`,
  `/note ${SECRET}`,
  `/mitigate ${SECRET}`,
  `/workaround ${SECRET}`,
  `/resolve ${SECRET}`,
  `/reopen ${SECRET}`,
  `/cause ${SECRET}-cause`,
  `/link https://${SECRET}.example.com`,
  `/timeline 09:00 ${SECRET}`,
  `/data-loss yes ${SECRET}`,
  `/progress ${SECRET}`,
  `/dismiss ${SECRET}`,
  `/public off ${SECRET}`,
  `/public on ${SECRET}`,
  `/pause ${SECRET}`,
  `/affects ${SECRET}-service, checkout`,
  `/priority P2 ${SECRET}`,
  `/impact 08:00`,
  `> /update ${SECRET}`,
  `\`/update ${SECRET}\``,
];
const OUTSIDE = [
  `/update ${PUBLIC}`,
  `/update monitoring ${PUBLIC}\n- one\n- two`,
  `/update identified`,
  `/correct ${PUBLIC}`,
  `/public title ${PUBLIC}`,
];
const STRANGERS = [`/update ${SECRET}`, `/correct ${SECRET}`, `/public title ${SECRET}`, `/affects checkout ${SECRET}`];
const LABELS = [
  'P0',
  'P1',
  'P2',
  'P3',
  'checkout',
  'network',
  'security',
  'resolved',
  `${SECRET}-label`,
  `${SECRET}-service`,
];

type Act =
  | { readonly do: 'say'; readonly by: string; readonly text: string }
  | { readonly do: 'label' | 'unlabel'; readonly label: string }
  | { readonly do: 'close' | 'reopen' | 'run' };

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    do: fc.constant('say' as const),
    by: fc.constant(`${SECRET}-alice`),
    text: fc.constantFrom(...INTERNAL),
  }),
  fc.record({ do: fc.constant('say' as const), by: fc.constant(`${SECRET}-alice`), text: fc.constantFrom(...OUTSIDE) }),
  fc.record({
    do: fc.constant('say' as const),
    by: fc.constant(`${SECRET}-rita`),
    text: fc.constantFrom(...STRANGERS),
  }),
  fc.record({ do: fc.constantFrom('label' as const, 'unlabel' as const), label: fc.constantFrom(...LABELS) }),
  fc.record({ do: fc.constantFrom('close' as const, 'reopen' as const, 'run' as const) }),
);

/** An incident after these acts, with what runs have written on it. */
function played(
  labels: readonly string[],
  acts: readonly (readonly [number, Act])[],
): { issue: Issue; ground: Ground } {
  let now = START;
  let ids = 100;
  const actor = { login: `${SECRET}-alice`, bot: false };
  const opened = newIssue(now, labels, actor.login);
  let issue: Issue = { ...opened, title: `${SECRET} title`, body: `### ${SECRET}\n\n${SECRET} body` };
  const ground = (): Ground => groundOf({ now, policy }, ROLES);
  const comment = (login: string, body: string, own: boolean): Comment => {
    ids += 1;
    const url = `${issue.url}#issuecomment-${ids}`;
    return { id: `IC_${ids}`, number: ids, url, body, author: { login, bot: own }, edited: false, own };
  };
  const add = (change: Partial<Issue>, event: TimelineEvent): void => {
    issue = { ...issue, ...change, timeline: [...issue.timeline, event] };
  };
  const carryOut = (effect: Effect): void => {
    const base = { at: now, actor: { login: 'github-actions[bot]', bot: true }, own: true } as const;
    const body =
      effect.do === 'comment' || effect.do === 'write-card' ? comment('github-actions[bot]', effect.body, true) : null;
    const kept =
      effect.do === 'write-card' && effect.comment !== null ? { ...body!, id: effect.comment, edited: true } : body;
    const events: TimelineEvent[] = kept
      ? [{ ...base, kind: 'commented', comment: kept }]
      : effect.do === 'add-labels'
        ? effect.labels.map((label) => ({ ...base, kind: 'labeled', label }))
        : effect.do === 'remove-labels'
          ? effect.labels.map((label) => ({ ...base, kind: 'unlabeled', label }))
          : [];
    if (events.length > 0) issue = projectedIssue(issue, effect, events);
  };
  const run = (): void => {
    for (let round = 0; round < 8; round++) {
      const { plan } = decide(readIncident(issue, ground()), ground());
      if (plan === null || !('write' in plan)) return;
      for (const effect of plan.write) carryOut(effect);
    }
  };
  run();
  for (const [minutes, what] of acts) {
    now += minutes * 60_000;
    const base = { at: now, actor, own: false } as const;
    if (what.do === 'say') {
      const by = { login: what.by, bot: false };
      add({}, { ...base, actor: by, kind: 'commented', comment: comment(what.by, what.text, false) });
    } else if (what.do === 'label' && !issue.labels.includes(what.label))
      add({ labels: [...issue.labels, what.label] }, { ...base, kind: 'labeled', label: what.label });
    else if (what.do === 'unlabel' && issue.labels.includes(what.label))
      add(
        { labels: issue.labels.filter((it) => it !== what.label) },
        { ...base, kind: 'unlabeled', label: what.label },
      );
    else if (what.do === 'close' && issue.state === 'open')
      add({ state: 'closed' }, { ...base, kind: 'closed', reason: 'completed' });
    else if (what.do === 'reopen' && issue.state === 'closed') add({ state: 'open' }, { ...base, kind: 'reopened' });
    if (what.do === 'run') run();
  }
  run();
  return { issue, ground: ground() };
}

/** All that subscribers would be told of a page. */
function toldOf(page: StatusPage): string {
  const ground = {
    page: policy.statusPage!,
    now: page.at,
    entries: entriesOf(page),
    since: -Infinity,
    hasLeft: () => true,
  };
  return planForDiscussions([], ground)
    .steps.flatMap((step) => (step.do === 'open' ? [step.text, ...step.remarks] : []))
    .map(({ title, body }) => `${title}\n${body}`)
    .join('\n');
}

test('no file of the status page, and no Discussion, has a word that was not written for customers', () => {
  const seen = { shown: 0, said: 0, told: 0, hidden: 0 };
  const acts = fc.array(fc.tuple(fc.constantFrom(0, 1, 30, 600), act), { maxLength: 9 });
  const labels = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(['P0', 'network'], ['P1', 'network', 'checkout']) },
    { weight: 1, arbitrary: fc.subarray(['P0', 'P1', 'P2', 'checkout', 'network', 'security']) },
  );
  fc.assert(
    fc.property(labels, acts, (labels, acts) => {
      const { issue, ground } = played(labels, acts);
      const reading = readIncident(issue, ground);
      const run = { ...ground, adoptedAt: null };
      const incident = publicOf(reading, run);
      const page = statusPageOf(policy.statusPage!, { incidents: incident ? [incident] : [], maintenances: [] }, run);
      const files = site(page);
      const told = toldOf(page);
      for (const [path, text] of files) {
        expect(path).not.toContain(SECRET);
        expect(text, path).not.toContain(SECRET);
        if (reading.incident.category.confidential) expect(text, path).not.toContain(PUBLIC);
      }
      expect(told).not.toContain(SECRET);
      if (reading.incident.category.confidential) expect(told).toBe('');
      seen.told += told.includes(PUBLIC) ? 1 : 0;
      seen.shown += incident ? 1 : 0;
      seen.said += [...files.values()].some((text) => text.includes(PUBLIC)) ? 1 : 0;
      seen.hidden += reading.incident.category.confidential ? 1 : 0;
    }),
    tries(100),
  );
  // A page that shows nothing leaks nothing, and proves nothing.
  expect(seen.shown).toBeGreaterThan(40);
  expect(seen.said).toBeGreaterThan(15);
  expect(seen.told).toBeGreaterThan(15);
  expect(seen.hidden).toBeGreaterThan(5);
});
