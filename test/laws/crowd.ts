import type { Stage } from '../../src/rehearsal/stage.ts';
import type { Report } from '../../src/run/report.ts';
import { setStage } from './story.ts';

const filled = new Map<number, Stage>();

/** A stage with so many incidents of P3, each assessed and with its card: a fork of the fullest that there is, filled up. */
export async function incidents(count: number): Promise<Stage> {
  const most = Math.max(0, ...[...filled.keys()].filter((size) => size <= count));
  const stage = filled.get(most)?.fork() ?? (await setStage());
  for (let i = most + 1; i <= count; i++)
    stage.hub.as('rita').openIssue({ title: `Trouble ${i}`, labels: ['incident', 'P3'] });
  if (most < count) await stage.sweep();
  filled.set(count, stage);
  return stage.fork();
}

/** The incidents that a run has dealt with. */
export const numbers = (report: Report): number[] =>
  report.settled.map(({ situation }) => situation.incident.issue.number).sort((a, b) => a - b);
export const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
