import { accept, type Command } from '../../src/engine/command.ts';
import { mark } from '../../src/engine/mark.ts';
import type { Comment, EventOf, Issue, TimelineEvent } from '../../src/model/issue.ts';

/* An issue and what is said on it, for tests of what reads timelines. */

export const person = (login: string) => ({ login, bot: false });

/** A comment; its id is `C` and its number. */
export function commentOf(number: number, body: string, parts: Partial<Comment> = {}): Comment {
  const author = person('ana');
  return { id: `C${number}`, number, url: `#${number}`, body, author, edited: false, own: false, ...parts };
}

/** A comment that we wrote. */
export const ours = (number: number, body: string, parts: Partial<Comment> = {}): Comment =>
  commentOf(number, body, { author: null, own: true, ...parts });

/** A notice of ours on the issue. */
export const notice = (number: number, data: object, parts: Partial<Comment> = {}): Comment =>
  ours(number, `${mark('notice', 1, data)}\nHello`, parts);

/** Its entry on the timeline; what is our own has nobody as its actor. */
export function spoken(
  comment: Comment,
  at = comment.number,
  parts: Partial<EventOf<'commented'>> = {},
): EventOf<'commented'> {
  return { kind: 'commented', at, actor: comment.own ? null : comment.author, own: comment.own, comment, ...parts };
}

export function issueOf(timeline: readonly TimelineEvent[] = [], parts: Partial<Issue> = {}): Issue {
  return {
    id: 'I1',
    number: 1,
    url: '#1',
    title: 'Down',
    body: '',
    edited: false,
    author: person('rita'),
    own: false,
    openedAt: 0,
    state: 'open',
    labels: [],
    timeline,
    ...parts,
  };
}

/** A command that takes any text as it is, unless the parts say otherwise. */
export const command = (
  usage: string,
  parts: Partial<Command<unknown, string, object>> = {},
): Command<unknown, string, object> => ({
  usage,
  does: { en: '', fr: '' },
  did: null,
  read: (text) => accept(text),
  ...parts,
});
