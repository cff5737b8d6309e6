// @module-tag slow

import { describe, expect, test } from 'vitest';
import { DAY, HOUR, mentioned, MINUTE, notices, stageOf, visible } from '../support/stage.ts';
import { isRed } from '../../src/run/report.ts';
import {
  APPROVED,
  cardOf,
  labelsOf,
  policyWith,
  POST_MORTEM,
  resolved,
  say,
  titleOf,
  told,
  write,
} from './post-mortem-story.ts';

/* A post-mortem goes from its draft to its publication by commands on its own issue, and its approval is bound to its text. */

const summary = (body: string): string => body.replace('## Summary\n', '## Summary\n\nA deploy broke the checkout.\n');

describe('a post-mortem', () => {
  test('gets a card that says what comes next, and goes from draft to published', async () => {
    const stage = await resolved();
    expect(titleOf(stage)).toBe('## Post-mortem of #1 · draft');
    expect(cardOf(stage)).toContain(
      '**Do now:** write below each heading, then comment `/review` before **Thu 10:05 UTC**.',
    );
    expect(cardOf(stage)).toContain('- Owner: `alice`');
    await write(stage, 'alice', summary);
    await say(stage, 'alice', '/review the times are from the logs');
    expect(titleOf(stage)).toBe('## Post-mortem of #1 · in review');
    expect(labelsOf(stage)).toContain('in-review');
    expect(mentioned(told(stage)[0]!)).toEqual(['grace']);
    expect(told(stage)[0]).toContain('**Post-mortem of #1: `/approve`, or `/changes what is missing`.**');
    expect(told(stage)[0]).toContain('`the times are from the logs`');
    await say(stage, 'grace', '/approve');
    expect(titleOf(stage)).toBe('## Post-mortem of #1 · approved');
    expect(labelsOf(stage)).toContain('approved');
    expect(labelsOf(stage)).not.toContain('in-review');
    expect(cardOf(stage)).toMatch(/^- Approved by `grace`, \w{3} \d+ \w{3} 2026, \d\d:\d\d UTC$/m);
    expect(mentioned(told(stage)[1]!)).toEqual(['alice']);
    await say(stage, 'alice', '/publish');
    expect(labelsOf(stage)).toContain('published');
    expect(stage.hub.issue(POST_MORTEM).state).toBe('CLOSED');
    expect(titleOf(stage)).toBe('## Post-mortem of #1 · published, closed');
    const before = stage.hub.issue(POST_MORTEM).comments.length;
    await stage.sweep();
    expect(stage.hub.issue(POST_MORTEM).comments).toHaveLength(before);
  });

  test('of a priority whose downtime decides is opened, and due, once the downtime was long enough', async () => {
    const P1 = 'P1: { acknowledge: 30m, resolve: 8h, escalation: urgent';
    const policy = APPROVED.replace(P1, `${P1}, post-mortem: { after-downtime: 2h }`);
    const stage = await stageOf({ policy });
    stage.hub.as('nora').openIssue({ title: 'Checkout is slow' });
    stage.hub.as('bob').label(1, 'P1');
    stage.hub.clock.advance(HOUR);
    stage.hub.as('alice').comment(1, '/resolve the cache was cold');
    await stage.react();
    stage.hub.clock.advance(7 * DAY);
    await stage.sweep();
    expect(stage.hub.issue(1).subIssues).toEqual([]);
    expect(notices(stage.hub.issue(1)).join()).not.toContain('post-mortem');
    stage.hub.as('alice').comment(1, '/impact 2026-11-02 07:30 2026-11-02 10:00');
    await stage.react();
    expect(stage.hub.issue(1).subIssues).toEqual([POST_MORTEM]);
  });

  test('lists at its review what it still lacks, with the hours of which nothing is on record', async () => {
    const stage = await resolved();
    await write(stage, 'alice', (body) =>
      body.replace('## Summary\n', '## Summary\n\nIt was careless of the release team.\n'),
    );
    await say(stage, 'alice', '/review');
    const [lint = ''] = told(stage);
    expect(lint).toContain('What it still lacks');
    expect(lint).toMatch(/- Nothing written yet: `Summary`/);
    expect(lint).toContain('- No action items');
    expect(lint).toContain('- Reads like blame, which hides causes: `careless`');
    expect(lint).not.toContain('Nothing on record');
    const long = await resolved(policyWith('{ approver: management }'), {}, 3 * HOUR);
    await say(long, 'alice', '/review');
    expect(told(long)[0]).toContain('- Nothing on record from 09:05 to 12:05: what was done then?');
  });

  test('is approved by the role of the policy, and neither by its owner nor by whoever wrote in it', async () => {
    const stage = await resolved(
      policyWith('{ approver: managers }').replace(
        'management: [grace]',
        `management: [grace]
  managers: [grace, alice, bob]`,
      ),
    );
    await write(stage, 'grace', summary);
    await say(stage, 'alice', '/approve');
    expect(told(stage)[0]).toContain('`/approve` takes somebody else than its owner.');
    await say(stage, 'grace', '/approve');
    expect(told(stage)[1]).toContain('`/approve` takes somebody who has not written in it.');
    await say(stage, 'nora', '/approve');
    expect(told(stage)[2]).toContain('`/approve` was rejected: it takes one of these roles');
    expect(titleOf(stage)).toContain('draft');
    await say(stage, 'bob', '/approve');
    expect(titleOf(stage)).toContain('approved');
    // Whoever writes in it later has still not approved what they wrote.
    await write(stage, 'bob', (body) => `${body}\n\n## More\n\nAnd another thing.`);
    expect(titleOf(stage)).toContain('in review');
    await say(stage, 'bob', '/approve');
    expect(titleOf(stage)).toContain('in review');
  });

  test('goes back to review when its text changes after the approval, and says which sections', async () => {
    const stage = await resolved();
    await write(stage, 'alice', summary);
    await say(stage, 'alice', '/review');
    await say(stage, 'grace', '/approve');
    await write(stage, 'alice', (body) => body.replace('A deploy broke', 'A bad deploy broke'));
    expect(titleOf(stage)).toContain('in review');
    expect(labelsOf(stage)).toContain('in-review');
    expect(cardOf(stage)).toContain('- Changed since the approval of `grace`: `Summary`');
    expect(told(stage).at(-1)).toContain('`/approve` again');
    expect(mentioned(told(stage).at(-1)!)).toEqual(['grace']);
    const before = told(stage).length;
    // Each further edit is no news.
    await write(stage, 'alice', (body) => body.replace('A bad deploy broke', 'A very bad deploy broke'));
    expect(told(stage)).toHaveLength(before);
    await say(stage, 'alice', '/publish');
    expect(told(stage).at(-1)).toContain('needs the approval of the text as it is now: 0 of 1 by `management`');
    await say(stage, 'grace', '/approve');
    expect(titleOf(stage)).toContain('approved');
    expect(cardOf(stage)).not.toContain('Changed since');
  });

  test('keeps its approval when only the list of action items changes', async () => {
    const stage = await resolved();
    await write(stage, 'alice', summary);
    await say(stage, 'grace', '/approve');
    await write(stage, 'alice', (body) =>
      body.replace('## Action items\n', '## Action items\n\n- [ ] Test deploys @bob\n'),
    );
    expect(titleOf(stage)).toContain('approved');
  });

  test('does not count an approval of a text that was edited before anybody could tell', async () => {
    const stage = await resolved();
    stage.hub.as('grace').comment(POST_MORTEM, '/approve');
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('alice').editBody(POST_MORTEM, summary(stage.hub.issue(POST_MORTEM).body));
    await stage.react();
    expect(titleOf(stage)).toContain('in review');
    expect(cardOf(stage)).toContain('The approval of `grace` does not count: the text was edited right after it');
  });

  test('is a draft again when changes are asked for, with a reason', async () => {
    const stage = await resolved();
    await say(stage, 'alice', '/review');
    await say(stage, 'grace', '/changes');
    expect(told(stage).at(-1)).toContain('`/changes` needs a reason');
    await say(stage, 'grace', '/changes say what the customers saw');
    expect(titleOf(stage)).toContain('draft');
    expect(told(stage).at(-1)).toContain('**Changes asked for by `grace`.**');
    expect(mentioned(told(stage).at(-1)!)).toEqual(['alice']);
  });

  test('takes its stage from labels of those who may, and takes others off', async () => {
    const stage = await resolved();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('alice').label(POST_MORTEM, 'in-review');
    await stage.react();
    expect(titleOf(stage)).toContain('in review');
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('alice').label(POST_MORTEM, 'approved');
    await stage.react();
    expect(titleOf(stage)).toContain('in review');
    expect(labelsOf(stage)).not.toContain('approved');
    expect(told(stage).at(-1)).toContain('The label `approved` was taken off.');
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('grace').label(POST_MORTEM, 'approved');
    await stage.react();
    expect(titleOf(stage)).toContain('approved');
  });

  test('that is closed before it is done is opened again once, and then stays closed as an exception', async () => {
    const stage = await resolved();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('bob').close(POST_MORTEM);
    await stage.react();
    expect(stage.hub.issue(POST_MORTEM).state).toBe('OPEN');
    expect(told(stage)).toHaveLength(1);
    expect(told(stage)[0]).toContain('@bob **The post-mortem of #1 is not done, so it is open again.**');
    expect(told(stage)[0]).toContain('- Approvals: 0 of 1, by `management`: `/approve`');
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('bob').close(POST_MORTEM);
    await stage.react();
    await stage.sweep();
    expect(stage.hub.issue(POST_MORTEM).state).toBe('CLOSED');
    expect(told(stage)).toHaveLength(1);
    expect(cardOf(stage)).toContain('- Closed by `bob`');
  });

  test('meets the clocks of its incident as it comes along, and reminds who owes it', async () => {
    const stage = await resolved();
    await stage.pass(3 * DAY + 2 * HOUR, HOUR);
    const late = stage.hub.issue(1).comments.filter(({ body }) => body.includes('draft overdue'));
    expect(late).toHaveLength(1);
    expect(mentioned(visible(late[0]!.body))).toEqual(['alice']);
    expect(late[0]!.body).toContain('Write it in #2');
    expect(late[0]!.body).toContain('notifies whoever has to write the post-mortem');
    await say(stage, 'alice', '/review');
    await say(stage, 'grace', '/approve');
    const { body } = stage.hub.issue(1).comments.find((it) => it.body.startsWith('<!-- tocsin:card'))!;
    expect(body).toMatch(/✅ \*\*Post-mortem review\*\*/);
    await stage.pass(12 * DAY, DAY);
    expect(stage.hub.issue(1).comments.filter((it) => it.body.includes('review overdue'))).toHaveLength(0);
    expect(stage.hub.issue(1).comments.filter((it) => it.body.includes('not published in time'))).not.toHaveLength(0);
  });

  test('answers what is no command there, and sends those of the incident to it', async () => {
    const stage = await resolved();
    await say(stage, 'alice', '/aprove');
    expect(told(stage).at(-1)).toContain('`/aprove` is not a command here. Did you mean `/approve`?');
    await say(stage, 'alice', '/impact 09:00 10:00');
    expect(told(stage).at(-1)).toContain('`/impact` is a command of the incident: write it on #1.');
    await say(stage, 'alice', '/help');
    expect(told(stage).at(-1)).toContain('- `/changes REASON`');
    for (let i = 0; i < 5; i++) await say(stage, 'nora', '/publish now');
    expect(told(stage).filter((it) => it.includes('@nora'))).toHaveLength(1);
  });

  test('that is locked makes a run red once a day, and no incident is left', async () => {
    const stage = await resolved();
    stage.hub.as('grace').lock(POST_MORTEM);
    stage.hub.as('grace').label(POST_MORTEM, 'in-review');
    const reports = [];
    for (let i = 0; i < 4; i++) {
      stage.hub.clock.advance(HOUR);
      reports.push(await stage.sweep());
    }
    expect(reports.filter(isRed).length).toBeLessThanOrEqual(1);
    expect(reports.flatMap(({ left }) => left)).toEqual([]);
  });
});
