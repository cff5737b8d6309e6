import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../src/calendar/length.ts';
import { goodPolicy, testProblems } from './lines.ts';

test('without a word about intake nothing of it applies', async () => {
  const policy = await goodPolicy(null);
  expect(policy).toMatchObject({ causes: [], quickPath: null, triage: [], assistance: null });
  expect(policy.sources.size).toBe(0);
  expect(policy.alerts).toEqual({ key: 'group', hold: 0, recovery: 'record', reopenWithin: 4 * HOUR });
  expect(policy.labels.needsInformation).toBe('needs-information');
});

describe('sources', () => {
  test.each([
    ['{ level: 3 }', 3],
    ['{ level: 2 }', 2],
    ['{ level: 1 }', 1],
    ['{}', 1],
    ['', 1],
  ])('pager: %s lands on level %i', async (file, level) => {
    const { sources } = await goodPolicy(`sources:\n  pager: ${file}\n  desk: { level: 2 }\n`);
    expect([...sources]).toEqual([
      ['pager', { name: 'pager', level }],
      ['desk', { name: 'desk', level: 2 }],
    ]);
  });

  testProblems([
    [
      'values',
      `sources:
  pager: 2
  desk: { level: 4 }
  call: { level: "2" }
  cell: { levl: 2 }
  "a@b": { level: 2 }
  probe: { level: }
`,
      [
        '2:10: sources.pager: 2 is not a source; expected e.g. { level: 2 }, or nothing',
        '3:18: sources.desk.level: 4 is not a level of support; expected 1, 2 or 3',
        '4:18: sources.call.level: "2" is not a level of support; expected 1, 2 or 3',
        '5:11: sources.cell.levl: is an unknown key; did you mean "level"?',
        '6:3: sources."a@b": "a@b" is not a name; expected letters, digits, - and spaces, at most 50',
        '7:12: sources.probe.level: is empty; expected a level of support, 1, 2 or 3',
      ],
    ],
    [
      'names that differ in capitals only',
      'sources: { pager: , Pager: { level: 2 } }\n',
      ['1:21: sources.Pager: "Pager" is the name of an earlier source'],
    ],
    [
      'a list',
      'sources: [pager]\n',
      ['1:10: sources: a list is not a map of sources; expected e.g. { pager: { level: 2 } }'],
    ],
  ]);
});

describe('causes', () => {
  test('have a group, and may be attributable', async () => {
    const { causes } = await goodPolicy(`
causes:
  intrinsic: [bad-input, Volume_growth2]
  outside world:
    - surcharge-réseau
    - { lapsed-contract: { attributable-to: the operator } }
    - ${'x'.repeat(50)}
`);
    expect(causes).toEqual([
      { name: 'bad-input', group: 'intrinsic', attributableTo: null },
      { name: 'Volume_growth2', group: 'intrinsic', attributableTo: null },
      { name: 'surcharge-réseau', group: 'outside world', attributableTo: null },
      { name: 'lapsed-contract', group: 'outside world', attributableTo: 'the operator' },
      { name: 'x'.repeat(50), group: 'outside world', attributableTo: null },
    ]);
  });

  testProblems([
    [
      'names',
      `causes:
  a: [overload stop, -x, 404, "", a/b, [x], ${'x'.repeat(51)}]
  b: [{ lapsed contract: { attributable-to: operator } }]
  c/d: [x]
`,
      [
        '2:7: causes.a[0]: "overload stop" is not the name of a cause; did you mean "overload-stop"?',
        '2:22: causes.a[1]: "-x" is not the name of a cause; expected one word of letters, digits, - and _, at most 50',
        '2:26: causes.a[2]: 404 is not a cause; expected a name, or { NAME: { attributable-to: TEXT } }, or "404" in quotes',
        '2:31: causes.a[3]: "" is not the name of a cause; expected one word of letters, digits, - and _, at most 50',
        '2:35: causes.a[4]: "a/b" is not the name of a cause; expected one word of letters, digits, - and _, at most 50',
        '2:40: causes.a[5]: a list is not a cause; expected a name, or { NAME: { attributable-to: TEXT } }',
        `2:45: causes.a[6]: "${'x'.repeat(51)}" is not the name of a cause; expected one word of letters, digits, - and _, at most 50`,
        '3:9: causes.b[0].lapsed contract: "lapsed contract" is not the name of a cause; did you mean "lapsed-contract"?',
        '4:3: causes.c/d: "c/d" is not a name; expected letters, digits, - and spaces, at most 50',
      ],
    ],
    [
      'names that stand twice, whatever the group and the capitals',
      `causes:
  a: [ddos, overload, Overload]
  b: [x y, DDoS, { overload: { attributable-to: operator } }]
`,
      [
        '2:23: causes.a[2]: "Overload" is the name of an earlier cause',
        '3:7: causes.b[0]: "x y" is not the name of a cause; did you mean "x-y"?',
        '3:12: causes.b[1]: "DDoS" is the name of an earlier cause, in "a"',
        '3:20: causes.b[2].overload: "overload" is the name of an earlier cause, in "a"',
      ],
    ],
    [
      'to whom they are attributable',
      `causes:
  a:
    - { x: { attributable-to: operator }, y: { attributable-to: operator } }
    - { lapsed: operator }
    - lapsed:
      attributable-to: operator
    - { lapsed: { attributable-to: "" } }
    - { lapsed: { atributable-to: x } }
    - {}
  b: []
  c: ddos
`,
      [
        '3:7: causes.a[0]: has 2 names; expected one, { NAME: { attributable-to: TEXT } }',
        '4:17: causes.a[1].lapsed: "operator" is not an attribution; expected a map with attributable-to',
        '5:7: causes.a[2].lapsed: is empty; expected an attribution, a map with attributable-to',
        '6:24: causes.a[2].attributable-to: "operator" is not an attribution; expected a map with attributable-to',
        '7:36: causes.a[3].lapsed.attributable-to: is blank; expected a name',
        '8:9: causes.a[4].lapsed.attributable-to: is missing; expected a name',
        '8:19: causes.a[4].lapsed.atributable-to: is an unknown key; did you mean "attributable-to"?',
        '9:7: causes.a[5]: has 0 names; expected one, { NAME: { attributable-to: TEXT } }',
        '10:6: causes.b: is empty; expected at least one cause',
        '11:6: causes.c: "ddos" is not a list of causes',
      ],
    ],
  ]);
});

