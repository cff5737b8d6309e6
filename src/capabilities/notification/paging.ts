import { DAY } from '../../calendar/length.ts';
import { pageWords } from '../../notify/words.ts';
import { LATE } from '../escalation/late.ts';
import { pageKey, pageOf } from './page.ts';
import { inline } from '../../text/foreign.ts';
import { notifiersFor } from '../../notify/kinds.ts';
import type { Notifier, Page } from '../../notify/message.ts';
import { PRIORITIES } from '../../model/priority.ts';
import type { Done, IncidentRecord } from '../../engine/record.ts';
import type { Notice, Situation } from '../situation.ts';
import { announcements } from '../status-page/announce.ts';
import { nameOfKey, readKey, writeKey } from '../../engine/keys.ts';

/** What the record keeps of a page that nobody reads a comment about. */
const FOLLOW_UPS = ['acknowledge', 'resolve'] as const;

interface Due {
  readonly page: Page;
  /** Those that it may go to, in the order of falling back. */
  readonly notifiers: readonly Notifier[];
}

/**
 * A page to be sent through the first notifier that takes it, with the reason that people will read. It carries a key, by which
 * its receiver knows that it has had it; what became of it is known in this run only.
 */
export interface DuePage extends Due {
  readonly do: 'page';
  readonly issue: number;
  readonly why: string;
}

/**
 * The pages that must go out before anything is said of them: those of the notices that must wake somebody, and the word to the
 * pager that an incident was acknowledged or is over. None where the policy has no notifier.
 */
export function pagesDue(situation: Situation, notices: readonly Notice[]): DuePage[] {
  const due: Due[] = [...wakingPage(situation, notices), ...wordsOutside(situation)];
  return due
    .filter(({ page }) => !situation.pages.has(pageKey(page)))
    .map((it) => ({
      do: 'page',
      issue: situation.incident.issue.number,
      ...it,
      why: notices.find(({ page }) => page)?.why ?? situation.words.status[situation.incident.status],
    }));
}

/** The notifiers that took the page of some notices: the one of the line, and those that got a copy; none if none went out. */
export function takersOf(situation: Situation, notices: readonly Notice[]): readonly string[] {
  const [due] = wakingPage(situation, notices);
  if (!due || due.page.action === 'test') return [];
  const attempted = situation.pages.get(pageKey(due.page));
  return attempted?.tried.flatMap(({ notifier, sent }) => (sent.ok ? [notifier] : [])) ?? [];
}

/** What services call the messages that they made of the page of some notices, by the name of the notifier; undefined if none says. */
export function refsOf(situation: Situation, notices: readonly Notice[]): Done['refs'] {
  const [due] = wakingPage(situation, notices);
  const tried = (due && situation.pages.get(pageKey(due.page))?.tried) ?? [];
  const refs = tried.flatMap(({ notifier, sent }) =>
    sent.ok && sent.ref !== undefined ? [[notifier, sent.ref] as const] : [],
  );
  return refs.length === 0 ? undefined : Object.fromEntries(refs);
}

/** What goes on record of notices whose page was taken where no comment can say so: that it is not sent again. */
export function takenBy(situation: Situation, notices: readonly Notice[]): IncidentRecord['done'] {
  const takers = takersOf(situation, notices);
  const refs = refsOf(situation, notices);
  const paged = { at: situation.now, told: [], paged: [...takers], ...(refs !== undefined && { refs }) };
  return Object.fromEntries(
    notices.flatMap(({ keys, page }): (readonly [string, Done])[] => {
      if (page === true && takers.length > 0) return keys.map((key) => [key, paged]);
      // What was answered in a pager counts, whether or not it can be told.
      return keys.filter((key) => readKey(key)?.kind === 'answer').map((key) => [key, { at: situation.now, told: [] }]);
    }),
  );
}

/** What became of the page of some notices: as lines what went wrong, small what went as it should. */
export function pagingLines(
  situation: Situation,
  notices: readonly Notice[],
): { readonly lines: readonly string[]; readonly small: readonly string[] } {
  const { pages, policy } = situation;
  const { told } = pageWords(policy.language);
  if (isWithheld(situation, notices))
    return { lines: [told.unvouched(situation.incident.priority.current)], small: [] };
  const [due] = wakingPage(situation, notices);
  const attempted = due && pages.get(pageKey(due.page));
  if (!attempted) return { lines: [], small: [] };
  const failed = attempted.tried.flatMap(({ notifier, sent }) =>
    sent.ok ? [] : [`⚠️ ${told.failed(inline(notifier), sent.why)}`],
  );
  const sent = attempted.tried.flatMap(({ notifier, sent }) =>
    sent.ok ? [(sent.together ? told.sentTogether : told.sent)(inline(notifier))] : [],
  );
  // Of a test page, that it went out is the answer.
  const isTest = due.page.action === 'test';
  const lines = [...(isTest ? sent : []), ...failed, ...(attempted.by === null ? [`🚨 ${told.nobody}`] : [])];
  return { lines, small: isTest ? [] : sent };
}

