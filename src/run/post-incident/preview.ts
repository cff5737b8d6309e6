import { meetingAfter } from '../../capabilities/review/meetings.ts';
import { previewText } from '../../post-incident/agenda/text.ts';
import { withIncidents } from '../begin.ts';
import type { Start } from '../context.ts';
import { knowingPostMortems } from '../jobs/post-incident.ts';
import { respond } from '../jobs/respond.ts';
import type { Report } from '../report.ts';
import { readAgenda } from './read-agenda.ts';

/** An agenda that was only made to be looked at. */
interface Preview {
  /** Null where the policy has no meetings. */
  readonly text: string | null;
  /** What the run that read the record says of it. */
  readonly report: Report;
}

/** The agenda of the next meeting as it would be now, as Markdown: by a dry run, which changes nothing and tells nobody. */
export async function previewAgenda(start: Omit<Start, 'trigger'>): Promise<Preview> {
  let text: string | null = null;
  const inputs = { ...start.inputs, command: 'run', dryRun: true } as const;
  const report = await withIncidents(knowingPostMortems(respond), async (run) => {
    const { policy, now } = run;
    if (policy.review === null) return;
    const meeting = meetingAfter(policy.review.rhythm, now);
    text = previewText(await readAgenda(run, meeting), { policy, meeting });
  })({ ...start, inputs, trigger: { kind: 'sweep' } });
  return { text, report };
}
