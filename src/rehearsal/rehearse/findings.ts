import type { Instant } from '../../calendar/calendar.ts';
import { DAY } from '../../calendar/length.ts';
import { isReply, readKey } from '../../engine/keys.ts';
import { what } from '../../capabilities/notification/told.ts';
import { gapsBetween } from '../../capabilities/on-call/shifts.ts';
import { audience } from '../../capabilities/people/audience.ts';
import { stepsInEffect } from '../../capabilities/updates/cadence.ts';
import { includesLogin } from '../../model/login.ts';
import { isUrgent } from '../../model/priority.ts';
import type { Settled } from '../../run/report.ts';
import { instant } from '../../text/time.ts';
import type { Received } from '../receiver.ts';
import { namedPeople } from '../../setup/people.ts';
import { plainHappening, tellingsOf, type Telling } from './happening.ts';
import type { Plot } from './plot.ts';
import { organisationOf, type RehearsalGround } from './ground.ts';
import { rehearsalWords } from './words.ts';

/** What one run did about the incident, with the pages that it sent. */
export interface Observed {
  readonly settled: Settled;
  readonly pages: readonly Received[];
}

/** Something that is wrong, or odd, about who is notified. */
export interface RehearsalFinding {
  /** For programs. */
  readonly reason: 'step' | 'notice' | 'page' | 'secret' | 'silent' | 'fallback' | 'passed-on' | 'gap' | 'no-notifier';
  /** When it happened first; null where it holds all the time. */
  readonly at: Instant | null;
  readonly text: string;
  /** How often it happened. */
  readonly times: number;
}

export interface Findings {
  /** What reached nobody. */
  readonly unreached: readonly RehearsalFinding[];
  /** What reached somebody, and not as the policy seems to mean. */
  readonly remarks: readonly RehearsalFinding[];
}

/** How far ahead gaps in the schedules are looked for. */
const AHEAD = 7 * DAY;

interface Played {
  readonly plot: Plot;
  readonly observed: readonly Observed[];
  readonly to: Instant;
}

/** What reached nobody in a story, and what only just reached somebody. */
export function findingsOf(ground: RehearsalGround, played: Played): Findings {
  const lost = toNobody(ground, played);
  const named = organisationNamed(ground, played);
  return {
    unreached: counted([
      ...(lost.length > 0 ? [...named, ...ownerless(ground), ...lost] : silent(ground, played)),
      ...unpaged(ground, played),
    ]),
    remarks: counted([
      ...(lost.length > 0 ? [] : named),
      ...passedOn(ground, played),
      ...gaps(ground, played),
      ...unwoken(ground, played),
    ]),
  };
}

/** Steps and notices that told nobody, although they were for somebody. */
function toNobody({ policy }: RehearsalGround, { observed }: Played): readonly RehearsalFinding[] {
  const { unreached } = rehearsalWords(policy.language);
  return observed.flatMap(({ settled: { situation, done } }) =>
    tellingsIn(done).flatMap(({ key, people }): RehearsalFinding[] => {
      const parts = readKey(key);
      if (people.length > 0 || isReply(parts)) return [];
      const about = plainHappening(what(situation.words, key));
      if (parts?.kind !== 'step') return [finding('notice', situation.now, unreached.notice(about))];
      const step = stepsInEffect(policy, situation.incident.priority.current).find(({ text }) => text === parts.step);
      return step?.notify.length === 0 ? [] : [finding('step', situation.now, unreached.step(about))];
    }),
  );
}

/** Pages that no notifier took, and notifiers that cannot take any, whoever stands in for them. */
function unpaged({ policy, lacking }: RehearsalGround, { observed }: Played): readonly RehearsalFinding[] {
  const { unreached } = rehearsalWords(policy.language);
  const asked = new Set(
    observed.flatMap(({ pages }) => pages.flatMap(({ attempted }) => attempted.tried.map((it) => it.notifier))),
  );
  const secrets = [...lacking.secrets].filter(([name]) => asked.has(name));
  return [
    ...observed.flatMap(({ pages }) =>
      pages
        .filter(({ page, attempted }) => page.action === 'trigger' && attempted.by === null)
        .map(({ page }) => finding('page', page.at, unreached.page(page.priority))),
    ),
    ...secrets.map(([name, secret]) => finding('secret', null, unreached.secret(name, secret, lacking.file))),
  ];
}

/** On what it depends whether anybody is behind the fallback `owner`. */
function ownerless({ policy, ownership }: RehearsalGround): readonly RehearsalFinding[] {
  if (policy.fallback !== 'owner' || ownership.person !== null) return [];
  const { owner, someOwner } = rehearsalWords(policy.language).unreached;
  const { account, command } = ownership;
  return [finding('fallback', null, account === null ? someOwner(command) : owner(account, command))];
}

