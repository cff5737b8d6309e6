import { describe, expect, test } from 'vitest';
import { isRed, type Report } from '../../src/run/report.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { card, DAY, HOUR, mentioned, MINUTE, notices, PEOPLE } from '../support/stage.ts';
import {
  APPROVED,
  cardOf,
  policyWith,
  POST_MORTEM,
  resolved,
  say,
  titleOf,
  told,
  withItems,
  write,
} from '../stories/post-mortem-story.ts';

/* What people and GitHub do to post-mortems that nobody has thought of: it ends in something sensible, and is said. */

const itemsOf = ({ hub }: Stage) => hub.issue(POST_MORTEM).subIssues.map((number) => hub.issue(number));
const line = (stage: Stage, part: string): string =>
  cardOf(stage)
    .split('\n')
    .find((it) => it.includes(part)) ?? '';

/** Runs each hour, so many of them: which were red, and how many requests the last one made. */
async function hours(stage: Stage, count: number): Promise<{ readonly red: Report[]; readonly requests: number }> {
  const red: Report[] = [];
  let requests = 0;
  for (let i = 0; i < count; i++) {
    stage.hub.clock.advance(HOUR);
    const before = stage.hub.requests.length;
    const report = await stage.sweep();
    requests = stage.hub.requests.length - before;
    if (isRed(report)) red.push(report);
  }
  return { red, requests };
}

const TWO = APPROVED.replace('management: [grace]', 'management: [grace, bob]');

describe('an approval', () => {
  test('that was refused costs later runs no request', { tags: 'slow' }, async () => {
    const stage = await resolved(TWO);
    await write(stage, 'bob', (body) => `${body}\n\nAnd more.`);
    await say(stage, 'bob', '/approve');
    expect(told(stage).at(-1)).toContain('takes somebody who has not written in it');
    expect((await hours(stage, 2)).requests).toBe(1);
  });

  test(
    'of somebody who may not is none, though somebody who may approves in the same second',
    { tags: 'slow' },
    async () => {
      const stage = await resolved(
        policyWith('{ approver: management, approvals: 2 }').replace(
          'management: [grace]',
          'management: [grace, alice]',
        ),
      );
      stage.hub.clock.advance(MINUTE);
      stage.hub.as('grace').comment(POST_MORTEM, '/approve');
      stage.hub.as('alice').comment(POST_MORTEM, '/approve');
      await stage.react();
      expect(cardOf(stage)).toContain('Approvals: 1 of 2');
      expect(told(stage).at(-1)).toContain('takes somebody else than its owner');
    },
  );

  test('in the second of an edit is for nobody knows which text', { tags: 'slow' }, async () => {
    const stage = await resolved();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('grace').comment(POST_MORTEM, '/approve');
    stage.hub.as('alice').editBody(POST_MORTEM, `${stage.hub.issue(POST_MORTEM).body}\n\nAnd more.`);
    await stage.react();
    expect(titleOf(stage)).toContain('in review');
  });

  test(
    'of a text whose authors GitHub does not tell is refused, with the reason, and nothing else stops',
    { tags: 'slow' },
    async () => {
      const stage = await resolved();
      await write(stage, 'alice', (body) => `${body}\n\nAnd more.`);
      for (let i = 0; i < 9; i++)
        stage.hub.faults.add({
          when: { matches: ({ body }) => JSON.stringify(body).includes('query Editors') },
          how: { status: 403, handled: false },
        });
      await say(stage, 'grace', '/approve');
      expect(told(stage).at(-1)).toContain('GitHub does not tell this token who has written in it');
      expect(titleOf(stage)).toContain('draft');
      expect((await hours(stage, 2)).red).toEqual([]);
      stage.hub.faults.clear();
      await say(stage, 'grace', '/approve');
      expect(titleOf(stage)).toContain('approved');
    },
  );
});

