import { afterEach, describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { isRed } from '../../src/run/report.ts';
import { MINUTE, setStage } from '../laws/story.ts';
import { cardsOf, expectHarmless, noticesOf } from './reading.ts';

/* Law 7: foreign text stays text, wherever it comes in and wherever it is shown again. */

let stage: Stage | undefined;
afterEach(() => stage?.close());

describe('many', () => {
  test('comments of commands of a stranger get one reply, and the card stays short', { tags: 'slow' }, async () => {
    stage = await setStage();
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.sweep();
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 100; i++) hub.as('mallory').comment(1, `/resolve ${'x'.repeat(250)}`);
      expect(isRed(await stage.sweep())).toBe(false);
    }
    expect(noticesOf(hub, 1).filter((body) => body.includes('@mallory'))).toHaveLength(1);
    expect(cardsOf(hub, 1)[0]!.length).toBeLessThan(10_000);
    hub.clock.advance(20 * MINUTE);
    await stage.sweep();
    expect(noticesOf(hub, 1).filter((body) => body.includes('@bob'))).toHaveLength(1);
  });

  test('commands at once are carried out in requests that GitHub takes', { tags: 'slow' }, async () => {
    stage = await setStage();
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.sweep();
    const before = hub.requests.length;
    for (let i = 0; i < 95; i++) hub.as('alice').comment(1, `/note ${i}`);
    expect(isRed(await stage.sweep())).toBe(false);
    const sizes = hub.requests.slice(before).map(({ mutations }) => mutations.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(40);
    expect(hub.issue(1).comments.filter(({ reactions }) => reactions.length > 0)).toHaveLength(95);
  });

  test('strangers are answered up to a number, and nobody after', { tags: 'slow' }, async () => {
    stage = await setStage();
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.sweep();
    for (let i = 0; i < 60; i++) hub.as(`eve-${i}`).comment(1, '/ack');
    for (let i = 0; i < 3; i++) expect(isRed(await stage.sweep())).toBe(false);
    const answered =
      noticesOf(hub, 1)
        .join('\n')
        .match(/@eve-\d+/g) ?? [];
    expect(new Set(answered).size).toBe(20);
  });

  test('refusals of one person in one pass are one paragraph', async () => {
    stage = await setStage();
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.sweep();
    for (let i = 0; i < 5; i++) hub.as('mallory').comment(1, '/resolve');
    await stage.sweep();
    expect(
      noticesOf(hub, 1)
        .at(-1)!
        .match(/was rejected: it takes/g),
    ).toHaveLength(1);
  });

  test('comments that a stranger edits at once get one reply too', async () => {
    stage = await setStage();
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.sweep();
    for (let i = 0; i < 4; i++) {
      const { databaseId } = hub.as('mallory').comment(1, '/ack');
      hub.clock.advance(1_000);
      hub.as('mallory').editComment(databaseId, '/ack now');
      await stage.sweep();
    }
    expect(noticesOf(hub, 1).filter((body) => body.includes('@mallory'))).toHaveLength(1);
  });

  test('commands in one comment of a stranger are refused in a few words', async () => {
    stage = await setStage();
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.sweep();
    hub.as('mallory').comment(1, '/a\n'.repeat(2_000));
    expect(isRed(await stage.sweep())).toBe(false);
    expectHarmless(hub);
  });

  // A P0 of some days: what was accepted and is over need not stay in the card word for word.
  test('accepted commands do not make the card too long for GitHub', { tags: 'slow' }, async () => {
    stage = await setStage();
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.sweep();
    for (let i = 0; i < 300; i++) hub.as('alice').comment(1, `/workaround ${i} ${'ab|'.repeat(70)}`);
    expect(isRed(await stage.sweep())).toBe(false);
    expect(cardsOf(hub, 1)[0]).toContain('mitigated');
  });

  test('commands in one comment do not either', async () => {
    stage = await setStage();
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.sweep();
    hub.as('alice').comment(1, '/ack yes\n'.repeat(7_000));
    expect(isRed(await stage.sweep())).toBe(false);
    expect(cardsOf(hub, 1)[0]).toContain('**Acknowledged**: 09:00 by `alice`');
  });

  test('entries do not make the post-mortem too long', { tags: 'slow' }, async () => {
    stage = await setStage();
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', body: '😀'.repeat(30_000), labels: ['incident', 'P0'] });
    await stage.sweep();
    for (let i = 0; i < 140; i++) hub.as('alice').comment(1, `/ack ${'|'.repeat(180)}`);
    for (let i = 0; i < 140; i++) hub.as('alice').comment(1, 'Still looking.');
    hub.as('alice').comment(1, '/resolve done');
    await stage.sweep();
    expect(hub.issues()).toHaveLength(2);
  });
});
