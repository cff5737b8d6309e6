import { fail, ok, skipped, warn, type Check, type Finding, type DoctorGround } from './check.ts';
import { accessOf, type TocsinJob, type TocsinWorkflow } from './workflows.ts';

/** Events without which people wait for the schedule. */
const EVENTS = ['issues', 'issue_comment'] as const;

/** The commands that write; each needs one job that may. A job for pull requests runs the same command, and only reads. */
const WRITING = ['run', 'intake'] as const;

/** Whether a workflow runs Tocsin, with the permissions that its jobs need and on the events that concern it. */
export const workflowCheck: Check = (ground) => Promise.resolve(look(ground));

function look(ground: DoctorGround): readonly Finding[] {
  const { workflows, words: all } = ground;
  const { workflow: words } = all;
  if (workflows === null) return [skipped(all.noWorkflows)];
  const running = workflows.filter(({ jobs }) => jobs.some(({ command }) => command === 'run'));
  const [first] = running;
  if (!first) return [fail(words.none, words.init)];
  const lacks = WRITING.flatMap((command) => lacksOf(command, workflows, ground));
  const deaf = EVENTS.filter((event) => !running.some(({ events }) => events.has(event)));
  return [
    ...(lacks.length > 0 ? lacks : running.map(({ path }) => ok(words.good(path)))),
    ...deaf.map((event) => warn(words.deaf(event), words.at(`${event}:`, 'on', first.path))),
  ];
}

/** What the jobs of a command lack, all of them: those of the one that lacks least. */
function lacksOf(command: string, workflows: readonly TocsinWorkflow[], ground: DoctorGround): readonly Finding[] {
  const each = workflows.flatMap(({ path, jobs }) =>
    jobs.filter((it) => it.command === command).map((job) => lackOf(path, job, ground)),
  );
  const [least = []] = each.toSorted((a, b) => a.length - b.length);
  return least;
}

function lackOf(
  path: string,
  job: TocsinJob,
  { policy, words: { workflow: words } }: DoctorGround,
): readonly Finding[] {
  const watches = job.command === 'run' && policy !== null && policy.heartbeat.sweepWithin !== null;
  const needs = [
    ['contents', 'read'],
    ['issues', 'write'],
    ...(watches ? [['actions', 'read'] as const] : []),
  ] as const;
  if (job.permissions === null) {
    const line = `permissions: { ${needs.map(([thing, access]) => `${thing}: ${access}`).join(', ')} }`;
    return [warn(words.unsaid(path, job.name), words.at(line, `jobs.${job.name}`, path))];
  }
  return needs
    .filter(([thing, access]) => ![access, 'write'].includes(accessOf(job, thing)))
    .map(([thing, access]) => {
      const line = `${thing}: ${access}`;
      return fail(words.lacks(path, job.name, line), words.at(line, `jobs.${job.name}.permissions`, path));
    });
}
