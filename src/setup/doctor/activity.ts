import { DAY } from '../../calendar/length.ts';
import { ok, warn, type Check, type DoctorGround } from './check.ts';

/** After so many days without activity GitHub disables the scheduled workflows of a public repository. */
const LIMIT = 60;
/** From so many on it is time to do something. */
const NEAR = 45;

/**
 * Whether GitHub is about to disable the schedules for want of activity. Commits count surely, and nobody has promised that issues do. What
 * is disabled already another check says.
 */
export const activityCheck: Check = async (ground) => {
  const { github, workflows, now, words: all } = ground;
  const { activity: words, schedule } = all;
  const files = (workflows ?? []).filter((it) => it.crons.length > 0).map(({ path }) => path.split('/').at(-1)!);
  if (files.length === 0 || (await github.isPrivate())) return [];
  const last = await github.lastCommitAt();
  if (last === null) return [];
  const days = Math.max(0, Math.floor((now - last) / DAY));
  if (days < NEAR) return [ok(words.active(days))];
  const [file] = await enabledOf(files, ground);
  if (file === undefined) return [];
  return [warn(words.near(days, Math.max(0, LIMIT - days)), words.commit(schedule.enable(file)))];
};

/** The workflows that GitHub starts, as far as the token may see that. */
async function enabledOf(files: readonly string[], { github }: DoctorGround): Promise<readonly string[]> {
  if ((await github.refusalOf('actions: read')) !== null) return files;
  const states = await Promise.all(files.map((file) => github.workflowState(file)));
  return files.filter((_, i) => states[i] === 'active');
}
