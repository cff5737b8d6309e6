import { describe, expect, it } from 'vitest';
import { mark } from '../../src/engine/mark.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { rowOf } from '../support/card.ts';
import { asks, card, MINUTE, PEOPLE, stageOf } from '../support/stage.ts';
import { say, TYPED } from './typed-story.ts';

/* Where people type: below a command, in a reply by mail, in an edit, in the text of an issue. */

describe('the text of a command', () => {
  it.each([
    ['/resolve\n\nRolled back the deploy.', 'Rolled back the deploy.'],
    ['/resolve Rolled back.\nAll customers work again.', 'Rolled back. All customers work again.'],
    ['/resolve\n- rolled back\n- cleaned up', '- rolled back - cleaned up'],
    ['/resolve Rolled back.\n\n-- \nBob, on call', 'Rolled back.'],
    ['/resolve Rolled back.\n\n> is it back?', 'Rolled back.'],
    ['/resolve Rolled back.\n\nSent from my iPhone', 'Rolled back.'],
    ['/resolve Rolled back.\n\nEnvoyé de mon iPhone', 'Rolled back.'],
  ])('goes on below it: %j', async (text, expected) => {
    expect((await say(text)).card).toContain(`\`${expected}\``);
  });

  it('ends where the next one begins', async () => {
    const { card: shown } = await say('/note\nThe pool is empty.\n/resolve\nMade it larger.');
    expect(shown).toContain('`Made it larger.`');
    expect(shown).not.toContain('pool is empty. /resolve');
  });

  it('is none for a command that takes none: what stands below is said', async () => {
    const { card: shown } = await say('/ack, looking into it\nThe pool is empty.');
    expect(rowOf(shown, 'Acknowledged')).toContain('by `bob`');
  });
});

describe('a reply by mail', () => {
  it.each([
    'From: Grace <grace@example.org>\nSent: Monday, 2 November 2026 09:00\nTo: incidents\n\n/resolve done',
    '**From:** Grace\n**Sent:** Monday\n\n/resolve done',
    'De\u00a0: Grace\nEnvoyé\u00a0: lundi 2 novembre 2026\nÀ\u00a0: incidents\n\n/resolve done',
    'On Mon, 2 Nov 2026 at 09:00, Grace <grace@example.org> wrote:\n\n/resolve done',
    'On Mon, 2 Nov 2026 at 09:00, Grace\n<grace@example.org>\nwrote:\n/resolve done',
    'Le lun. 2 nov. 2026 à 09:00, Grace <grace@example.org> a écrit\u00a0:\n\n/resolve done',
    'Le lun. 2 nov. 2026 a\u0300 09:00, Grace a e\u0301crit\u00a0:\n\n/resolve done',
    '________________________________\nFrom: Grace\n/resolve done',
    '____\n/resolve done',
    '-----Original Message-----\n/resolve done',
    "-----Message d'origine-----\n/resolve done",
  ])('commands nothing by what it quotes: %j', async (quoted) => {
    const { card: shown, reply } = await say(`/ack\n\n${quoted}`);
    expect(rowOf(shown, 'Acknowledged')).toContain('by `bob`');
    expect(shown).not.toContain('resolved');
    expect(reply).toBeNull();
  });

  it.each([
    'From: the gateway\n\n/ack',
    'On call now.\n\n/ack',
    'Le pool est vide.\n\n/ack',
    'Impact window:\nFrom: 09:00 UTC\nTo: 09:40 UTC\n\n/ack',
    'Date: 2 Nov\nSubject: db\n/ack',
    'On it.\n/ack\nAs Grace wrote:\n> it is down',
    'On it since 9.\n/ack\nAs Grace wrote:\n> it is down',
  ])('is not every text with such a word: %j', async (text) => {
    expect(rowOf((await say(text)).card, 'Acknowledged')).toContain('by `bob`');
  });
});

