import { describe, expect, test } from 'vitest';
import { noticeKey, requestKey } from '../../src/capabilities/notification/keys.ts';
import { what } from '../../src/capabilities/notification/told.ts';
import { wordsOf } from '../../src/capabilities/words.ts';
import { writeKey } from '../../src/engine/keys.ts';

/* What people were told, as the card lists it. */

describe('what somebody was told', () => {
  const both = (key: string): string[] => [what(wordsOf('en'), key), what(wordsOf('fr'), key)];

  test('is said in words, whoever and whenever it concerns', () => {
    expect(both(noticeKey('wait', 1_000, 'acme'))).toEqual([
      'asked to chase a third party',
      'rappel de relancer un tiers',
    ]);
    expect(both(requestKey('has-problem', 1_000))[0]).toBe('told that it has a problem ticket');
    expect(both(noticeKey('owner'))).toEqual(['told that it is theirs', 'attribution selon la catégorie']);
  });

  test('is the step of a policy by its name', () => {
    const key = writeKey({ kind: 'step', policy: 'urgent', step: 'resolve due', since: null, n: 0 });
    expect(both(key)[0]).toBe('step `resolve due` of `urgent`');
  });

  test('is what the record says where another version wrote it', () => {
    expect(both(writeKey({ kind: 'notice', name: 'of-old', about: null, since: null }))).toEqual([
      '`of-old`',
      '`of-old`',
    ]);
    expect(both('odd key')).toEqual(['`odd key`', '`odd key`']);
  });
});
