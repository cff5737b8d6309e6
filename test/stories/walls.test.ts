import { describe, expect, test } from 'vitest';
import { failuresOf, isRed } from '../../src/run/report.ts';
import { card, DAY, HOUR, MINUTE, notices, stageOf } from '../support/stage.ts';
import { NOTIFIERS, recorder } from '../support/pager.ts';
import { TEAM } from '../support/team.ts';
import { POLICY } from './people-story.ts';

/* What GitHub will not do: it is said with its reason, once a day, and nobody is paged again for it. */

async function stageWith(options = {}) {
  const { pager, pages } = recorder();
  const stage = await stageOf({ policy: `${POLICY}${NOTIFIERS}`, people: TEAM, pager, ...options });
  stage.hub.as('alice').openIssue({ title: 'Shop down', labels: ['incident', 'P0'] });
  await stage.react();
  return { stage, hub: stage.hub, went: () => pages.map(({ action }) => action) };
}

describe('an issue that is locked', () => {
  test('has each page sent once, and on record, though no comment says so', { tags: 'slow' }, async () => {
    const { stage, hub, went } = await stageWith();
    hub.as('grace').lock(1);
    hub.clock.advance(16 * MINUTE);
    const count = notices(hub.issue(1)).length;
    for (let i = 0; i < 4; i++) {
      await stage.sweep();
      hub.clock.advance(5 * MINUTE);
    }
    expect(went()).toEqual(['trigger', 'trigger']);
    expect(notices(hub.issue(1))).toHaveLength(count);
    expect(card(hub.issue(1))).toContain('step `acknowledge due` of `urgent`');
    hub.as('alice').label(1, 'resolved');
    await stage.sweep();
    await stage.sweep();
    expect(went().slice(2)).toEqual(['resolve']);
  });

  test('says so with the true reason, and is red once a day', { tags: 'slow' }, async () => {
    const { stage, hub } = await stageWith({ policy: POLICY });
    hub.as('grace').lock(1);
    hub.clock.advance(4 * HOUR);
    const first = await stage.sweep();
    expect(failuresOf(first).map(({ message }) => message)).toEqual([
      'The issue is locked, so GitHub takes no comment there: unlock it, or go on in a new one.',
    ]);
    let red = 0;
    for (let at = 0; at < 3 * DAY; at += HOUR) {
      hub.clock.advance(HOUR);
      hub.ranOnSchedule();
      if (isRed(await stage.sweep())) red += 1;
    }
    expect(red).toBeGreaterThanOrEqual(3);
    expect(red).toBeLessThanOrEqual(5);
    hub.as('grace').unlock(1);
    await stage.sweep();
    expect(notices(hub.issue(1)).at(-1)).toContain('resolve');
  });
});

describe('a card that a person edits', () => {
  test.each(['My own words', '', 'x'.repeat(100)])(
    'to %j is restored, with its record, and the pager hears nothing twice',
    { tags: 'slow' },
    async (text) => {
      const { stage, hub, went } = await stageWith();
      hub.as('alice').comment(1, '/ack');
      await stage.react();
      hub.as('alice').comment(1, '/resolve rolled back');
      await stage.react();
      const before = went();
      expect(before).toEqual(['trigger', 'acknowledge', 'resolve']);
      const one = hub.issue(1).comments.find(({ body }) => body.startsWith('<!-- tocsin:card'))!;
      const comments = hub.issue(1).comments.length;
      for (let i = 0; i < 2; i++) {
        hub.as('grace').editComment(one.databaseId, text === '' ? one.body.replace(/^<!--.*-->/, '') : text);
        hub.clock.advance(5 * MINUTE);
        await stage.sweep();
        expect(hub.issue(1).comments).toHaveLength(comments);
        expect(hub.issue(1).comments.find(({ databaseId }) => databaseId === one.databaseId)!.body).toBe(one.body);
      }
      expect(went()).toEqual(before);
      const requests = hub.requests.length;
      await stage.sweep();
      expect(hub.requests.slice(requests).map(({ operationName }) => operationName)).toEqual(['Read']);
    },
  );
});

test('an issue with as many comments as GitHub takes pages once', { tags: 'slow' }, async () => {
  const { stage, hub, went } = await stageWith();
  for (let i = hub.issue(1).comments.length; i < 2_500; i++) hub.as('mallory').comment(1, `me too ${i}`);
  hub.clock.advance(16 * MINUTE);
  const report = await stage.sweep();
  await stage.sweep();
  expect(went()).toEqual(['trigger', 'trigger']);
  expect(
    failuresOf(report)
      .map(({ message }) => message)
      .join(),
  ).toContain('as many comments as GitHub takes');
});