describe('a comment that is edited after it was read', () => {
  it('is answered once if that brings a command, and nothing is carried out', async () => {
    const { stage } = await say('/priorty P0');
    const { hub } = stage;
    const mine = hub.issue(1).comments.findLast(({ body }) => body === '/priorty P0')!;
    for (let i = 0; i < 2; i++) {
      hub.clock.advance(MINUTE);
      hub.as('bob').editComment(mine.databaseId, `/priority P0${'!'.repeat(i)}`);
      await stage.react();
      expect(hub.issue(1).labels).toContain('P1');
    }
    const answers = asks(hub.issue(1)).filter((text) => text.includes('had been read before it was edited'));
    expect(answers).toHaveLength(1);
    expect(answers[0]).toContain('@bob');
    expect(answers[0]).toContain('`/priority`');
  });

  it('hears nothing of another wording', async () => {
    const { stage } = await say('/resolve Rolled back.\nThe pool is fine agian.');
    const { hub } = stage;
    const mine = hub.issue(1).comments.findLast(({ body }) => body.startsWith('/resolve'))!;
    const before = hub.issue(1).comments.length;
    hub.as('bob').editComment(mine.databaseId, '/resolve Rolled back.\nThe pool is fine again.');
    await stage.react();
    expect(hub.issue(1).comments).toHaveLength(before);
  });

  it('hears nothing if it brings none', async () => {
    const { stage } = await say('/ack');
    const { hub } = stage;
    const mine = hub.issue(1).comments.findLast(({ body }) => body === '/ack')!;
    const before = hub.issue(1).comments.length;
    hub.as('bob').editComment(mine.databaseId, '/ack\n\nLooking at the pool.');
    await stage.react();
    expect(hub.issue(1).comments).toHaveLength(before);
  });
});

describe('commands in the text of an issue', () => {
  const opened = async (login: string, body: string): Promise<Stage> => {
    const stage = await stageOf({ policy: TYPED, people: { ...PEOPLE, rita: 'read' } });
    stage.hub.as(login).openIssue({ title: 'Down', body, labels: login === 'rita' ? [] : ['incident'] });
    if (login === 'rita') stage.hub.as('alice').label(1, 'incident');
    await stage.react();
    return stage;
  };

  it('of somebody entitled are carried out', async () => {
    const { hub } = await opened('alice', 'The shop is down.\n\n/p0 everything\n/category network/dns\n/ack');
    expect(hub.issue(1).labels).toEqual(expect.arrayContaining(['priority/critical-urgent', 'network/dns']));
    expect(rowOf(card(hub.issue(1)), 'Acknowledged')).toContain('by `alice`');
  });

  it('are answered if they cannot be', async () => {
    const { hub } = await opened('alice', 'The shop is down.\n\n/priority sev1');
    expect(asks(hub.issue(1)).join('\n')).toContain('`/priority` needs a priority');
  });

  it('are nothing in the answers of a form, nor is a path', async () => {
    const { hub } = await opened('alice', '/checkout\n\n### System and host\n\n/resolve\n');
    expect(card(hub.issue(1))).not.toContain('resolved');
    expect(asks(hub.issue(1)).join('\n')).not.toContain('not a command');
  });

  it('of a stranger are nothing, and not answered', async () => {
    const { hub } = await opened('rita', 'The shop is down.\n\n/p0\n/ack');
    expect(hub.issue(1).labels).not.toContain('priority/critical-urgent');
    expect(asks(hub.issue(1)).join('\n')).not.toContain('rejected');
  });
});

describe('what stands in the text of an issue is judged once', () => {
  it('and means nothing when its author has a say later', async () => {
    const stage = await stageOf({ policy: TYPED, people: { ...PEOPLE, rita: 'read' } });
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Typo', body: 'A typo.\n\n/p0 I want you awake' });
    hub.as('alice').label(1, 'incident', 'P2');
    await stage.sweep();
    hub.setRole('rita', 'triage');
    hub.clock.advance(180 * MINUTE);
    const before = hub.requests.length;
    await stage.sweep();
    expect(card(hub.issue(1))).toMatch(/^## \S+ P2 /);
    expect(hub.requests.slice(before).filter(({ path }) => path.includes('collaborators'))).toEqual([]);
  });

  it('and means nothing on an incident that an earlier version has dealt with', async () => {
    const stage = await stageOf({ policy: TYPED, people: PEOPLE });
    const { hub } = stage;
    hub.as('alice').openIssue({ title: 'Slow', body: 'As before:\n\n/p0 all is down', labels: ['incident', 'P2'] });
    const old = mark('card', 1, { judged: {}, refused: {}, verdicts: [], done: {} });
    hub.as('github-actions[bot]').comment(1, `${old}\n### P2`);
    for (let i = 0; i < 2; i++) await stage.sweep();
    expect(card(hub.issue(1))).toMatch(/^## \S+ P2 /);
  });
});
