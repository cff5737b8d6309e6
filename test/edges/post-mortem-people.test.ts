// @module-tag slow

import { describe, expect, test } from 'vitest';
import { isRed } from '../../src/run/report.ts';
import { card, DAY, HOUR, mentioned, MINUTE, visible } from '../support/stage.ts';
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

/* Whoever has the next step about a post-mortem hears of it, and where nobody can take it somebody hears of that. */

const NOBODY = 'Too few of `management` may approve it';

describe('a review', () => {
  test('that only its owner could approve is told to them, with what would help', async () => {
    const stage = await resolved(APPROVED.replace('management: [grace]', 'management: [alice]'));
    await say(stage, 'alice', '/review');
    expect(mentioned(told(stage).at(-1)!)).toEqual(['alice']);
    expect(told(stage).at(-1)!.split('\n')[1]).toContain(NOBODY);
  });

  test('is asked of those who have not written in it, and of nobody else', async () => {
    const stage = await resolved(APPROVED.replace('management: [grace]', 'management: [grace, bob]'));
    await write(stage, 'grace', (body) => `${body}\n\nAnd more.`);
    await say(stage, 'alice', '/review');
    expect(mentioned(told(stage).at(-1)!)).toEqual(['bob']);
    await say(stage, 'bob', '/approve');
    await write(stage, 'bob', (body) => `${body}\n\nAnd still more.`);
    expect(told(stage).at(-1)).toContain('The text has changed since it was approved');
    expect(mentioned(told(stage).at(-1)!)).toEqual(['alice']);
    expect(told(stage).at(-1)).toContain(NOBODY);
  });
});

describe('overdue items', () => {
  test('of a post-mortem that is locked make a run red once a day, and no more', async () => {
    const stage = await resolved(policyWith('true'));
    await write(stage, 'alice', withItems('- [ ] Alert on the queue @bob due:2026-11-03'));
    stage.hub.as('grace').lock(POST_MORTEM);
    stage.hub.clock.set(Date.parse('2026-11-04T08:00:00Z'));
    let red = 0;
    for (let i = 0; i < 12; i++) {
      stage.hub.clock.advance(HOUR);
      if (isRed(await stage.sweep())) red += 1;
    }
    expect(red).toBeLessThanOrEqual(1);
  });

  test('are told on another post-mortem where the first one is locked', async () => {
    const stage = await resolved(policyWith('true'));
    const { hub } = stage;
    await write(stage, 'alice', withItems('- [ ] Alert on the queue @bob due:2026-11-03'));
    hub.as('nora').openIssue({ title: 'Mail is down' });
    hub.as('bob').label(4, 'P0');
    await stage.react();
    hub.as('alice').comment(4, '/resolve a full disk');
    await stage.react();
    hub.clock.advance(MINUTE);
    hub.as('alice').editBody(5, withItems('- [ ] Watch the disks @bob due:2026-11-03')(hub.issue(5).body));
    await stage.react();
    hub.as('grace').lock(POST_MORTEM);
    hub.clock.set(Date.parse('2026-11-04T09:00:00Z'));
    await stage.sweep();
    await stage.sweep();
    const chased = hub.issue(5).comments.filter(({ body }) => body.startsWith('<!-- tocsin:digest'));
    expect(chased).toHaveLength(1);
    expect(visible(chased[0]!.body)).toContain('- #3 `Alert on the queue`');
  });
});

describe('of an incident that turns out to be confidential', () => {
  const policy = `${APPROVED}categories: [{ name: breach, label: breach, owner: management, confidential: true }]\n`;

  test('the card goes and stays away, also when the incident is out of sight, and comes back when it is none', async () => {
    const stage = await resolved(policy);
    const { hub } = stage;
    await write(stage, 'alice', withItems('- [ ] Alert on the queue @bob due:2026-11-03'));
    await say(stage, 'alice', '/review');
    hub.clock.advance(MINUTE);
    hub.as('grace').label(1, 'breach');
    await stage.react();
    expect(cardOf(stage)).toBe('The incident is confidential, so nothing is followed up here.');
    const before = hub.issue(POST_MORTEM).comments.length;
    await say(stage, 'grace', '/approve');
    hub.as('grace').close(1);
    await stage.sweep();
    await stage.pass(60 * DAY, 3 * DAY);
    expect(cardOf(stage)).toBe('The incident is confidential, so nothing is followed up here.');
    expect(hub.issue(POST_MORTEM).comments).toHaveLength(before + 1);
    hub.as('grace').reopen(1);
    hub.as('grace').unlabel(1, 'breach');
    await stage.sweep();
    expect(card(hub.issue(POST_MORTEM))).toContain('Post-mortem of #1');
    expect(titleOf(stage)).toContain('approved');
    expect(hub.issue(POST_MORTEM).subIssues).toHaveLength(1);
  });

  test('nobody is asked about in every run, so that there is time to ask about the others', async () => {
    const stage = await resolved(policy);
    const { hub } = stage;
    hub.as('grace').label(1, 'breach');
    await stage.react();
    for (const login of ['alice', 'bob', 'grace', 'heidi', 'nora', 'rita']) await say(stage, login, '/drafted');
    await stage.sweep();
    hub.clock.advance(HOUR);
    const before = hub.requests.length;
    await stage.sweep();
    expect(hub.requests.slice(before).filter(({ path }) => path.endsWith('/permission'))).toEqual([]);
    // Once it is confidential no more, what they said counts.
    hub.as('grace').unlabel(1, 'breach');
    await stage.sweep();
    expect(cardOf(stage)).toContain('Post-mortem of #1');
  });
});
