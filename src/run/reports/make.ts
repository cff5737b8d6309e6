import { monthAt } from '../../figures/months.ts';
import type { Run } from '../context.ts';
import { readMonth } from './month.ts';

/** Makes the report that the input `month` asks for, of the running month if it is empty. It changes nothing on GitHub. */
export async function makeReport(run: Run): Promise<void> {
  const { inputs, policy, now, report } = run;
  const { title, text, files } = await readMonth(run, inputs.month || monthAt(policy.zone, now));
  report.figures = { title, text, files };
}
