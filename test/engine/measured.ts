import { expect, test } from 'vitest';
import { measureClocks } from '../../src/engine/clocks.ts';
import type { Clocked } from '../../src/engine/clocked.ts';
import { hours, incident, stretch, type Name, type Targets } from './scene.ts';

/*
 * What the clocks of an incident show, and the verdicts on them. A line is `CLOCK PRIORITY STATE START-DUE`, then when it was met or
 * missed (`@`) and when it was stopped (`|`); a verdict is `CLOCK PRIORITY met|missed START-DUE @AT`, in the opening `#EPISODE`.
 */

interface Case {
  readonly now: number;
  readonly targets: Targets;
  readonly parts?: Partial<Clocked<Name>>;
  readonly shows: readonly string[];
  readonly judges: readonly string[];
}

const time = (instant: number | null): string => String(hours(instant));

function measured({ now, targets, parts }: Case): Pick<Case, 'shows' | 'judges'> {
  const { current, verdicts } = measureClocks(incident(now, targets, parts));
  return {
    shows: current.map((it) =>
      [
        `${it.name} ${it.priority} ${it.state} ${time(it.start)}-${time(it.due)}`,
        ...(it.at === null ? [] : [`@${time(it.at)}`]),
        ...(it.stoppedAt === null ? [] : [`|${time(it.stoppedAt)}`]),
      ].join(' '),
    ),
    judges: verdicts.map(
      (it) =>
        `${it.clock} ${it.priority} ${it.met ? 'met' : 'missed'} ${time(it.start)}-${time(it.due)} @${time(it.at)} #${it.episode}`,
    ),
  };
}

/** A test for each case, by its name. */
export function hold(cases: Readonly<Record<string, Case>>): void {
  test.each(Object.entries(cases))('%s', (_, it) => {
    expect(measured(it)).toEqual({ shows: it.shows, judges: it.judges });
  });
}

/** A raise after three hours. */
export const P1_TO_P0 = { priorities: [stretch(0, 'P1'), stretch(3, 'P0')] };
