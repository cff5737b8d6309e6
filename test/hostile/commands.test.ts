import { afterEach, describe, expect, test } from 'vitest';
import { createJudge } from '../../src/engine/judge.ts';
import { EMPTY_RECORD } from '../../src/engine/record.ts';
import type { Comment } from '../../src/model/issue.ts';
import { readCommands } from '../../src/text/markdown.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { MINUTE, setStage } from '../laws/story.ts';
import { noticesOf } from './reading.ts';

/* Commands: what is one, what only looks like one, and what an edit changes. */

const names = (body: string): string[] => readCommands(body).map(({ name }) => name);

describe('what is read of a comment', () => {
  // Each of these took a time that grew with the square of its lines.
  test.each(['=', '-', '\t', '> >', '[', '`'])('is so many lines, whatever they are: %j', (line) => {
    const body = `/ack\n${`${line}\n`.repeat(400)}\n/resolve done`;
    expect(names(body)).toEqual(['ack', '…']);
  });

  test('is nothing more once its author has been refused', () => {
    const judge = createJudge(EMPTY_RECORD, { entitled: ['write'], rights: new Map() }, new Map([['eve', null]]));
    const comment = (number: number, body: string): Comment => ({
      id: '',
      number,
      url: '',
      body,
      author: { login: 'eve', bot: false },
      edited: false,
      own: false,
    });
    expect(judge.comment(0, comment(1, '/ack'), 'eve', readCommands).commands).toHaveLength(1);
    expect(judge.comment(0, comment(2, '/ack\n='), 'eve', readCommands)).toMatchObject({
      commands: [],
      outcome: 'not-entitled',
    });
    expect(judge.record().refused).toEqual({ eve: 2 });
    expect(judge.comment(0, comment(3, 'Thanks.'), 'eve', readCommands).outcome).toBeNull();
  });
});

describe('a command', () => {
  test.each([
    '/ack',
    ' /ack ',
    '/ack\r\n',
    'Looking.\n/ack',
    'Looking.\n\n/ack I am on it',
    '/ack\n\n> quoted',
    '**On it**\n/ack',
    '\n\n/ack',
    '/ack @alice',
    '/ack ```',
  ])('is read in %j', (body) => {
    expect(names(body)).toEqual(['ack']);
  });

  test.each([
    '> /ack',
    '> quoted\n/ack',
    '```\n/ack\n```',
    '~~~\n/ack',
    '    /ack',
    '- /ack',
    '1. /ack',
    '- a\n/ack',
    '`/ack`',
    '# /ack',
    '<details>\n/ack\n</details>',
    '<!-- /ack -->',
    '<!--\n/ack\n-->',
    'Please /ack',
    '//ack',
    '/',
    '/ ack',
    '/usr/bin/ack',
    '/1ack',
    'https://example.org/ack',
  ])('is not read in %j', (body) => {
    expect(names(body)).toEqual([]);
  });

  // Not to be seen, or shown as code: nobody has said this.
  test.each(['Hello <!--\n/ack\n-->', '`\n/ack\n`', '``\n/ack\n``'])('is not read in %j', (body) => {
    expect(names(body)).toEqual([]);
  });

  // The line below makes a heading of it, as the signature of a mail does.
  test.each(['/ack\n---\nSent from my phone', '/ack\n-- \nAlice', '/ack\n==='])('is read in %j', (body) => {
    expect(names(body)).toEqual(['ack']);
  });

  // Phones write a capital letter at the start of a line.
  test.each(['/Ack', '/ACK', '/ack.', '/ack!'])('is read in %j', (body) => {
    expect(names(body)).toEqual(['ack']);
  });
});

let stage: Stage | null = null;
afterEach(async () => {
  await stage?.close();
  stage = null;
});

async function opened(): Promise<Stage> {
  stage = await setStage();
  stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
  await stage.sweep();
  return stage;
}

describe('a comment that is edited', () => {
  test('before it was first read is not obeyed, and its author is told', async () => {
    const { hub } = await opened();
    const { databaseId } = hub.as('alice').comment(1, 'Looking');
    hub.as('mallory').editComment(databaseId, '/resolve');
    await stage!.sweep();
    expect(hub.issue(1).labels).not.toContain('resolved');
    expect(noticesOf(hub, 1).at(-1)).toContain('edited before it was first read');
  });

  test('after it was read changes nothing, neither by adding nor by taking away', async () => {
    const { hub } = await opened();
    const { databaseId } = hub.as('alice').comment(1, '/ack');
    await stage!.sweep();
    hub.as('alice').editComment(databaseId, '/ack\n/resolve');
    hub.clock.advance(MINUTE);
    const report = await stage!.sweep();
    expect(report.settled[0]!.situation.incident).toMatchObject({ status: 'acknowledged' });
    hub.as('alice').editComment(databaseId, 'Never mind.');
    expect((await stage!.sweep()).settled[0]!.situation.incident).toMatchObject({ status: 'acknowledged' });
  });

  test('or deleted after it was read changes nothing', async () => {
    const { hub } = await opened();
    const { databaseId } = hub.as('alice').comment(1, '/ack');
    await stage!.sweep();
    const before = noticesOf(hub, 1);
    hub.as('alice').deleteComment(databaseId);
    hub.clock.advance(20 * MINUTE);
    expect((await stage!.sweep()).settled[0]!.situation.incident).toMatchObject({ status: 'acknowledged' });
    expect(noticesOf(hub, 1)).toEqual(before);
  });
});

describe('a responder who comments has taken the incident on', () => {
  test('but not by only sorting it', async () => {
    const { hub } = await opened();
    hub.as('alice').comment(1, '/priority P0 worse than thought');
    expect((await stage!.sweep()).settled[0]!.situation.incident.acknowledgement).toBe(null);
  });

  test('with plain words', async () => {
    const { hub } = await opened();
    hub.as('alice').comment(1, 'On it.');
    expect((await stage!.sweep()).settled[0]!.situation.incident.acknowledgement?.by).toBe('alice');
  });

  // A comment of a responder is one also when it has a command in it, or what looks like one.
  test.each([
    '/workaround use the other door',
    '/priority P0 worse than thought\nI look at it.',
    '/tmp is full.\nI clean it up.',
  ])('with %j', async (text) => {
    const { hub } = await opened();
    hub.as('alice').comment(1, text);
    expect((await stage!.sweep()).settled[0]!.situation.incident.acknowledgement?.by).toBe('alice');
  });
});
