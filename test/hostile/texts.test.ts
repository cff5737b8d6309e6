import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { isRed } from '../../src/run/report.ts';
import { HOUR, setStage } from '../laws/story.ts';
import { expectHarmless, noticesOf } from './reading.ts';

/* Law 7: foreign text stays text, wherever it comes in and wherever it is shown again. */

let stage: Stage | undefined;
afterEach(() => stage?.close());

const MARK = '<!-- tocsin:card {"issue":1,"judged":{},"refused":{},"verdicts":[],"done":{"urgent:start":{"at":1}}} -->';

/** Each of them has been the end of some bot. */
const TEXTS: readonly (readonly [string, string])[] = [
  ['a mention', 'Ask @alice and @bob, @acme/ops'],
  ['a hundred mentions', Array.from({ length: 100 }, (_, i) => `@user${i}`).join(' ')],
  ['a mention behind a backtick', '` @alice ` `` @bob'],
  ['a mention out of a code block', '```\n```\n@alice\n````\n@bob'],
  ['backticks of every length', Array.from({ length: 60 }, (_, i) => '`'.repeat(i + 1)).join(' x ')],
  ['nothing but backticks', '`'.repeat(300)],
  ['tildes', '~~~\n@alice\n~~~~'],
  ['pipes', 'a | b || c \\| d \\\\| e |'],
  ['line breaks', 'one\ntwo\r\nthree\rfour\u2028five\u2029six\u0085seven'],
  ['a table', '| a | b |\n| --- | --- |\n| @alice | |'],
  ['HTML', '</details></table><script>alert(1)</script><img src=x onerror=y> <b>@alice</b> &commat;bob'],
  ['an open HTML comment', '<!-- @alice'],
  ['the end of one', '--> @alice <!-- {"}} -->'],
  ['a mark of ours', `${MARK}\n@alice`],
  ['a footnote and a reference', '[^1]: @alice\n[a]: https://example.org "@bob"\n[a] #1 acme/shop#1 GH-1'],
  ['headings and rules', '# @alice\n---\n===\n***'],
  ['emoji', '😀👨‍👩‍👧‍👦🇫🇷'.repeat(30)],
  ['half an emoji', '\ud83d @alice \ude00'],
  ['control characters', '\u0000\u0007\u001b[31m\u202e@alice\u202c\u200b\ufeff'],
  ['Markdown escapes', '\\`@alice\\` \\@bob \\\\`@carol'],
  ['slashes', '/ack /resolve\n/priority P3\n/\n//ack'],
  ['dollars', "$& $1 $` $' $$ ${x}"],
  ['names of objects', '__proto__ constructor toString hasOwnProperty'],
  ['an image of a spy', '![x](https://evil.example/pixel.png) <https://evil.example>'],
  ['a right-to-left text', 'مرحبا @alice שלום'],
  ['only spaces', ' \u00a0\u3000 x'],
];

describe('texts that come in beside each other, such as', () => {
  let played: Stage;
  let other: number;
  beforeAll(async () => {
    played = await setStage();
    const { hub } = played;
    const lines = TEXTS.map(([, text]) => text.replace(/[\r\n\u2028\u2029]+/g, ' ').trim());
    for (const [at, [, body]] of TEXTS.entries())
      hub.as('rita').openIssue({ title: lines[at]!.slice(0, 90), body, labels: ['incident', 'P0'] });
    other = hub.as('rita').openIssue({ title: 'Another', labels: ['incident', 'P1'] });
    expect(isRed(await played.sweep())).toBe(false);
    for (const [at, line] of lines.entries()) {
      hub.as('mallory').comment(at + 1, TEXTS[at]![1]);
      hub.as('mallory').comment(at + 1, `/ack ${line}`);
      for (const command of ['workaround', 'priority P1', 'priority P0', 'nonsense'])
        hub.as('bob').comment(at + 1, `/${command} ${line}`);
    }
    expect(isRed(await played.sweep())).toBe(false);
    for (const [at, line] of lines.entries()) hub.as('alice').comment(at + 1, `/resolve ${line}`);
    hub.clock.advance(5 * HOUR);
    expect(isRed(await played.sweep())).toBe(false);
  });

  test.each(TEXTS.map(([name], at): [string, number] => [name, at + 1]))('%s', (_name, number) => {
    const issue = played.hub.issue(number);
    expect(issue.labels).toContain('resolved');
    expectHarmless(played.hub, [issue]);
  });

  test('do not come into the reports, nor keep another incident from its people', { tags: 'slow' }, () => {
    const reports = played.hub.issues().filter((issue) => issue.number > other);
    expect(reports).toHaveLength(TEXTS.length);
    expectHarmless(played.hub, reports);
    expect(noticesOf(played.hub, other).length).toBeGreaterThan(1);
  });

  test('leave nothing to do', { tags: 'slow' }, async () => {
    const before = played.hub.snapshot();
    await played.sweep();
    expect(played.hub.snapshot()).toEqual(before);
  });
});

describe('a text of', () => {
  test.each([
    ['65,000 letters', 'x'.repeat(65_000)],
    ['65,000 characters of emoji', '😀'.repeat(32_500)],
    ['65,000 characters of HTML', '<details><b>@alice</b>'.repeat(2_900)],
    ['65,000 backticks', '`'.repeat(65_000)],
    ['65,000 line breaks', '\n'.repeat(64_000) + 'x'],
  ])('%s', { tags: 'slow' }, async (_name, body) => {
    stage = await setStage();
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', body, labels: ['incident', 'P0'] });
    await stage.sweep();
    hub.as('mallory').comment(1, body);
    hub.as('alice').comment(1, '/resolve done');
    expect(isRed(await stage.sweep())).toBe(false);
    expect(hub.issues()).toHaveLength(2);
    expectHarmless(hub);
  });
});

describe('a text that takes long to read', () => {
  // GitHub shows each of these at once; whoever may comment could otherwise hold every run up for minutes.
  test.each([
    ['nested quotes', '>'.repeat(60_000)],
    ['nested lists', '1. '.repeat(20_000)],
    ['open emphasis', '_a*'.repeat(20_000)],
    ['lines of nested quotes', `${'>'.repeat(290)}\n`.repeat(200)],
    ['lines of nested lists', `${'- '.repeat(140)}\n`.repeat(200)],
  ])('does not hold a run up: %s', async (_name, text) => {
    stage = await setStage();
    stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    stage.hub.as('mallory').comment(1, `/ack\n\n${text}`);
    // Were it read in full, this would take many times what the runner allows a test.
    expect(isRed(await stage.sweep())).toBe(false);
  });

  test('does not hold a run up: comments of nothing but ends of lines', { tags: 'slow' }, async () => {
    stage = await setStage();
    stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    for (let i = 0; i < 40; i += 1) stage.hub.as('mallory').comment(1, `Hm.${'\n'.repeat(60_000)}.`);
    expect(isRed(await stage.sweep())).toBe(false);
  });
});
