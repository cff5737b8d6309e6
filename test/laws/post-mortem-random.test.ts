// @module-tag slow

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText } from '../../src/post-incident/post-mortem/text.ts';
import { isRed } from '../../src/run/report.ts';
import { MOST, mentioned, ours, toldBy } from '../hostile/reading.ts';
import { card, DAY, HOUR, MINUTE, PEOPLE } from '../support/stage.ts';
import { tries } from '../support/tries.ts';
import { policyWith, POST_MORTEM, resolved, withItems } from '../stories/post-mortem-story.ts';
import { writes } from './story.ts';

/*
 * Any sequence of edits, commands, labels, deletions and closings by anybody: a post-mortem is approved only as it stands and by those who
 * may, no item is opened twice, nobody is told without end, and a run after a run writes nothing.
 */

const POLICY = policyWith('{ approver: management }')
  .replace('management: [grace]', 'management: [grace, alice, bob, heidi]')
  .concat('customer-report: { for: [P0], to: management }\n');
/** `nora` reported it, `mallory` is a stranger, `heidi` may approve. */
const EVERYBODY = ['alice', 'bob', 'grace', 'heidi', 'nora', 'mallory'] as const;
const ENTITLED = ['alice', 'bob', 'grace', 'heidi'] as const;

const LINES = [
  '- [ ] Alert on the depth of the queue @bob due:2026-11-03',
  '- [ ] Alert on the depth of the mail queue @bob',
  '- [x] Rehearse the rollback',
  '- [ ] Rehearse the rollback of a deploy @alice',
  '- Move to another cloud rejected: too dear',
  '- [ ] <!-- tocsin:card {"v":2} --> @bob',
  '- [ ] @mallory @acme/team #1 /approve',
  '- [ ] `unclosed @bob',
  '  - [ ] how it is done @bob',
  '1. [ ] Alert on the depth of the queue @alice',
  '> - [ ] quoted @bob',
  '```',
  '<!--',
  '-->',
  '',
  'A paragraph between two lists.',
  '## To do',
  '### Later',
  '## Action items',
  '## Impact',
  '- [ ] \u202e @bob',
  `- [ ] ${'long '.repeat(60)} @bob`,
] as const;
const COMMANDS = [
  '/review',
  ...Array.from({ length: 8 }, () => '/approve' as const),
  '/approve\n/publish',
  '/publish',
  '/publish anyway we say so',
  '/changes say more',
  '/waive #3 no need',
  '/drafted',
  '/nonsense @mallory',
  'I was there.',
  '> /approve',
];
const LABELS = ['in-review', 'approved', 'published'];

type Act =
  | { readonly do: 'list'; readonly by: string; readonly lines: readonly string[]; readonly crlf: boolean }
  | { readonly do: 'text'; readonly by: string; readonly words: string }
  | { readonly do: 'say'; readonly by: string; readonly text: string }
  | { readonly do: 'label' | 'unlabel'; readonly by: string; readonly label: string }
  | { readonly do: 'close' | 'reopen' | 'lock' | 'unlock' | 'assign' | 'unassign'; readonly by: string }
  | {
      readonly do: 'item';
      readonly by: string;
      readonly at: number;
      readonly as: 'close' | 'reopen' | 'rewrite' | 'delete';
    }
  | { readonly do: 'delete' | 'deface'; readonly by: string; readonly at: number };

const insider = fc.constantFrom(...ENTITLED);
const anybody = fc.constantFrom(...EVERYBODY, 'alice', 'alice');
const constants = <T extends string>(...all: readonly T[]) => fc.constantFrom(...all);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('list' as const),
      by: insider,
      lines: fc.array(constants(...LINES), { maxLength: 6 }),
      crlf: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('text' as const), by: insider, words: constants('one', 'two') }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('say' as const), by: anybody, text: constants(...COMMANDS) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: constants('label', 'unlabel'), by: insider, label: constants(...LABELS) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: constants('close', 'reopen', 'lock', 'unlock', 'assign', 'unassign'),
      by: insider,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('item' as const),
      by: insider,
      at: fc.nat(4),
      as: constants('close', 'reopen', 'rewrite', 'delete'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: constants('delete', 'deface'), by: insider, at: fc.nat(9) }) },
);

const story = fc.array(fc.tuple(fc.constantFrom(0, MINUTE, HOUR, DAY), act, fc.boolean()), {
  minLength: 4,
  maxLength: 14,
});

