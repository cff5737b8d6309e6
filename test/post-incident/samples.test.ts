import { describe, expect, test } from 'vitest';
import { ENGLISH, FRENCH } from './samples.ts';
import { found } from './known.ts';

describe('a text that a company would send', () => {
  test.each(ENGLISH)('in English passes: %.60s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each(FRENCH)('in French passes: %.60s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('passes no more with one line of the war room in it', () => {
    for (const text of [...ENGLISH, ...FRENCH])
      expect(
        found(`${text}\n\nRoot cause: db-eu-3 (10.0.3.17) ran full, see OPS-123; fixed by @bob in 3e50bed.`),
      ).toEqual(['host db-eu-3', 'ip 10.0.3.17', 'reference OPS-123', 'login @bob', 'reference 3e50bed']);
  });
});
