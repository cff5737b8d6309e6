import type { Instant } from '../calendar/calendar.ts';
import { gradeOf } from '../capabilities/alerts/grade.ts';
import { mergeLogs, type AlertLog } from '../capabilities/alerts/log.ts';
import { alertMark } from '../capabilities/alerts/log-mark.ts';
import { foldText } from '../text/compare.ts';
import { block, inline } from '../text/foreign.ts';
import { FORM } from '../capabilities/report/form.ts';
import { wordsOf, type Words } from '../capabilities/words.ts';
import { type Policy } from '../capabilities/policy.ts';
import { FACTS, type FactName } from '../model/fact.ts';
import type { Repository } from '../model/repository.ts';
import type { Alert, Link } from './alert.ts';
import { fileIn } from './place.ts';
import { MOST_APART } from './shared.ts';

/** Where an incident is opened: by which policy, in which repository. */
interface Ground {
  readonly policy: Pick<Policy, 'language'>;
  readonly repository: Pick<Repository, 'url'>;
}

/** The log of an alert that has no incident yet, told at an instant. */
export function newLog({ key, source, firings, gravity }: Alert, now: Instant): AlertLog {
  return mergeLogs({ key, source, firings: [], earlier: 0 }, firings, [gradeOf(gravity, now)]);
}

/**
 * The body of the incident that an alert opens: a mark with what was told, the facts under the headings of the incident form,
 * where to look further, and what the alert says. `follows` is the incident that it had before.
 */
export function alertBody(alert: Alert, log: AlertLog, follows: number | null, ground: Ground): string {
  const { language } = ground.policy;
  const { alert: words, colon } = wordsOf(language);
  const headings: { readonly [K in FactName]?: string } = FORM[language];
  const facts = FACTS.flatMap((fact) => {
    const heading = headings[fact];
    const value = alert.facts[fact];
    return heading === undefined || value === undefined ? [] : [`### ${heading}\n\n${inline(value, 500)}`];
  });
  const links = alert.links.map((it) => linkLine(it, ground));
  return [
    `${alertMark(log)}\n${introOf(alert, words)}`,
    ...(follows === null ? [] : [words.follows(follows)]),
    ...facts,
    `### ${words.more}\n\n${[`- ${words.key}${colon}${inline(alert.key, 200)}`, ...links].join('\n')}`,
    ...(alert.description.trim() === '' ? [] : [block(alert.description, 20_000)]),
  ].join('\n\n');
}

/** The services of the policy that an alert names as its system, by which it is known whose it is: `service=checkout, host=db-3`, or `checkout`. */
export function servicesNamed({ facts }: Alert, policy: Pick<Policy, 'services'>): readonly string[] {
  return servicesIn(facts.system ?? '', policy);
}

/** The services that each of the alerts in it is of, as far as they fire; null for one that is of none that is known. */
export function servicesOfEach(
  { facts, systems = [facts.system ?? ''], firings }: Alert,
  policy: Pick<Policy, 'services'>,
): readonly (string | null)[] {
  if (!firings.some(({ to }) => to === null)) return [];
  const all = systems.flatMap((system): readonly (string | null)[] => {
    const named = servicesIn(system, policy);
    return named.length > 0 ? named : [null];
  });
  return [...new Set(all)];
}

function servicesIn(system: string, { services }: Pick<Policy, 'services'>): readonly string[] {
  const named = new Set(system.split(',').map((it) => foldText(it.replace(/^\s*\w+=/, ''))));
  return services.map(({ name }) => name).filter((name) => named.has(foldText(name)));
}

/** What opened the incident. */
function introOf({ sharing }: Alert, words: Words['alert']): string {
  if (sharing === undefined) return words.intro;
  const { intro, over, others } = words.sharing;
  return [intro(sharing.count), over, ...(sharing.apart ? [] : [others(MOST_APART)])].join(' ');
}

/** A line for a place to look. The runbook is read from it later, in any language. */
function linkLine(link: Link, { policy, repository }: Ground): string {
  const { alert: words, colon } = wordsOf(policy.language);
  const label = words.links[link.to];
  if ('url' in link) return `- [${label}](${link.url})`;
  if ('text' in link) return `- ${label}${colon}${inline(link.text, 300)}`;
  return `- ${label}${colon}[${inline(link.path, 300)}](${fileIn(repository, link.path)})`;
}
