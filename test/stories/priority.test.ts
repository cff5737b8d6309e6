import { describe, expect, it } from 'vitest';
import { row } from '../support/card.ts';
import { card, MINUTE, asks, stageOf, told } from '../support/stage.ts';

async function opened(labels: string[]) {
  const stage = await stageOf();
  const n = stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', ...labels] });
  await stage.react();
  return { stage, hub: stage.hub, n };
}

describe('without a priority', () => {
  it('an incident counts as P3, and somebody is asked to assess it, once', async () => {
    const { stage, hub, n } = await opened([]);
    await stage.sweep();
    const issue = hub.issue(n);
    expect(issue.labels).toEqual(expect.arrayContaining(['needs-assessment']));
    expect(card(issue)).toMatch(/^## 🔵 P3 Low · nobody has it yet$/m);
    expect(row(card(issue), 'Priority')).toBe('P3; nobody has assessed it yet');
    expect(row(card(issue), 'Do now')).toMatch(
      /^set a priority: comment `\/priority P1 why`\. Comment `\/ack` before \*\*Tue 09:00 UTC\*\*\./,
    );
    expect(told(issue)).toEqual([['alice', 'bob']]);
    expect(asks(issue)[0]).toContain('@alice @bob **🔵 Set a priority: comment `/priority P1 why`.**');
    expect(asks(issue)[0]).toContain('Nobody has assessed it yet; until then it counts as P3.');
  });

  it('the request goes when one is set', async () => {
    const { stage, hub, n } = await opened([]);
    hub.as('alice').label(n, 'P1');
    await stage.react();
    expect(hub.issue(n).labels).toEqual(expect.arrayContaining(['incident', 'P1']));
    expect(hub.issue(n).labels).not.toContain('needs-assessment');
  });

  it('or when somebody takes it off, which leaves it at P3', async () => {
    const { stage, hub, n } = await opened([]);
    hub.as('alice').unlabel(n, 'needs-assessment');
    await stage.react();
    await stage.sweep();
    expect(hub.issue(n).labels).toEqual(['incident', 'needs-information']);
    expect(card(hub.issue(n))).toMatch(/^## 🔵 P3 Low · /m);
    expect(row(card(hub.issue(n)), 'Priority')).toBeUndefined();
  });
});

describe('of several priorities', () => {
  it('the most urgent stands and the others go, said so to whoever set them', async () => {
    const { stage, hub, n } = await opened(['P1']);
    hub.clock.advance(MINUTE);
    hub.as('bob').label(n, 'P3');
    await stage.react();
    const issue = hub.issue(n);
    expect(issue.labels).toContain('P1');
    expect(issue.labels).not.toContain('P3');
    expect(told(issue).at(-1)).toEqual(['bob']);
    expect(asks(issue).at(-1)).toContain('@bob **🟠 Kept `P1`, removed `P3`.**');
  });

  it('a raise needs no word: the former label goes quietly', async () => {
    const { stage, hub, n } = await opened(['P2']);
    hub.clock.advance(MINUTE);
    hub.as('bob').comment(n, '/ack');
    hub.as('bob').label(n, 'P0');
    await stage.react();
    expect(hub.issue(n).labels).toContain('P0');
    expect(hub.issue(n).labels).not.toContain('P2');
    expect(asks(hub.issue(n))).toEqual([]);
  });
});

describe('lowering', () => {
  it('by labels asks for the reason, once, and takes a comment for it', async () => {
    const { stage, hub, n } = await opened(['P1']);
    hub.clock.advance(30 * MINUTE);
    hub.as('bob').comment(n, '/ack');
    hub.clock.advance(30 * MINUTE);
    hub.as('bob').unlabel(n, 'P1');
    hub.as('bob').label(n, 'P2');
    await stage.react();
    await stage.sweep();
    const issue = hub.issue(n);
    expect(told(issue).filter((people) => people.includes('bob') && people.length === 1)).toHaveLength(1);
    expect(asks(issue).at(-1)).toContain('Why did you lower this from P1 to P2?');
    expect(card(issue)).toContain('no reason given yet');
    hub.as('bob').comment(n, 'Only the staging shop.');
    await stage.react();
    expect(card(hub.issue(n))).toContain('`Only the staging shop.`');
  });

  it('is not explained by a command that was refused', async () => {
    const { stage, hub, n } = await opened(['P1']);
    hub.clock.advance(30 * MINUTE);
    hub.as('bob').comment(n, '/ack');
    hub.as('bob').comment(n, '/priority P2');
    hub.as('bob').unlabel(n, 'P1');
    hub.as('bob').label(n, 'P2');
    await stage.react();
    expect(card(hub.issue(n))).toContain('no reason given yet');
  });

  it.each([
    ['/priority P2', 'lowers the priority, which needs a reason', 'P1'],
    ['/priority', 'needs a priority', 'P1'],
    ['/priority P9 because', 'needs a priority', 'P1'],
    ['/xyzzy it', 'is not a command. `/help` names all of them.', 'P1'],
    ['/resolv it', 'is not a command. Did you mean `/resolve`? `/help` names all of them.', 'P1'],
  ])('%s is answered', async (text, answer, label) => {
    const { stage, hub, n } = await opened(['P1']);
    hub.as('bob').comment(n, text);
    await stage.react();
    expect(told(hub.issue(n)).at(-1)).toEqual(['bob']);
    expect(asks(hub.issue(n)).at(-1)).toContain(answer);
    expect(hub.issue(n).labels).toContain(label);
  });

  it.each([
    ['/priority P2 one customer only', 'P2'],
    ['/priority p0', 'P0'],
  ])('%s sets the label', async (text, label) => {
    const { stage, hub, n } = await opened(['P1']);
    hub.as('bob').comment(n, text);
    await stage.react();
    expect(hub.issue(n).labels.filter((it) => /^P\d$/.test(it))).toEqual([label]);
    await stage.sweep();
    expect(hub.issue(n).labels.filter((it) => /^P\d$/.test(it))).toEqual([label]);
  });
});
