import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fittedLog, mergeLogs } from '../../src/capabilities/alerts/log.ts';
import { alertMark, readAlertLog, withLog } from '../../src/capabilities/alerts/log-mark.ts';
import { tries } from '../support/tries.ts';
import { codePoint } from '../support/unit.ts';
import { firings, EMPTY, issueWith, logOf, fired } from './alert-logs.ts';

describe('the mark', () => {
  test('brings back what was written', () => {
    fc.assert(
      fc.property(firings, fc.string({ unit: codePoint, minLength: 1, maxLength: 200 }), (told, key) => {
        const log = mergeLogs({ ...EMPTY, key, source: 'probe' }, told);
        expect(readAlertLog(issueWith(`${alertMark(log)}\r\nText`))).toEqual(log);
      }),
      tries(40),
    );
  });

  test('leaves the text alone that people have written', () => {
    const text = '\r\nOurs, and $& theirs --> too\n<!-- tocsin:alert {} -->';
    const log = logOf(fired('a', 0));
    expect(withLog({ body: `${alertMark(EMPTY)}${text}`, number: 0 }, log)).toBe(`${alertMark(log)}${text}`);
  });

  test.each([
    ['no mark', 'Disk full'],
    ['a mark of another kind', '<!-- tocsin:card {"issue":0,"key":"k"} -->'],
    ['a mark behind a line', '\n<!-- tocsin:alert {"issue":0,"key":"k"} -->'],
    ['no key', '<!-- tocsin:alert {"issue":0} -->'],
    ['a key that is no text', '<!-- tocsin:alert {"issue":0,"key":7} -->'],
    ['broken JSON', '<!-- tocsin:alert {"issue":0,"key":"k} -->'],
    ['the number of an issue', '<!-- tocsin:alert {"issue":4,"key":"k"} -->'],
  ])('is none: %s', (_what, body) => {
    expect(readAlertLog(issueWith(body))).toBeNull();
  });

  test('of somebody else does not count', () => {
    expect(readAlertLog({ own: false, number: 1, body: alertMark(EMPTY) })).toBeNull();
  });

  test('loses entries that are wrong, and nothing else', () => {
    const entries = '[["a",10,20],["a",10,15],["b"],["b",-1],["b",10,5],[7,10],"c",null,["b",1e20],["",10],["b",30]]';
    expect(readAlertLog(issueWith(`<!-- tocsin:alert {"issue":0,"key":"k","f":${entries},"e":-3} -->`))).toEqual({
      key: 'k',
      source: null,
      firings: [
        { alert: 'a', from: 10_000, to: 20_000 },
        { alert: 'b', from: 30_000, to: null },
      ],
      earlier: 0,
    });
  });
});

test('a text that is too long is cut, and stays different from others', () => {
  expect(fittedLog('short', 10)).toBe('short');
  const [one, other] = [fittedLog(`${'😀'.repeat(200)}a`, 201), fittedLog(`${'😀'.repeat(200)}b`, 201)];
  expect(one).not.toBe(other);
  expect(one.length).toBeLessThanOrEqual(201);
  expect(one.isWellFormed()).toBe(true);
});
