import { describe, expect, test } from 'vitest';
import { inTurn, together } from '../../src/run/together.ts';

describe('works side by side', () => {
  test('are answered together, in order, as often as one of them asks', async () => {
    const heard: string[][] = [];
    const work = (name: string, times: number) => async (ask: (asked: string) => Promise<string>) => {
      let last = '';
      for (let i = 1; i <= times; i++) last = await ask(`${name}${i}`);
      return last;
    };
    const late = async (ask: (asked: string) => Promise<string>): Promise<string> => {
      await new Promise((resolve) => setImmediate(resolve));
      return ask('late');
    };
    const results = await together<string, string, string>([work('a', 3), late, work('c', 1)], (asked) => {
      heard.push([...asked]);
      return Promise.resolve(asked.map((it) => it.toUpperCase()));
    });
    expect(heard).toEqual([['a1', 'late', 'c1'], ['a2'], ['a3']]);
    expect(results.map((it) => it.status === 'fulfilled' && it.value)).toEqual(['A3', 'LATE', 'C1']);
  });

  test('fail each for itself, and nobody waits for one that failed', async () => {
    const results = await together<string, string, string>(
      [() => Promise.reject(new Error('broken')), (ask) => ask('b')],
      (asked) => Promise.resolve([...asked]),
    );
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  test('all learn of it when nobody answers', async () => {
    const asking = (ask: (asked: string) => Promise<string>) => ask('a').catch((error: unknown) => String(error));
    const results = await together<string, string, string>([asking, asking], () => Promise.reject(new Error('gone')));
    expect(results.map((it) => it.status === 'fulfilled' && it.value)).toEqual(['Error: gone', 'Error: gone']);
  });
});

test('a function in turn is called once at a time, also after it failed', async () => {
  const log: string[] = [];
  const call = inTurn(async (name: string) => {
    log.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    log.push(`${name} ends`);
    if (name === 'a') throw new Error('a fails');
    return name;
  });
  const results = await Promise.allSettled([call('a'), call('b')]);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});
