import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { commentOfAct, isReply, nameOfKey, readKey, replyKey, writeKey, type KeyParts } from '../../src/engine/keys.ts';
import { renewAct, renewKey } from '../../src/engine/old-keys.ts';
import { NAME } from '../../src/policy/names.ts';

const name = fc.stringMatching(NAME);
const login = fc.stringMatching(/^[a-z\d](?:-?[a-z\d]){0,20}$/);
const since = fc.nat({ max: 4_000_000_000_000 });
const step = fc.constantFrom('start', 'acknowledge due', 'resolve 75%', 'resolve due + 1h30m', 'no-progress due - 5m');
const parts: fc.Arbitrary<KeyParts> = fc.oneof(
  fc.record({
    kind: fc.constant('step' as const),
    policy: name,
    step,
    since: fc.option(since),
    n: fc.nat({ max: 99 }),
  }),
  fc.record({
    kind: fc.constantFrom('notice' as const, 'request' as const),
    name: fc.constantFrom('assess', 'owner', 'role', 'escalated'),
    about: fc.option(fc.oneof(name, login)),
    since: fc.option(since),
  }),
  fc.record({ kind: fc.constant('reply' as const), comment: fc.nat(), n: fc.constantFrom(0 as const, 1 as const) }),
  fc.record({ kind: fc.constant('refusal' as const), login }),
  fc.record({
    kind: fc.constant('follow-up' as const),
    action: fc.constantFrom('acknowledge', 'resolve'),
    notifier: name,
    since,
  }),
  fc.record({ kind: fc.constant('answer' as const), notifier: name, by: fc.option(login), since }),
  fc.record({ kind: fc.constant('opened' as const), name: fc.constant('post-mortem') }),
  fc.record({ kind: fc.constant('revision' as const), by: login, since }),
  fc.record({ kind: fc.constant('published' as const), stage: name, since }),
);