describe('an action item', () => {
  test('stays the same though somebody rewrites its issue', { tags: 'slow' }, async () => {
    const stage = await resolved(policyWith('true'));
    await write(stage, 'alice', withItems('- [ ] Alert on the queue @bob'));
    stage.hub.as('bob').editBody(3, 'How I shall do it.');
    await stage.sweep();
    expect(line(stage, 'Alert')).toContain('⏳ #3');
    await say(stage, 'alice', '/waive #3 we drop that product');
    expect(line(stage, 'Alert')).toContain('waived by `alice`');
  });

  test('whose issue is deleted is dropped, and keeps nothing open', { tags: 'slow' }, async () => {
    const stage = await resolved(policyWith('true'), { people: { ...PEOPLE, rita: 'admin' } });
    await write(stage, 'alice', withItems('- [ ] Alert on the queue @bob'));
    stage.hub.as('rita').deleteIssue(3);
    await stage.sweep();
    expect(line(stage, 'Alert')).toContain('closed without being done');
    await say(stage, 'alice', '/publish');
    expect(stage.hub.issue(POST_MORTEM).state).toBe('CLOSED');
  });

  test('that nobody can see is none', { tags: 'slow' }, async () => {
    const stage = await resolved();
    await write(stage, 'alice', withItems('- [ ] \u202e @bob', '- [ ] \u200b @bob', '- [ ] <!-- --> @bob'));
    expect(itemsOf(stage).map(({ title }) => title)).toEqual(['<!-- -->']);
    expect((await hours(stage, 1)).red).toEqual([]);
  });

  test('whose line becomes two is asked about, and `#new` makes an issue of the other', { tags: 'slow' }, async () => {
    const stage = await resolved();
    await write(stage, 'alice', withItems('- [ ] Alert on the queue @bob'));
    await write(stage, 'alice', withItems('- [ ] Alert on the mail queue @bob'));
    await write(stage, 'alice', withItems('- [ ] Alert on the mail queue @bob', '- [ ] Alert on the queue @bob'));
    expect(itemsOf(stage)).toHaveLength(1);
    expect(cardOf(stage)).toContain('❓ Is `Alert on the mail queue` the same as #3?');
    expect(mentioned(told(stage).at(-1)!)).toEqual(['alice']);
    await write(stage, 'alice', withItems('- [ ] Alert on the mail queue @bob #new', '- [ ] Alert on the queue @bob'));
    await stage.sweep();
    expect(itemsOf(stage).map(({ title }) => title)).toEqual(['Alert on the queue', 'Alert on the mail queue']);
  });
});

test('what was published stays so, though the card is deleted and the text changed', { tags: 'slow' }, async () => {
  const stage = await resolved();
  await say(stage, 'grace', '/approve');
  await write(stage, 'alice', withItems('- [ ] Alert on the queue @bob'));
  await say(stage, 'alice', '/publish');
  const { hub } = stage;
  hub
    .as('grace')
    .deleteComment(hub.issue(POST_MORTEM).comments.find(({ body }) => body.startsWith('<!-- tocsin:card'))!.databaseId);
  await write(stage, 'alice', (body) => body.replace('## Summary\n', '## Summary\n\nIt was worse.\n'));
  expect(titleOf(stage)).toContain('published');
  expect(told(stage).filter((it) => it.includes('Published'))).toHaveLength(1);
});

test(
  'that is published is not asked for again when its incident is reopened and resolved once more',
  { tags: 'slow' },
  async () => {
    const stage = await resolved(policyWith('{ draft: 3d, review: 5d, publish: 10d }'));
    await say(stage, 'alice', '/publish');
    for (const text of ['/reopen it is back', '/resolve for good']) {
      stage.hub.clock.advance(HOUR);
      stage.hub.as('alice').comment(1, text);
      await stage.react();
    }
    await stage.pass(14 * DAY, DAY);
    expect(card(stage.hub.issue(1))).not.toContain('❌');
    expect(notices(stage.hub.issue(1)).filter((it) => it.includes('overdue'))).toEqual([]);
  },
);

test(
  'that is published and done, and that somebody opens again, stays open until somebody closes it',
  { tags: 'slow' },
  async () => {
    const stage = await resolved();
    await say(stage, 'grace', '/approve');
    await say(stage, 'alice', '/publish');
    expect(stage.hub.issue(POST_MORTEM).state).toBe('CLOSED');
    stage.hub.clock.advance(HOUR);
    stage.hub.as('grace').reopen(POST_MORTEM);
    await stage.react();
    await stage.sweep();
    expect(stage.hub.issue(POST_MORTEM).state).toBe('OPEN');
    expect(cardOf(stage)).toContain('**Open again:** please close it once it is done.');
    stage.hub.as('grace').close(POST_MORTEM);
    await stage.react();
    await stage.sweep();
    expect(stage.hub.issue(POST_MORTEM).state).toBe('CLOSED');
  },
);

test(
  'that somebody closes as a duplicate before it is done is opened again as any other',
  { tags: 'slow' },
  async () => {
    const stage = await resolved();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('bob').close(POST_MORTEM, 'duplicate', 1);
    await stage.react();
    expect(stage.hub.issue(POST_MORTEM).state).toBe('OPEN');
    expect(told(stage)[0]).toContain('@bob **The post-mortem of #1 is not done, so it is open again.**');
  },
);
