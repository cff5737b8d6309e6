import { describe, expect, test } from 'vitest';
import { readLines } from '../../src/post-incident/action-items/lines.ts';

/* The lines of a list are read as GitHub shows it, in a time that does not grow with the square of what somebody has written. */

const texts = (text: string): string[] => readLines(text).map((it) => it.text);

test('the first paragraph of each item counts, whatever marks it and however it goes on', () => {
  expect(
    texts('- [ ] one\n  goes on\n\n  - how\n- two\n\n  More of it.\n\n1. three\n2) four\n* [x] five\n+   six'),
  ).toEqual(['one goes on', 'two', 'three', 'four', 'five', 'six']);
});

test('none is in code, in a quote or in HTML, also if it is never closed', () => {
  expect(texts('> - quoted\n\n    - indented\n\n<div>\n- html\n</div>\n\n- one\n\n```\n- code')).toEqual(['one']);
  expect(texts('- one\n<!--\n- hidden\n-->\n- two')).toEqual(['one', 'two']);
});

test('two lists, line ends of Windows, and items without a word', () => {
  expect(texts('- one\r\n- \r\n-\r\n\r\nand\r\n\r\n- two\r\n')).toEqual(['one', 'two']);
});

describe('what takes long to parse is read at once:', () => {
  const LONG: Readonly<Record<string, string>> = {
    quotes: '>'.repeat(60_000),
    numbers: '1. '.repeat(20_000),
    links: '[a](b'.repeat(12_000),
    'lists in lists': Array.from({ length: 300 }, (_, i) => `${' '.repeat(2 * i)}- x`).join('\n'),
    lines: '- x\n'.repeat(15_000),
    definitions: '[a]: b\n'.repeat(8_000),
  };
  test.each(Object.entries(LONG))('%s', (_, text) => {
    const start = performance.now();
    expect(readLines(text).length).toBeLessThanOrEqual(100);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
