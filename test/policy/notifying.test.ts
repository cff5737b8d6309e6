import { KINDS } from '../../src/notify/kinds.ts';
import { describe, expect, test } from 'vitest';
import { COMMAND_NAMES } from '../../src/capabilities/commands.ts';
import { HOUR, MINUTE } from '../../src/calendar/length.ts';
import { goodPolicy, problemLines, testProblems } from './lines.ts';

describe('notifiers', () => {
  test('in the order of the file', async () => {
    const { notifiers } = await goodPolicy(`
notifiers:
  chat: { type: slack, url: SLACK_WEBHOOK, for: [P0, P1, P2] }
  pager: { type: pagerduty, key: PAGERDUTY_KEY }
`);
    expect(notifiers).toEqual([
      { name: 'chat', type: 'slack', secrets: { url: 'SLACK_WEBHOOK' }, for: ['P0', 'P1', 'P2'], region: null },
      {
        name: 'pager',
        type: 'pagerduty',
        secrets: { key: 'PAGERDUTY_KEY' },
        for: ['P0', 'P1', 'P2', 'P3'],
        region: 'us',
      },
    ]);
  });

  testProblems([
    [
      'faults have their places',
      `notifiers:
  pager: { type: pagerdooty, key: PAGERDUTY_KEY }
  chat: { type: slack, key: SLACK_WEBHOOK }
  phone: { type: ntfy, url: "\${{ secrets.NTFY }}", for: [P0, P5] }
  PHONE: { type: ntfy, url: NTFY }
  "a@b": { type: ntfy, url: NTFY }
`,
      [
        `2:18: notifiers.pager.type: "pagerdooty" is not a kind of notifier; did you mean "pagerduty"? There are ${Object.keys(KINDS).join(', ')}. For any other service use webhook, which sends signed JSON`,
        '3:3: notifiers.chat.url: is missing; expected the name of an environment variable, e.g. SLACK_WEBHOOK',
        '3:24: notifiers.chat.key: is an unknown key; expected one of type, url, for, also',
        '4:29: notifiers.phone.url: is an expression, which nobody evaluates here; expected the name of an environment variable, e.g. NTFY_URL',
        '4:62: notifiers.phone.for[1]: "P5" is not a priority; expected one of P0, P1, P2, P3',
        '6:3: notifiers."a@b": "a@b" is not a name; expected letters, digits, - and spaces, at most 50',
      ],
    ],
    [
      'names that differ in capitals only',
      'notifiers: { pager: { type: slack, url: A }, Pager: { type: slack, url: B } }\n',
      ['1:46: notifiers.Pager: "Pager" is the name of an earlier notifier'],
    ],
  ]);
});

describe('heartbeat', () => {
  test.each([
    ['{ url: HEARTBEAT_URL, sweep-within: 2h }', { url: 'HEARTBEAT_URL', sweepWithin: { ms: 2 * HOUR, text: '2h' } }],
    ['{ url: HEARTBEAT_URL }', { url: 'HEARTBEAT_URL', sweepWithin: null }],
    ['{ sweep-within: 1h30m }', { url: null, sweepWithin: { ms: 90 * MINUTE, text: '1h30m' } }],
  ])('%s', async (text, heartbeat) => {
    expect((await goodPolicy(`heartbeat: ${text}`)).heartbeat).toEqual(heartbeat);
  });

  test.each([
    ['', 1, '', 'is empty; expected a map with url or sweep-within, e.g. { url: HEARTBEAT_URL, sweep-within: 2h }'],
    ['{}', 12, '', 'is empty; expected a map with url or sweep-within, e.g. { url: HEARTBEAT_URL, sweep-within: 2h }'],
    ['{ uri: X }', 14, '.uri', 'is an unknown key; did you mean "url"?'],
    ['{ url: GITHUB_TOKEN }', 19, '.url', 'is a variable of the runner; expected one of your own'],
    ['{ sweep-within: 0m }', 28, '.sweep-within', '"0m" is no time at all; expected e.g. 2h'],
    [
      '{ sweep-within: 2d }',
      28,
      '.sweep-within',
      '"2d" has days, where hours and minutes are expected; did you mean "48h"?',
    ],
    ['{ sweep-within: 169h }', 28, '.sweep-within', '"169h" is too long; expected at most 168h'],
  ])('%s is refused', async (text, column, key, message) => {
    expect(await problemLines(`heartbeat: ${text}\n`)).toEqual([`p.yml:1:${column}: heartbeat${key}: ${message}`]);
  });

  test.each(['https://hc-ping.com/0f6a7e3c-93b0', '{ url: https://hc-ping.com/0f6a7e3c-93b0 }'])(
    'an address is taken for leaked and not repeated: %s',
    async (text) => {
      const [line, ...others] = await problemLines(`heartbeat: ${text}\n`);
      expect(others).toEqual([]);
      expect(line).toContain('is an address itself');
      expect(line).not.toContain('hc-ping');
    },
  );
});

describe('inform', () => {
  test.each([
    ['boss', ['boss']],
    ['[boss, desk, boss]', ['boss', 'desk']],
  ])('%s', async (text, roles) => {
    expect((await goodPolicy(`roles: { boss: grace, desk: wes }\ninform: ${text}`)).inform).toEqual(roles);
  });

  testProblems([
    [
      'roles that are none',
      'roles: { boss: grace, desk: wes }\ninform: [bos, grace, acme/team, assignee, 4]\n',
      [
        '2:10: inform[0]: "bos" is not a role; did you mean "boss"?',
        '2:15: inform[1]: "grace" is a person, not a role; did you mean the role "boss"?',
        '2:22: inform[2]: "acme/team" is a team, and a bot cannot notify a team; list its people',
        '2:33: inform[3]: "assignee" is not a role; expected one of boss, desk',
        '2:43: inform[4]: 4 is not the name of a role; expected "4" in quotes',
      ],
    ],
    [
      'no roles',
      'inform: boss\n',
      [
        '1:9: inform: "boss" is not a role; no roles are defined; for a person write responder: [boss] under roles, and responder here',
      ],
    ],
    ['an empty list', 'inform: []\n', ['1:9: inform: is empty; expected roles, or leave it out']],
    ['nothing', 'inform:\n', ['1:1: inform: is empty; expected roles, or leave it out']],
    [
      'a map',
      'inform: { boss: true }\n',
      ['1:9: inform: a map is not a role or a list of roles; expected e.g. [management, customer-support]'],
    ],
  ]);
});

describe('commands', () => {
  test('each may have rights of its own', async () => {
    const text = `commands:\n${COMMAND_NAMES.map((name) => `  ${name}: [admin, release-crew]\n`).join('')}`;
    const { rights } = await goodPolicy(text);
    expect([...rights.keys()].sort()).toEqual([...COMMAND_NAMES].sort());
    expect(rights.get('resolve')).toEqual(['admin', 'release-crew']);
  });

  testProblems([
    [
      'names and roles',
      `commands:
  prioriti: [admin]
  /resolve: [admin]
  ack: []
  dismiss: maintain
  update: ['', maintian, triage]
`,
      [
        '2:3: commands.prioriti: is an unknown key; did you mean "priority"?',
        '3:3: commands./resolve: is an unknown key; did you mean "resolve"?',
        '4:8: commands.ack: is empty: nobody could use it; expected e.g. [admin, maintain, write, triage]',
        '5:12: commands.dismiss: "maintain" is not a list of roles in a repository',
        '6:12: commands.update[0]: "" is not a role in a repository; expected one of read, triage, write, maintain, admin',
      ],
    ],
  ]);
});
