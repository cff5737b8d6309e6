import { describe, expect, it } from 'vitest';
import { FRENCH, open, reactions, say, TYPED } from './typed-story.ts';

/* What people type, and what they hear when it is not quite it. */

describe('a priority is understood', () => {
  it.each([
    '/p0',
    '/P0 all customers',
    '/priority P0',
    '/priority p0 all customers',
    '/priority: P0',
    '/priority:P0',
    '/priority=P0',
    '/priority = P0',
    '/priority 0',
    '/priority critical-urgent all customers',
    '/priority priority/critical-urgent',
    '/priority tres critique all customers',
    '/priority P0, all customers',
    '/priority\u00a0P0 all customers',
    '/priority\u2003P0',
    '/priority\u200bP0',
    '\u200b/priority P0\u200b',
    '/priority `P0` all customers',
    '/priority "P0"',
    '/priority [P0] all customers',
    '/priority <critical-urgent>',
  ])('as %j', async (text) => {
    const { stage, reply } = await say(text);
    expect(stage.hub.issue(1).labels).toContain('priority/critical-urgent');
    expect(reply ?? '').not.toContain('not carried out');
  });

  it.each([
    '/priority sev1',
    '/priority',
    '/priority urgent',
    '/priority P7',
    '/priority P01',
    '/priority criticality',
  ])('or %j lists what is', async (text) => {
    const { stage, reply } = await say(text);
    expect(stage.hub.issue(1).labels).toContain('P1');
    expect(reply).toContain('It takes: `P0 (Très critique, priority/critical-urgent)`, `P1 (Major)`, `P2`, `P3`.');
  });

  it('and asks for the reason of the priority that was meant', async () => {
    expect((await say('/priority P3')).reply).toContain('`/priority P3 REASON`');
    expect((await say('/p2')).reply).toContain('`/priority P2 REASON`');
  });

  it('also with its reason below', async () => {
    const { stage } = await say('/dismiss\n\nOnly a test of ours.');
    expect(stage.hub.issue(1).state).toBe('CLOSED');
  });
});

describe('a word from elsewhere gets the command that is meant', () => {
  it.each([
    ['/close', 'resolve'],
    ['/fixed it', 'resolve'],
    ['/acknowledge', 'ack'],
    ['/snooze 2h', 'silence'],
    ['/severity 1', 'priority'],
    ['/sev1', 'priority'],
    ['/page', 'escalate'],
    ['/mute', 'silence'],
    ['/résoudre', 'resolve'],
    ['/catégorie dns', 'category'],
    ['/priorty P0', 'priority'],
    ['/prior P0', 'priority'],
    ['/acknowleged', 'ack'],
    ['/resloved', 'resolve'],
    ['/sev-1', 'priority'],
    ['/S1', 'priority'],
    ['/major', 'priority'],
    ['/critical-urgent', 'priority'],
    ['/raise', 'priority'],
    ['/priorite\u0301 P0', 'priority'],
    ['/RESOUDRE', 'resolve'],
    ['/niveau 3', 'level'],
  ])('%s: %s', async (text, command) => {
    const { reply } = await say(text);
    expect(reply).toContain(`Did you mean \`/${command}\`?`);
  });
});

describe('a refusal lists what would be accepted', () => {
  it.each([
    ['/category dsn', 'It takes: `network`, `network/dns`, `storage`.'],
    ['/cause bug', 'It takes: `deploy`, `hardware`.'],
    ['/pause waiting', 'It takes: `waiting-for-customer`.'],
    ['/role boss @bob', 'It takes: `responder`, `incident-manager`.'],
  ])('%s', async (text, list) => {
    expect((await say(text)).reply).toContain(list);
  });

  it('in French', async () => {
    const { reply } = await say('/cause bug', await open('P1', FRENCH));
    expect(reply).toContain('Au choix\u00a0: `deploy`, `hardware`.');
  });

  it('or that there is none', async () => {
    const stage = await open('P1', TYPED.replace(/^causes:.*\n/m, ''));
    expect((await say('/cause bug', stage)).reply).toContain('The policy has none.');
  });
});

it('/duplicate of nothing is refused, and not thanked for', async () => {
  const { stage, reply } = await say('/duplicate #99');
  expect(reply).toContain('#99 is not an incident');
  const mine = stage.hub.issue(1).comments.findLast(({ body }) => body === '/duplicate #99')!;
  expect(mine.reactions).toEqual([]);
  expect(reactions(stage)).toBe(0);
});

it('/help says what each command does', async () => {
  const { reply } = await say('/help');
  expect(reply).toContain('- `/ack`: ');
  expect(reply).toContain('- `/priority P1 REASON`: Sets the priority.');
  const french = await say('/help', await open('P1', FRENCH));
  expect(french.reply).toContain('- `/priority P1 MOTIF`\u00a0: Fixe la priorité.');
  expect(french.reply).toContain('`/data-loss oui|non TEXTE`');
  expect(french.reply).not.toMatch(/\b(?:TEXT|REASON|NAME|LOGIN)\b/);
});
