import * as z from 'zod/mini';
import { MINUTE } from '../../calendar/length.ts';
import type { StatusPagePolicy } from '../../capabilities/status-page/policy.ts';
import type { Incident } from '../../capabilities/tracks.ts';
import { incidentId } from '../../capabilities/status-page/project.ts';
import { toldOf } from '../../capabilities/status-page/told.ts';
import type { PublicIncident, StatusPage } from '../../status-page/page.ts';
import { hashesOf, type Hashes } from '../../status-page/hashes.ts';
import { site } from '../../status-page/site.ts';
import { isFirstOfDay } from '../first-of-day.ts';
import type { Run } from '../context.ts';
import { runWords } from '../words.ts';
import { keepDiscussions } from './discussions/keep.ts';
import { publicIncidents, publicMaintenances, publicOf, statusPageOf } from './page.ts';

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
  const made = statusPageOf(page, { incidents, maintenances: publicMaintenances(run, page).shown }, run);
  const untold = await tellSubscribers(run, page, made);
  const [served, shown] = [await servedHashes(run, page), { ...flat(hashesOf(made)), ...untold }];
  const isSame =
    served !== null &&
    Object.keys(served).length === Object.keys(shown).length &&
    Object.entries(shown).every(([id, hash]) => served[id] === hash);
  report.site = { files: site(made, untold), isChanged: !isSame };
}

/** What the next run has to go on with, by its id, with what `build.json` says of it: so that run sees that the page is due again. */
async function tellSubscribers(
  run: Run,
  page: StatusPagePolicy,
  made: StatusPage,
): Promise<Readonly<Record<string, string>>> {
  const { discussions } = page;
  if (discussions === null) return {};
  const unfinished = await keepDiscussions(run, { ...page, discussions }, made);
  return Object.fromEntries([...unfinished].map((id) => [id, 'untold']));
}

/** What was said so long ago, in milliseconds, an earlier run has had the page built for. */
const FRESH = 10 * MINUTE;

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
    isWritten ||= done.length > 0 && run.now - lastSaid(situation.incident) < FRESH;
  }
  const served = await servedHashes(run, page);
  if (served === null) {
    report.isPageDue = isWritten || (await isFirstOfDay(run));
    return;
  }
  const maintenances = publicMaintenances(run, page);
  hidden.push(...maintenances.hidden);
  const hashes = flat(hashesOf(statusPageOf(page, { incidents: shown, maintenances: maintenances.shown }, run)));
  report.isPageDue =
    Object.entries(hashes).some(([id, hash]) => served[id] !== hash) || hidden.some((id) => Object.hasOwn(served, id));
}

/** When customers were last told something of an incident, or it was taken off the page. */
function lastSaid(incident: Incident): number {
  const told = toldOf(incident).flatMap(({ at, correctedAt }) => [at, correctedAt ?? at]);
  return Math.max(-Infinity, incident.said.public.wanted?.at ?? -Infinity, ...told);
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
    const built = BUILT.safeParse(JSON.parse(text));
    return built.success ? flat(built.data) : null;
  } catch {
    return null;
  }
}

const BUILT = z.object({ entries: z.record(z.string(), z.string()), components: z.record(z.string(), z.string()) });

/** All hashes by id: those of incidents and of components differ from each other. */
function flat({ entries, components }: Hashes): Readonly<Record<string, string>> {
  return { ...entries, ...components };
}
