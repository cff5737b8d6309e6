import { notRefused, type Effect } from '../engine/effect.ts';
import type { Intent, Notice } from '../capabilities/situation.ts';
import type { Issue } from '../model/issue.ts';
import type { Reader } from '../text/time.ts';
import { subjectNoticeBody } from './notice.ts';
import type { Subject, SubjectReading } from './subject.ts';
import { orAsked, type UnassignedGround } from './unassigned.ts';

/** One kind of subject: how it is read, and what it asks for. `Ground` is what that rests on besides the issue. */
export interface SubjectKind<
  S extends Subject,
  Ground extends UnassignedGround,
  Situation extends { readonly reader: Reader },
> {
  /** Null for an issue that is none of them. */
  readonly read: (issue: Issue, ground: Ground) => SubjectReading<S> | null;
  readonly situationOf: (subject: S, ground: Ground) => Situation;
  /** In the order in which what they ask for is carried out. */
  readonly rules: readonly ((situation: Situation) => readonly Intent[])[];
  /** The card, if it must be written; `pending` says that something is still on its way. */
  readonly card: (situation: Situation, pending: boolean) => readonly Effect[];
  /** Why a comment of ours that is there twice goes. */
  readonly whyDouble: (situation: Situation) => string;
}

/** What is to be done about a subject, or what must be known before that can be said. */
export interface Decision<S extends Subject> extends SubjectReading<S> {
  /** In their order; empty when nothing is left. */
  readonly effects: readonly Effect[];
}

/**
 * Decides what a subject needs; null for an issue that is none. Pure, and settled by repetition: what may happen once only is told
 * first, and recorded on the card in the next round, when it is certain. `refused` are effects that GitHub would not carry out.
 */
export function decideOn<S extends Subject, G extends UnassignedGround, T extends { readonly reader: Reader }>(
  kind: SubjectKind<S, G, T>,
  issue: Issue,
  ground: G,
  refused: readonly Effect[],
): Decision<S> | null {
  const reading = kind.read(issue, ground);
  if (reading === null) return null;
  const { subject } = reading;
  const situation = kind.situationOf(subject, ground);
  const intents = kind.rules
    .flatMap((rule) => rule(situation))
    .flatMap((it) => orAsked(it, subject, refused, ground))
    .filter((it) => isNew(it, subject));
  // Reading and rules alike may have asked for them: without them nothing can be said of an approval that would be true later.
  if (reading.wantsEditors) return { ...reading, effects: [] };
  const notices = intents.filter((it): it is Notice => it.do === 'tell');
  const others = notRefused(
    intents.filter((it): it is Effect => it.do !== 'tell'),
    refused,
  );
  const isMute = refused.some(({ do: kind }) => kind === 'comment');
  const place = { issue: issue.number, now: ground.now, reader: situation.reader };
  const comments = isMute ? [] : byReader(notices).map((some) => commentOf(place, some));
  const pending = comments.length > 0 || others.some(({ do: kind }) => kind === 'open-issue');
  const card = notRefused(kind.card(situation, pending), refused);
  // A reaction goes with the record that it was given, so that it is neither lost nor asked for twice.
  const recorded = !pending && card.length > 0;
  const effects = others.filter(({ do: kind }) => recorded || kind !== 'react');
  // What two runs wrote is one too many.
  const why = kind.whyDouble(situation);
  const doubles = subject.own.duplicates.map(
    ({ id }) => ({ do: 'delete-comment', issue: issue.number, comment: id, why }) as const,
  );
  // The card heads the conversation.
  const write = subject.own.card ? [...comments, ...effects, ...card] : [...card, ...comments, ...effects];
  return { ...reading, effects: [...write, ...notRefused(doubles, refused)] };
}

function isNew(intent: Intent, { record }: Subject): boolean {
  return intent.do !== 'tell' || !intent.keys.every((key) => Object.hasOwn(record.done, key));
}

/** Replies go to whoever wrote; what the subject asks is one comment. */
function byReader(notices: readonly Notice[]): readonly (readonly Notice[])[] {
  const replies = notices.filter(({ audience }) => audience === 'author').map((it) => [it]);
  const others = notices.filter(({ audience }) => audience !== 'author');
  return others.length === 0 ? replies : [...replies, others];
}

function commentOf(place: Parameters<typeof subjectNoticeBody>[0], notices: readonly Notice[]): Effect {
  return {
    do: 'comment',
    issue: place.issue,
    body: subjectNoticeBody(place, notices),
    keys: notices.flatMap(({ keys }) => keys),
    to: [...new Set(notices.flatMap(({ to }) => to))],
    why: notices.map(({ why }) => why).join('; '),
  };
}
