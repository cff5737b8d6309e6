import { expect, test } from 'vitest';
import { leaksIn } from '../../src/post-incident/customer/leaks.ts';
import { found, KNOWN } from './known.ts';

/* Customers get the text as it was typed, so whatever hides there counts. */

test.each([
  ['`db-eu-3`', 'host db-eu-3'],
  ['~~~\ndb-eu-3\n~~~', 'host db-eu-3'],
  ['    indented db-eu-3', 'host db-eu-3'],
  ['<!-- ask alice -->', 'login alice'],
  ['<img alt="@zoe" src="x">', 'login @zoe'],
  ['[us](mailto:zoe@example.org "title")', 'mail zoe@example.org'],
  ['[a]: https://acme.slack.com/x', 'address https://acme.slack.com/x'],
  ['&#64;alice', 'login @alice'],
  ['&#x40;alice', 'login @alice'],
  ['&amp;#64;alice', 'login @alice'],
  ['&commat;alice', 'login @alice'],
  ['%40alice', 'login @alice'],
  ['zoe&#64;example&period;org', 'mail zoe@example.org'],
  ['＠alice', 'login @alice'],
  ['ａｌｉｃｅ', 'login alice'],
  ['１０.0.0.1', 'ip 10.0.0.1'],
  ['al\u200bice', 'login alice'],
  ['al\u00adice', 'login alice'],
  ['and\u200balice', 'login alice'],
  ['@\u2060alice', 'login @alice'],
  ['db\u2011eu\u20113', 'host db-eu-3'],
  ['db\\-eu\\-3', 'host db-eu-3'],
  ['\\@alice', 'login @alice'],
  ['**al**ice', 'login alice'],
  ['al<!-- -->ice', 'login alice'],
  ['al<b>i</b>ce', 'login alice'],
])('%j holds %j', (text, what) => {
  expect(found(text)).toEqual([what]);
});

test('what hides changes no line', () => {
  const text = 'a&#10;b\n<!--\n-->&#13;\n<b\n>al&#105;ce</b>';
  expect(leaksIn(text, KNOWN)).toEqual([{ kind: 'login', found: 'alice', line: 5 }]);
});
