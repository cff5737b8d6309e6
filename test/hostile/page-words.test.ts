import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { PAGE_POLICY, reported, say, shown, updates } from '../stories/status-page-story.ts';
import { recorder } from '../support/pager.ts';
import { asks, mentioned, MINUTE } from '../support/stage.ts';

/* What somebody entitled writes for customers reaches them: whole, once, as it is meant, and for good; or they hear that it does not. */

const OUTSIDE = `${PAGE_POLICY}
notifiers:
  customers: { type: slack, url: CUSTOMER_SLACK }
inform-public: [customers]
`;

const summaries = ({ pages }: ReturnType<typeof recorder>): readonly string[] =>
  pages.filter(({ action }) => action === 'announce').map(({ summary }) => summary);

describe('an update for customers', () => {
  test('is read to its end, also where its paragraph is longer than 300 characters', { tags: 'slow' }, async () => {
    const pager = recorder();
    const stage = await reported(['P1', 'api'], { policy: OUTSIDE, pager: pager.pager });
    const text =
      'Since 09:10 UTC about a third of all requests to our API have failed, in Europe only. Orders that you had already placed are safe, and nothing has to be entered again. We have found the cause and are moving to a second data centre; this takes about forty minutes. Please do not repeat payments that hang: no card is charged twice, and what was reserved is released by itself.';
    expect(text.length).toBeLessThan(400);
    await say(stage, 'alice', `/update ${text}`);
    expect((await updates(stage)).at(-1)![1]).toBe(text);
    expect(summaries(pager).at(-1)).toBe(text);
  });

  test('stays on the page, however many come after it', { tags: 'slow' }, async () => {
    const stage = await reported(['P1', 'api']);
    // Of 260 characters each; one every half an hour for two days, as update-every asks for.
    for (let i = 0; i < 96; i++) {
      stage.hub.clock.advance(MINUTE);
      stage.hub.as('alice').comment(1, `/update Number ${i}: ${'word '.repeat(48)}`);
      if (i % 4 === 3) await stage.react();
    }
    const all = await updates(stage);
    expect(all[1]![1]).toContain('Number 0:');
    expect(all).toHaveLength(97);
  });

  test('is not another stage because its sentence begins with such a word', async () => {
    const stage = await reported(['P1', 'api']);
    await say(stage, 'alice', '/update Monitoring shows that half of all requests still fail.');
    expect((await updates(stage)).at(-1)).toEqual([
      'investigating',
      'Monitoring shows that half of all requests still fail.',
    ]);
  });

  test('goes out for each of two in one comment', { tags: 'slow' }, async () => {
    const pager = recorder();
    const stage = await reported(['P1', 'api'], { policy: OUTSIDE, pager: pager.pager });
    await say(stage, 'alice', '/update identified: The cause is known.\n/update monitoring: It works again.');
    await stage.sweep();
    expect((await updates(stage)).map(([, text]) => text).slice(1)).toEqual(['The cause is known.', 'It works again.']);
    expect(summaries(pager).slice(1)).toEqual(['The cause is known.', 'It works again.']);
  });

  test(
    'written while it was confidential is not sent to customers when the category is taken back',
    { tags: 'slow' },
    async () => {
      const pager = recorder();
      const stage = await reported(['P0', 'checkout'], { policy: OUTSIDE, pager: pager.pager });
      await say(stage, 'alice', '/ack');
      stage.hub.as('bob').label(1, 'security');
      await stage.react();
      await say(stage, 'alice', '/update An attacker is in db-3.');
      stage.hub.clock.advance(MINUTE);
      stage.hub.as('bob').unlabel(1, 'security');
      await stage.react();
      await stage.sweep();
      expect((await updates(stage)).map(([, text]) => text)).not.toContain('An attacker is in db-3.');
      expect(summaries(pager)).not.toContain('An attacker is in db-3.');
    },
  );
});

describe('whoever writes for customers hears that nobody reads it', () => {
  const heard = (stage: Stage, number = 1): string[] =>
    asks(stage.hub.issue(number)).filter((it) => it.includes('Customers do not read this'));

  test.each<[string, readonly string[], string, string]>([
    ['a correction of nothing', ['P2', 'api'], '/correct It is down.', '`/update TEXT` tells them'],
    ['what the policy keeps off the page', ['P3', 'api'], '/update Some cannot pay.', 'keeps P3 off'],
    [
      'what was taken off',
      ['P0', 'checkout'],
      '/public off a test\n/update Some cannot pay.',
      'has taken the incident off',
    ],
  ])('of %s, once', async (_, labels, text, why) => {
    const stage = await reported(labels);
    await say(stage, 'alice', text);
    await say(stage, 'alice', text.split('\n').at(-1)!);
    expect((await shown(stage)).flatMap(({ incident_updates: said }) => said)).toEqual([]);
    expect(heard(stage)).toEqual([expect.stringContaining(why)]);
    expect(mentioned(heard(stage)[0]!)).toEqual(['alice']);
  });

  test('of what is confidential', async () => {
    const stage = await reported(['P0', 'checkout', 'security']);
    const before = asks(stage.hub.issue(1)).length;
    await say(stage, 'alice', '/update Some of you cannot pay.');
    expect(await shown(stage)).toEqual([]);
    expect(asks(stage.hub.issue(1)).length).toBeGreaterThan(before);
  });
});

test(
  'customers who read that it is over do not read after it, of a stage that was behind it, that it can be used again',
  { tags: 'slow' },
  async () => {
    const stage = await reported(['P1', 'api']);
    await say(stage, 'alice', '/ack\n/update resolved: All is well again.');
    await say(stage, 'alice', '/mitigate restarted an hour ago');
    await say(stage, 'alice', '/resolve fixed');
    expect((await updates(stage)).map(([stage]) => stage)).toEqual(['investigating', 'resolved']);
  },
);

test(
  'a report for customers that was published wrong is read as it is corrected on the incident',
  { tags: 'slow' },
  async () => {
    const stage = await reported(['P0', 'checkout']);
    await say(stage, 'alice', '/ack\n/resolve fixed');
    const publish = async (text: string): Promise<void> => {
      stage.hub.clock.advance(MINUTE);
      const { body } = stage.hub.issue(2);
      stage.hub.as('alice').editBody(2, body.replace(/(## For customers\n)[\s\S]*?(?=\n## |$)/, `$1\n${text}\n`));
      await say(stage, 'alice', '/publish', 2);
      await stage.sweep();
    };
    await publish('Payments of Mr Smith hung.');
    await publish('Payments hung.');
    expect(asks(stage.hub.issue(2)).at(-1)).toContain('/correct');
    await say(stage, 'alice', '/correct Payments hung.');
    expect((await updates(stage)).at(-1)).toEqual(['postmortem', 'Payments hung.']);
  },
);

test('an update that a run has read stays as it was when its comment is edited', async () => {
  const stage = await reported(['P1', 'api']);
  await say(stage, 'alice', '/update Some answers are slow.');
  const { databaseId } = stage.hub.issue(1).comments.find(({ body }) => body.startsWith('/update'))!;
  stage.hub.clock.advance(MINUTE);
  stage.hub.as('alice').editComment(databaseId, '/update Everything is fine.');
  await stage.react();
  await stage.sweep();
  expect((await updates(stage)).at(-1)).toEqual(['investigating', 'Some answers are slow.']);
});
