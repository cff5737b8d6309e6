import { expect, test } from 'vitest';
import { repliesRule } from '../../src/capabilities/replies/rule.ts';
import { clocksNamed, explainCommand } from '../../src/capabilities/clocks/command.ts';
import { CLOCKS } from '../../src/capabilities/clocks/table.ts';
import { at, policyOf, situationAt } from './situations.ts';

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

/** What is answered to a comment. */
async function answerTo(text: string, language = 'en'): Promise<string> {
  const situation = situationAt(await policyOf(`\nlanguage: ${language}\n`), 12, 'P1', [[11, text]]);
  const [notice] = repliesRule(situation).filter((it) => it.do === 'tell');
  return notice?.lines.join('\n') ?? '';
}

test.each(['why', 'when', 'deadline', 'deadlines', 'sla', 'pourquoi', 'délai', 'delais'])(
  '/%s is understood as a question for /explain',
  async (word) => {
    expect(await answerTo(`/${word}`)).toContain('`/explain`');
  },
);

test('/help says what /explain does, in the language of the policy', async () => {
  expect(await answerTo('/help')).toContain(
    '`/explain [CLOCK]`: Says how the deadlines came about, day by day, or that of one clock.',
  );
  expect((await answerTo('/help', 'fr')).replace(/[\u00a0\u202f]/g, ' ')).toMatch(
    /`\/explain \[[^\]]+\]` : Dit comment les échéances ont été calculées, jour par jour, ou celle d’un seul délai\./,
  );
});

test('to ask how deadlines came about takes nothing on, as a word of a responder does', async () => {
  const policy = await policyOf();
  const takenAt = (text: string): number | undefined =>
    situationAt(policy, 12, 'P1', [[11, text]]).incident.acknowledgement?.at;
  expect(takenAt('/explain')).toBeUndefined();
  expect(takenAt('I am on it')).toBe(at(11));
});

test('each comment is answered with the clocks that it names', async () => {
  const situation = situationAt(await policyOf(), 12, 'P1', [
    [11, '/explain resolve'],
    [11.5, '/explain acknowledge\n/explain workaround'],
  ]);
  const answers = repliesRule(situation).flatMap((it) => (it.do === 'tell' ? [it.lines.join('\n')] : []));
  const named = (text: string): string[] => [...text.matchAll(/\*\*(\w+)\*\*: `/g)].map(([, name]) => name!);
  expect(answers.map(named)).toEqual([['Resolve'], ['Acknowledge', 'Workaround']]);
});

test('of a thousand questions and one the first is forgotten', () => {
  const { start, on } = explainCommand.keeps!;
  const ask = (asked: typeof start, comment: number) => on(asked, { clocks: [] }, { at: 0, by: 'alice', comment });
  const all = Array.from({ length: 1_001 }, (_, i) => i).reduce(ask, start);
  expect([all.length, all[0]?.comment, all.at(-1)?.comment]).toEqual([1_000, 1, 1_000]);
});

test('of many comments that ask, the last sixty are answered', async () => {
  const acts = Array.from({ length: 70 }, (_, i) => [11 + i / 100, '/explain resolve'] as const);
  const answers = repliesRule(situationAt(await policyOf(), 12, 'P1', acts)).filter((it) => it.do === 'tell');
  expect(answers).toHaveLength(60);
});
