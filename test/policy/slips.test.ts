import { describe, expect, test } from 'vitest';
import { reachWarnings } from '../../src/capabilities/escalation/reach.ts';
import { goodPolicy, testProblems } from './lines.ts';

/* What people write who know what they want and not yet how it is written: each message says what to write instead. */

describe('a colon inside a text', () => {
  testProblems([
    [
      'of a key',
      'priorities:\n  P0:\n    name: Critical: all down\n',
      ['3:11: is not valid YAML: a text with a colon in it needs quotes: name: "Critical: all down"'],
    ],
    [
      'more than one, with a comment behind',
      'priorities:\n  P0:\n    name: a: b: c # why\n',
      ['3:11: is not valid YAML: a text with a colon in it needs quotes: name: "a: b: c"'],
    ],
    [
      'with quotes in it',
      'priorities:\n  P0:\n    name: Critical: "all" down\n',
      ['3:11: is not valid YAML: a text with a colon in it needs quotes: name: "Critical: \\"all\\" down"'],
    ],
    [
      'in braces',
      'escalation-policies:\n  urgent:\n    - { at: start, notify: assignee, send: Critical: all down }\n',
      ['3:44: is not valid YAML: a text with a colon in it needs quotes: send: "Critical: all down"'],
    ],
    [
      'in a list',
      'priorities:\n  P0:\n    criteria:\n      - Critical: all down: now\n',
      ['4:19: is not valid YAML: a text with a colon in it needs quotes: - "Critical: all down: now"'],
    ],
    [
      'in a list, which YAML takes for a map',
      'priorities:\n  P0:\n    criteria:\n      - Critical: all down\n',
      ['4:9: priorities.P0.criteria[0]: a map is not a criterion; expected "Critical: all down" in quotes'],
    ],
  ]);
});

describe('a quote that is not closed is shown where it opens', () => {
  testProblems([
    [
      'a double one',
      'timezone: UTC\nfallback: "alice\nroles:\n  responder: [bob]\n',
      ['2:11: is not valid YAML: the " that opens here is never closed; write another " where the text ends'],
    ],
    [
      'a single one',
      "fallback: 'alice\nroles:\n  responder: [bob]\n",
      ["1:11: is not valid YAML: the ' that opens here is never closed; write another ' where the text ends"],
    ],
    [
      'before other quotes',
      'fallback: "alice\nroles:\n  responder: "bob"\n',
      ['1:11: is not valid YAML: the " that opens here is never closed; write another " where the text ends'],
    ],
    [
      'in braces, without what follows from it',
      'escalation-policies:\n  urgent:\n    - { at: start, notify: assignee, send: "On it }\n    - { at: resolve due, notify: assignee, send: "Late" }\n',
      ['3:44: is not valid YAML: the " that opens here is never closed; write another " where the text ends'],
    ],
  ]);
});

describe('people where roles are expected', () => {
  testProblems([
    [
      'without any role',
      'escalation-policies:\n  urgent:\n    - { at: start, notify: [alice] }\n',
      [
        '3:29: escalation-policies.urgent[0].notify[0]: "alice" is not a role; expected one of assignee, reporter, fallback; for a person write responder: [alice] under roles, and responder here',
      ],
    ],
    [
      'beside a role of that name',
      'roles: { responder: [bob] }\nescalation-policies:\n  urgent:\n    - { at: start, notify: "@alice" }\n',
      [
        '4:28: escalation-policies.urgent[0].notify: "@alice" is not a role; expected one of responder, assignee, reporter, fallback; for a person write first-line: [alice] under roles, and first-line here',
      ],
    ],
    [
      'or a role that is not there yet',
      'escalation-policies:\n  urgent:\n    - { at: start, notify: management }\n',
      [
        '3:28: escalation-policies.urgent[0].notify: "management" is not a role; expected one of assignee, reporter, fallback; define it under roles, e.g. management: [alice]',
      ],
    ],
    [
      'who have a role',
      'roles: { responder: [bob] }\nescalation-policies:\n  urgent:\n    - { at: start, notify: [bob] }\n',
      [
        '4:29: escalation-policies.urgent[0].notify[0]: "bob" is a person, not a role; did you mean the role "responder"?',
      ],
    ],
  ]);
});

