import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readMark } from '../../src/engine/mark.ts';
import type { Pager } from '../../src/notify/send.ts';
import { openStage, QUIET_PAGER, type Stage } from '../../src/rehearsal/stage.ts';
import { visible, whole } from '../support/stage.ts';

/* An incident that version 0.1.0 wrote goes on: what was told stays told, and its marks get their present form without a word. */

interface Written {
  readonly policy: string;
  readonly now: number;
  readonly title: string;
  readonly body: string;
  readonly author: string;
  readonly openedAt: number;
  readonly labelsAtOpening: readonly string[];
  /** Those that Tocsin put on later. */
  readonly labels: readonly { readonly name: string; readonly at: number }[];
  readonly comments: readonly {
    readonly id: number;
    readonly author: string;
    readonly at: number;
    readonly body: string;
  }[];
}

const BOT = 'github-actions[bot]';
const written = JSON.parse(readFileSync(new URL('../fixtures/marks/0.1.0.json', import.meta.url), 'utf8')) as Written;

let stage: Stage;
const paged: string[] = [];

/** Puts the issue of the fixture where 0.1.0 left it. Comments get other numbers here, which the card then names. */
beforeEach(async () => {
  paged.length = 0;
  const pager: Pager = {
    ...QUIET_PAGER,
    sendFirst: (notifiers, page) => {
      paged.push(`${page.action} ${page.step}`);
      return QUIET_PAGER.sendFirst(notifiers, page);
    },
  };
  stage = await openStage({
    policy: written.policy,
    people: { alice: 'write', bob: 'triage', grace: 'admin' },
    strangers: ['rita', 'mallory'],
    start: written.openedAt,
    pager,
  });
  const { hub } = stage;
  const { title, body, author } = written;
  hub.as(author).openIssue({ title, body, labels: [...written.labelsAtOpening] });
  const labels = [...written.labels];
  const numbers = new Map<number, number>();
  for (const comment of written.comments) {
    hub.clock.set(comment.at);
    while (labels[0] && labels[0].at <= comment.at) hub.as(BOT).label(1, labels.shift()!.name);
    numbers.set(comment.id, hub.as(comment.author).comment(1, comment.body).databaseId);
  }
  const card = written.comments[0]!;
  // In one go: a number may be given to one comment here that another one had there.
  const renumbered = card.body.replace(/("c|"mallory":)(\d+)/g, (_, before: string, number: string) => {
    return `${before}${numbers.get(Number(number))!}`;
  });
  hub.as(BOT).editComment(numbers.get(card.id)!, renumbered);
  hub.clock.set(written.now);
  hub.takeEvents();
});
afterEach(() => stage.close());

const comments = () => stage.hub.issue(1).comments;
/** What a receipt asks for. */
const REQUEST = /<!-- tocsin:request -->.*<!-- \/tocsin:request -->/s;
const stands = (body: string): string => visible(body).replace(REQUEST, '');
const keysOf = (body: string): unknown => readMark('notice', 1, body)?.keys;

test('nobody is notified by the new version, and every mark has its present form', async () => {
  const before = comments();
  await stage.sweep();
  const after = comments();
  expect(paged).toEqual([]);
  expect(stage.hub.issue(1).assignees).toEqual([]);
  expect(after.map(({ databaseId }) => databaseId)).toEqual(before.map(({ databaseId }) => databaseId));
  // The card may be worded anew, and so may what a receipt asks for, which is kept up to date; what notices and people said stands.
  expect(after.slice(1).map(({ body }) => stands(body))).toEqual(before.slice(1).map(({ body }) => stands(body)));
  const [request] = after.flatMap(({ body }) => REQUEST.exec(body)?.[0] ?? []);
  for (const fact of ['Who or what noticed it', 'Scope of the impact', 'Type of impact'])
    expect(request).toContain(fact);
  expect(readMark('card', 1, after[0]!.body)).toMatchObject({
    v: 2,
    refused: { mallory: expect.any(Number) as number },
    done: {
      's:pager-team:start': { told: ['alice'], paged: 'pager' },
      's:pager-team:acknowledge due': { told: ['alice', 'bob'] },
      'x:mallory': { told: ['mallory'] },
    },
  });
  expect(
    after
      .filter(({ author }) => author === BOT)
      .slice(1)
      .map(({ body }) => keysOf(body)),
  ).toEqual([
    ['s:pager-team:start', 'n:category', 'n:receipt'],
    ['s:pager-team:acknowledge due'],
    ['x:mallory'],
    [expect.stringMatching(/^n:owner@\d+$/)],
    [expect.stringMatching(/^q:escalated@\d+$/)],
  ]);
  const writes = stage.hub.requests.length;
  await stage.sweep();
  expect(stage.hub.requests.slice(writes).filter(({ kind }) => kind === 'mutation')).toEqual([]);
});

test('the incident goes on where it was', async () => {
  const { hub } = stage;
  await stage.sweep();
  hub.clock.set(written.openedAt + 4 * 3_600_000 + 60_000);
  await stage.sweep();
  expect(visible(comments().at(-1)!.body)).toMatch(/^@grace \*\*🔴 P0 not resolved in time\..*`\/resolve /);
  expect(paged).toEqual(['trigger pager-team:resolve due']);
  hub.as('alice').comment(1, '/resolve rolled back');
  await stage.react();
  expect(hub.issue(1).labels).toContain('resolved');
  expect(paged.at(-1)).toMatch(/^resolve pager-resolve-pager@/);
});

test('who was told what under a policy named like a pager is on the card and in the post-mortem', async () => {
  const { hub } = stage;
  await stage.sweep();
  const card = visible(comments()[0]!.body);
  expect(card).toMatch(/^- 09:00 step `start` of `pager-team`: `alice`$/m);
  expect(card).toMatch(/^- 09:21 step `acknowledge due` of `pager-team`: `alice`, `bob`$/m);
  expect(card).not.toMatch(/refused|rejected|mallory/);
  hub.as('alice').comment(1, '/resolve rolled back');
  await stage.react();
  expect(whole(hub.issue(2))).toContain('step `start` of `pager-team`');
});