describe('the quick path', () => {
  test.each([
    ['10m', 10 * MINUTE],
    ['1h30m', 90 * MINUTE],
    ['24h', 24 * HOUR],
    ['1m', MINUTE],
  ])('of %s', async (text, ms) => {
    expect((await goodPolicy(`quick-path: ${text}\n`)).quickPath).toEqual({ text, ms });
  });

  testProblems(
    (
      [
        ['24h1m', '"24h1m" is too long; expected at most 24h'],
        ['0h0m', '"0h0m" is no time at all; expected e.g. 10m'],
        ['1d', '"1d" has days, where hours and minutes are expected; did you mean "24h"?'],
        ['2d', '"2d" is too long; expected at most 24h'],
        ['10 min', '"10 min" is not a duration; did you mean "10m"?'],
        ['1 day', '"1 day" is not a duration; did you mean "24h"?'],
        ['soon', '"soon" is not a duration; expected e.g. 10m'],
        ['10', '10 is not a duration; expected e.g. 10m'],
      ] as const
    ).map(([text, message]) => [`of ${text}`, `quick-path: ${text}\n`, [`1:13: quick-path: ${message}`]] as const),
  );
});

describe('alerts', () => {
  test('may all be said otherwise', async () => {
    const { alerts } = await goodPolicy('alerts: { key: alert, hold: 5m, recovery: close, reopen-within: 2h30m }\n');
    expect(alerts).toEqual({ key: 'alert', hold: 5 * MINUTE, recovery: 'close', reopenWithin: 150 * MINUTE });
  });

  test('keep what is left out, and may be held and opened again for no time', async () => {
    const { alerts } = await goodPolicy('alerts: { recovery: resolve, hold: 0m, reopen-within: 0h }\n');
    expect(alerts).toEqual({ key: 'group', hold: 0, recovery: 'resolve', reopenWithin: 0 });
    expect((await goodPolicy('alerts: { key: alert }\n')).alerts.reopenWithin).toBe(4 * HOUR);
  });

  testProblems([
    [
      'words',
      'alerts: { key: groups, recovery: closed, recover: close, hold: true }\n',
      [
        '1:16: alerts.key: "groups" is not a way to tell alerts apart; did you mean "group"?',
        '1:34: alerts.recovery: "closed" is not an effect of a recovery; did you mean "close"?',
        '1:42: alerts.recover: is an unknown key; did you mean "recovery"?',
        '1:64: alerts.hold: true is not a duration; expected e.g. 5m',
      ],
    ],
    [
      'times',
      'alerts: { hold: 25h, reopen-within: 2 days }\n',
      [
        '1:17: alerts.hold: "25h" is too long; expected at most 24h',
        '1:37: alerts.reopen-within: "2 days" is not a duration; did you mean "48h"?',
      ],
    ],
    [
      'an incident that is long forgotten',
      'alerts: { reopen-within: 1009h }\n',
      ['1:26: alerts.reopen-within: "1009h" is too long; expected at most 1008h'],
    ],
  ]);
});
