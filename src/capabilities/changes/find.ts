import type { Instant } from '../../calendar/calendar.ts';
import type { Deployment, MergedPullRequest, Shipped, ShippedCommit } from '../../model/shipped.ts';
import { abbreviate } from '../../text/cut.ts';
import {
  filesReader,
  LONGEST_FILE_NAME,
  LONGEST_CHANGE_TITLE,
  MOST_NAMED,
  wordsShared,
  type Concern,
} from './files.ts';
import type { ChangesPolicy } from './policy.ts';
import type { Change, FoundChanges, Reason } from './seen.ts';

const LONGEST_URL = 300;

/**
 * What one or more repositories changed in the time before an incident, as it is told: by what speaks for a change, which each one
 * names, and then the later one first. It says what came before, and never why something broke.
 */
export function changesBefore(
  shipped: readonly Shipped[],
  concern: Concern,
  policy: ChangesPolicy,
  { now, own }: { readonly now: Instant; readonly own: string },
): FoundChanges {
  const all = shipped.flatMap((it) =>
    changesOf(it, concern, policy, it.repository.toLowerCase() !== own.toLowerCase()),
  );
  const weight = (change: Change): number => weightOf(change, concern.from, policy.lookBack);
  const sorted = all.toSorted((a, b) => weight(b) - weight(a) || b.at - a.at);
  return { of: concern.from, at: now, total: all.length, list: sorted.slice(0, policy.show) };
}

const WEIGHTS: Readonly<Record<Change['kind'], number>> = { deployment: 4, release: 3, merge: 2, commit: 2 };
const REASONS: Readonly<Record<Reason['why'], number>> = {
  owned: 2,
  risky: 2,
  words: 1.5,
  lock: -4,
  failed: -1,
  waiting: -4,
  aside: -3,
};

function weightOf({ kind, at, reasons }: Change, from: Instant, lookBack: number): number {
  const nearness = 2 * (1 - Math.max(0, from - at) / lookBack);
  return WEIGHTS[kind] + nearness + reasons.reduce((sum, { why }) => sum + REASONS[why], 0);
}

