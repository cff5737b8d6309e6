import { describe, expect, test } from 'vitest';
import { accept, refuse, type Command } from '../../src/engine/command.ts';
import { readComment, readOpening, type JudgedComment } from '../../src/engine/conversation.ts';
import { createJudge } from '../../src/engine/judge.ts';
import { EMPTY_RECORD, type IncidentRecord } from '../../src/engine/record.ts';
import type { Comment, EventOf, Issue } from '../../src/model/issue.ts';
import { commentOf, issueOf, person, spoken } from './thread.ts';

/* What a comment, and the text of an issue, say: which commands are carried out, and whether somebody works on the incident. */

const REFUSAL = { en: () => 'no', fr: () => 'non' };
const command = (
  usage: string,
  parts: Partial<Command<unknown, string, object>> = {},
): Command<unknown, string, object> => ({
  usage,
  does: { en: '', fr: '' },
  did: null,
  read: (text) => accept(text),
  ...parts,
});
const COMMANDS = {
  ack: command('[TEXT]'),
  label: command('NAME', { sorts: true }),
  start: command('', { atOpening: true }),
  never: command('', { read: () => refuse(REFUSAL) }),
  part: command('', { read: () => ({ args: 'half', refusal: REFUSAL }) }),
  where: command('', {
    read: (_, { at, by, comment, openedAt, policy, canReach, once, states }) =>
      accept(
        JSON.stringify([
          at,
          by,
          comment,
          openedAt,
          policy,
          canReach('tom'),
          canReach('kim'),
          once('x', () => true),
          states,
        ]),
      ),
  }),
};

interface Given {
  readonly record?: Partial<IncidentRecord>;
  readonly isFromBefore?: boolean;
}

function conversationOf(issue: Issue, { record, isFromBefore = false }: Given = {}) {
  const roles = new Map([
    ['ana', ['write']],
    ['tom', ['write']],
    ['eve', null],
  ]);
  const judge = createJudge({ ...EMPTY_RECORD, ...record }, { entitled: ['write'], rights: new Map() }, roles);
  const judged: JudgedComment[] = [];
  return { commands: COMMANDS, policy: 'P', issue, judge, judged, isFromBefore };
}

/** What a comment gives, in short, and what became of it. */
function heard(comment: Comment, parts: Partial<EventOf<'commented'>> = {}, given?: Given) {
  const conversation = conversationOf(issueOf(), given);
  const events = [...readComment(spoken(comment, 7, parts), conversation, { s: 1 })];
  return { events: events.map(short), judged: conversation.judged.map(outcomeOf), all: events };
}
type Heard = ReturnType<typeof readComment> extends Iterable<infer E> ? E : never;
const short = (event: Heard): string =>
  event.kind === 'command'
    ? `${nameOf(event.command)}=${event.args as string}`
    : `${event.by}${event.commanded ? ' commands' : ''}${event.isIdle ? ' idly' : ''}`;
const nameOf = (of: unknown): string => Object.entries(COMMANDS).find(([, it]) => it === of)![0];
const outcomeOf = ({ by, outcome, isPast, commands, added }: JudgedComment) => [
  `${by} ${outcome}${isPast ? ' past' : ''}`,
  ...commands.map(
    ({ name, complaint }) =>
      `${name}${complaint === null ? '' : ` ${typeof complaint === 'string' ? complaint : 'refused'}`}`,
  ),
  ...added.map(({ name }) => `+${name}`),
];

