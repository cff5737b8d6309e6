import { describe, expect, test } from 'vitest';
import { unusedRoles } from '../../src/capabilities/people/unused.ts';
import { goodPolicy, testProblems } from './lines.ts';

describe('the review meetings of a policy', () => {
  test('are none unless it has them', async () => {
    expect((await goodPolicy('')).review).toBeNull();
  });

  test('have what it leaves out', async () => {
    const { review } = await goodPolicy('timezone: Europe/Paris\nreview: { on: tue, at: 9:05 }');
    const first = Date.parse('2026-01-06T09:05Z');
    expect(review).toEqual({ rhythm: { weeks: 1, first, before: 86_400_000, zone: 'Europe/Paris' }, people: [] });
  });

  test('name roles, which are used then', async () => {
    const policy = await goodPolicy('roles: { heads: [ada] }\nreview: { on: tue, at: 10:00, people: [heads, heads] }');
    expect(policy.review!.people).toEqual(['heads']);
    expect(unusedRoles(policy)).toEqual([]);
  });

  testProblems([
    [
      'what is missing',
      'review: {}',
      [
        '1:1: review.on: is missing; expected a weekday, mon, tue, wed, thu, fri, sat or sun',
        '1:1: review.at: is missing; expected a time of day, e.g. 10:00',
      ],
    ],
    [
      'a rhythm, a day and an hour that are none',
      'review: { every: 5w, on: tuesday, at: 25:00 }',
      [
        '1:18: review.every: "5w" is not a number of weeks; expected one of 1w, 2w, 3w, 4w',
        '1:26: review.on: "tuesday" is not a weekday; did you mean "tue"?',
        '1:39: review.at: "25:00" is not a time of day; expected e.g. 10:00',
      ],
    ],
    [
      'an agenda as early as the meeting before',
      'review: { on: tue, at: 10:00, before: 7d }',
      ['1:39: review.before: "7d" is not less than the 1w from one meeting to the next'],
    ],
    [
      'an agenda too late for any run',
      'review: { on: tue, at: 10:00, before: 5m }',
      ['1:39: review.before: "5m" is too short; expected 1h or more'],
    ],
    [
      'a day that does not exist',
      'review: { on: tue, at: 10:00, from: 2026-02-30 }',
      ['1:37: review.from: "2026-02-30" does not exist; expected YYYY-MM-DD'],
    ],
    [
      'people who are no role',
      'roles: { heads: [ada] }\nreview: { on: tue, at: 10:00, people: [ada] }',
      ['2:40: review.people[0]: "ada" is a person, not a role; did you mean the role "heads"?'],
    ],
    [
      'an unknown key',
      'review: { on: tue, at: 10:00, until: 11:00 }',
      ['1:31: review.until: is an unknown key; expected one of every, on, at, from, before, people'],
    ],
    [
      'one label for two meanings',
      'labels: { review: incident, action-item: incident }',
      ['1:42: labels.action-item: the label "incident" is also that of labels.review'],
    ],
  ]);
});
