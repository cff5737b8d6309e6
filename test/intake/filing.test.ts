import { describe, expect, test } from 'vitest';
import { alertCountOf } from '../../src/capabilities/alerts/log.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { isRed } from '../../src/run/report.ts';
import { HOUR, MINUTE, stageOf } from '../support/stage.ts';
import { dispatched, fixture, typed } from './payloads.ts';
import { group, logOf, filed, bodyOf, isGoingOn } from './filing-stage.ts';

/** Mutations that GitHub was asked for. */
const mutations = (stage: Stage): number => stage.hub.requests.filter(({ kind }) => kind === 'mutation').length;

describe('one incident', () => {
  test('for a group of two hundred pods', async () => {
    const stage = await stageOf();
    const pods = Array.from({ length: 200 }, (_, i) => `cart-${i}`);
    const report = await stage.sweep(group(stage, { pods }));
    expect(isRed(report)).toBe(false);
    expect(stage.hub.issues()).toHaveLength(1);
    expect(alertCountOf(logOf(stage, 1))).toBe(200);
    stage.hub.clock.advance(MINUTE);
    await stage.sweep(group(stage, { pods: ['cart-200'] }));
    expect(stage.hub.issues()).toHaveLength(1);
    expect(alertCountOf(logOf(stage, 1))).toBe(201);
  });

  test('for each alert, if the policy says so', async () => {
    const stage = await stageOf({ policy: 'alerts: { key: alert }\nfallback: grace\n' });
    const report = await stage.sweep(group(stage, { pods: ['a', 'b'] }));
    expect(filed(report)).toEqual([1, 2]);
    expect(filed(await stage.sweep(group(stage, { pods: ['b', 'a'] })))).toEqual([2, 1]);
    expect(stage.hub.issues()).toHaveLength(2);
  });

  test('of two with the key is the oldest', async () => {
    const stage = await stageOf();
    await stage.sweep(group(stage));
    const { title, body } = stage.hub.issue(1);
    stage.hub.as('github-actions[bot]').openIssue({ title, body, labels: ['incident'] });
    stage.hub.clock.advance(MINUTE);
    expect(filed(await stage.sweep(group(stage, { pods: ['cart-2'] })))).toEqual([1]);
  });

  test('with the labels that the alert asks for, and what it says', async () => {
    const stage = await stageOf();
    await stage.sweep(dispatched(fixture('plain')));
    expect(stage.hub.issue(1)).toMatchObject({ title: 'The checkout answers with errors', labels: ['incident', 'P1'] });
    expect(bodyOf(stage, 1)).toContain('### System and host\n\n`checkout, pay-2`');
  });

  test('by hand', async () => {
    const stage = await stageOf();
    await stage.sweep(typed(JSON.stringify(fixture('plain'))));
    expect(stage.hub.issues()).toHaveLength(1);
  });
});

describe('told again', () => {
  test('counts nothing twice, open or closed', async () => {
    const stage = await stageOf();
    const told = group(stage, { pods: ['a', 'b'] });
    await stage.sweep(told);
    const before = mutations(stage);
    const report = await stage.sweep(told);
    expect(report.filed).toEqual([{ issue: 1, what: expect.stringContaining('is known') as string }]);
    stage.hub.as('alice').close(1, 'not_planned');
    stage.hub.clock.advance(24 * HOUR);
    expect(filed(await stage.sweep(told))).toEqual([1]);
    expect(alertCountOf(logOf(stage, 1))).toBe(2);
    expect(mutations(stage)).toBe(before);
    expect(stage.hub.issues()).toHaveLength(1);
  });

  test('fires again: counted, without a comment', async () => {
    const stage = await stageOf();
    const from = stage.hub.clock.now();
    await stage.sweep(group(stage, { from }));
    await stage.sweep(group(stage, { from, to: from + 5 * MINUTE }));
    stage.hub.clock.advance(HOUR);
    const report = await stage.sweep(group(stage));
    expect(report.filed).toEqual([{ issue: 1, what: expect.stringContaining('fired 2 times') as string }]);
    expect(stage.hub.issue(1).comments).toEqual([]);
    expect(isGoingOn(stage, 1)).toBe(true);
  });

  test('leaves the text alone that an earlier version wrote, but for the form of its mark', async () => {
    const stage = await stageOf();
    await stage.sweep(group(stage));
    const body = bodyOf(stage, 1);
    const old = body.replace('"v":2,', '');
    expect(old).not.toBe(body);
    stage.hub.as('github-actions[bot]').editBody(1, old);
    const report = await stage.sweep();
    expect(bodyOf(stage, 1)).toBe(body.replace('"issue":0,', '"issue":1,'));
    const edits = report.settled.flatMap(({ done }) => done.filter((it) => it.do === 'edit-issue'));
    expect(edits.map(({ why }) => why)).toEqual(['its mark has the form of an earlier version']);
  });

  test('leaves the text alone that people have edited', async () => {
    const stage = await stageOf();
    await stage.sweep(group(stage));
    stage.hub.as('alice').editBody(1, `${bodyOf(stage, 1)}\r\n\r\nLook at the @shop/cart dashboard first.`);
    const [, ...before] = bodyOf(stage, 1).split('\n');
    stage.hub.clock.advance(MINUTE);
    await stage.sweep(group(stage, { pods: ['cart-2'] }));
    const [mark, ...after] = bodyOf(stage, 1).split('\n');
    expect(after).toEqual(before);
    expect(mark).toContain('f-cart-2');
  });
});

