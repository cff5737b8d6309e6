import { expect, test } from 'vitest';
import { HEARERS } from '../../src/notify/answers/hear.ts';
import type { NotifierKind } from '../../src/notify/message.ts';
import { KINDS } from '../../src/notify/kinds.ts';

test('every kind that the policy lets answer is heard, and no other', () => {
  const kinds: readonly [string, NotifierKind][] = Object.entries(KINDS);
  const answering = kinds.filter(([, { answers }]) => answers !== undefined).map(([name]) => name);
  expect(Object.keys(HEARERS).sort()).toEqual(answering.sort());
});
