// @module-tag slow

import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { DAY, mentioned, MINUTE, PEOPLE } from '../support/stage.ts';
import { cardOf, policyWith, POST_MORTEM, resolved, say, told, withItems, write } from './post-mortem-story.ts';

/* The lines under the heading of the action items become issues under the post-mortem, once; people own the lines. */

const itemsOf = ({ hub }: Stage) => hub.issue(POST_MORTEM).subIssues.map((number) => hub.issue(number));
const line = (stage: Stage, part: string): string =>
  cardOf(stage)
    .split('\n')
    .find((it) => it.includes(part)) ?? '';

describe('an action item', () => {
  test('becomes an issue once its line names an owner, with a day and a type', async () => {
    const stage = await resolved();
    await write(
      stage,
      'alice',
      withItems('- [ ] Alert on queue depth @bob due:2026-12-01 type:detect', '- [ ] Write it down'),
    );
    const [item, ...others] = itemsOf(stage);
    expect(others).toEqual([]);
    expect(item).toMatchObject({ title: 'Alert on queue depth', assignees: ['bob'], labels: ['action-item'] });
    expect(item!.body).toContain('From the post-mortem #2 of #1.');
    expect(item!.body).toContain('- Due: **Tue 1 Dec 2026**');
    expect(item!.body).toContain('- To detect');
    expect(line(stage, 'Alert on')).toBe('- ⏳ #3 `Alert on queue depth`: detect, `bob`, due Tue 1 Dec 2026');
    expect(line(stage, 'Write it')).toBe('- ⬜ `Write it down`: prevent, no issue yet, it comes with the review');
    await say(stage, 'alice', '/review');
    expect(itemsOf(stage).map(({ title, assignees }) => [title, ...assignees])).toEqual([
      ['Alert on queue depth', 'bob'],
      ['Write it down', 'alice'],
    ]);
    await stage.sweep();
    expect(itemsOf(stage)).toHaveLength(2);
  });

  test('stays the same issue when its line is reworded, moved, ticked, given to somebody else or taken out', async () => {
    const stage = await resolved();
    await write(
      stage,
      'alice',
      withItems('- [ ] Alert on the depth of the queue @bob', '- [ ] Rehearse the rollback of a deploy @alice'),
    );
    expect(itemsOf(stage)).toHaveLength(2);
    await write(
      stage,
      'alice',
      withItems(
        '- [x] Rehearse the rollback of a bad deploy @bob due:2026-11-20',
        '- [ ] Alert on the length of the queue @bob',
      ),
    );
    await write(stage, 'alice', withItems('- [ ] Alert on the length of the mail queue @bob'));
    expect(itemsOf(stage)).toHaveLength(2);
    expect(line(stage, '#3')).toContain('`Alert on the length of the mail queue`');
    expect(line(stage, '#4')).toContain('its line is gone');
    // Step by step a line may come to say something else; what it was first is on record.
    await write(
      stage,
      'alice',
      withItems('- [ ] Alert on the length of the mail queue @bob', '- [ ] Buy a second load balancer @bob'),
    );
    expect(itemsOf(stage).map(({ title }) => title)).toContain('Buy a second load balancer');
  });

  test('is given to whom its line names later too, once, and people may give it to others themselves', async () => {
    const stage = await resolved();
    const assigned = () => [...itemsOf(stage)[0]!.assignees].sort();
    await write(stage, 'alice', withItems('- [ ] Alert on queue depth @bob'));
    await write(stage, 'alice', withItems('- [ ] Alert on queue depth @grace'));
    expect(assigned()).toEqual(['bob', 'grace']);
    expect(line(stage, '#3')).toContain('`grace`');
    stage.hub.as('grace').unassign(3, 'bob', 'grace');
    stage.hub.as('grace').assign(3, 'alice');
    await stage.sweep();
    await write(stage, 'alice', withItems('- [ ] Alert on the queue depth @grace', '- [ ] Rehearse a rollback @bob'));
    expect(assigned()).toEqual(['alice']);
    await write(stage, 'alice', withItems('- [ ] Alert on the queue depth @bob', '- [ ] Rehearse a rollback @bob'));
    expect(assigned()).toEqual(['alice', 'bob']);
    await write(stage, 'alice', withItems('- [ ] Alert on the queue depth @ghost', '- [ ] Rehearse a rollback @bob'));
    expect(assigned()).toEqual(['alice', 'bob']);
    expect(told(stage)).toEqual([]);
  });

  test('that may be another is asked about, once, and a number or `#new` in its line tells', async () => {
    const stage = await resolved();
    await write(stage, 'alice', withItems('- [ ] Alert on the queue depth @bob'));
    await write(stage, 'alice', withItems('- [ ] Alert if the mail queue grows @bob'));
    expect(itemsOf(stage)).toHaveLength(1);
    expect(cardOf(stage)).toContain(
      '❓ Is `Alert if the mail queue grows` the same as #3? Write `#3` into its line if so, and `#new` if not.',
    );
    expect(told(stage)).toHaveLength(1);
    expect(mentioned(told(stage)[0]!)).toEqual(['alice']);
    await stage.sweep();
    expect(told(stage)).toHaveLength(1);
    await write(stage, 'alice', withItems('- [ ] Alert if the mail queue grows @bob #new'));
    expect(itemsOf(stage).map(({ title }) => title)).toEqual([
      'Alert on the queue depth',
      'Alert if the mail queue grows',
    ]);
    await write(
      stage,
      'alice',
      withItems('- [ ] Alert if the mail queue grows @bob', '- [ ] Something else entirely #3'),
    );
    expect(itemsOf(stage)).toHaveLength(2);
    expect(line(stage, '#3')).toContain('`Something else entirely`');
  });

  test('whose line is wrong says so on the card, and what is rejected stays on record', async () => {
    const stage = await resolved();
    await write(
      stage,
      'alice',
      withItems(
        '- [ ] Rewrite it in a week @alice due:tomorrow type:magic repo:nowhere',
        '- Move to another cloud rejected: too dear for what it brings',
      ),
    );
    expect(itemsOf(stage)).toHaveLength(1);
    const wrong = line(stage, 'Rewrite');
    expect(wrong).toContain('`tomorrow` is no day; expected one such as `due:2026-12-01`');
    expect(wrong).toContain('`magic` is no type; expected prevent, detect, mitigate, respond or process');
    expect(wrong).toContain('`nowhere` is no repository');
    expect(line(stage, 'Move')).toBe('- 🚫 `Move to another cloud`: prevent, rejected: `too dear for what it brings`');
  });

  test('keeps its post-mortem open until it is done or waived, and closes it with the last', async () => {
    const stage = await resolved(policyWith('true'));
    await write(stage, 'alice', withItems('- [ ] Alert on the queue @bob', '- [ ] Rehearse a rollback @alice'));
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('bob').close(POST_MORTEM);
    await stage.react();
    expect(stage.hub.issue(POST_MORTEM).state).toBe('OPEN');
    expect(told(stage)[0]).toContain('- #3: close it, or `/waive #3 why`');
    await say(stage, 'alice', '/waive #3');
    expect(told(stage).at(-1)).toContain('`/waive` takes the number of an action item');
    await say(stage, 'alice', '/waive #3 we drop that product');
    expect(line(stage, '#3')).toContain('waived by `alice`: `we drop that product`');
    await say(stage, 'alice', '/publish');
    expect(cardOf(stage)).toContain('**Left:** 1 action item.');
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('alice').close(4);
    await stage.react();
    await stage.sweep();
    expect(stage.hub.issue(POST_MORTEM).state).toBe('CLOSED');
    expect(line(stage, '#4')).toContain('✅');
  });

  test('that is done says by whom, and by which pull request, and one that is rejected after all is closed', async () => {
    const stage = await resolved();
    await write(stage, 'alice', withItems('- [ ] Alert on the queue @bob', '- [ ] Buy a bigger queue @bob'));
    const pull = stage.hub.as('bob').openPullRequest({ title: 'Alert on the queue', body: 'Fixes #3' });
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('grace').mergePullRequest(pull);
    await write(
      stage,
      'alice',
      withItems('- [ ] Alert on the queue @bob', '- [ ] Buy a bigger queue @bob rejected: it would only fill later'),
    );
    expect(line(stage, '#3')).toBe(`- ✅ #3 \`Alert on the queue\`: prevent, \`bob\`, done by \`grace\`, #${pull}`);
    expect(stage.hub.issue(4)).toMatchObject({ state: 'CLOSED', stateReason: 'NOT_PLANNED' });
    expect(line(stage, '#4')).toContain('rejected: `it would only fill later`');
    stage.hub.requests.length = 0;
    await stage.sweep();
    expect(stage.hub.requests).toHaveLength(1);
    // Opened again it is not done, and whoever closes it then has done it.
    stage.hub.as('bob').reopen(3);
    await stage.sweep();
    expect(line(stage, '#3')).toContain('⏳');
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('bob').close(3);
    await stage.sweep();
    expect(line(stage, '#3')).toContain('done by `bob`');
  });

  test('that is deleted is not opened again', async () => {
    const stage = await resolved(policyWith('true'), { people: { ...PEOPLE, rita: 'admin' } });
    await write(stage, 'alice', withItems('- [ ] Alert on the queue @bob'));
    stage.hub.as('rita').deleteIssue(3);
    stage.hub.clock.advance(DAY);
    await stage.sweep();
    await write(stage, 'alice', (body) => `${body}\n`);
    expect(itemsOf(stage)).toEqual([]);
  });

  test('survives a heading that is renamed, a text without any, and one of 65,000 characters', async () => {
    const stage = await resolved();
    await write(stage, 'alice', withItems('- [ ] Alert on the queue @bob'));
    await write(stage, 'alice', (body) => body.replace('## Action items', '## To do'));
    expect(cardOf(stage)).toContain('The heading **Action items** is gone');
    expect(line(stage, '#3')).toContain('its line is gone');
    await write(stage, 'alice', () => 'All gone.');
    expect(itemsOf(stage)).toHaveLength(1);
    const many = Array.from({ length: 900 }, (_, i) => `- [ ] Item ${i} is one of too many things to do here @bob`);
    await write(stage, 'alice', () => `## Action items\n\n${many.join('\n')}`.slice(0, 65_000));
    await stage.sweep();
    expect(itemsOf(stage).length).toBeLessThanOrEqual(100);
    expect(cardOf(stage).length).toBeLessThan(65_536);
  });
});
