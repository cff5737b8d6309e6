import type { Instant } from '../../calendar/calendar.ts';
import type { Roles } from '../../engine/judge.ts';
import type { MarkedComment } from '../../model/issue.ts';
import { holdsOneOf } from '../../model/role.ts';
import type { Incident } from '../incident.ts';
import type { Situation } from '../situation.ts';

/** The most comments that are evidence, the last. */
const MOST = 40;

interface Choice {
  /** The numbers of the comments that are evidence, oldest first. */
  readonly evidence: readonly number[];
  /** Who has marked one that is undecided, and whose role is not known. */
  readonly unknown: readonly string[];
}

/**
 * Which comments of people are evidence: those that somebody entitled has marked with a 🚀, and that are not hidden. Of what was not read,
 * or cannot be decided while a role is not known, what was read last holds (`before`).
 */
export function chooseEvidence(
  { incident: { issue }, policy: { entitled } }: Pick<Situation, 'incident' | 'policy'>,
  marked: readonly MarkedComment[],
  before: readonly number[],
  roles: Roles,
): Choice {
  const read = new Map(marked.map((it) => [it.number, it]));
  const unknown: string[] = [];
  const isChosen = (number: number): boolean => {
    const comment = read.get(number);
    if (comment === undefined) return before.includes(number);
    if (comment.isMinimized) return false;
    const isKnown = (login: string): boolean => roles.has(login.toLowerCase());
    const mayChoose = (login: string): boolean => holdsOneOf(roles.get(login.toLowerCase()) ?? null, entitled);
    if (comment.rockets.some(mayChoose)) return true;
    const strangers = comment.rockets.filter((login) => !isKnown(login));
    unknown.push(...strangers);
    return strangers.length > 0 && before.includes(number);
  };
  const ofPeople = issue.timeline.flatMap((event) =>
    event.kind === 'commented' && !event.own && event.actor?.bot !== true ? [event.comment.number] : [],
  );
  return { evidence: ofPeople.filter(isChosen).slice(-MOST), unknown };
}

/** What a comment is evidence of, by how far the incident was when it was written. */
export function phaseAt(
  { acknowledgement, mitigation: { workaround, mitigated }, resolution: { resolved, gaps } }: Incident,
  at: Instant,
): 'detection' | 'diagnosis' | 'repair' | 'moment' {
  const isAfter = (moment: { readonly at: Instant } | null): boolean => moment !== null && at > moment.at;
  if (isAfter(resolved) || gaps.some(({ from, to }) => at > from && at <= to)) return 'moment';
  if (isAfter(workaround) || isAfter(mitigated)) return 'repair';
  return isAfter(acknowledgement) ? 'diagnosis' : 'detection';
}
