import { expect, test } from 'vitest';
import { clocksNamed, explainCommand } from '../../src/capabilities/clocks/command.ts';
import { CLOCKS } from '../../src/capabilities/clocks/table.ts';

/* Which deadlines somebody means. */

test.each([
  ['resolve', ['resolve']],
  ['  RESOLVE ', ['resolve']],
  ['Résolution', ['resolve']],
  ['resolution', ['resolve']],
  ['Restore data', ['restore']],
  ['update', ['update']],
  ['update-every', ['update']],
  ['Next update', ['update']],
  ['post-mortem', ['post-mortem']],
  ['Post-mortem draft', ['post-mortem']],
  ['', CLOCKS],
  ['  ', CLOCKS],
  ['fix', null],
  ['null', null],
])('%j names %j', (text, clocks) => {
  expect(clocksNamed(text)).toEqual(clocks);
});

test('/explain takes the clocks that are named, and refuses what is none', () => {
  const read = (text: string) => explainCommand.read(text, {} as never);
  expect(read('resolve')).toEqual({ args: { clocks: ['resolve'] }, refusal: null });
  expect(read('')).toEqual({ args: { clocks: CLOCKS }, refusal: null });
  const { args, refusal } = read('fix');
  expect(args).toBeNull();
  expect(refusal!.en('`/explain`', '`fix`')).toMatch(/^`\/explain`: `fix` is no clock\..*`acknowledge`, `workaround`/);
  expect(refusal!.fr('`/explain`', '`fix`').replace(/[\u00a0\u202f]/g, ' ')).toMatch(
    /^`\/explain` : `fix` n’est pas un délai\..*`acknowledge`/,
  );
});