describe('when GitHub does not answer', () => {
  const once = {
    matches: ({ mutations: all }: { mutations: readonly string[] }) =>
      all.some((it) => /createIssue|updateIssue$/.test(it)),
  };

  test.each(['drop-before', 'drop-after', 'truncate'] as const)('an incident is opened once: %s', async (how) => {
    const stage = await stageOf();
    stage.hub.faults.add({ when: once, how });
    const report = await stage.sweep(group(stage));
    expect(isRed(report)).toBe(false);
    expect(stage.hub.issues()).toHaveLength(1);
    expect(alertCountOf(logOf(stage, 1))).toBe(1);
  });

  test.each(['drop-before', 'drop-after', 'truncate'] as const)('a firing is counted once: %s', async (how) => {
    const stage = await stageOf();
    await stage.sweep(group(stage));
    stage.hub.clock.advance(MINUTE);
    stage.hub.faults.add({ when: once, how });
    const report = await stage.sweep(group(stage));
    expect(isRed(report)).toBe(false);
    expect(alertCountOf(logOf(stage, 1))).toBe(2);
  });

  test('what another run has written over is written again', async () => {
    const stage = await stageOf();
    await stage.sweep(group(stage));
    const old = bodyOf(stage, 1);
    stage.hub.clock.advance(MINUTE);
    const overwrite = (): void => {
      stage.hub.as('github-actions[bot]').editBody(1, old);
    };
    stage.hub.faults.add({ when: once, how: { hook: overwrite, at: 'after' } });
    expect(isRed(await stage.sweep(group(stage)))).toBe(false);
    expect(alertCountOf(logOf(stage, 1))).toBe(2);
  });

  test('gives up after three times, and says so', async () => {
    const stage = await stageOf();
    await stage.sweep(group(stage));
    stage.hub.clock.advance(MINUTE);
    for (let i = 0; i < 3; i++) stage.hub.faults.add({ when: once, how: 'drop-before' });
    const report = await stage.sweep(group(stage));
    expect(report.failures).toEqual([{ issue: 1, message: expect.stringContaining('was not filed') as string }]);
    expect(filed(await stage.sweep(group(stage)))).toEqual([1]);
  });
});

describe('what is wrong with a payload', () => {
  test('makes the run red, and the alert is filed all the same', async () => {
    const stage = await stageOf();
    const report = await stage.sweep(dispatched({ ...fixture('plain'), priority: 'P9', at: 'now' }));
    expect(isRed(report)).toBe(true);
    expect(report.failures.map(({ message }) => message)).toEqual([
      expect.stringContaining('client_payload.at must be'),
      expect.stringContaining('client_payload.priority must be'),
    ]);
    expect(stage.hub.issue(1).labels).toEqual(['incident']);
  });

  test('is said of a hostile one, which stays text', async () => {
    const stage = await stageOf();
    expect(isRed(await stage.sweep(dispatched(fixture('hostile'))))).toBe(true);
    expect(filed(await stage.sweep(dispatched(fixture('hostile'))))).toEqual([1]);
    expect(stage.hub.issues()).toHaveLength(1);
  });

  test('without a key nothing can be filed', async () => {
    const stage = await stageOf();
    await expect(stage.sweep(dispatched({ title: 'Disk full' }))).rejects.toThrow('client_payload.key must be a text');
    await expect(stage.sweep(typed(''))).rejects.toThrow('the input `alert` is empty');
    expect(stage.hub.issues()).toEqual([]);
  });
});

describe('a dry run', () => {
  test('writes nothing and says what it would do', async () => {
    const stage = await stageOf();
    const alert = JSON.stringify({ key: 'disk', title: 'Disk full' });
    const first = await stage.sweep(typed(alert, true));
    expect(first.filed).toEqual([{ issue: null, what: 'filed the alert "Disk full"' }]);
    expect(stage.hub.issues()).toEqual([]);
    await stage.sweep(typed(alert));
    const before = mutations(stage);
    stage.hub.clock.advance(MINUTE);
    const second = await stage.sweep(typed(alert, true));
    expect(second.filed).toEqual([{ issue: 1, what: expect.stringContaining('fired 2 times') as string }]);
    expect(mutations(stage)).toBe(before);
  });
});
