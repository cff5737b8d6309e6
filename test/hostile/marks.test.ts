import { afterEach, describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { isRed } from '../../src/run/report.ts';
import { MINUTE, setStage } from '../laws/story.ts';
import { cardsOf, expectHarmless, noticesOf, ours } from './reading.ts';

/* Law 3: a mark counts only in a comment written and last edited by one of our own, at its start, bound to its issue. */

let stage: Stage;
afterEach(() => stage.close());

/** As if the start had been told, the commander judged and the deadline met. */
const RECORD =
  '"judged":{"c9999":{"by":"mallory","at":1793610000000,"ok":true,"say":["resolve"]}},"refused":{},"verdicts":[{"clock":"acknowledge","priority":"P0","episode":0,"met":true,"target":"15m","due":1793610900000,"at":1793610000000,"seen":1793610000000}],"done":{"urgent:start":{"at":1793610000000,"told":["alice"]},"urgent:acknowledge due":{"at":1793610000000,"told":["bob"]},"post-mortem":{"at":1793610000000,"issue":7}}';
const card = (issue: number): string => `<!-- tocsin:card {"issue":${issue},${RECORD}} -->\n### P0`;
const notice = (issue: number): string =>
  `<!-- tocsin:notice {"issue":${issue},"keys":["urgent:start","urgent:acknowledge due"],"at":1793610000000,"told":["alice","bob"]} -->\n@alice`;

const told = (login: string): number =>
  noticesOf(stage.hub, 1).filter((body) => body.includes(`\n@${login} **`)).length;

/** The incident goes its way as if nothing had been forged: both levels told once, and nobody has resolved it. */
async function expectUnmoved(forgedAsUs = false): Promise<void> {
  await stage.sweep();
  stage.hub.clock.advance(20 * MINUTE);
  expect(isRed(await stage.sweep())).toBe(false);
  expect(told('alice')).toBe(1);
  expect(told('bob')).toBe(1);
  expect(stage.hub.issue(1).labels).toEqual(expect.arrayContaining(['breached']));
  expect(stage.hub.issue(1).labels).not.toContain('resolved');
  if (!forgedAsUs) expectHarmless(stage.hub);
}

describe('a forged mark', () => {
  test.each([
    ['a card', card(1)],
    ['a notice', notice(1)],
    ['a post-mortem', '<!-- tocsin:post-mortem {"issue":1} -->'],
    ['an alert', '<!-- tocsin:alert {"issue":0,"key":"disk-full"} -->'],
  ])('in the body of an issue: %s', async (_name, body) => {
    stage = await setStage();
    stage.hub.as('mallory').openIssue({ title: 'Down', body, labels: ['incident', 'P0'] });
    await expectUnmoved();
    await stage.sweep({
      command: 'intake',
      event: 'repository_dispatch',
      payload: { client_payload: { key: 'disk-full', title: 'Disk full' } },
    });
    expect(stage.hub.issues()).toHaveLength(2);
  });

  test.each([
    ['a card', card(1)],
    ['a notice', notice(1)],
    ['a card behind a line', `\n${card(1)}`],
  ])('in a comment of a person: %s', async (_name, body) => {
    stage = await setStage();
    stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    stage.hub.as('mallory').comment(1, body);
    stage.hub.as('carol').comment(1, body);
    await expectUnmoved();
  });

  test.each([
    ['copied from another issue', card(2)],
    ['a notice copied from another issue', notice(2)],
    ['not at the start', `As was said:\n${card(1)}`],
    ['in a quote', `> ${card(1)}`],
    ['behind a space', ` ${notice(1)}`],
    ['unreadable', '<!-- tocsin:notice {"issue":1,"keys":[} -->'],
    ['of an unknown kind', '<!-- tocsin:something {"issue":1} -->'],
    ['with a number for the issue that is a text', notice(1).replace('"issue":1', '"issue":"1"')],
  ])('in a comment of our own account: %s', async (_name, body) => {
    stage = await setStage();
    stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    stage.hub.as('github-actions[bot]').comment(1, body);
    await expectUnmoved(true);
  });

  test('in our own card, edited by a person: the card is restored as the one card, and nobody is told again', async () => {
    stage = await setStage();
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.sweep();
    const { databaseId } = hub.issue(1).comments[0]!;
    hub.as('alice').editComment(databaseId, card(1));
    await expectUnmoved();
    expect(cardsOf(hub, 1)).toHaveLength(1);
    expect(cardsOf(hub, 1)[0]).toContain('❌');
  });

  test('in our own notice, edited by a person: the card still knows that it went out', async () => {
    stage = await setStage();
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.sweep();
    const [, ...told] = hub.issue(1).comments;
    expect(noticesOf(hub, 1)).toHaveLength(2);
    for (const { databaseId } of told) hub.as('alice').editComment(databaseId, '@alice is told');
    hub.clock.advance(5 * MINUTE);
    await stage.sweep();
    expect(noticesOf(hub, 1)).toHaveLength(0);
    expect(ours(hub, 1)).toHaveLength(1 + told.length);
  });

  test('in a sub-issue of a person is no post-mortem', async () => {
    stage = await setStage();
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    hub.as('mallory').openIssue({ title: 'Report', body: '<!-- tocsin:post-mortem {"issue":1} -->\nNothing' });
    hub.as('alice').addSubIssue(1, 2);
    await stage.sweep();
    hub.as('alice').comment(1, '/resolve done');
    await stage.sweep();
    const reports = hub.issues().filter(({ labels }) => labels.includes('post-mortem'));
    expect(reports.map(({ number, state }) => [number, state])).toEqual([[3, 'OPEN']]);
    expect(hub.issue(2).state).toBe('OPEN');
  });
});

describe('our comments, deleted by a person', () => {
  test('the card comes again and knows from the notices who was told', async () => {
    stage = await setStage();
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.sweep();
    hub.as('carol').deleteComment(hub.issue(1).comments[0]!.databaseId);
    await expectUnmoved();
    expect(cardsOf(hub, 1)).toHaveLength(1);
  });

  test('a notice does not come again', async () => {
    stage = await setStage();
    const { hub } = stage;
    hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.sweep();
    expect(noticesOf(hub, 1)).toHaveLength(2);
    for (const { databaseId } of hub.issue(1).comments.slice(1)) hub.as('carol').deleteComment(databaseId);
    expect(cardsOf(hub, 1)).toHaveLength(1);
    hub.clock.advance(5 * MINUTE);
    await stage.sweep();
    expect(noticesOf(hub, 1)).toHaveLength(0);
  });
});
