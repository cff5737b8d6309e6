import { expect, test } from 'vitest';
import { HOUR } from '../../src/calendar/length.ts';
import type { Clocked } from '../../src/engine/clocked.ts';
import { measureClocks } from '../../src/engine/clocks.ts';
import { readKey, writeKey } from '../../src/engine/keys.ts';
import { stepsInForce, type StepSending } from '../../src/engine/steps.ts';
import type { Done } from '../../src/engine/record.ts';
import type { Step, Threshold } from '../../src/model/escalation.ts';
import { at, hours, incident, type Name, type Targets } from './scene.ts';

/*
 * What an escalation policy sends. A line is `STEP @DUE`, with `*N` for the sending after N others and `since START` where it does not
 * count from the opening; of what was skipped, what stopped it.
 */

interface Case {
  readonly now: number;
  readonly steps: readonly Step<Name>[];
  readonly targets?: Targets;
  readonly parts?: Partial<Clocked<Name>>;
  readonly due?: readonly string[];
  readonly skipped?: readonly string[];
  readonly next?: string | null;
}

const step = (text: string, threshold: Threshold<Name>, parts: Partial<Step<Name>> = {}): Step<Name> => ({
  text,
  at: threshold,
  notify: ['desk'],
  assign: false,
  labels: [],
  raise: null,
  send: null,
  repeat: null,
  until: 'resolved',
  ...parts,
});
export const repeated = (length: number): Partial<Step<Name>> => ({ repeat: length * HOUR });
export const UNTIL_TAKEN: Partial<Step<Name>> = { until: 'acknowledged' };

export const start = (parts: Partial<Step<Name>> = {}): Step<Name> => step('start', { clock: 'start' }, parts);
export const share = (clock: Name, percent: number, parts: Partial<Step<Name>> = {}): Step<Name> =>
  step(`${clock} ${percent}%`, { clock, percent }, parts);
export const breach = (clock: Name, offset = 0, parts: Partial<Step<Name>> = {}): Step<Name> =>
  step(`${clock} due`, { clock, offset: offset * HOUR }, parts);

/** The record of a sending, some hours after the opening. */
export function sent(
  text: string,
  when: number,
  n = 0,
  since: number | null = null,
  policy = 'page',
): Record<string, Done> {
  const key = writeKey({ kind: 'step', policy, step: text, since: since === null ? null : at(since), n });
  return { [key]: { at: at(when) } };
}

function line({ key, due, reminder }: StepSending<Name>): string {
  const parts = readKey(key);
  if (parts?.kind !== 'step') throw new Error(`${key} is no key of a step`);
  expect(parts.n).toBe(reminder);
  return [
    `${parts.step} @${String(hours(due))}`,
    ...(reminder === 0 ? [] : [`*${reminder}`]),
    ...(parts.since === null ? [] : [`since ${String(hours(parts.since))}`]),
  ].join(' ');
}

function inForce({
  now,
  steps,
  targets = {},
  parts,
}: Case): Required<Omit<Case, 'now' | 'steps' | 'targets' | 'parts'>> {
  const clocked = incident(now, targets, { escalationOf: () => 'page', stepsOf: () => steps, ...parts });
  const { due, skipped, next } = stepsInForce(clocked, measureClocks(clocked));
  return {
    due: due.map(line),
    skipped: skipped.map((it) => `${line(it)}: ${it.stopped}`),
    next: next && line(next),
  };
}

/** A test for each case, by its name. */
export function hold(cases: Readonly<Record<string, Case>>): void {
  test.each(Object.entries(cases))('%s', (_, it) => {
    expect(inForce(it)).toEqual({ due: it.due ?? [], skipped: it.skipped ?? [], next: it.next ?? null });
  });
}