function changesOf(shipped: Shipped, concern: Concern, policy: ChangesPolicy, isOther: boolean): Change[] {
  const { from } = concern;
  const isBefore = ({ at }: { readonly at: Instant }): boolean => at <= from && at >= from - policy.lookBack;
  const place = isOther ? { repository: shipped.repository } : {};
  const aboutFiles = filesReader(shipped, concern, policy);
  const brought = new Set<string>();
  // One that has begun may do harm before it has ended.
  const begun = shipped.deployments.filter(({ begunAt }) => begunAt <= from);

  const deployments = begun
    .filter(({ at }) => at >= from - policy.lookBack)
    .map((it): Change => {
      const before = goodBefore(shipped.deployments, it);
      const { commits, isBack } = between(shipped.commits, it.sha, before?.sha ?? null);
      for (const { sha } of commits) brought.add(sha);
      const pulls = pullsOf(commits);
      const only = pulls.length === 1 ? pulls[0]! : null;
      const title = only?.title ?? it.description ?? commits[0]?.headline ?? '';
      const about = aboutFiles(pulls, title);
      return {
        kind: 'deployment',
        at: it.at <= from ? it.at : it.begunAt,
        by: short(it.by),
        title: abbreviate(title, LONGEST_CHANGE_TITLE),
        url: only?.url ?? `${shipped.url}/commit/${it.sha}`,
        ...(only && { number: only.number }),
        ...place,
        environment: abbreviate(it.environment, LONGEST_FILE_NAME),
        state: it.state,
        sha: it.sha,
        ...(pulls.length > 1 && {
          holds: pulls.slice(0, MOST_NAMED).map(named),
          more: Math.max(0, pulls.length - MOST_NAMED),
        }),
        ...about,
        ...(before && {
          before: {
            sha: before.sha,
            log: before.log !== null && before.log.length <= LONGEST_URL ? before.log : null,
            diff: `${shipped.url}/compare/${before.sha}...${it.sha}`,
          },
        }),
        ...(isBack && { back: true }),
        reasons: [
          ...about.reasons,
          ...(it.state === 'failure' ? [{ why: 'failed' as const }] : []),
          ...(policy.environments === null && isAside(it.environment) ? [{ why: 'aside' as const }] : []),
        ],
      };
    });

  const releases = shipped.releases.filter(isBefore).map((it): Change => ({
    kind: 'release',
    at: it.at,
    by: short(it.by),
    title: abbreviate(it.name === null || it.name === it.tag ? it.tag : `${it.tag} ${it.name}`, LONGEST_CHANGE_TITLE),
    url: it.url,
    ...place,
    reasons: wordsShared(it.name ?? '', concern),
  }));

  // What the newest deployment has, and all before it, is out; where none is known nobody knows what waits.
  const newest = begun
    .filter(({ state }) => state !== 'failure')
    .map(({ sha }) => shipped.commits.findIndex((it) => it.sha === sha))
    .filter((at) => at >= 0)
    .reduce((first, at) => Math.min(first, at), Infinity);
  const seen = new Set<number>();
  const merges = shipped.commits.flatMap(({ pullRequest: pull, ...commit }, i): Change[] => {
    if (!isBefore(commit) || brought.has(commit.sha) || (pull !== null && seen.has(pull.number))) return [];
    if (pull !== null) seen.add(pull.number);
    const title = pull?.title ?? commit.headline;
    const about = aboutFiles(pull ? [pull] : [], title);
    const waits = newest !== Infinity && i < newest;
    return [
      {
        kind: pull ? 'merge' : 'commit',
        at: commit.at,
        by: short(pull?.mergedBy ?? commit.by),
        title: abbreviate(title, LONGEST_CHANGE_TITLE),
        url: pull?.url ?? commit.url,
        ...(pull && { number: pull.number }),
        ...place,
        sha: commit.sha,
        ...(!pull && { size: { files: 0, added: commit.additions, removed: commit.deletions } }),
        ...about,
        reasons: [...about.reasons, ...(waits ? [{ why: 'waiting' as const }] : [])],
      },
    ];
  });
  return [...deployments, ...releases, ...merges];
}

/** The pull requests of some commits, each once: a merge brings the commits of its branch as well. */
function pullsOf(commits: readonly ShippedCommit[]): readonly MergedPullRequest[] {
  return [...new Map(commits.flatMap(({ pullRequest: it }) => (it ? [[it.number, it] as const] : []))).values()];
}

/** A name that anybody may have chosen, at a length that a card has room for. */
function short(name: string | null): string | null {
  return name === null ? null : abbreviate(name, LONGEST_FILE_NAME);
}

/** Whether an environment is one that customers do not use, by its name. */
export function isAside(environment: string): boolean {
  return /preview|review|staging|\btest|\bdev|\bqa\b|\bpr-?\d/i.test(environment);
}

/** The last deployment to the same place before one, of something else, that went well. They come newest first. */
export function goodBefore(all: readonly Deployment[], { environment, sha, at }: Deployment): Deployment | null {
  return (
    all.find((it) => it.environment === environment && it.state === 'success' && it.at < at && it.sha !== sha) ?? null
  );
}

/**
 * The commits that a deployment brings over the one before it, newest first; of a history that is not known so far back only its own. One that
 * goes back brings none.
 */
function between(
  commits: readonly ShippedCommit[],
  sha: string,
  before: string | null,
): { readonly commits: readonly ShippedCommit[]; readonly isBack: boolean } {
  const start = commits.findIndex((it) => it.sha === sha);
  const end = commits.findIndex((it) => it.sha === before);
  if (start < 0) return { commits: [], isBack: false };
  if (end >= 0 && end < start) return { commits: [], isBack: true };
  return { commits: commits.slice(start, end < 0 ? start + 1 : end), isBack: false };
}

function named({ number, title, url }: MergedPullRequest): NonNullable<Change['holds']>[number] {
  return { number, title: abbreviate(title, LONGEST_CHANGE_TITLE), url };
}