/** Where the policy names the organisation that owns the repository, as if it were a person. */
function organisationNamed({ policy, ownership }: RehearsalGround, { plot }: Played): readonly RehearsalFinding[] {
  const organisation = organisationOf(ownership);
  const found = namedPeople(policy, plot.start).find(({ login }) => includesLogin([organisation ?? ''], login));
  if (found === undefined) return [];
  const { named } = rehearsalWords(policy.language).unreached;
  return [finding('fallback', null, named(found.place, found.login, ownership.command))];
}

/** Of what should have called somebody, nobody heard but whoever reported it. */
function silent({ policy }: RehearsalGround, { observed, plot }: Played): readonly RehearsalFinding[] {
  const last = observed.at(-1);
  if (last === undefined || plot.story !== 'unanswered') return [];
  const priority = last.settled.situation.incident.priority.current;
  const told = observed.flatMap(({ settled }) => tellingsIn(settled.done).flatMap(({ people }) => people));
  const others = told.filter((login) => !includesLogin([plot.opening.by], login));
  return others.length > 0 ? [] : [finding('silent', null, rehearsalWords(policy.language).unreached.silent(priority))];
}

/** Steps whose own people were nobody, so that others were told in their place. */
function passedOn({ policy }: RehearsalGround, { observed }: Played): readonly RehearsalFinding[] {
  const { remarks } = rehearsalWords(policy.language);
  return observed.flatMap(({ settled: { situation, done } }) =>
    tellingsIn(done).flatMap(({ key, people }) => {
      const parts = readKey(key);
      const step =
        parts?.kind === 'step' &&
        stepsInEffect(policy, situation.incident.priority.current).find(({ text }) => text === parts.step);
      if (!step || people.length === 0 || step.notify.length === 0) return [];
      const own = audience(situation, step.notify, 'everybody').people;
      if (people.some((login) => includesLogin(own, login))) return [];
      return [
        finding(
          'passed-on',
          situation.now,
          remarks.passedOn(plainHappening(what(situation.words, key)), step.notify.join(', '), people.join(', ')),
        ),
      ];
    }),
  );
}

/** When nobody is on call in the schedules that an incident of this priority asks for, in the week after its opening. */
function gaps({ policy }: RehearsalGround, { plot, observed }: Played): readonly RehearsalFinding[] {
  const { remarks } = rehearsalWords(policy.language);
  const priority = observed.at(-1)?.settled.situation.incident.priority.current;
  if (priority === undefined || plot.story !== 'unanswered') return [];
  const roles = new Set([...stepsInEffect(policy, priority).flatMap(({ notify }) => notify), policy.fallback]);
  const schedules = new Map(
    [...policy.rotas].filter(([role]) => roles.has(role)).map(([, schedule]) => [schedule.name, schedule]),
  );
  return [...schedules.values()].flatMap((schedule) => {
    const found = gapsBetween(schedule, plot.start, plot.start + AHEAD);
    const [first] = found;
    if (first === undefined) return [];
    const reader = { language: policy.language, zone: schedule.zone };
    const text = remarks.gap(schedule.name, instant(reader, first.from), instant(reader, first.to));
    return [finding('gap', first.from, text + (found.length > 1 ? remarks.gaps(found.length) : ''))];
  });
}

/** An urgent priority that no notifier is for. */
function unwoken({ policy }: RehearsalGround, { observed, plot }: Played): readonly RehearsalFinding[] {
  const priority = observed.at(-1)?.settled.situation.incident.priority.current;
  if (priority === undefined || !isUrgent(priority) || plot.story !== 'unanswered') return [];
  if (policy.notifiers.some((notifier) => notifier.for.includes(priority))) return [];
  return [finding('no-notifier', null, rehearsalWords(policy.language).remarks.noNotifier(priority))];
}

function tellingsIn(done: Settled['done']): readonly Telling[] {
  return done.flatMap((deed) => (deed.do === 'comment' ? tellingsOf(deed.body, deed.issue) : []));
}

function finding(reason: RehearsalFinding['reason'], at: Instant | null, text: string): RehearsalFinding {
  return { reason, at, text, times: 1 };
}

/** What is the same once, with how often it happened. */
function counted(findings: readonly RehearsalFinding[]): readonly RehearsalFinding[] {
  const byText = new Map<string, RehearsalFinding>();
  for (const one of findings) {
    const before = byText.get(one.text);
    byText.set(one.text, before ? { ...before, times: before.times + 1 } : one);
  }
  return [...byText.values()];
}
