import { expect, test } from 'vitest';
import { goodPolicy, testProblems } from './lines.ts';

/* The section of planned maintenance. */

const HOUR = 3_600_000;

test('is off unless it is given, and has what it leaves out', async () => {
  expect((await goodPolicy('')).maintenance).toBeNull();
  const { maintenance } = await goodPolicy('services: { checkout: {} }\nmaintenance: {}');
  expect(maintenance).toEqual({
    label: 'planned-maintenance',
    announce: [24 * HOUR, HOUR],
    to: [],
    overrun: [],
    verify: null,
  });
});

test('takes what it says, the longest offset first', async () => {
  const { maintenance } = await goodPolicy(
    'categories: [network]\nroles: { support: nora }\nmaintenance: { label: works, announce: [1h, 7d, 1h], to: support, overrun: [support], verify: 30m }',
  );
  expect(maintenance).toEqual({
    label: 'works',
    announce: [7 * 24 * HOUR, HOUR],
    to: ['support'],
    overrun: ['support'],
    verify: HOUR / 2,
  });
});

testProblems([
  [
    'of no service',
    'maintenance: {}',
    ['1:1: maintenance: is of no service; expected services or categories in the policy'],
  ],
  [
    'an offset that is none, and one too long',
    'services: { a: {} }\nmaintenance: { announce: [soon, 100d] }',
    [
      '2:27: maintenance.announce[0]: "soon" is not a duration; expected e.g. 30m, 2h, 1d',
      '2:33: maintenance.announce[1]: "100d" is more than 90 days',
    ],
  ],
  [
    'a role that is none',
    'services: { a: {} }\nroles: { support: nora }\nmaintenance: { to: suport, overrun: [boss] }',
    [
      '3:20: maintenance.to: "suport" is not a role; did you mean "support"?',
      '3:38: maintenance.overrun[0]: "boss" is not a role; expected support; for a person write responder: [boss] under roles, and responder here',
    ],
  ],
  [
    'a label that means something else',
    'services: { a: {} }\nmaintenance: { label: P1 }',
    ['2:23: maintenance.label: the label "P1" is also that of priorities.P1'],
  ],
]);
