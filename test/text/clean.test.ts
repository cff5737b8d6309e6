import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, cleanLine } from '../../src/text/clean.ts';
import { xmlText, xml, xmlDocument } from '../../src/text/xml.ts';
import { readXml, textIn } from '../status-page/markup.ts';
import { tries } from '../support/tries.ts';

describe('a text that goes out', () => {
  test.each([
    ['a\u0000b\u001bc\u007fd', 'abcd'],
    ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['\u202eevil\u2069 \u200b\ufeff', 'evil '],
    ['\ud800x\udfff', '\ufffdx\ufffd'],
    ['👩‍💻 é\tß', '👩‍💻 é\tß'],
  ])('%j is %j', (given, expected) => {
    expect(clean(given)).toBe(expected);
  });

  test('a line has no break', () => {
    expect(cleanLine(' a\n\tb  c ')).toBe('a b c');
    expect(cleanLine('Paiement\u00a0: panne')).toBe('Paiement\u00a0: panne');
  });
});

describe('XML', () => {
  test('says what it was given, whatever that is', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const root = readXml(xmlDocument(xml('a', { b: value, c: null }, xml('d', {}, xmlText(value)), null)));
        expect(root.attributes).toEqual({ b: clean(value) });
        expect(textIn(root)).toBe(clean(value));
      }),
      tries(100),
    );
  });
});