describe('a comment', () => {
  test.each<[string, string, string, string[], string[][]]>([
    [
      'gives its commands, then itself',
      'ana',
      '/ack on it\n/label x',
      ['ack=on it', 'label=x', 'ana commands'],
      [['ana accepted', 'ack', 'label']],
    ],
    ['without commands is a sign of work', 'ana', 'I look.', ['ana'], []],
    ['that only sorts is none', 'ana', '/label x', ['label=x', 'ana commands idly'], [['ana accepted', 'label']]],
    [
      'that sorts and says more is one',
      'ana',
      'I look.\n/label x',
      ['label=x', 'ana commands'],
      [['ana accepted', 'label']],
    ],
    ['that is refused is none', 'ana', '/never', ['ana commands idly'], [['ana accepted', 'never refused']]],
    [
      'that is carried out in part is none either',
      'ana',
      '/part',
      ['part=half', 'ana commands idly'],
      [['ana accepted', 'part refused']],
    ],
    [
      'with a word that is no command is none',
      'ana',
      '/oops',
      ['ana commands idly'],
      [['ana accepted', 'oops unknown']],
    ],
    ['of whoever may not is none', 'eve', '/ack', ['eve idly'], [['eve not-entitled', 'ack']]],
    ['of whoever may not that says more is one', 'eve', 'It is down.\n/ack', ['eve'], [['eve not-entitled', 'ack']]],
    ['of somebody unknown waits', 'kim', '/ack', ['kim idly'], []],
    [
      'with the name of what every object has is no command',
      'ana',
      '/constructor',
      ['ana commands idly'],
      [['ana accepted', 'constructor unknown']],
    ],
  ])('%s', (_, by, body, events, judged) => {
    const comment = commentOf(5, body, { author: person(by) });
    expect(heard(comment)).toMatchObject({ events, judged });
  });

  test('of a bot, of ours, or of somebody who is gone says nothing', () => {
    const comment = commentOf(5, '/ack');
    expect(heard(comment, { actor: { login: 'x[bot]', bot: true } })).toMatchObject({ events: [], judged: [] });
    expect(heard(comment, { own: true })).toMatchObject({ events: [], judged: [] });
    expect(heard(comment, { actor: null })).toMatchObject({ events: [], judged: [] });
  });

  test('of somebody who is gone says what is on record of it', () => {
    const record = { judged: { 'c:5': { by: 'ana', at: 7, ok: true, say: ['ack', '!label x'] } } };
    expect(heard(commentOf(5, ''), { actor: null }, { record })).toMatchObject({
      events: ['ack=', 'ana commands'],
      judged: [['ana accepted', 'ack', 'label not-allowed']],
    });
  });

  test('all of whose commands are denied commands nothing', () => {
    const record = { judged: { 'c:5': { by: 'ana', at: 7, ok: true, say: ['!ack'] } } };
    expect(heard(commentOf(5, '/ack'), {}, { record }).events).toEqual(['ana idly']);
  });

  test('that was edited before it was seen is a sign of work, unless it only sorts', () => {
    const edited = (body: string) => heard(commentOf(5, body, { edited: true }));
    expect(edited('/ack')).toMatchObject({ events: ['ana'], judged: [['ana edited', 'ack']] });
    expect(edited('/label x').events).toEqual(['ana idly']);
  });

  test('tells what an edit has added', () => {
    const record = { judged: { 'c:5': { by: 'ana', at: 7, ok: true, say: ['ack'] } } };
    expect(heard(commentOf(5, '/ack\n/label x', { edited: true }), {}, { record })).toMatchObject({
      events: ['ack=', 'ana commands'],
      judged: [['ana accepted', 'ack', '+label']],
    });
  });

  test('that was dealt with long ago says so', () => {
    expect(heard(commentOf(5, '/ack'), {}, { record: { past: 5 } }).judged).toEqual([['ana accepted past', 'ack']]);
  });

  test('of whoever was refused before is idle if each of its lines is like a command', () => {
    const record = { refused: { eve: 9 } };
    const of = (body: string) => heard(commentOf(5, body, { author: person('eve') }), {}, { record });
    expect(of('/ack\n\n/oops')).toMatchObject({ events: ['eve idly'], judged: [['eve not-entitled']] });
    expect(of('/ack\r\nIt is down.').events).toEqual(['eve']);
  });

  test('is read as what was said when, by whom, and against what is known', () => {
    const { all } = heard(commentOf(5, '/where'));
    expect(all[0]).toMatchObject({ kind: 'command', at: 7, by: 'ana', comment: 5 });
    expect((all[0] as { args: string }).args).toBe('[7,"ana",5,0,"P",true,null,true,{"s":1}]');
    expect(all[1]).toMatchObject({ kind: 'spoken', at: 7, by: 'ana', comment: { number: 5 } });
  });

  test('with the text of a command below it holds nothing else', () => {
    expect(heard(commentOf(5, '/label x\n\n')).events.at(-1)).toBe('ana commands idly');
    const sorting = { ...COMMANDS.ack, sorts: true };
    const conversation = { ...conversationOf(issueOf()), commands: { ack: sorting } };
    const said = (body: string) => [...readComment(spoken(commentOf(5, body), 7), conversation, {})].at(-1);
    expect(said('/ack on it\nand more')).toMatchObject({ isIdle: true });
  });
});

describe('the text of an issue', () => {
  const opened = (body: string, parts: Partial<Issue> = {}, given?: Given) => {
    const conversation = conversationOf(issueOf([], { author: person('ana'), body, openedAt: 3, ...parts }), given);
    const events = [...readOpening(conversation, { s: 1 })];
    return { events: events.map(short), judged: conversation.judged.map(outcomeOf), all: events, conversation };
  };

  test('gives the commands above its first heading, and those that may stand in an answer', () => {
    expect(opened('/ack\n\n### What\n\n/label x\n\n/start')).toMatchObject({
      events: ['ack=', 'start='],
      judged: [['ana accepted', 'ack', 'start']],
    });
    expect(opened('/ack on it').all[0]).toMatchObject({ kind: 'command', at: 3, by: 'ana', comment: 0, args: 'on it' });
  });

  test.each(['#not a heading', '####### x', '    # code'])('knows what is no heading: %j', (line) => {
    expect(opened(`It is down.\n\n${line}\n\n/label x`).events).toEqual(['label=x']);
  });

  test('has no word that is no command', () => {
    expect(opened('/var/log is full\n/oops\n/ack')).toMatchObject({
      events: ['ack='],
      judged: [['ana accepted', 'ack']],
    });
    expect(opened('/oops').judged).toEqual([]);
  });

  test('tells what was refused', () => {
    expect(opened('/never').judged).toEqual([['ana accepted', 'never refused']]);
  });

  test('says nothing of a stranger, and does not tell them', () => {
    const { events, judged, conversation } = opened('/ack', { author: person('eve') });
    expect([events, judged]).toEqual([[], []]);
    expect(conversation.judge.record().judged).toMatchObject({ 'c:0': { by: 'eve', at: 3, ok: false } });
  });

  test('that was edited before it was seen commands nothing, and that is told', () => {
    expect(opened('/ack', { edited: true })).toMatchObject({ events: [], judged: [['ana edited']] });
  });

  test('of a bot, of ours, or of somebody who is gone says nothing', () => {
    expect(opened('/ack', { author: { login: 'x[bot]', bot: true } }).events).toEqual([]);
    expect(opened('/ack', { own: true }).events).toEqual([]);
    expect(opened('/ack', { author: null }).events).toEqual([]);
  });

  test('that an earlier version dealt with is passed over', () => {
    const before = opened('/ack', {}, { isFromBefore: true });
    expect([before.events, before.judged]).toEqual([[], []]);
    expect(before.conversation.judge.record().judged).toEqual({ 'c:0': { by: 'ana', at: 3, ok: false, say: [] } });
    expect(opened('It is down.', {}, { isFromBefore: true }).conversation.judge.record().judged).toEqual({});
  });
});
