import { describe, expect, test } from 'vitest';
import { readOpening } from '../../src/engine/conversation.ts';
import type { Issue } from '../../src/model/issue.ts';
import { conversationOf, outcomeOf, short, type Given } from './conversing.ts';
import { issueOf, person } from './thread.ts';

/* What the text of an issue says. */

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

  test('that begins with a heading has no command above it, and one above it is read once', () => {
    expect(opened('### What\n\n/label x\n/oops').events).toEqual([]);
    expect(opened('/start\n\n### What\n\nIt is down.').events).toEqual(['start=']);
  });

  test('is told of as a comment of whoever wrote it', () => {
    const { conversation } = opened('/ack');
    const { id, url, body, author } = conversation.issue;
    expect(conversation.judged[0]!.comment).toEqual({ id, number: 0, url, body, author, edited: false, own: false });
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
