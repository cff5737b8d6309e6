import { writeAct, writeKey, type ActParts, type Key, type KeyParts } from './keys.ts';

/* Keys as version 0.1.0 wrote them, told apart by how they began. */

const STEP = /(.+):((?:start|[a-z-]+ (?:due(?: [+-] .+)?|\d+(?:\.\d+)?%)))(?:@(\d+(?:\.\d+)?))?(?:#(\d+))?$/;
const DATE = /@(\d+(?:\.\d+)?)$/;

/** A key of version 0.1.0 in its present spelling. */
export function renewKey(old: string): Key {
  return writeKey(readOldKey(old));
}

/** The key of a judgement of version 0.1.0 in its present spelling; null for one that it never wrote. */
export function renewAct(old: string): string | null {
  const act = readOldAct(old);
  return act && writeAct(act);
}

function readOldAct(old: string): ActParts | null {
  if (old === 'o') return { kind: 'right', what: 'opening', about: null, since: null };
  if (old === 'q') return { kind: 'decision', what: 'quick', since: null };
  const assigned = /^a:(.*)/.exec(old);
  if (assigned) return { kind: 'right', what: 'assigned', about: assigned[1] || null, since: null };
  const reach = /^p(.+)@(\d+(?:\.\d+)?)$/.exec(old);
  if (reach) return { kind: 'reach', login: reach[1]!, since: Math.round(Number(reach[2]) * 1000) };
  const lettered = /^([crxvf])(\d+(?:\.\d+)?)$/.exec(old);
  if (!lettered) return null;
  const number = Number(lettered[2]);
  switch (lettered[1]) {
    case 'c':
      return { kind: 'comment', comment: number };
    case 'r':
      return { kind: 'presence', comment: number };
    case 'x':
      return { kind: 'right', what: 'closed', about: null, since: Math.round(number * 1000) };
    case 'v':
      return { kind: 'decision', what: 'recovered', since: Math.round(number * 1000) };
    default:
      return { kind: 'decision', what: 'fired', since: Math.round(number * 1000) };
  }
}

function readOldKey(old: string): KeyParts {
  const step = STEP.exec(old);
  // The only word that a step can have in common with a login is "start", and that is nobody who commands.
  if (step) {
    const [, policy, text, since, n = 0] = step;
    return { kind: 'step', policy: policy!, step: text!, since: secondsOf(since), n: Number(n) };
  }
  const reply = /^c(\d+)$/.exec(old);
  if (reply) return { kind: 'reply', comment: Number(reply[1]), n: 0 };
  const refusal = /^refused:(.+)/.exec(old);
  if (refusal) return { kind: 'refusal', login: refusal[1]! };
  if (old === 'post-mortem') return { kind: 'opened', name: old };
  const date = DATE.exec(old);
  const name = old.slice(0, date?.index);
  const since = secondsOf(date?.[1]);
  const pager = /^pager-(acknowledge|resolve)-(.+)/.exec(name);
  if (pager && since !== null) return { kind: 'follow-up', action: pager[1]!, notifier: pager[2]!, since };
  const about = /^(role|assign)-(.+)/.exec(name);
  return about
    ? { kind: about[1] === 'role' ? 'request' : 'notice', name: about[1]!, about: about[2]!, since }
    : { kind: name === 'escalated' ? 'request' : 'notice', name: name.replace(/[:@#]/g, ' '), about: null, since };
}

function secondsOf(text: string | undefined): number | null {
  return text === undefined ? null : Math.round(Number(text) * 1000);
}
