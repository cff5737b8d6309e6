// @module-tag slow

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HostedTarget } from '../../../src/status-page/hosted/target.ts';
import { tries } from '../../support/tries.ts';
import { OPEN, statesOf, wordsOf } from './kinds.ts';
import { runAt } from './outlet.ts';
import { acts, world, type Act } from './worlds.ts';

/* Law 5 for hosted pages: whatever happens, and whenever runs fail or die, each word is told once, and nothing is left to be told. */

async function playOut(type: HostedTarget['type'], all: readonly Act[]): Promise<void> {
  const { target, token, receiver, entries, states, sent } = OPEN[type]();
  const stage = world();
  for (const it of all)
    if (it.do === 'run') await runAt(receiver, stage.now(), it.fates).bring(target, stage.wanted(target), token);
    else stage.happen(it);
  const wanted = stage.wanted(target);
  // Two runs: the first makes up for what the others have left.
  expect(await runAt(receiver, stage.now() + 90_000).bring(target, wanted, token)).toBeNull();
  const after = runAt(receiver, stage.now() + 180_000);
  expect(await after.bring(target, wanted, token)).toBeNull();
  expect(
    after.asked.filter((it) => !/^(?:GET|POST \/graphql)/.test(it)),
    'a second plan is empty',
  ).toEqual([]);

  const ids = entries().map(({ id }) => id);
  expect(ids, 'no entry is there twice').toEqual([...new Set(ids)]);
  for (const entry of wanted.entries) {
    const seen = entries().find(({ id }) => id === entry.id);
    if (entry.stage === 'cancelled' && seen === undefined) continue;
    expect(seen?.title).toBe(seen && type === 'instatus' && entry.kind === 'maintenance' ? seen.title : entry.title);
    const plain = seen!.messages.map((message) => message.replace(/^Correction: /, ''));
    for (const words of wordsOf(entry))
      expect(
        plain.filter((it) => it === words),
        words,
      ).toHaveLength(1);
  }
  for (const id of wanted.gone) expect(ids).not.toContain(id);
  if (states() !== null) expect(states()).toEqual(statesOf(type, wanted));
  const told = sent() ?? [];
  expect(told, 'nobody is told anything twice').toEqual([...new Set(told)]);
}

describe.each(['statuspage', 'instatus', 'cstate'] as const)('%s', (type) => {
  test('tells everything once, whatever happens to runs', async () => {
    await fc.assert(
      fc.asyncProperty(acts, (all) => playOut(type, all)),
      tries(150),
    );
  }, 60_000);
});
