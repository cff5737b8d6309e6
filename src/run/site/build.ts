import type { StatusPagePolicy } from '../../capabilities/status-page/policy.ts';
import { incidentId } from '../../capabilities/status-page/project.ts';
import { toldOf } from '../../capabilities/status-page/told.ts';
import type { PublicIncident } from '../../status-page/page.ts';
import { hashesOf, site } from '../../status-page/site.ts';
import { isFirstOfDay } from '../first-of-day.ts';
import type { Run } from '../context.ts';
import { runWords } from '../words.ts';
import { publicIncidents, publicOf, statusPageOf } from './page.ts';

/** Builds the whole page from all that the run has read. A page that lacks an incident which could not be read is no page: it is not given. */
export async function build(run: Run): Promise<void> {
  const { policy, report } = run;
  const page = policy.statusPage;
  if (page === null) {
    report.failures.push({ issue: null, message: runWords(policy.language).noStatusPage });
    return;
  }
  const incidents = publicIncidents(run);
  if (report.failures.length > 0) return;
  const made = statusPageOf(page, incidents, run);
  const served = await servedHashes(run, page);
  const hashes = hashesOf(made);
  const isSame =
    served !== null &&
    Object.keys(served).length === Object.keys(hashes).length &&
    Object.entries(hashes).every(([id, hash]) => served[id] === hash);
  report.site = { files: site(made), isChanged: !isSame };
}

/**
 * Whether the page that is served shows something else than what this run knows: of the incidents that it has looked at, and no others. Where
 * nobody can say what it shows, it is built when something of it was written, and once a day.
 */
export async function compare(run: Run): Promise<void> {
  const { policy, report } = run;
  const page = policy.statusPage!;
  const shown: PublicIncident[] = [];
  const hidden: string[] = [];
  let isWritten = false;
  for (const { situation, done } of report.settled) {
    const { issue } = situation.incident;
    const incident = publicOf(situation, run);
    if (incident) shown.push(incident);
    else hidden.push(incidentId(run.repository, issue.number));
    isWritten ||= done.length > 0 && toldOf(situation.incident).length > 0;
  }
  const served = await servedHashes(run, page);
  if (served === null) {
    report.isPageDue = isWritten || (await isFirstOfDay(run));
    return;
  }
  const hashes = hashesOf(statusPageOf(page, shown, run));
  report.isPageDue =
    Object.entries(hashes).some(([id, hash]) => served[id] !== hash) || hidden.some((id) => Object.hasOwn(served, id));
}

/** What the page that is served says it was built from; null where it says nothing. */
async function servedHashes(
  { look, now }: Run,
  { url }: StatusPagePolicy,
): Promise<Readonly<Record<string, string>> | null> {
  // Whoever serves it may keep it for ten minutes; another address is asked for anew.
  const text = (await look?.(`${url}/build.json?at=${Math.floor(now / 60_000)}`)) ?? null;
  if (text === null) return null;
  try {
    const built: unknown = JSON.parse(text);
    const entries = typeof built === 'object' && built !== null && 'entries' in built ? built.entries : null;
    if (typeof entries !== 'object' || entries === null) return null;
    return Object.fromEntries(
      Object.entries(entries).filter((it): it is [string, string] => typeof it[1] === 'string'),
    );
  } catch {
    return null;
  }
}