/** What must be shouted in the run: that no notifier took a page, or that one which did does not hear how it goes on. */
export function pagingAlarms(situation: Situation, notices: readonly Notice[]): string[] {
  const { pages, policy, incident } = situation;
  const { colon, semicolon } = situation.words;
  const { nobody } = pageWords(policy.language).told;
  return [...wakingPage(situation, notices), ...wordsOutside(situation)].flatMap(({ page }) => {
    const attempted = pages.get(pageKey(page));
    if (!attempted || attempted.by !== null) return [];
    const why = attempted.tried.flatMap(({ notifier, sent }) => (sent.ok ? [] : [`${notifier}${colon}${sent.why}`]));
    return [`#${incident.issue.number}${colon}${nobody} (${[page.action, ...why].join(semicolon)})`];
  });
}

/** Whether anybody may be woken for an incident. To open an issue on a public repository, or to reopen one's own, takes no right. */
export function mayWake({ incident, repository }: Pick<Situation, 'incident' | 'repository'>): boolean {
  return repository.isPrivate || incident.vouched.reporter || incident.vouched.voucher !== null;
}

/** Whether there would be a page, but for the lack of anybody with a say. */
export function isWithheld(situation: Situation, notices: readonly Notice[]): boolean {
  if (mayWake(situation) || !notices.some(({ page }) => page === true)) return false;
  return notifiersFor(situation.policy.notifiers, pageOf(situation, 'trigger', '', [])).length > 0;
}

function wakingPage(situation: Situation, notices: readonly Notice[]): Due[] {
  const waking = mayWake(situation) ? notices.filter(({ page }) => page === true) : [];
  const tests = notices.filter(({ page }) => page === 'test');
  const isTest = waking.length === 0;
  const paged = isTest ? tests : waking;
  if (paged.length === 0) return [];
  // How late it is names no page: the same one may come later still.
  const step = paged.flatMap(({ keys }) => keys.filter((key) => key !== LATE).map(nameOfKey)).join(' ');
  return among(situation.policy.notifiers, pageOf(situation, isTest ? 'test' : 'trigger', step, paged));
}

/** Pages that tell everybody who was paged how it goes on, whatever the priority is by then. */
function followUps(situation: Situation): (Due & { readonly key: string })[] {
  const { incident, policy } = situation;
  const { done } = incident.record;
  const over = incident.resolution.resolved ?? incident.resolution.ended;
  const moments = { acknowledge: over ? null : incident.acknowledgement, resolve: over };
  return policy.notifiers.flatMap((notifier) => {
    const pages = Object.values(done).filter(({ paged = [] }) =>
      typeof paged === 'string' ? paged === notifier.name : paged.includes(notifier.name),
    );
    return FOLLOW_UPS.flatMap((action) => {
      const moment = moments[action];
      const key = writeKey({ kind: 'follow-up', action, notifier: notifier.name, since: moment?.at ?? 0 });
      // Whoever had taken the incident on before the page has not answered it.
      // After a day nobody waits for the word any more, and a receiver that refuses it will not take it then.
      const isNews = moment !== null && situation.now - moment.at < DAY;
      const isAnswer = isNews && pages.some(({ at }) => action === 'resolve' || at <= moment.at);
      // Where it was acknowledged, it is.
      const isKnown = action === 'acknowledge' && moment?.how === 'pager' && moment.text === notifier.name;
      if (!isAnswer || isKnown || Object.hasOwn(done, key)) return [];
      const page = pageOf(situation, action, nameOfKey(key), []);
      return among([{ ...notifier, for: PRIORITIES }], page).map((due) => ({ ...due, key }));
    });
  });
}

/** What goes out and no comment tells of: the word to the pager how it goes on, and to customers what they are told. */
function wordsOutside(situation: Situation): readonly (Due & { readonly key: string })[] {
  return [...followUps(situation), ...announcements(situation)];
}

/** The keys of those that this run has sent, to be recorded. One that failed is tried again by the next run. */
export function sentFollowUps(situation: Situation): readonly string[] {
  return wordsOutside(situation).flatMap(({ key, page }) => (situation.pages.get(pageKey(page))?.by ? [key] : []));
}

function among(all: readonly Notifier[], page: Page): Due[] {
  const notifiers = notifiersFor(all, page);
  return notifiers.length > 0 ? [{ page, notifiers }] : [];
}
