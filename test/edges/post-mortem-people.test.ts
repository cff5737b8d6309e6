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
