import { MINUTE } from '../../calendar/length.ts';
import type { IncidentRecord } from '../../engine/record.ts';
import { inline, prose, who } from '../../text/foreign.ts';
import { duration, instant, shortInstant } from '../../text/time.ts';
import type { CardRow } from '../card/row.ts';
import type { Situation } from '../situation.ts';
import { nameOfChange, type Culprit } from './culprit.ts';
import { readSeen, type Change, type FoundChanges, type Seen } from './seen.ts';
import { mitigatedAt } from './track.ts';
import { changesOf } from './wanted.ts';

type Of = Pick<Situation, 'policy' | 'reader' | 'words'>;

/** What changed before, folded under a line that says how much; nothing until somebody has looked. */
export function changesOnCard(situation: Situation, { seen: kept }: Pick<IncidentRecord, 'seen'>): string {
  const seen = readSeen(kept?.changes);
  const { policy, words, incident } = situation;
  if (seen === null || policy.changes === null || incident.category.confidential) return '';
  const { heading } = words.changes;
  const text = [...changeLines(situation, seen), ...aside(situation, seen)].join('\n');
  const length = duration(policy.language, policy.changes.lookBack);
  return `<details><summary>${heading(length, seen.total)}</summary>\n\n${text}\n\n</details>`;
}

/** When it began, and what changed before, an item each. */
export function changeLines(of: Of, { of: from, total, list }: FoundChanges): readonly string[] {
  const { reader, words } = of;
  const rest = total - list.length;
  return [
    words.changes.impact(instant(reader, from)),
    '',
    ...list.map((change, i) => `${i + 1}. ${lineOf(of, change, from)}`),
    ...(rest > 0 ? ['', words.changes.rest(rest)] : []),
  ];
}

/** What could not be read, and what would help. */
function aside({ words }: Of, { lacks = [], unseen = [] }: Seen): readonly string[] {
  const code = (all: readonly string[]): string => all.map((it) => inline(it)).join(words.andThen);
  return [
    ...(lacks.length > 0 ? ['', words.changes.lacks(code(lacks))] : []),
    ...(unseen.length > 0 ? ['', words.changes.unseen(code(unseen))] : []),
  ];
}

function lineOf(of: Of, change: Change, from: number): string {
  const { policy, reader, words } = of;
  const w = words.changes;
  const { at, by, title, number, repository, size, touches, owners, reasons, before } = change;
  const length = from - at;
  const moment = shortInstant(reader, at);
  const when = length < MINUTE ? w.atOnce(moment) : w.when(moment, duration(policy.language, length));
  const name = number === undefined ? change.sha?.slice(0, 7) : `#${number}`;
  const called = [repository, name].filter((it) => it !== undefined).join(number === undefined ? ' ' : '');
  const facts = [
    ...(called === '' ? [] : [inline(called)]),
    ...(size ? [w.size(size.added, size.removed, size.files)] : []),
    ...(touches ? [w.touches(touches.map((it) => inline(it)).join(' '))] : []),
    ...(owners ? [w.owners(owners.map((it) => inline(it)).join(' '))] : []),
    ...reasons.map(({ why, what = '' }) => w.reasons[why](inline(what))).filter(Boolean),
  ];
  const links = [
    ...(before ? [`[${w.diff}](${quiet(before.diff)})`] : []),
    ...(before?.log ? [`[${w.rerun(`\`${before.sha.slice(0, 7)}\``)}](${quiet(before.log)})`] : []),
  ];
  const did = `${didOf(of, change)}${by === null ? '' : ` ${w.by(inline(by))}`}`;
  const titled = title === '' ? '' : `${words.colon}${holding(of, change)}`;
  const head = [`**${when}**${words.colon}${did}${titled}`, ...links].join(' · ');
  // A line of its own below, which belongs to the same item.
  return facts.length === 0 ? head : `${head}\n   ${facts.join(' · ')}`;
}

/** What it brings: one thing, or several pull requests. */
function holding({ words }: Of, { title, url, holds, more = 0 }: Change): string {
  if (!holds) return linked(title, url);
  const all = holds.map((it) => `${linked(it.title, it.url)} (${inline(`#${it.number}`)})`);
  return [...all, ...(more > 0 ? [words.changes.more(more)] : [])].join(', ');
}

function didOf({ words }: Of, { kind, environment, state, back }: Change): string {
  const w = words.changes.did;
  if (kind !== 'deployment') return w[kind];
  const place = environment === undefined || environment === '' ? words.changes.nowhere : inline(environment);
  return back === true && state === 'success' ? w.back(place) : w.deployment[state ?? 'pending'](place);
}

const linked = (title: string, url: string): string => `[${prose(title)}](${quiet(url)})`;

/**
 * An address as a link that leaves no trace on what it leads to: GitHub notes on a pull request where it is named, and nobody is to read there
 * that an incident looks at it. GitHub itself sends readers on from this host.
 */
function quiet(url: string): string {
  const at = URL.canParse(url) ? new URL(url) : null;
  if (at === null || !/^https?:$/.test(at.protocol)) return '#';
  if (at.host === 'github.com') at.host = 'redirect.github.com';
  return at.href.replaceAll('(', '%28').replaceAll(')', '%29');
}

/** What runs since it was mitigated, and what was reverted. */
export const afterRow: CardRow = (situation) => {
  const seen = changesOf(situation);
  const { reader, words, incident } = situation;
  if (!seen?.after || incident.category.confidential || seen.after.of !== mitigatedAt(incident)) return [];
  const { sha, environment = '', since, back, reverted } = seen.after;
  const w = words.changes;
  const place = environment === '' ? w.nowhere : inline(environment);
  const parts = [
    ...(sha === undefined || since === undefined
      ? []
      : [(back === true ? w.isBack : w.now)(place, inline(sha.slice(0, 7)), shortInstant(reader, since))]),
    ...(reverted ? [w.reverted(inline(`#${reverted.number}`), inline(`#${reverted.by}`))] : []),
  ];
  return parts.length === 0 ? [] : [[w.row, parts.join(words.semicolon)]];
};

/** The change that is held for what broke it, and who says so. */
export const culpritRow: CardRow = (situation) => {
  const { culprit } = situation.incident.changes;
  return culprit === null ? [] : [[situation.words.changes.culprit, culpritText(situation, culprit)]];
};

export function culpritText({ words }: Of, { change, by }: Culprit): string {
  const name = inline(nameOfChange(change));
  return by === null ? words.changes.byRevert(name) : words.changes.said(name, who(by));
}
