import { describe, expect, test } from 'vitest';
import type { Actor, Issue, TimelineEvent } from '../../src/model/issue.ts';
import { countNotifications, notifiedMentionsIn, totalOf } from '../../src/rehearsal/notifications.ts';
import { checkoutStory, playStory } from '../../src/rehearsal/story.ts';
import { stageOf } from '../support/stage.ts';

const BOT: Actor = { login: 'github-actions[bot]', bot: true };
const person = (login: string): Actor => ({ login, bot: false });

let ids = 0;
const comment = (author: Actor, body: string, edited = false): TimelineEvent => {
  ids += 1;
  const own = author.bot;
  return {
    at: ids,
    actor: author,
    own,
    kind: 'commented',
    comment: { id: `IC_${ids}`, number: ids, url: '', body, author, edited, own },
  };
};
const assigned = (actor: Actor, assignee: string): TimelineEvent => ({
  at: 0,
  actor,
  own: actor.bot,
  kind: 'assigned',
  assignee,
});
const unassigned = (actor: Actor, assignee: string): TimelineEvent => ({
  ...assigned(actor, assignee),
  kind: 'unassigned',
  assignee,
});
const issue = (timeline: readonly TimelineEvent[], body = ''): Issue => ({
  id: 'I_1',
  number: 1,
  url: '',
  title: 'Down',
  body,
  edited: false,
  author: person('rita'),
  own: false,
  openedAt: 0,
  state: 'open',
  labels: [],
  timeline,
});

/** Login to mentions, assignments and other comments. */
const counts = (...issues: Issue[]): Record<string, number[]> =>
  Object.fromEntries(
    countNotifications(issues).map(({ login, mentions, assignments, others }) => [
      login,
      [mentions, assignments, others],
    ]),
  );

describe('a comment notifies', () => {
  test('whom it mentions and the author of the issue, never its own author, never a bot', () => {
    expect(counts(issue([comment(BOT, '@alice **Do it**')]))).toEqual({ alice: [1, 0, 0], rita: [0, 0, 1] });
    expect(counts(issue([comment(person('rita'), '@rita @github-actions me')]))).toEqual({
      'github-actions': [1, 0, 0],
    });
    expect(counts(issue([comment(person('bob'), 'I see it too'), comment(person('rita'), 'thanks')]))).toEqual({
      rita: [0, 0, 1],
      bob: [0, 0, 1],
    });
  });

  test('those who have commented or been mentioned before, and not those who do later', () => {
    const talk = [
      comment(BOT, 'first'),
      comment(person('bob'), 'hi @carol'),
      comment(BOT, 'then'),
      comment(BOT, '@bob'),
    ];
    expect(counts(issue(talk))).toEqual({ rita: [0, 0, 4], carol: [1, 0, 2], bob: [1, 0, 1] });
  });

  test('each once, whatever the capitals, and by the mention where there are two reasons', () => {
    const talk = [comment(person('Bob'), 'hi'), assigned(BOT, 'bob'), comment(BOT, '@BOB @bob @Rita')];
    expect(counts(issue(talk))).toEqual({ bob: [1, 1, 0], rita: [1, 0, 1] });
  });

  test('assignees of that time', () => {
    const talk = [assigned(BOT, 'alice'), comment(BOT, 'one'), unassigned(person('bob'), 'alice'), comment(BOT, 'two')];
    expect(counts(issue(talk)).alice).toEqual([0, 1, 1]);
  });

  test('nobody again when it is edited', () => {
    expect(counts(issue([comment(BOT, '@alice card', true)]))).toEqual({ alice: [1, 0, 0], rita: [0, 0, 1] });
  });
});

test('an assignment notifies the assignee, unless they did it themselves', () => {
  expect(counts(issue([assigned(BOT, 'alice'), assigned(person('bob'), 'bob')]))).toEqual({ alice: [0, 1, 0] });
  expect(counts(issue([{ ...assigned(BOT, ''), kind: 'assigned', assignee: null }]))).toEqual({});
});

test('a report notifies whom it mentions; issues do not mix', () => {
  const other = { ...issue([comment(BOT, 'two')], 'cc @alice'), number: 2, author: BOT };
  expect(counts(issue([comment(BOT, 'one')]), other)).toEqual({ rita: [0, 0, 1], alice: [1, 0, 1] });
});

test('the most notified come first', () => {
  const list = countNotifications([issue([comment(BOT, '@zoe'), comment(BOT, '@zoe @adam')])]);
  expect(list.map((one) => [one.login, totalOf(one)])).toEqual([
    ['rita', 2],
    ['zoe', 2],
    ['adam', 1],
  ]);
});

test.each([
  ['@alice @bob-b **go**', ['alice', 'bob-b']],
  ['(@alice), @bob. /@carol', ['alice', 'bob']],
  ['`@alice` ``x ` @bob`` and\n```text\n@carol\n```\n~~~\n@dan', []],
  ['<!-- tocsin:notice {"to":"@alice"} -->\n@bob', ['bob']],
  ['mail a@example.org, the team @acme/ops, @@alice', []],
  ['@Alice @alice', ['Alice']],
])('mentions in %j', (text, logins) => {
  expect(notifiedMentionsIn(text)).toEqual(logins);
});

test('is counted from what the embedded GitHub has at the end', async () => {
  const stage = await stageOf();
  const { hub } = stage;
  hub.as('rita').openIssue({ title: 'Odd', body: 'cc @bob', assignees: ['alice'] });
  const card = hub.as('github-actions[bot]').comment(1, 'card');
  hub.as('github-actions[bot]').editComment(card.databaseId, 'card, newer, `@grace`');
  expect(counts(await stage.read(1))).toEqual({ bob: [1, 0, 1], alice: [0, 1, 1], rita: [0, 0, 1] });
});

test.each(['en', 'fr'] as const)(
  'the main story ends as it must, within its bounds (%s)',
  { tags: 'slow' },
  async (language) => {
    const story = checkoutStory(language);
    expect(await playStory(story, () => null)).toEqual([]);
  },
);

test('the main story says who gets too many', { tags: 'slow' }, async () => {
  const story = checkoutStory('en');
  const noisy = {
    ...story,
    scenes: [
      ...story.scenes,
      { after: 0, tells: '', act: story.scenes[3]!.act! },
      { after: 1, tells: '', act: story.scenes[3]!.act! },
    ],
  };
  const faults = await playStory(noisy, () => null);
  expect(faults).toContain('It does not hold that mona got at most 12 notifications.');
  expect(faults.join()).not.toContain('mallory');
});
