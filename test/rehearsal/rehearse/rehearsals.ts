import { loadPolicy } from '../../../src/capabilities/load.ts';
import { formatProblem } from '../../../src/policy/problem.ts';
import { performRehearsals, type Performed, type WantedAct } from '../../../src/rehearsal/rehearse/perform.ts';

/** A Wednesday; the Friday after it is 27 November. */
export const NOW = Date.parse('2026-11-25T12:00:00Z');

export type Shown = Extract<Performed, { readonly ok: true }>;

/** Plays what is wanted under a policy; of all the rest, what is usual. */
export async function performed(text: string, wanted: Partial<WantedAct> = {}): Promise<Performed> {
  const loaded = await loadPolicy(text, 'policy.yml');
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
  return performRehearsals({
    policy: loaded.policy,
    text,
    ownership: { person: null, account: null, command: 'tocsin rehearse' },
    lacking: { file: '.github/workflows/tocsin.yml', secrets: new Map() },
    now: NOW,
    at: null,
    play: { priorities: ['P0'], category: null, isShort: true },
    ...wanted,
  });
}

/** The same, of what can be played. */
export async function shown(text: string, wanted: Partial<WantedAct> = {}): Promise<Shown> {
  const result = await performed(text, wanted);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result;
}

/** Lines with plain blanks, a run of them as one. */
export function plainLines(lines: readonly string[]): string[] {
  return lines.map((line) =>
    line
      .replace(/[\u00a0\u202f]/g, ' ')
      .replace(/ +/g, ' ')
      .trimEnd(),
  );
}

/** The lines from a heading on, up to the next blank one. */
export function under(lines: readonly string[], heading: string): string[] {
  const from = lines.findIndex((line) => line.startsWith(heading));
  if (from < 0) throw new Error(`there is no ${heading} in\n${lines.join('\n')}`);
  const rest = lines.slice(from + 1);
  const end = rest.indexOf('');
  return plainLines(end < 0 ? rest : rest.slice(0, end)).map((line) => line.trim());
}

/** The timeline of the first story: without its heading. */
export function timeline({ lines }: Shown): string[] {
  return plainLines(lines.slice(2, lines.indexOf('', 2)));
}
