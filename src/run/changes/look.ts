import { sinceImpact } from '../../capabilities/changes/after.ts';
import type { Concern } from '../../capabilities/changes/files.ts';
import { changesBefore } from '../../capabilities/changes/find.ts';
import type { Rollback } from '../../capabilities/changes/rollback.ts';
import type { Seen } from '../../capabilities/changes/seen.ts';
import { targetOf } from '../../capabilities/changes/target.ts';
import { changesOf, type Wanted } from '../../capabilities/changes/wanted.ts';
import { servicesOf } from '../../capabilities/impact/impact.ts';
import type { Looked, Situation } from '../../capabilities/situation.ts';
import type { Instant } from '../../calendar/calendar.ts';
import { MOST_COMMITS } from '../../github/changes-query.ts';
import { readShipped } from '../../github/changes.ts';
import { GitHubError, isUnanswered } from '../../github/port.ts';
import { messageOf } from '../../model/error.ts';
import type { Shipped, ShippedFrom } from '../../model/shipped.ts';
import type { Run } from '../context.ts';

/**
 * Does for an incident what is to be done outside of it. What changed takes one request for each repository, which the incidents of a run
 * share; where GitHub gives no answer, the next run looks again.
 */
export async function lookUpChanges(run: Run, situation: Situation, wanted: Wanted): Promise<Looked> {
  if (wanted.what === 'begin') return { begun: true };
  if (wanted.what === 'rollback') return { rollback: await start(run, situation, wanted.rollback) };
  try {
    if (wanted.what === 'before') return { before: await before(run, situation, wanted.from) };
    return { after: await after(run, situation, wanted) };
  } catch {
    return { [wanted.what]: null };
  }
}

/** Starts a rollback. A dry run goes on as if it had. */
async function start(
  run: Run,
  { words, policy }: Situation,
  { workflow, sha: asked, issue }: Rollback,
): Promise<NonNullable<Looked['rollback']>> {
  const { github, inputs } = run;
  const environments = policy.changes?.environments ?? null;
  let sha: string | null;
  let environment: string | null;
  try {
    // Whatever this read meets, nothing has been started yet.
    const found = asked === null || environments === null ? await shippedNow(run) : null;
    const target = found === null ? null : targetOf(found.deployments, environments);
    sha = asked ?? target?.sha ?? null;
    environment = target?.environment ?? environments?.[0] ?? null;
  } catch (error) {
    return { problem: messageOf(error), sha: null };
  }
  if (sha === null || environment === null) return { problem: 'nowhere', sha: null };
  if (inputs.dryRun) return { problem: null, sha };
  try {
    await github.dispatch(workflow, inputs.ref ?? 'main', { sha, environment, issue: String(issue) }, 'once');
    return { problem: null, sha };
  } catch (error) {
    if (isUnanswered(error)) return { problem: 'unanswered', sha: null };
    const isForbidden = error instanceof GitHubError && error.trouble === 'no-permission';
    return { problem: isForbidden ? words.rollback.noRight : messageOf(error), sha: null };
  }
}

/** What the repository tells of its deployments at this moment; null if it cannot be seen. */
async function shippedNow(run: Run): Promise<Shipped | null> {
  const found = await shippedBy(run, nameOf(run), { from: run.now, since: run.now });
  return 'unseen' in found ? null : found;
}

async function before(run: Run, situation: Situation, from: Instant): Promise<Seen> {
  const changes = situation.policy.changes!;
  const own = nameOf(run);
  const names = new Map([own, ...changes.repositories].map((name) => [name.toLowerCase(), name]));
  const all = await Promise.all(
    [...names.values()].map((name) => shippedBy(run, name, { from, since: from - changes.lookBack })),
  );
  const shipped = all.filter((it) => !('unseen' in it) && !isKept(run, it));
  const found = changesBefore(shipped as readonly Shipped[], concernOf(situation, from), changes, {
    now: run.now,
    own,
  });
  const lacks = [...new Set(all.flatMap((it) => ('unseen' in it ? [] : it.lacks)))];
  const unseen = all.flatMap((it) => ('unseen' in it || isKept(run, it) ? [it.repository] : []));
  const { seen } = situation.incident.changes;
  const first =
    seen === null ? undefined : (seen.first ?? { of: seen.of, at: seen.at, total: seen.total, list: seen.list });
  return {
    ...found,
    ...(first && { first }),
    ...(lacks.length > 0 && { lacks }),
    ...(unseen.length > 0 && { unseen }),
    ...(seen?.after && { after: seen.after }),
  };
}

async function after(run: Run, situation: Situation, wanted: Extract<Wanted, { what: 'after' }>): Promise<Seen> {
  const { policy } = situation;
  const seen = changesOf(situation)!;
  const shipped = await shippedBy(run, nameOf(run), { from: run.now, since: wanted.from });
  if ('unseen' in shipped) return { ...seen, after: { of: wanted.at } };
  return { ...seen, after: sinceImpact(shipped, wanted, policy.changes?.environments ?? null) };
}

/** Nothing of a private repository is told in a public one. */
function isKept(run: Run, { isPrivate }: Shipped): boolean {
  return isPrivate && !run.repository.isPrivate;
}

function nameOf({ repository: { owner, name } }: Run): string {
  return `${owner}/${name}`;
}

/**
 * What a repository tells of itself up to now. Where so much has happened since that its answer does not reach back to `since`, it is asked
 * again for what came before; that is no more than once an incident.
 */
async function shippedBy(
  run: Run,
  repository: string,
  { from, since }: { readonly from: Instant; readonly since: Instant },
): Promise<ShippedFrom> {
  const { shipped, github, policy, now } = run;
  const read = (until: Instant): Promise<ShippedFrom> =>
    readShipped(github.graph, { repository, environments: policy.changes?.environments ?? null, until });
  const known = shipped.get(repository) ?? read(now);
  shipped.set(repository, known);
  const found = await known;
  const isWhole = 'unseen' in found || found.commits.length < MOST_COMMITS || found.commits.at(-1)!.at <= since;
  return isWhole || from >= now ? found : read(from);
}

function concernOf(situation: Situation, from: Instant): Concern {
  const { incident, policy } = situation;
  const category = incident.category.current;
  const services = servicesOf(incident, policy).map(({ name }) => name);
  const owner = policy.categories.find(({ name }) => name === category?.name)?.owner ?? null;
  const { facts } = incident.report;
  return {
    from,
    names: [...(category ? [category.name] : []), ...services],
    owners: owner === null ? [] : [owner, ...(policy.roles.get(owner) ?? [])],
    text: [incident.issue.title, facts.system, facts.impact].join(' '),
  };
}
