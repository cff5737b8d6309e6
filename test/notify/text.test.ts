import { describe, expect, test } from 'vitest';
import { isAddress, linkOf, readAddress } from '../../src/notify/address.ts';
import { remarkOf } from '../../src/notify/remark.ts';
import { bytes, cut, flat, keyText } from '../../src/notify/text.ts';
import { SECRETS } from './samples.ts';

describe('cut', () => {
  const family = '👨‍👩‍👧‍👦';
  test.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdefg', 6, 'abcde…'],
    ['ab 😀😀', 5, 'ab…'],
    ['ab😀😀', 5, 'ab😀…'],
    [`ab${family}c`, 12, 'ab…'],
    [`ab${family}c`, 14, `ab${family}c`],
    [`ab${family}cd`, 14, `ab${family}…`],
    ['🇫🇷🇫🇷', 7, '🇫🇷…'],
    [`e${'\u0301'.repeat(99)}`, 10, `e${'\u0301'.repeat(8)}…`],
    ['one two', 5, 'one…'],
    ['', 5, ''],
  ])('%s to %i', (text, most, result) => {
    expect(cut(text, most)).toBe(result);
  });

  test('in bytes', () => {
    expect(cut('ééééé', 9, bytes)).toBe('ééé…');
    expect(cut('ééééé', 10, bytes)).toBe('ééééé');
  });
});

test('one line has no line breaks, no controls, no halves', () => {
  expect(flat(' a\r\n\tb\u2028c\u0000d\u202ee\ud83d ')).toBe('a b c d e\ufffd');
});

test('a key that fits is left alone; others stay apart', () => {
  expect(keyText('acme/shop#12', 255, /[^\x21-\x7e]/g)).toBe('acme/shop#12');
  expect(keyText('réseau', 64, /[^\x21-\x7e]/g)).toMatch(/^r-seau-[0-9a-f]{16}$/);
  expect(keyText('rèseau', 64, /[^\x21-\x7e]/g)).not.toBe(keyText('réseau', 64, /[^\x21-\x7e]/g));
});

describe('addresses', () => {
  test.each([
    ['https://example.com/x', true],
    ['http://127.0.0.1:8080/x', true],
    ['ftp://example.com', false],
    ['example.com/x', false],
    ['https://', false],
    ['https://exa mple.com', false],
    ['', false],
  ])('%s: %s', (text, is) => {
    expect(isAddress(text)).toBe(is);
  });

  test('a name and password become a header', () => {
    const address = readAddress('https://us%C3%A9r:p%40ss@example.com/x');
    expect(address?.url.href).toBe('https://example.com/x');
    expect(address?.authorization).toBe(`Basic ${Buffer.from('usér:p@ss').toString('base64')}`);
  });

  test('people are sent to no other kind of address', () => {
    expect(linkOf('https://example.com/a b')).toBeNull();
    expect(linkOf('https://user:secret@example.com/')).toBeNull();
    expect(linkOf('javascript:alert(1)')).toBeNull();
    expect(linkOf('https://example.com/é')).toBe('https://example.com/%C3%A9');
  });
});

describe('remarks', () => {
  const { PAGERDUTY_KEY, SLACK_WEBHOOK, NTFY_URL, NTFY_TOKEN, HOOK_URL, HOOK_SECRET } = SECRETS;
  const secrets = [PAGERDUTY_KEY, SLACK_WEBHOOK, NTFY_URL, NTFY_TOKEN, HOOK_URL, HOOK_SECRET];
  test.each([
    ['invalid_payload', 'invalid_payload'],
    [
      '{"status":"invalid event","message":"Event object is invalid","errors":["Length of \'routing_key\' is incorrect"]}',
      "Event object is invalid, Length of 'routing_key' is incorrect",
    ],
    ['{"code":40101,"http":401,"error":"unauthorized"}', 'unauthorized'],
    ['"no"', 'no'],
    ['<!doctype html><title>Bad gateway</title>', null],
    ['{"message":"<b>no</b>"}', null],
    ['{"message":', null],
    ['{"detail":"no"}', null],
    ['', null],
    ['\u0000\u0001', null],
    ['[1,2]', null],
    [
      '@grace look at [this](https://www.evil.example.com) #12 `x` ![](y)',
      'grace look at this (https: evil…) 12 x (y)',
    ],
    [`no such key: ${SECRETS.PAGERDUTY_KEY}`, 'no such key: …'],
    [`no such key: ${SECRETS.PAGERDUTY_KEY.toUpperCase()}`, 'no such key: …'],
    [`no such key: ${SECRETS.PAGERDUTY_KEY.slice(3, 20)}, sorry`, 'no such key: …, sorry'],
    ['POST /services/T00AAAA/B00BBBB/qWeRtYuIoPaSdFgHjKlZxCvB', 'POST …'],
    ['unknown topic swordfish', 'unknown topic …'],
    ['bad code 98765 of user', 'bad … … of …'],
    ['{"error":{"message":"Space not found"}}', 'Space not found'],
    ['{"ok":false,"description":"Unauthorized"}', 'Unauthorized'],
    ['{"error":{"code":5}}', null],
    [`you sent ${SECRETS.HOOK_SECRET}`, 'you sent …'],
    ['x'.repeat(200), `${'x'.repeat(119)}…`],
  ])('%s', (body, remark) => {
    expect(remarkOf(body, secrets)).toBe(remark);
  });
});
