import type { Instant } from '../../calendar/calendar.ts';
import { HOUR } from '../../calendar/length.ts';
import { noticeKey } from '../notification/keys.ts';
import { who } from '../../text/foreign.ts';
import { shortInstant } from '../../text/time.ts';
import { butFor } from '../people/acted.ts';
import { audience, fallback } from '../people/audience.ts';
import type { Notice, Situation } from '../situation.ts';
import { byPerson, disturbances, nightOf, type Disturbance } from './ledger.ts';

/** No night is longer, not even the one in which clocks go back. In milliseconds. */
const NIGHT = 10 * HOUR;

/** A night that was too much for somebody: what is told of it, and the incidents on which it can be, that of the last page first. */
interface Excess {
  readonly hosts: readonly Situation[];
  readonly notice: Notice;
}

/**
 * Whose pages of this night are more than the policy allows, of which management is told once a night: as notices on the incident of the
 * last page. `all` are the incidents that a run has read, as they stand.
 */
export function excesses(all: readonly Situation[], now: Instant): readonly Excess[] {
  const [first] = all;
  const most = first?.policy.pagesPerNight ?? null;
  const night = first ? nightOf(first.policy.zone, now) : null;
  if (!first || most === null || night === null) return [];
  const told = all.map(({ incident: { issue, record } }) => ({ number: issue.number, done: record.done }));
  const pages = disturbances(told, first.policy, now - NIGHT).filter((it) => it.isPage && it.night === night);
  return byPerson(pages).flatMap((its): Excess[] => {
    const last = its.at(-1)!;
    const key = noticeKey('workload', Date.parse(night), last.login.toLowerCase());
    const isTold = told.some(({ done }) => Object.hasOwn(done, key));
    const numbers = [...new Set(its.map(({ issue }) => issue))].reverse();
    const hosts = numbers.flatMap((number) => all.find(({ incident }) => incident.issue.number === number) ?? []);
    const [situation] = hosts;
    if (its.length <= most || isTold || !situation) return [];
    return [{ hosts, notice: noticeOf(situation, { key, most, its }) }];
  });
}

function noticeOf(
  situation: Situation,
  {
    key,
    most,
    its,
  }: { readonly key: Notice['keys'][number]; readonly most: number; readonly its: readonly Disturbance[] },
): Notice {
  const { words, reader } = situation;
  const { login } = its[0]!;
  const management = butFor(login, audience(situation, ['management']).people);
  const all = its.map(({ issue, at }) => words.workload.page(issue, shortInstant(reader, at)));
  return {
    do: 'tell',
    keys: [key],
    to: management.length > 0 ? management : fallback(situation).people,
    ask: words.workload.ask(who(login), its.length, most),
    lines: [words.workload.pages(all.join(', ')), words.workload.relief],
    why: words.workload.why,
    audience: 'management',
  };
}
