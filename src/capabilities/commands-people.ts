import type { Instant } from '../calendar/calendar.ts';
import { firstAtWall, offsetAt } from '../calendar/zone.ts';
import { LOGIN } from '../policy/names.ts';
import { parseDuration } from '../policy/duration.ts';
import { isInstant, readInstant } from '../policy/instant.ts';
import type { Obey } from './draft.ts';

/** The longest silence, in milliseconds: longer than that nobody can answer for. */
const LONGEST_SILENCE = 24 * 3_600_000;

const DAY = 24 * 3_600_000;

/** No fact is told of more than this before the opening, in milliseconds. */
const LONGEST_PAST = 366 * 24 * 3_600_000;

const accept: Obey = () => null;

/** Commands about who has an incident, when people are told of it, and what is put on its record. */
export const PEOPLE_COMMANDS: Readonly<Record<string, Obey>> = {
  assign: (draft, { text, at, by, comment }) => {
    const logins = text
      .split(/[\s,]+/)
      .filter((word) => word !== '')
      .map(loginOf);
    if (logins.length === 0 || logins.includes(null)) return 'no-login';
    // That it is theirs counts once GitHub has assigned them, and not by the mere word.
    const reached = (logins as string[]).filter((login) => draft.canReach(login, at) !== false);
    for (const login of reached) draft.ordered.set(login.toLowerCase(), { login, at, by, comment });
    return reached.length < logins.length ? 'no-access' : null;
  },
  role: (draft, { text, at, by }) => {
    const words = text.split(/\s+/);
    const login = loginOf(words.at(-1) ?? '');
    const wanted = words.slice(0, -1).join(' ').toLowerCase();
    const role = [...draft.policy.roles.keys()].find((name) => name.toLowerCase() === wanted);
    if (!role || login === null) return 'no-role';
    if (draft.canReach(login, at) === false) return 'no-access';
    draft.holders.set(role, { role, login, at, by });
    return null;
  },
  escalate: (draft, moment) => {
    if (moment.text === '') return 'no-text';
    if (draft.resolved ?? draft.ended) return 'too-late';
    draft.escalations.push(moment);
    return null;
  },
  silence: (draft, { text, at, by }) => {
    const [word = '', ...rest] = text.split(/\s+/);
    const length = parseDuration(word);
    const ms = length && length.days * 24 * 3_600_000 + length.ms;
    if (!ms || ms > LONGEST_SILENCE || rest.length === 0) return 'no-silence';
    draft.silence = { until: at + ms, at, by, text: rest.join(' ') };
    return null;
  },
  pause: (draft, { text, at }) => {
    const labels = [...draft.policy.pauses.keys()].sort((a, b) => b.length - a.length);
    const said = text.toLowerCase();
    const label = labels.find((it) => said === it.toLowerCase() || said.startsWith(`${it.toLowerCase()} `));
    if (label === undefined) return 'no-pause';
    draft.pauses.pause(label, at);
    return null;
  },
  resume: (draft, { at }) => (draft.pauses.resume(at) ? null : 'not-paused'),
  note: (_, { text }) => (text === '' ? 'no-text' : null),
  link: (draft, { text, by }) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return 'no-link';
    draft.links.push({ url: url.href, by });
    return null;
  },
  timeline: (draft, { text, at, by }) => {
    const [word = '', ...rest] = text.split(/\s+/);
    const time = isInstant(word) ? readInstant(word, draft.zone) : lastAtWall(word, draft.zone, at);
    if (time === null || time > at || time < draft.openedAt - LONGEST_PAST || rest.length === 0) return 'no-time';
    draft.past.push({ at: time, by, text: rest.join(' ') });
    return null;
  },
  duplicate: (draft, moment) => {
    const number = /^#?(\d{1,9})(?:\s|$)/.exec(moment.text)?.[1];
    if (number === undefined) return 'no-number';
    if (draft.resolved) return 'too-late';
    draft.duplicateOf = { of: Number(number), comment: moment.comment };
    return null;
  },
  // What these two do, they do to those who read: see the rules.
  'test-page': accept,
  help: accept,
};

/** The last time at or before an instant at which the wall clock of a zone showed `HH:mm`; null for another text. */
function lastAtWall(text: string, zone: string, at: Instant): Instant | null {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (!match) return null;
  const wall = at + offsetAt(zone, at);
  const time = (Number(match[1]) * 60 + Number(match[2])) * 60_000;
  const today = Math.floor(wall / DAY) * DAY + time;
  const found = firstAtWall(zone, today);
  return found <= at ? found : firstAtWall(zone, today - DAY);
}

function loginOf(word: string): string | null {
  const login = word.replace(/^@/, '');
  return LOGIN.test(login) ? login : null;
}
