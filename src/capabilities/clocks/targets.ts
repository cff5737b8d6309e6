import type * as z from 'zod/mini';
import type { Target } from '../../calendar/target.ts';
import { key } from '../../policy/keys.ts';
import type { Path } from '../../policy/tree.ts';
import { readTarget, target, type Measures, type TargetFile } from '../calendars/target.ts';
import { CLOCK_TABLE, CLOCKS, type ClockName } from './table.ts';

/** The targets that clocks run towards; a clock without one does not run. */
export type ClockTargets = { readonly [K in ClockName]?: Target };

type ClockKey = Exclude<(typeof CLOCK_TABLE)[ClockName]['key'], null>;

/** The keys with the targets of those who have clocks. */
export function clockKeys(
  user: 'incident' | 'assistance',
): Readonly<Record<ClockKey, z.ZodMiniOptional<typeof target>>> {
  const keys = CLOCKS.flatMap((clock) => {
    const { key: name, [user]: meaning } = CLOCK_TABLE[clock];
    return name === null || meaning === null ? [] : [[name, key(target, { default: 'no clock', meaning })] as const];
  });
  return Object.fromEntries(keys) as Record<ClockKey, z.ZodMiniOptional<typeof target>>;
}

/** The targets that are given and right; what is wrong with the others is reported. */
export function readTargets(
  file: Readonly<Partial<Record<ClockKey, TargetFile | undefined>>>,
  path: Path,
  measures: Measures,
): ClockTargets {
  const clocks: { [K in ClockName]?: Target } = {};
  for (const clock of CLOCKS) {
    const { key: name } = CLOCK_TABLE[clock];
    const given = name === null ? undefined : file[name];
    const target = given === undefined ? undefined : readTarget(given, [...path, name!], measures);
    if (target) clocks[clock] = target;
  }
  return clocks;
}
