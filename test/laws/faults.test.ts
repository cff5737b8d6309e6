// @module-tag slow

import { describe, expect, test } from 'vitest';
import type { Failure } from '../../src/rehearsal/github/faults.ts';
import { madeUpFor } from './forks.ts';
import { courseOf, failed, SHORT_STORY, places, setStage } from './story.ts';
import { inShare } from '../support/tries.ts';

/*
 * Law 5 when GitHub, not the runner, fails: one request of every run goes wrong, and the run itself, or the next one at the
 * same instant, makes the world what it is without the fault.
 */

const FAULTS: readonly [string, Failure][] = [
  ['a connection lost before handling', 'drop-before'],
  ['an answer cut in the middle', 'truncate'],
  ['a 502 after handling', { status: 502, handled: true }],
  ['the secondary limit', { secondaryLimit: true, retryAfter: 30 }],
  ['the secondary limit for long', { secondaryLimit: true, retryAfter: 3600 }],
];

describe('one fault', () => {
  test.each(FAULTS)('%s', async (_name, how) => {
    const course = await courseOf(SHORT_STORY);
    const story = { steps: SHORT_STORY, course, open: () => setStage() };
    expect(await madeUpFor(story, places(course, [how]), failed)).toBeGreaterThanOrEqual(inShare(6));
  });
});
