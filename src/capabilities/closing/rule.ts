import { DAY } from '../../calendar/length.ts';
import type { Key } from '../../engine/keys.ts';
import { noticeKey } from '../notification/keys.ts';
import { includesLogin, isBot } from '../../model/login.ts';
import { inline, who } from '../../text/foreign.ts';
import { shortInstant } from '../../text/time.ts';
import { audience, responders } from '../people/audience.ts';
import type { Intent, Notice, Rule, Situation } from '../situation.ts';
import { missingOf, silentAt } from './missing.ts';
import type { Requirement } from './policy.ts';
import { silenceKey } from './track.ts';

/** The most names of the policy that are offered beside the first. */
const MOST_NAMED = 4;

/** For how long a resolution or a closing is news, in milliseconds: what is older when the policy begins to require something is left alone. */
const NEWS = DAY;

/**
 * Resolved is not closed: what the policy requires is asked for once at the resolution; what is closed without it is opened again, once,
 * where the policy enforces that; and what has all of it is closed when the reporter accepts, or has kept silent for long enough (seed
 * document B).
 */
export const closureRule: Rule = (situation) => {
  const { incident, now } = situation;
  const { resolved, closedAt } = incident.resolution;
  if (!resolved) return [];
  const missing = missingOf(situation);
  if (incident.issue.state === 'closed') {
    // What we closed ourselves is as it should be.
    const isOurs = incident.issue.timeline.findLast(({ kind }) => kind === 'closed')?.own === true;
    const isNews = closedAt !== null && now - closedAt < NEWS && !isOurs;
    return missing.length > 0 && isNews && incident.closing.exception === null ? atClosing(situation, missing) : [];
  }
  const lacking = missing.filter((it) => it !== 'acceptance');
  const asked = lacking.length > 0 && now - resolved.at < NEWS ? [ask(situation, lacking, [askKey(resolved.at)])] : [];
  return [...asked, ...atSilence(situation), ...atAcceptance(situation, missing)];
};

const askKey = (resolved: number): Key => noticeKey('closing', resolved);

/** It was closed too early. */
function atClosing(situation: Situation, missing: readonly Requirement[]): Intent[] {
  const { incident, policy, words } = situation;
  const { at } = incident.resolution.resolved!;
  if (!policy.closing.isEnforced) return [ask(situation, missing, [askKey(at)])];
  if (incident.closing.gated !== null) return [];
  const notice = ask(situation, missing, [noticeKey('gate', at), askKey(at)]);
  return [
    { ...notice, ask: words.closing.early(subject(situation)), small: [words.closing.again] },
    { do: 'reopen', issue: incident.issue.number, why: words.closing.why },
  ];
}

/** Whoever resolved it, or closed it, is asked for what is missing; the responders where that was somebody without a say. */
function ask(situation: Situation, missing: readonly Requirement[], keys: readonly Key[]): Notice {
  const { incident, words } = situation;
  const { resolved } = incident.resolution;
  const closer = incident.issue.timeline.findLast(({ kind, own }) => kind === 'closed' && !own)?.actor;
  const by = closer && !closer.bot ? closer.login : resolved!.by;
  const isTheirs = by !== null && !isBot(by) && !includesLogin([incident.reporter ?? ''], by);
  return {
    do: 'tell',
    keys,
    to: isTheirs ? [by] : responders(situation),
    ask: words.closing.ask(subject(situation)),
    lines: [missing.map((it) => `- ${howTo(situation, it)}`).join('\n')],
    why: words.closing.why,
  };
}

/** The priority of an incident; null of a request for help, which has none. */
function subject({ incident }: Situation): string | null {
  return incident.kind === 'incident' ? incident.priority.current : null;
}

/** What gives an incident what it lacks. */
function howTo({ incident, policy, words }: Situation, missing: Requirement): string {
  const { how } = words.closing;
  switch (missing) {
    case 'acceptance':
      return how.acceptance(who(incident.reporter));
    case 'cause':
    case 'category': {
      const [first = '', ...others] = (missing === 'cause' ? policy.causes : policy.categories).map(({ name }) => name);
      const shown = others.slice(0, MOST_NAMED).map((name) => inline(name));
      const more = others.length > MOST_NAMED ? ['…'] : [];
      return how[missing](first.replaceAll('`', ''), [...shown, ...more].join(words.andThen));
    }
    default:
      return how[missing];
  }
}

/** Nobody has objected for so long that it counts as accepted. */
function atSilence(situation: Situation): Intent[] {
  const { incident, reader, words, now } = situation;
  const due = silentAt(situation);
  if (due === null || due > now) return [];
  return [
    {
      do: 'tell',
      keys: [silenceKey(incident.resolution.resolved!.at)],
      to: audience(situation, ['reporter']).people,
      ask: words.closing.silence(shortInstant(reader, incident.resolution.resolved!.at)),
      lines: [words.closing.objection],
      why: words.closing.silent,
      audience: 'reporter',
    },
  ];
}

/** It is accepted, and nothing is missing. */
function atAcceptance({ incident, words }: Situation, missing: readonly Requirement[]): Intent[] {
  const { accepted } = incident.closing;
  // Whoever resolves what they reported closes it when they like.
  if (missing.length > 0 || accepted === null || accepted.how === 'resolved') return [];
  return [{ do: 'close', issue: incident.issue.number, reason: 'completed', why: words.closing.accepted }];
}
