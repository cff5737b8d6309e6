import { HOUR } from '../../calendar/length.ts';
import { duration, instant } from '../../text/time.ts';
import { fail, ok, skipped, warn, type Check, type Finding, type DoctorGround } from './check.ts';

/** From when on a last run is worth looking at, in milliseconds, where the policy does not say: GitHub is often hours late. */
const OLD = 6 * HOUR;

/** Whether the schedule runs: that there is one, that GitHub has not disabled it, and how old its last run is. */
export const scheduleCheck: Check = async (ground) => {
  const { github, workflows, variables, words: all } = ground;
  const { schedule: words, workflow, permissions } = all;
  if (workflows === null) return [skipped(all.noWorkflows)];
  const [first] = workflows;
  if (!first) return [skipped(workflow.none)];
  const scheduled = workflows.filter(({ events }) => events.has('schedule'));
  if (scheduled.length === 0)
    return [fail(words.none, workflow.at("schedule: [{ cron: '4,19,34,49 * * * *' }]", 'on', first.path))];
  const actions = 'actions: read';
  if ((await github.refusalOf(actions)) !== null)
    return [skipped(words.hidden, variables === null ? permissions.inToken(actions) : permissions.inJob(actions))];
  const findings: Finding[] = [];
  for (const { path } of scheduled) findings.push(await standingOf(path, ground));
  return findings;
};

async function standingOf(
  path: string,
  { github, now, policy, language, words: { schedule: words } }: DoctorGround,
): Promise<Finding> {
  const file = path.split('/').at(-1)!;
  const state = await github.workflowState(file);
  if (state === null) return warn(words.unknown(path), words.wait);
  if (state !== 'active') return fail(words.disabled(path, state), words.enable(file));
  const [run] = await github.runs(file, { event: 'schedule', most: 1 });
  const last = run?.createdAt;
  if (last === undefined) return warn(words.never(path), words.wait);
  const said = words.ran(
    path,
    instant({ language, zone: policy?.zone ?? 'UTC' }, last),
    duration(language, now - last),
  );
  const within = policy?.heartbeat.sweepWithin ?? null;
  if (within !== null && now - last > within.ms) return fail(`${said} ${words.tooLate(within.text)}`, words.late);
  return now - last > OLD ? warn(said, words.late) : ok(said);
}
