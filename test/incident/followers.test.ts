import { expect, test } from 'vitest';
import { followers } from '../../src/capabilities/people/acted.ts';
import type { Incident } from '../../src/capabilities/incident.ts';

test('follows an issue who was told on it, and not who was told of it by a digest on another', () => {
  const incident = {
    issue: { author: { login: 'rita', bot: false }, timeline: [] },
    assignment: { assignees: ['alice'] },
    record: { done: { a: { at: 1, told: ['grace'] }, b: { at: 2, told: ['wes'], on: 7 } } },
  } as unknown as Incident;
  expect(followers(incident)).toEqual(['rita', 'alice', 'grace']);
});
