import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { leaksIn } from '../../src/post-incident/customer/leaks.ts';
import { tries } from '../support/tries.ts';
import { found, KNOWN } from './known.ts';

/* What holds of any text. */

const letters = (alphabet: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from(alphabet)), minLength, maxLength });
const word = fc.oneof(
  letters('abcdefghijklmnopqrstuvwxyzàâçéèêîôùœ', 1, 12),
  fc.constantFrom(
    'l’incident',
    'follow-up',
    'd’où',
    'rendez-vous',
    '12,5 %',
    '10:42',
    '2026',
    '“quoted”',
    '- ',
    '\n\n## ',
  ),
);
/** Words that are none of the company's. */
const prose = fc
  .array(word, { maxLength: 40 })
  .map((words) => words.filter((it) => !/^(?:alice|bob|titan|localhost)$/.test(it)).join(' '));
const around = fc.tuple(
  prose,
  fc.constantFrom('', '`', '(', '**', '« '),
  fc.constantFrom('', '.', ', ', '`', ')', '**', ' »'),
  prose,
);

const login = fc
  .tuple(letters('abcdefghijklmnopqrstuvwxyz', 3, 12), letters('0123456789abcdefghij', 2, 8))
  .map(([a, b]) => `${a}-${b}`);
const host = fc
  .tuple(
    fc.constantFrom('db', 'web', 'payments', 'orders-api'),
    fc.constantFrom('eu', 'us', 'par'),
    fc.integer({ min: 1, max: 99 }),
    fc.constantFrom('', '.internal', '.local', '.corp', '.lan', '.svc', '.svc.cluster.local', '.example.com'),
  )
  .map(([a, b, n, end]) => `${a}-${b}-${n}${end}`);
const mail = fc
  .tuple(letters('abcdefghijklmnopqrstuvwxyz0123456789', 1, 20), letters('abcdefghijklmnopqrstuvwxyz', 1, 20))
  .map(([local, domain]) => `${local}@${domain}.example`);
const v6 = fc
  .array(letters('0123456789abcdef', 1, 4), { minLength: 8, maxLength: 8 })
  .map((groups) => groups.join(':'));

describe('in any prose', () => {
  test.each([
    ['login', login],
    ['mail', mail],
    ['host', host],
    ['ip', fc.ipV4()],
    ['ip', v6],
  ] as const)('a random %s is found', { tags: 'slow' }, (kind, things) => {
    fc.assert(
      fc.property(things, around, (thing, [before, open, close, after]) => {
        const known = { ...KNOWN, logins: [...KNOWN.logins, ...(kind === 'login' ? [thing] : [])] };
        expect(found(`${before} ${open}${thing}${close} ${after}`, known)).toEqual([`${kind} ${thing}`]);
      }),
      tries(300),
    );
  });

  test('nothing is found where nothing is', () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(found(text)).toEqual([]);
      }),
      tries(500),
    );
  });
});

const PIECES = [
  '@',
  '#',
  '.',
  '-',
  ':',
  '/',
  '_',
  '\\',
  '&',
  '<',
  '>',
  '`',
  '\n',
  '\r',
  ' ',
  '1',
  'a',
  'f',
  '\u200b',
  '\ud800',
];
const HOSTILE = [
  ...PIECES,
  ...PIECES.map((it) => `a${it}`),
  ...PIECES.map((it) => `${it}1`),
  ...[
    '1.1.1.1.',
    '::',
    '0::',
    'a/b#',
    'a@b.',
    '-----BEGIN ',
    'Bearer ',
    'bearer a',
    'bearer.',
    'http://',
    'a://',
    'x://a@',
  ],
  ...['<b', '<!--', '</a <', '&#64;', '&amp;', '&#x', '%40', '[', '![](', '> ', '* ', '＠', '\ufdfa', 'e\u0301', '😀'],
  ...[
    'alice ',
    'alice-',
    'Hélène ',
    'Hélène-Dupont',
    'eyJaaaaaaaaaa.',
    'ghp_a',
    'token=',
    '://u:',
    'fe80::',
    'db-1.',
    'a1-',
  ],
  ...[`${'a'.repeat(64)}@`, `${'a.'.repeat(60)}/`, `${'x'.repeat(63)}.`, 'a1b2c3d ', 'https://acme.slack.com/a '],
];

describe('of any text', () => {
  test('there are at most twenty findings, each on a line of it and once', { tags: 'slow' }, () => {
    const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE), login, host, mail, fc.ipV6());
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        const text = pieces.join('');
        const leaks = leaksIn(text, KNOWN);
        expect(leaks.length).toBeLessThanOrEqual(20);
        const lines = text.split(/\r\n?|\n/).length;
        for (const { line } of leaks) expect(line >= 1 && line <= lines).toBe(true);
        const open = leaks.filter(({ kind }) => kind !== 'secret').map((leak) => leak.found.toLowerCase());
        expect(new Set(open).size).toBe(open.length);
      }),
      tries(300),
    );
  });

  test('the searches for it grow no faster than it', { tags: 'slow' }, () => {
    const exec = vi.spyOn(RegExp.prototype, 'exec');
    for (const piece of HOSTILE) {
      const [few, many] = [500, 4_000].map((length) => {
        exec.mockClear();
        leaksIn(piece.repeat(length / piece.length), KNOWN);
        return exec.mock.calls.length;
      });
      expect(many!, JSON.stringify(piece)).toBeLessThanOrEqual(9 * few!);
    }
    exec.mockRestore();
  });

  // What happens within one search is not to be counted; one that tried a page from each of its places would not end in time.
  test.each(HOSTILE)('nor does one of them, for a page of %j', (piece) => {
    expect(leaksIn(piece.repeat(65_000 / piece.length), KNOWN).length).toBeLessThanOrEqual(20);
  });
});
