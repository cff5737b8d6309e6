import type { Instant } from '../../calendar/calendar.ts';
import { HOUR, MINUTE } from '../../calendar/length.ts';
import type { Situation } from '../../capabilities/situation.ts';
import { failuresOf, type Report } from '../../run/report.ts';
import type { Notifier } from '../../notify/message.ts';
import type { EmbeddedGitHub } from '../github/embedded.ts';
import { countNotifications, type Notifications } from '../notifications.ts';
import { receiver, type Received } from '../receiver.ts';
import { openStage, type Stage } from '../stage.ts';
import { findingsOf, type Findings, type Observed } from './findings.ts';
import type { RehearsalGround } from './ground.ts';
import { happeningsOf, type Happening } from './happening.ts';
import type { PlotAct, Plot } from './plot.ts';
import { rehearsalWords, type RehearsalWords } from './words.ts';

/** How many pages a notifier took, by its name in the policy. Whom they woke is the affair of the service. */
export interface PageTally {
  readonly notifier: string;
  readonly pages: number;
}

/** One story, as it went. */
export interface Rehearsal extends Findings {
  readonly plot: Plot;
  readonly from: Instant;
  readonly to: Instant;
  /** In the order in which they happened. */
  readonly happenings: readonly Happening[];
  /** Most notified first. */
  readonly people: readonly Notifications[];
  /** In the order of their first page. */
  readonly notifiers: readonly PageTally[];
}

/** A story that cannot be played under a policy; the message says why, in the language of the policy. */
export class UnplayableError extends Error {
  override readonly name = 'UnplayableError';
}

/** How long nobody looks at the most, for what no step announces; less at the beginning. */
const PACE = { first: 2 * HOUR, later: 6 * HOUR, until: 24 * HOUR } as const;

/** No story has so many runs; a policy that goes round in circles does. */
const MOST_RUNS = 2_000;

/**
 * Plays a story under a policy, with its people, on an embedded GitHub: whatever Tocsin does is done by the same run that is
 * shipped, whenever a step falls due or somebody acts. Nothing leaves the process. Throws an UnplayableError if the policy takes nothing in.
 */
export async function rehearse(ground: RehearsalGround, plot: Plot): Promise<Rehearsal> {
  const { policy, text, cast, ownership, lacking } = ground;
  const { person, account } = ownership;
  const words = rehearsalWords(policy.language);
  const pages: Received[] = [];
  const refusal = ({ name }: Notifier): string | null => {
    const secret = lacking.secrets.get(name);
    return secret === undefined ? null : words.unreached.secretMissing(secret);
  };
  const stage = await openStage({
    ...(text !== null && { policy: text }),
    ...(account !== null && { owner: account }),
    ...(person !== null && { owner: person, ownerType: 'User' }),
    people: cast.people,
    visibility: 'private',
    start: plot.start,
    pager: receiver((it) => pages.push(it), refusal),
  });
  try {
    const { happenings, observed } = await play(stage, plot, { pages, words });
    const { hub } = stage;
    const issues = await Promise.all(incidentAndSubIssues(hub).map((number) => stage.read(number)));
    const to = hub.clock.now();
    const found = findingsOf(ground, { plot, observed, to });
    return {
      plot,
      from: plot.start,
      to,
      happenings,
      people: mostNotified(countNotifications(issues)),
      notifiers: pagesOf(happenings),
      ...found,
    };
  } finally {
    await stage.close();
  }
}

const INCIDENT = 1;

/** Goes from one moment at which something happens to the next. */
async function play(
  stage: Stage,
  plot: Plot,
  { pages, words }: { readonly pages: Received[]; readonly words: RehearsalWords },
): Promise<{ readonly happenings: readonly Happening[]; readonly observed: readonly Observed[] }> {
  const { hub } = stage;
  const { by, title, body, labels, tells } = plot.opening;
  const happenings: Happening[] = [line(plot.start, 'opens', by, tells)];
  const observed: Observed[] = [];
  const done = new Set<string>();

  /** How the incident stands after a run; null if the run did not look at it. */
  function take(report: Report | null): Situation | null {
    const settled = report?.settled.find((it) => it.situation.incident.issue.number === INCIDENT);
    const sent = pages.splice(0);
    if (!settled) return null;
    observed.push({ settled, pages: sent });
    happenings.push(...happeningsOf(settled, sent, words));
    return settled.situation;
  }

  hub.as(by).openIssue({ title, body, labels });
  const first = await stage.react();
  let situation = take(first);
  if (situation === null) throw new UnplayableError(whyNot(first, words));
  for (let runs = 0; runs < MOST_RUNS; runs++) {
    const [now, end] = [hub.clock.now(), wholeMinute(plot.endOf(situation))];
    if (now >= end) break;
    const act = plot.next(situation, done);
    const moment = Math.min(end, nextMoment({ situation, act, now, start: plot.start }));
    hub.clock.set(moment);
    if (act === null || act.at > moment) situation = take(await stage.sweep()) ?? situation;
    else {
      done.add(act.name);
      happenings.push(line(moment, 'acts', act.who, act.tells));
      act.do(hub.as(act.who), INCIDENT);
      situation = take(await stage.react()) ?? situation;
    }
  }
  return { happenings, observed };
}

/** Why a run did not take the incident in. */
function whyNot(report: Report | null, { notTaken }: RehearsalWords): string {
  const failures = report === null ? [] : failuresOf(report).map(({ message }) => message);
  return failures.join('\n') || notTaken;
}

function line(at: Instant, kind: Happening['kind'], who: string, what: string): Happening {
  return { at, kind, people: [who], by: [], what, step: null };
}

interface Present {
  readonly situation: Situation;
  readonly act: PlotAct | null;
  readonly now: Instant;
  readonly start: Instant;
}

/** When somebody acts, a step falls due, or it is time to look again: whatever comes first, on a full minute. */
function nextMoment({ situation, act, now, start }: Present): Instant {
  const pace = now - start < PACE.until ? PACE.first : PACE.later;
  const due = situation.steps.next === null ? Infinity : wholeMinute(situation.steps.next.due);
  const unmuted = wholeMinute(situation.incident.mute.until ?? 0);
  const ahead = [due, unmuted].filter((at) => at > now);
  const moments = [now + pace, ...ahead, ...(act ? [Math.max(now, wholeMinute(act.at))] : [])];
  return Math.min(...moments);
}

function wholeMinute(at: Instant): Instant {
  return Math.ceil(at / MINUTE) * MINUTE;
}

/** What belongs to the incident; the issue that says who is on call does not. */
function incidentAndSubIssues(hub: EmbeddedGitHub): readonly number[] {
  return [INCIDENT, ...hub.issue(INCIDENT).subIssues];
}

function mostNotified(counted: readonly Notifications[]): readonly Notifications[] {
  return counted.toSorted((a, b) => b.mentions - a.mentions || (a.login < b.login ? -1 : 1));
}

function pagesOf(happenings: readonly Happening[]): readonly PageTally[] {
  const takers = happenings.flatMap(({ kind, by }) => (kind === 'page' ? by : []));
  return [...new Set(takers)].map((notifier) => ({ notifier, pages: takers.filter((it) => it === notifier).length }));
}