describe('priorities by names of their own', () => {
  testProblems([
    [
      'as keys',
      'priorities:\n  sev1: { resolve: 4h }\n  Critical: { resolve: 4h }\n  p2: { resolve: 4h }\n',
      [
        '2:3: priorities.sev1: is an unknown key; expected one of P0, P1, P2, P3; your own names go under name and label, e.g. P1: { label: sev1 }',
        '3:3: priorities.Critical: is an unknown key; expected one of P0, P1, P2, P3; your own names go under name and label, e.g. P1: { label: Critical }',
        '4:3: priorities.p2: is an unknown key; did you mean "P2"?',
      ],
    ],
  ]);
});

describe('what stands at the top of the file and is no section', () => {
  testProblems([
    [
      'is near to one, be it to the first of its words',
      'escalations: {}\nescalation: {}\nnotifier: {}\n',
      [
        '1:1: escalations: is an unknown key; did you mean "escalation-policies"?',
        '2:1: escalation: is an unknown key; did you mean "escalation-policies"?',
        '3:1: notifier: is an unknown key; did you mean "notifiers"?',
      ],
    ],
    [
      'is the name of a role, mistyped or not, or French',
      'managment: [grace]\nresponder: [alice]\nrépondants: [alice]\n',
      [
        '1:1: managment: is an unknown key; a role stands under roles, e.g. roles: { management: [alice] }',
        '2:1: responder: is an unknown key; a role stands under roles, e.g. roles: { responder: [alice] }',
        '3:1: répondants: is an unknown key; a role stands under roles, e.g. roles: { responder: [alice] }',
      ],
    ],
  ]);
});

describe('a fallback that looks like a role', () => {
  testProblems([
    [
      'which the policy defines',
      'roles: { management: [grace] }\nfallback: managment\n',
      ['2:11: fallback: "managment" is neither a role nor a login that has one; did you mean "management"?'],
    ],
    [
      'which it does not define',
      'fallback: managment\n',
      [
        '1:11: fallback: "managment" looks like the role "management", which this policy does not define; expected a login, a role, or owner',
      ],
    ],
    [
      'by its name',
      'fallback: management\n',
      ['1:11: fallback: "management" is a role that this policy does not define; expected a login, a role, or owner'],
    ],
  ]);

  test.each(['manager', 'opal', 'respond', 'operator-jones', 'mgmt'])('and not a login such as %s', async (login) => {
    expect((await goodPolicy(`fallback: ${login}\n`)).fallback).toBe(login);
  });
});

describe('what is in order and hardly meant is warned of', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'priorities that leave the others out',
      'priorities: { P0: { resolve: 4h, escalation: urgent } }',
      [
        'priorities.P1: has no clock, so nothing is ever due',
        'priorities.P1: has no escalation, so nobody is notified of it',
        'priorities.P2: has no clock, so nothing is ever due',
        'priorities.P2: has no escalation, so nobody is notified of it',
      ],
    ],
    [
      'rights for a role of the policy',
      'roles: { responder: [bob] }\nentitled: [responder]',
      [
        'entitled: takes roles of the repository, such as write or triage; `responder` is a role of the policy, not of the repository',
      ],
    ],
    [
      'rights for a role that the policy might have',
      'entitled: [Responder]',
      [
        'entitled: takes roles of the repository, such as write or triage; `Responder` is a role of the policy, not of the repository',
      ],
    ],
  ])('%s', async (_, text, warnings) => {
    expect(reachWarnings(await goodPolicy(text), null, Date.parse('2026-11-20T10:00Z'))).toEqual(warnings);
  });
});
