import { readOwnMarks } from '../../engine/own-marks.ts';
import { messageOf } from '../../model/error.ts';
import type { ItemHost } from '../../post-incident/action-items/host.ts';
import { hostOf } from '../../post-incident/post-mortem/host.ts';
import { problemHostOf as hostOfProblem, type Problem } from '../../post-incident/problem/reading.ts';
import type { PostMortem } from '../../post-incident/post-mortem/reading.ts';
import { isOver } from '../budget.ts';
import type { Run } from '../context.ts';
import { isFirstOfDay } from '../first-of-day.ts';
import { chase } from './chase.ts';
import { maintenancesIn, settleMaintenance } from './maintenances.ts';
import { settlePostMortem, withdraw } from './post-mortems.ts';
import { settleProblem } from './problems.ts';
import { nothingAsked } from './settle-subject.ts';

export { prepareAgenda } from './agenda.ts';
export { maintenancesOf } from './maintenances.ts';
export { standingsOf } from './post-mortems.ts';
export { keepRecords } from './records.ts';

/** Does for what follows incidents what is due. One that fails stops no other. Gives the post-mortems as they stand then. */
export async function follow(run: Run): Promise<readonly PostMortem[]> {
  const { report } = run;
  // Nothing is followed up in the open of what is confidential, nor of what was when its incident was seen last.
  const isHidden = new Map(
    report.settled.flatMap(({ situation: { incident } }) =>
      [incident.postMortem.issue, incident.problem.opened].flatMap((it) =>
        it ? [[it.number, incident.category.confidential] as const] : [],
      ),
    ),
  );
  const asked = nothingAsked();
  const maintenances = maintenancesIn(run);
  const standing: Standing[] = [];
  const settled = new Map<number, PostMortem>();
  const problems = new Map<number, Problem>();
  const each = async (issues: Run['postIncident']): Promise<void> => {
    for (const issue of issues) {
      if (isOver(run) || report.stop !== null) break;
      try {
        if (isHidden.get(issue.number) ?? readOwnMarks(issue).isHidden) {
          await withdraw(run, issue);
          continue;
        }
        const maintenance = await settleMaintenance(run, issue, asked, maintenances);
        if (maintenance !== null) {
          standing.push(...maintenance.stands.map((message) => ({ issue: issue.number, message })));
          continue;
        }
        const postMortem = await settlePostMortem(run, issue, asked);
        if (postMortem.subject) settled.set(issue.number, postMortem.subject);
        const { subject: problem, stands } =
          postMortem.subject === null
            ? await settleProblem(run, issue, asked)
            : { subject: null, stands: postMortem.stands };
        if (problem) problems.set(issue.number, problem);
        standing.push(...stands.map((message) => ({ issue: issue.number, message })));
      } catch (error) {
        report.failures.push({ issue: issue.number, message: messageOf(error) });
      }
    }
  };
  await each(run.postIncident);
  const hosts: readonly ItemHost[] = [
    ...[...settled.values()].map(hostOf),
    ...[...problems.values()].map(hostOfProblem),
  ];
  const chased = await chase(run, hosts);
  standing.push(...chased.standing);
  await each([...chased.told]);
  await sayStanding(run, standing);
  return [...settled.values()];
}

/** What failed, and will again until somebody has changed something. */
interface Standing {
  readonly issue: number;
  readonly message: string;
}

/** Says what stands once a day, and where somebody looks; what the record of the incident said on the same issue is not said again. */
async function sayStanding(run: Run, standing: readonly Standing[]): Promise<void> {
  const { report, trigger } = run;
  const isSaid = ({ issue }: Standing): boolean =>
    report.settled.some((it) => it.standing.some((line) => line.startsWith(`#${issue}: `)));
  const each = new Map(standing.map((it) => [`${it.issue} ${it.message}`, it]));
  const news = [...each.values()].filter((it) => !isSaid(it));
  const isAsked = ({ issue }: Standing): boolean => trigger.kind === 'issue' && trigger.issue === issue;
  if (news.length > 0 && (news.some(isAsked) || (await isFirstOfDay(run)))) report.failures.push(...news);
}
