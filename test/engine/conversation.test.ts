import { describe, expect, test } from 'vitest';
import { readComment } from '../../src/engine/conversation.ts';
import type { Comment, EventOf } from '../../src/model/issue.ts';
import { CUT } from '../../src/text/markdown.ts';
import { COMMANDS, conversationOf, outcomeOf, short, type Given } from './conversing.ts';
import { commentOf, issueOf, person, spoken } from './thread.ts';

/* What a comment says: which commands are carried out, and whether somebody works on the incident. */

/** What a comment gives, in short, and what became of it. */
function heard(comment: Comment, parts: Partial<EventOf<'commented'>> = {}, given?: Given) {
  const conversation = conversationOf(issueOf(), given);
  const events = [...readComment(spoken(comment, 7, parts), conversation, { s: 1 })];
  return { events: events.map(short), judged: conversation.judged.map(outcomeOf), all: events };
}
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

  test('with more commands than are read says so', () => {
    const record = { judged: { 'c:5': { by: 'ana', at: 7, ok: true, say: ['ack', CUT] } } };
    const { events, judged } = heard(commentOf(5, '/ack'), {}, { record });
    expect([events, judged]).toEqual([['ack=', 'ana commands'], [['ana accepted', 'ack', `${CUT} cut`]]]);
  });

  test.each([
    ['', ['ana']],
    ['/var/log/x is full', ['ana']],
    ['/label x\n  \n\t', ['label=x', 'ana commands idly']],
    ['/label x\rIt is down.', ['label=x', 'ana commands']],
  ])('that is %j', (body, events) => {
    expect(heard(commentOf(5, body)).events).toEqual(events);
  });

  test('of whoever may not is idle with the text of its commands', () => {
    expect(heard(commentOf(5, '/ack on it\nand more', { author: person('eve') })).events).toEqual(['eve idly']);
  });

  test('all of whose commands are denied commands nothing', () => {
    const record = { judged: { 'c:5': { by: 'ana', at: 7, ok: true, say: ['!ack'] } } };
    expect(heard(commentOf(5, '/ack'), {}, { record }).events).toEqual(['ana idly']);
  });

  test('that was edited before it was seen is a sign of work, unless it only sorts', () => {
    const edited = (body: string) => heard(commentOf(5, body, { edited: true }));
    expect(edited('/ack')).toMatchObject({ events: ['ana'], judged: [['ana edited', 'ack']] });
    expect(edited('/label x').events).toEqual(['ana idly']);
    expect(edited('/oops').events).toEqual(['ana']);
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