describe('keys of the record', () => {
  it('say what they were built of, whatever people call their policies, roles and notifiers', () => {
    fc.assert(
      fc.property(parts, (key) => {
        expect(readKey(writeKey(key))).toEqual(key);
      }),
    );
  });

  it('differ where their parts do', () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        expect(writeKey(one) === writeKey(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  test.each([
    ...[
      '',
      'urgent:start',
      's:urgent',
      'z:urgent:start',
      'n:',
      '__proto__',
      'xn:owner',
      'n:owner@x',
      'r:twelve',
      'r:12x',
      'r:x12',
    ],
    ...['f:resolve@12', 'f:resolve:pager', 'w:pager:ana', 'v:ana', 'u:resolved'],
  ])('do not read %j', (text) => {
    expect(readKey(text)).toBeNull();
  });

  test.each<[KeyParts, string, string]>([
    [
      { kind: 'step', policy: 'urgent', step: 'start', since: 1_500, n: 2 },
      's:urgent:start@1.5#2',
      'urgent:start@1.5#2',
    ],
    [{ kind: 'request', name: 'role', about: 'desk', since: 2_000 }, 'q:role:desk@2', 'role-desk@2'],
    [{ kind: 'answer', notifier: 'pager', by: 'ana', since: 2_000 }, 'w:pager:ana@2', 'answer-pager-ana@2'],
    [{ kind: 'answer', notifier: 'pager', by: null, since: 2_000 }, 'w:pager@2', 'answer-pager@2'],
    [{ kind: 'revision', by: 'ana', since: 2_000 }, 'v:ana@2', 'revision-ana@2'],
    [{ kind: 'published', stage: 'resolved', since: 2_000 }, 'u:resolved@2', 'published-resolved@2'],
  ])('of %j are %s, and outside %s', (parts, key, name) => {
    expect([writeKey(parts), nameOfKey(key)]).toEqual([key, name]);
    expect(readKey(key)).toEqual(parts);
  });

  test('that are none go outside as they are', () => {
    expect(nameOfKey('odd key')).toBe('odd key');
  });

  test('of replies, and of what goes to and fro with a pager, are told apart', () => {
    const replies = ['r:5', 'r:5#1', 'x:eve', 'f:resolve:pager@2', 'w:pager:ana@2'];
    const others = [
      's:urgent:start',
      'n:owner',
      'q:role:desk@2',
      'o:post-mortem',
      'v:ana@2',
      'u:resolved@2',
      'odd key',
    ];
    expect([...replies, ...others].filter((key) => isReply(readKey(key)))).toEqual(replies);
    expect([replyKey(5), replyKey(5, true)]).toEqual(['r:5', 'r:5#1']);
  });

  test('of judgements tell whether they are about a comment', () => {
    expect(commentOfAct('c:12')).toEqual({ kind: 'comment', comment: 12 });
    expect(commentOfAct('p:12')).toEqual({ kind: 'presence', comment: 12 });
    for (const other of ['xc:12', 'c:12x', 'd:quick', 'a:opening', 'c:']) expect(commentOfAct(other)).toBeNull();
  });
});

describe('keys of version 0.1.0', () => {
  test.each([
    ['urgent:start', { kind: 'step', policy: 'urgent', step: 'start', since: null, n: 0 }],
    ['pager-team:acknowledge due', { kind: 'step', policy: 'pager-team', step: 'acknowledge due', since: null, n: 0 }],
    ['refused:resolve 75%', { kind: 'step', policy: 'refused', step: 'resolve 75%', since: null, n: 0 }],
    [
      'role-desk:resolve due + 1h@1793610000#3',
      { kind: 'step', policy: 'role-desk', step: 'resolve due + 1h', since: 1_793_610_000_000, n: 3 },
    ],
    ['urgent:start@1793610000.175', { kind: 'step', policy: 'urgent', step: 'start', since: 1_793_610_000_175, n: 0 }],
    ['assess', { kind: 'notice', name: 'assess', about: null, since: null }],
    ['owner@1793610000', { kind: 'notice', name: 'owner', about: null, since: 1_793_610_000_000 }],
    [
      'role-incident-manager@1793610000',
      { kind: 'request', name: 'role', about: 'incident-manager', since: 1_793_610_000_000 },
    ],
    ['assign-alice@1793610000', { kind: 'notice', name: 'assign', about: 'alice', since: 1_793_610_000_000 }],
    ['escalated@1793610000', { kind: 'request', name: 'escalated', about: null, since: 1_793_610_000_000 }],
    ['c1022', { kind: 'reply', comment: 1022, n: 0 }],
    ['refused:mallory', { kind: 'refusal', login: 'mallory' }],
    [
      'pager-acknowledge-my pager@1793610000',
      { kind: 'follow-up', action: 'acknowledge', notifier: 'my pager', since: 1_793_610_000_000 },
    ],
    ['post-mortem', { kind: 'opened', name: 'post-mortem' }],
    ['urgent:resolve 12.25%#12', { kind: 'step', policy: 'urgent', step: 'resolve 12.25%', since: null, n: 12 }],
    ['urgent:start@1793610000', { kind: 'step', policy: 'urgent', step: 'start', since: 1_793_610_000_000, n: 0 }],
    [
      'xpager-resolve-a@1793610000',
      { kind: 'notice', name: 'xpager-resolve-a', about: null, since: 1_793_610_000_000 },
    ],
    ['owner@1793610000.175', { kind: 'notice', name: 'owner', about: null, since: 1_793_610_000_175 }],
    ...['xc12', 'c12x', 'pager-resolve-a', 'xpager-resolve-a', 'xrole-desk', 'role-'].map(
      (name) => [name, { kind: 'notice', name, about: null, since: null }] as [string, object],
    ),
  ])('%s is known by its parts, and outside by the same name', (old, key) => {
    expect(readKey(renewKey(old))).toEqual(key);
    expect(nameOfKey(renewKey(old))).toBe(old);
  });

  test.each([
    ['urgent:start!', 'n:urgent start!'],
    ['xrefused:mallory', 'n:xrefused mallory'],
    ['owner@12x', 'n:owner 12x'],
  ])('%s is none of them, and becomes %s', (old, key) => {
    expect(renewKey(old)).toBe(key);
  });

  test.each(['xa:alice', 'xpAlice@12', 'pAlice@12x', 'xc12', 'c12x', 'z12', ''])('%j is no judgement', (old) => {
    expect(renewAct(old)).toBeNull();
  });

  test.each([
    ['pAlice@1793610000.175', 'l:alice@1793610000.175'],
    ['f1793610000.25', 'd:fired@1793610000.25'],
    ['c12', 'c:12'],
    ['r12', 'p:12'],
    ['o', 'a:opening'],
    ['a:alice', 'a:assigned:alice'],
    ['a:', 'a:assigned'],
    ['x1793610000', 'a:closed@1793610000'],
    ['v1793610000', 'd:recovered@1793610000'],
    ['f1793610000.5', 'd:fired@1793610000.5'],
    ['q', 'd:quick'],
    ['pAlice@1793610000', 'l:alice@1793610000'],
  ])('the judgement %s is %s', (old, key) => {
    expect(renewAct(old)).toBe(key);
  });
});
