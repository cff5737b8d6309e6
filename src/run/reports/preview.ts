import { monthAt } from '../../figures/months.ts';
import { withIncidents } from '../begin.ts';
import type { Start } from '../context.ts';
import { knowingPostMortems } from '../jobs/post-incident.ts';
import { failuresOf } from '../report.ts';
import { readMonth, type MonthRead } from './month.ts';

/** Figures that were only made to be looked at. */
interface Preview {
  readonly read: MonthRead;
  readonly failures: readonly string[];
  readonly now: number;
}

/** The figures of a month or a year as they are now, the running month if none is named: by a dry run, which changes nothing. */
export async function previewMonth(start: Omit<Start, 'trigger'>, of: string): Promise<Preview> {
  const found: { read: MonthRead; now: number }[] = [];
  const inputs = { ...start.inputs, command: 'report', month: of, dryRun: true } as const;
  const report = await withIncidents(
    knowingPostMortems(async (run) => {
      const read = await readMonth(run, of || monthAt(run.policy.zone, run.now));
      found.push({ read, now: run.now });
    }),
  )({ ...start, inputs, trigger: { kind: 'sweep' } });
  return { ...found[0]!, failures: failuresOf(report).map(({ message }) => message) };
}
