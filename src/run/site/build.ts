import * as z from 'zod/mini';
import type { Instant } from '../../calendar/calendar.ts';
import { HOUR, MINUTE } from '../../calendar/length.ts';
import type { StatusPagePolicy } from '../../capabilities/status-page/policy.ts';
import type { Incident } from '../../capabilities/tracks.ts';
import { idOf, incidentId } from '../../capabilities/status-page/project.ts';
import { toldOf } from '../../capabilities/status-page/told.ts';
import type { PublicIncident, StatusPage } from '../../status-page/page.ts';
import { hashesOf, type Hashes } from '../../status-page/hashes.ts';
import { isOpen } from '../../status-page/condition.ts';
import { site } from '../../status-page/site.ts';
import { localHour } from '../../text/time.ts';
import { isFirstOfDay } from '../first-of-day.ts';
import type { Run } from '../context.ts';
import { runWords } from '../words.ts';
import { keepDiscussions } from './discussions/keep.ts';
import { publishTo } from './hosted/publish.ts';
import { publicIncidents, publicMaintenances, publicOf, statusPageOf } from './page.ts';

/**
 * Builds the whole page from all that the run has read, and tells it to the hosted pages of the policy. A page that lacks an incident which could
 * not be read is no page: it is not given, and told to nobody.
 */
export async function build(run: Run): Promise<void> {
  const { policy, report } = run;
  const page = policy.statusPage;
  if (page === null) {
    report.failures.push({ issue: null, message: runWords(policy.language).noStatusPage });
    return;
  }
  const { shown, gone } = await publicIncidents(run);
  if (report.failures.length > 0) return;
  const maintenances = publicMaintenances(run, page).shown;
  const made = statusPageOf(page, { incidents: shown, maintenances }, run);
  const untold = await tellSubscribers(run, page, made);
  const isTold = page.to.hosted.length > 0 && run.hosted !== undefined && !run.inputs.dryRun;
  const isBehind = isTold && (await publishTo(run, page, made, gone));
  const served = page.to.pages ? await servedPage(run, page) : null;
  const hashes = { ...flat(hashesOf(made)), ...untold };
  const isSame =
    served !== null &&
    !isOfAnotherDay(run, page, served.builtAt) &&
    served.isBehind === isBehind &&
    Object.keys(served.hashes).length === Object.keys(hashes).length &&
    Object.entries(hashes).every(([id, hash]) => served.hashes[id] === hash);
  report.site = { files: site(made, { entries: untold, isHostedBehind: isBehind }), isChanged: !isSame };
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
export async function comparePage(run: Run): Promise<void> {
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
  const served = page.to.pages ? await servedPage(run, page) : null;
  if (served === null) {
    report.isPageDue = isWritten || isFollowed(run, page, shown) || (await isFirstOfDay(run));
    return;
  }
  const maintenances = publicMaintenances(run, page);
  hidden.push(...maintenances.hidden);
  const hashes = flat(hashesOf(statusPageOf(page, { incidents: shown, maintenances: maintenances.shown }, run)));
  report.isPageDue =
    served.isBehind ||
    isOfAnotherDay(run, page, served.builtAt) ||
    Object.entries(hashes).some(([id, hash]) => served.hashes[id] !== hash) ||
    hidden.some((id) => Object.hasOwn(served.hashes, id));
}

/**
 * Whether a run by schedule has the page built because nothing that is served says whether hosted pages are up to date: as long as customers
 * wait for something, and a while after the last word, so that what failed is made up for.
 */
function isFollowed({ inputs, now }: Run, { to }: StatusPagePolicy, shown: readonly PublicIncident[]): boolean {
  if (to.pages || inputs.event !== 'schedule') return false;
  return shown.some((it) => isOpen(it) || now - it.updates.at(-1)!.at < HOUR);
}

/** When customers were last told something of an incident, or it was taken off the page. */
function lastSaid(incident: Incident): number {
  const told = toldOf(incident).flatMap(({ at, correctedAt }) => [at, correctedAt ?? at]);
  return Math.max(-Infinity, incident.said.public.wanted?.at ?? -Infinity, ...told);
}

/** Each day has a bar of its own, and what was deleted in the repository goes with the next build. */
function isOfAnotherDay({ policy, now }: Run, { zone }: StatusPagePolicy, builtAt: Instant | null): boolean {
  const dayOf = (at: Instant): string => localHour({ ...policy, zone }, at).date;
  return builtAt === null || dayOf(builtAt) !== dayOf(now);
}

/** What the page that is served was built from. */
interface Served {
  readonly hashes: Readonly<Record<string, string>>;
  readonly isBehind: boolean;
  readonly builtAt: Instant | null;
}

/** What the page that is served says it was built from; null where it says nothing of this page. */
async function servedPage(
  { look, now, policy, repository, report }: Run,
  page: StatusPagePolicy,
): Promise<Served | null> {
  // Whoever serves it may keep it for ten minutes; another address is asked for anew.
  const address = `${page.url}/build.json`;
  const text = (await look?.(`${address}?at=${Math.floor(now / 60_000)}`)) ?? null;
  if (text === null) return null;
  const told = builtFrom(text);
  if (told?.page !== idOf(repository, 'page', page.url)) {
    report.advice.push(runWords(policy.language).foreignPage(address));
    return null;
  }
  const builtAt = Date.parse(told.built ?? '');
  return {
    hashes: flat(told),
    isBehind: told.isHostedBehind === true,
    builtAt: Number.isNaN(builtAt) ? null : builtAt,
  };
}

function builtFrom(text: string): z.infer<typeof BUILT> | null {
  try {
    return BUILT.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

const BUILT = z.object({
  page: z.optional(z.string()),
  built: z.optional(z.string()),
  entries: z.record(z.string(), z.string()),
  components: z.record(z.string(), z.string()),
  isHostedBehind: z.optional(z.boolean()),
});

/** All hashes by id: those of incidents and of components differ from each other. */
function flat({ entries, components }: Hashes): Readonly<Record<string, string>> {
  return { ...entries, ...components };
}
