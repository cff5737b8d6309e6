import type { Comment, Issue, TimelineEvent } from '../model/issue.ts';
import { mark, readCommentMark } from './mark.ts';
import { done, type Done } from './record.ts';
import * as z from 'zod/mini';

/** What a comment says of escalation steps, so that a digest can say it instead. */
export interface Brief {
  readonly asks: readonly {
    readonly keys: readonly string[];
    readonly to: readonly string[];
    /** What is asked of them: markdown in which foreign text is harmless. */
    readonly ask: string;
  }[];
  /** The notifiers that took the page that goes with it. */
  readonly paged: Done['paged'];
  /** What their services call the messages. */
  readonly refs: Done['refs'];
  /** The comment without that; null if it says nothing else. */
  readonly rest: { readonly body: string; readonly keys: readonly string[]; readonly to: readonly string[] } | null;
}

/** The first line of a digest, a comment on one incident that tells of several: which proves it for each of them. */
export function digestMark(host: number, at: number, briefs: ReadonlyMap<number, Brief>): string {
  const of = [...briefs].map(([number, { asks, paged, refs }]) => {
    const entries = asks.flatMap(({ keys, to }) =>
      keys.map((key) => [key, { at, told: to, paged, refs, on: host }] as const),
    );
    return [number, Object.fromEntries(entries)] as const;
  });
  return mark('digest', host, { of: Object.fromEntries(of) });
}

/** The last digests on an incident are read: what older ones tell is on record since the run after. */
const MOST_READ = 50;

/**
 * Issues with what digests on others of them tell, as an entry on the timeline of each that they tell of: so that it is found where a
 * comment on it would be.
 */
export function withDigests(issues: readonly Issue[]): readonly Issue[] {
  const entries = new Map<number, TimelineEvent[]>();
  for (const host of issues)
    for (const event of host.timeline.filter((it) => isDigest(host, it)).slice(-MOST_READ))
      for (const [number, entry] of digestEntries(host, event))
        entries.set(number, [...(entries.get(number) ?? []), entry]);
  return entries.size === 0 ? issues : issues.map((issue) => withEntries(issue, entries.get(issue.number) ?? []));
}

/** An issue that was read anew, with what digests told of it when it was read before. */
export function withDigestsOf(issue: Issue, before: Issue): Issue {
  return withEntries(issue, before.timeline.filter(isEntry));
}

function withEntries(issue: Issue, entries: readonly TimelineEvent[]): Issue {
  if (entries.length === 0) return issue;
  return { ...issue, timeline: [...issue.timeline, ...entries].sort((a, b) => a.at - b.at) };
}

const TOLD = 'told';

function isDigest({ number }: Issue, event: TimelineEvent): boolean {
  return event.kind === 'commented' && event.own && readCommentMark('digest', number, event.comment) !== null;
}

/** What an event on one issue, if it is a digest, leaves on the timeline of each that it tells of. */
export function digestEntries(host: Issue, event: TimelineEvent): readonly (readonly [number, TimelineEvent])[] {
  if (event.kind !== 'commented' || !event.own) return [];
  const data = readCommentMark('digest', host.number, event.comment);
  if (typeof data?.of !== 'object' || data.of === null) return [];
  return Object.entries(data.of).map(([number, told]) => {
    const body = mark(TOLD, Number(number), { done: told as unknown });
    return [Number(number), { ...event, comment: { ...event.comment, body, own: true } }];
  });
}

/** What a digest on an issue tells, each with the issue that it tells of; nothing for any other comment. */
export function toldBy(host: number, comment: Comment): readonly string[] {
  const of = readCommentMark('digest', host, comment)?.of;
  if (typeof of !== 'object' || of === null) return [];
  return Object.entries(of).flatMap(([number, told]) => Object.keys(told as object).map((key) => `${number} ${key}`));
}

function isEntry(event: TimelineEvent): boolean {
  return event.kind === 'commented' && event.comment.own && event.comment.body.startsWith(`<!-- tocsin:${TOLD} `);
}

/** What such an entry proves to have been done, by key; nothing for any other comment. What cannot be read is left out. */
export function toldElsewhere(issue: number, comment: Comment): Readonly<Record<string, Done>> {
  const mark = readCommentMark(TOLD, issue, comment);
  return mark === null ? {} : doneByKey.parse(mark.done);
}

const doneByKey = z.catch(z.record(z.string(), done), {});
