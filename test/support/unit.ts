import fc from 'fast-check';

/** Code points that belong to a pair and stand for nothing alone. */
const SURROGATES = { first: 0xd800, count: 0x800 };

/** Any code point but halves of pairs, as `unit: 'binary'`, which first builds a table of all million of them. */
export const codePoint: fc.Arbitrary<string> = fc.integer({ min: 0, max: 0x10ffff - SURROGATES.count }).map(
  (n) => String.fromCodePoint(n < SURROGATES.first ? n : n + SURROGATES.count),
  (text) => {
    const [one, ...others] = typeof text === 'string' ? text : '';
    const n = one?.codePointAt(0);
    if (n === undefined || others.length > 0) throw new Error('not one code point');
    return n < SURROGATES.first ? n : n - SURROGATES.count;
  },
);
