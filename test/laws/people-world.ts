import { expect } from 'vitest';
import type { Incident } from '../../src/capabilities/incident.ts';
import type { Comment, Issue, TimelineEvent } from '../../src/model/issue.ts';
import { nameOfKey } from '../../src/engine/keys.ts';
import { readMark } from '../../src/engine/mark.ts';
import type { Done } from '../../src/engine/record.ts';
import type { Page } from '../../src/notify/message.ts';
import type { Attempted } from '../../src/notify/send.ts';
import type { Ground } from '../../src/capabilities/decide.ts';
import { readIncident } from '../../src/capabilities/reading.ts';
import { projectedEvents, projectedIssue } from '../../src/engine/projection.ts';
import type { Effect } from '../../src/engine/effect.ts';
import { pageKey } from '../../src/capabilities/notification/page.ts';
import type { DuePage } from '../../src/capabilities/notification/paging.ts';
import { planFor } from '../support/plan.ts';
import { type History, ROLES, type Act } from './people-acts.ts';
import { START, policy } from './people-policy.ts';
import { groundOf, newIssue } from '../support/world.ts';

/* A small GitHub for one issue, and a pager that fails at random. */

/** What one round of a run decided, and on what. */
interface Round {
  readonly incident: Incident;
  readonly effects: readonly Effect[];
}

/** A comment that told people something. */
export interface Told {
  readonly at: number;
  readonly keys: readonly string[];
  readonly body: string;
}

export function world({ labels, arrives }: History) {
  let now = START;
  let ids = 100;
  let attempts = 0;
  const event = (login: string) => ({ at: now, actor: { login, bot: false }, own: false });
  let issue = newIssue(now, labels, 'bob');
  const add = (change: Partial<Issue>, added: TimelineEvent): void => {
    issue = { ...issue, ...change, timeline: [...issue.timeline, added] };
  };
  const roles = new Map<string, string | null>([...Object.entries(ROLES), ['mallory', null]]);
  const ground = (pages: ReadonlyMap<string, Attempted>): Ground => groundOf({ now, policy, pages }, roles);

  function happen(by: string, what: Act): void {
    const has = 'label' in what && issue.labels.includes(what.label);
    switch (what.do) {
      case 'say': {
        ids += 1;
        const author = { login: by, bot: false };
        const { url } = issue;
        const comment = { id: `IC_${ids}`, number: ids, url, body: what.text, author, edited: false, own: false };
        add({}, { ...event(by), kind: 'commented', comment });
        break;
      }
      case 'label':
        if (!has)
          add({ labels: [...issue.labels, what.label] }, { ...event('bob'), kind: 'labeled', label: what.label });
        break;
      case 'unlabel': {
        const left = issue.labels.filter((it) => it !== what.label);
        if (has) add({ labels: left }, { ...event('bob'), kind: 'unlabeled', label: what.label });
        break;
      }
      case 'assign':
        add({}, { ...event('bob'), kind: 'assigned', assignee: by });
        break;
      case 'unassign':
        add({}, { ...event('bob'), kind: 'unassigned', assignee: by });
        break;
      case 'close':
        if (issue.state === 'open') add({ state: 'closed' }, { ...event(by), kind: 'closed', reason: what.reason });
        break;
      case 'reopen':
        if (issue.state === 'closed') add({ state: 'open' }, { ...event(by), kind: 'reopened' });
        break;
      case 'run':
        break;
    }
  }

  /** As the pager does: the first notifier that takes it. */
  function send({ notifiers }: DuePage): Attempted {
    const tried: { notifier: string; sent: { ok: true } | { ok: false; why: string } }[] = [];
    for (const { name } of notifiers) {
      const ok = arrives[attempts++ % arrives.length]!;
      tried.push({ notifier: name, sent: ok ? { ok } : { ok, why: 'no answer came within 10 s' } });
      if (ok) return { by: name, tried };
    }
    return { by: null, tried };
  }

  /** One run, until nothing is left to do. Gives what each of its rounds did, and the pages that it sent. */
  function run(): { readonly rounds: readonly Round[]; readonly pages: readonly (Page & { by: string | null })[] } {
    const rounds: Round[] = [];
    const pages: (Page & { by: string | null })[] = [];
    const sent = new Map<string, Attempted>();
    for (;;) {
      const { pages: due, effects, unknown, incident } = planFor(issue, ground(sent));
      expect(unknown).toEqual([]);
      if (due.length + effects.length === 0) break;
      rounds.push({ incident, effects });
      expect(rounds.length, 'a plan settles').toBeLessThanOrEqual(8);
      for (const one of due) {
        const attempted = send(one);
        pages.push({ ...one.page, by: attempted.by });
        sent.set(pageKey(one.page), attempted);
      }
      for (const effect of effects) {
        const events = projectedEvents(effect, now).map((it): TimelineEvent => {
          if (it.kind !== 'commented') return it;
          ids += 1;
          const id = effect.do === 'write-card' && effect.comment !== null ? effect.comment : `IC_${ids}`;
          return { ...it, comment: { ...it.comment, id, number: ids } };
        });
        issue = projectedIssue(issue, effect, events);
      }
    }
    return { rounds, pages };
  }

  return {
    get now() {
      return now;
    },
    get issue() {
      return issue;
    },
    look: () => readIncident(issue, ground(new Map())).incident,
    plan: () => planFor(issue, ground(new Map())),
    happen,
    run,
    wait: (ms: number): void => {
      now += ms;
    },
  };
}

const own = ({ timeline }: Issue): readonly { readonly at: number; readonly comment: Comment }[] =>
  timeline.flatMap((it) => (it.kind === 'commented' && it.comment.own ? [it] : []));
export const toldOn = (issue: Issue): readonly Told[] =>
  own(issue).flatMap(({ at, comment: { body } }) => {
    const found = readMark('notice', 1, body);
    return found ? [{ at, keys: [...new Set((found.keys as string[]).map(nameOfKey))], body }] : [];
  });
export const recordOn = (issue: Issue): Readonly<Record<string, Done>> => {
  const records = own(issue).map(
    ({ comment }) => readMark('card', 1, comment.body)?.done as Record<string, Done> | undefined,
  );
  const done = records.find((it) => it !== undefined) ?? {};
  return Object.fromEntries(Object.entries(done).map(([key, entry]) => [nameOfKey(key), entry]));
};

export interface Seen {
  readonly it: ReturnType<typeof world>;
  readonly before: readonly Told[];
  readonly run: ReturnType<ReturnType<typeof world>['run']>;
  /** All pages so far. */
  readonly pages: readonly Page[];
}
