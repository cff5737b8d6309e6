// @module-tag slow

import { describe, expect, test } from 'vitest';
import { courseOf, MAIN_STORY, play, writes } from './story.ts';
import type { IssueView } from '../../src/rehearsal/github/views.ts';

/*
 * Law 5 when two runs race: another run goes all the way while the first one has read and not yet written. What both did is
 * reduced to one by the next run.
 */

const keysOf = (issue: IssueView): string[] =>
  issue.comments.flatMap(({ body }) => {
    const keys = /^<!-- tocsin:notice .*"keys":\[(.*?)\]/.exec(body)?.[1];
    return keys === undefined ? [] : [keys];
  });

function withoutDoubles(issues: readonly IssueView[]): void {
  for (const issue of issues) {
    const cards = issue.comments.filter(({ body }) => body.startsWith('<!-- tocsin:card'));
    expect(cards.length, `cards of #${issue.number}`).toBeLessThanOrEqual(1);
    expect(keysOf(issue), `notices of #${issue.number}`).toEqual([...new Set(keysOf(issue))]);
  }
}

describe('two racing runs', () => {
  test.each([1, 2])('a whole run comes before mutation request %i of another', async (request) => {
    const course = await courseOf(MAIN_STORY);
    let races = 0;
    let doubled = 0;
    await play(MAIN_STORY, async (run, stage, at) => {
      const { hub } = stage;
      const race = async (): Promise<void> => {
        races += 1;
        await stage.sweep();
      };
      hub.faults.add({
        when: { request, matches: ({ kind }) => kind === 'mutation' },
        how: { hook: race, at: 'before' },
      });
      await run();
      hub.faults.clear();
      const before = hub.requests.length;
      await stage.sweep();
      doubled += writes(hub.requests.slice(before)).length;
      withoutDoubles(hub.issues());
      const reports = hub.issues().filter(({ labels }) => labels.includes('post-mortem'));
      expect(reports.filter(({ state }) => state === 'OPEN')).toHaveLength(at >= 11 ? 1 : 0);
      for (const { stateReason } of reports.filter(({ state }) => state === 'CLOSED'))
        expect(stateReason).toBe('DUPLICATE');
      // The incidents end as they do without a race, but for a second post-mortem, which cannot be undone.
      const incidents = hub.snapshot().issues.filter(({ number }) => number <= 3);
      const expected = course.after[at]!.issues.filter(({ number }) => number <= 3);
      expect(
        incidents.map(({ state, labels, assignees }) => ({ state, labels, assignees })),
        MAIN_STORY[at]!.name,
      ).toEqual(expected.map(({ state, labels, assignees }) => ({ state, labels, assignees })));
      const after = hub.requests.length;
      await stage.sweep();
      expect(writes(hub.requests.slice(after))).toEqual([]);
    });
    expect(races).toBeGreaterThan(5);
    expect(doubled).toBeGreaterThan(request === 1 ? 3 : 0);
  });
});
