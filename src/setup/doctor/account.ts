import type { FileVersion } from '../../github/port.ts';
import { MOST_VERSIONS } from '../../model/limits.ts';
import { ok, warn, type Check, type Finding } from './check.ts';
import { cronsIn } from './workflows.ts';

/**
 * Whether the account is still there without which GitHub starts a schedule no more, in silence: that of whoever changed its times last.
 * Says nothing where the versions that are read do not tell who that was.
 */
export const accountCheck: Check = async ({ github, workflows, words: { account: words } }) => {
  const findings: Finding[] = [];
  for (const { path, crons } of workflows ?? []) {
    const change = crons.length === 0 ? null : lastChangeOfTimes(await github.historyOf(path));
    if (change === null) continue;
    const { author, commit } = change;
    const short = commit.slice(0, 7);
    findings.push(author === null ? warn(words.gone(path, short), words.touch(path)) : ok(words.there(path, author)));
  }
  return findings;
};

/**
 * The newest version of a workflow whose schedule has other times than the one before; the first one there was, if the times never changed.
 * Null where that lies further back than what was read.
 */
export function lastChangeOfTimes(versions: readonly FileVersion[]): FileVersion | null {
  const times = versions.map(({ text }) => JSON.stringify(text === null ? [] : cronsIn(text).toSorted()));
  const isWhole = versions.length < MOST_VERSIONS;
  return versions.find((_, i) => (i + 1 < times.length ? times[i] !== times[i + 1] : isWhole)) ?? null;
}