test('any acts of anybody', async () => {
  const start = await resolved(POLICY, {
    people: { ...PEOPLE, heidi: 'write', rita: 'admin' },
    strangers: ['mallory'],
  });
  await fc.assert(
    fc.asyncProperty(story, async (acts) => {
      const stage = start.fork();
      const { hub } = stage;
      const issue = () => hub.issue(POST_MORTEM);
      /** Who owned it and who had written in it, and which texts somebody who might has approved. */
      const owned = new Set(['alice']);
      const wrote = new Set<string>();
      const lines = new Set<string>();
      const approvable = new Set<string>();
      const checkApproval = (): void => {
        // Where it is closed, nothing is read of it after a day.
        const { closedAt } = issue();
        if (closedAt !== null && hub.clock.now() - closedAt >= DAY) return;
        const cards = issue().comments.filter(({ body }) => body.startsWith('<!-- tocsin:card'));
        expect(cards.length).toBeLessThanOrEqual(1);
        const title = cards.length === 1 ? card(issue()).split('\n', 1)[0]! : '';
        if (title.includes('· published')) expect(approvable.size).toBeGreaterThan(0);
        if (title.includes('· approved')) expect(approvable).toContain(readText(issue().body).revision);
      };
      for (const [after, it, isRun] of acts) {
        hub.clock.advance(after);
        const who = hub.as(it.by);
        const items = issue().subIssues;
        const before = issue().comments.length;
        const { body: former } = issue();
        switch (it.do) {
          case 'list': {
            for (const line of it.lines) lines.add(line);
            const body = withItems(...it.lines)(issue().body);
            who.editBody(POST_MORTEM, it.crlf ? body.replaceAll('\n', '\r\n') : body);
            break;
          }
          case 'text':
            who.editBody(POST_MORTEM, issue().body.replace(/## Summary\r?\n/, `## Summary\n\n${it.words}\n`));
            break;
          case 'say':
            if (issue().locked && !['grace', 'alice', 'heidi'].includes(it.by)) break;
            who.comment(POST_MORTEM, it.text);
            break;
          case 'label':
            who.label(POST_MORTEM, it.label);
            break;
          case 'unlabel':
            who.unlabel(POST_MORTEM, it.label);
            break;
          case 'assign':
            who.assign(POST_MORTEM, it.by);
            owned.add(it.by);
            break;
          case 'unassign':
            who.unassign(POST_MORTEM, it.by);
            owned.delete(it.by);
            break;
          case 'item': {
            const number = items[it.at];
            if (number === undefined) break;
            if (it.as === 'delete') hub.as('rita').deleteIssue(number);
            else if (it.as === 'rewrite') who.editBody(number, 'Mine.');
            else who[it.as](number);
            break;
          }
          case 'delete':
          case 'deface': {
            const comment = issue().comments.filter(({ author }) => author === 'github-actions[bot]')[it.at];
            if (comment === undefined) break;
            if (it.do === 'delete') hub.as('rita').deleteComment(comment.databaseId);
            else who.editComment(comment.databaseId, `${comment.body}\n\nA remark.`);
            break;
          }
          default:
            who[it.do](POST_MORTEM);
        }
        // Whoever leaves a text as it is has not written in it.
        if (issue().body !== former) wrote.add(it.by);
        const isGiven =
          (it.do === 'say' && /^\/approve/m.test(it.text)) || (it.do === 'label' && it.label === 'approved');
        const may = ['grace', 'heidi', 'alice', 'bob'].includes(it.by) && !owned.has(it.by) && !wrote.has(it.by);
        if (isGiven && may) approvable.add(readText(issue().body).revision);
        if (!isRun) continue;
        await stage.sweep();
        if (!issue().locked) checkApproval();
        const grown = issue().comments.length - before;
        expect(grown, JSON.stringify(it)).toBeLessThanOrEqual(8);
      }
      const last = await stage.sweep();
      await stage.sweep();
      const made = hub.requests.length;
      await stage.sweep();
      const isLocked = issue().locked || isRed(last);
      if (!isLocked) expect(writes(hub.requests.slice(made)).map(({ mutations }) => mutations)).toEqual([]);
      // No item is there twice.
      const opened = hub.issues().filter(({ labels }) => labels.includes('action-item'));
      const titles = opened.filter(({ stateReason }) => stateReason !== 'DUPLICATE').map(({ title }) => title);
      expect(titles).toEqual([...new Set(titles)]);
      expect(titles.length).toBeLessThanOrEqual(lines.size);
      if (!isLocked) checkApproval();
      const published = issue().comments.filter(({ body }) => /^<!-- tocsin:notice .*"n:published/.test(body));
      expect(published.length).toBeLessThanOrEqual(1);
      // Nothing of what was written reaches anybody, or is taken for ours.
      for (const body of ours(hub, POST_MORTEM)) {
        const told = /^<!-- tocsin:(?:notice|digest)/.test(body) ? toldBy(body) : [];
        expect(mentioned(body).filter((login) => !told.includes(login) && !ENTITLED.includes(login as 'bob'))).toEqual(
          [],
        );
        expect(body.length).toBeLessThanOrEqual(MOST);
      }
      for (const { body, title } of opened.filter(({ body }) => body !== 'Mine.')) {
        expect(mentioned(body)).toEqual([]);
        expect(title).not.toMatch(/[@#](?=\w)/);
      }
      await stage.close();
    }),
    tries(40),
  );
}, 600_000);
