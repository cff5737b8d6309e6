import { readMark } from '../../src/engine/mark.ts';
import { readKey, type KeyParts } from '../../src/engine/keys.ts';
import type { CommentView, IssueView } from '../../src/rehearsal/github/views.ts';
import { renderSummary } from '../../src/run/render.ts';
import type { Moment } from './story.ts';

/** A text in Markdown, and where it stands on GitHub. */
export interface Shown {
  /** Its place, as in a web address below the repository: `issues/1#issuecomment-2`. */
  readonly place: string;
  /** The title of the issue; null for a text that is on none. */
  readonly title: string | null;
  /** Whether it is the issue itself, or a comment on it, or neither: GitHub mails the first two. */
  readonly kind: 'issue' | 'comment' | 'summary';
  readonly author: string;
  readonly edited: boolean;
  /** Somebody has opened what is folded in it. */
  readonly unfolded?: true;
  readonly body: string;
}

/** Finds a text among what there is to read; fails if it is not there. */
type Find = (moment: Moment) => Shown;

/** The card of an incident. */
export function card(issue: number): Find {
  return find(issue, 'the card', ({ body }) => readMark('card', issue, body) !== null);
}

/** The same text, with what is folded in it open. */
export function unfolded(find: Find): Find {
  return (moment) => ({ ...find(moment), unfolded: true });
}

/** The comment that an escalation step has led to last. */
export function step(issue: number, name: string): Find {
  return keyed(issue, `the step ${name}`, (key) => key.kind === 'step' && key.step === name);
}

/** The last comment with the notice of a rule. */
export function notice(issue: number, name: string): Find {
  return keyed(issue, `the notice ${name}`, (key) => key.kind === 'notice' && key.name === name);
}

/** The last reply to commands, of somebody with the right to them, or without. */
export function reply(issue: number, kind: 'reply' | 'refusal'): Find {
  return keyed(issue, `a ${kind}`, (key) => key.kind === kind);
}

/** The last comment that says who has answered in a pager. */
export function answer(issue: number): Find {
  return keyed(issue, 'an answer in a pager', (key) => key.kind === 'answer');
}

/** The last comment on an issue. */
export function comment(issue: number): Find {
  return find(issue, 'a comment', () => true);
}

/** The text of an issue. */
export function issue(number: number): Find {
  return (moment) => {
    const { title, author, body } = issueOf(moment, number);
    return { place: `issues/${number}`, title, kind: 'issue', author: nameOf(author), edited: false, body };
  };
}

/** The summary of the last run. */
export function summary({ report }: Moment): Shown {
  const body = renderSummary(report);
  return { place: 'actions/runs/1', title: null, kind: 'summary', author: 'Tocsin summary', edited: false, body };
}

function keyed(number: number, what: string, isIt: (key: KeyParts) => boolean): Find {
  return find(number, what, ({ body }) => {
    const keys: unknown = readMark('notice', number, body)?.['keys'];
    return Array.isArray(keys) && keys.some((text) => isKey(readKey(String(text)), isIt));
  });
}

function isKey(key: KeyParts | null, isIt: (key: KeyParts) => boolean): boolean {
  return key !== null && isIt(key);
}

function find(number: number, what: string, isIt: (comment: CommentView) => boolean): Find {
  return (moment) => {
    const { title, comments } = issueOf(moment, number);
    const found = comments.findLast(isIt);
    if (!found) throw new Error(`#${number} lacks ${what}. Its texts begin with:\n${comments.map(startOf).join('\n')}`);
    const { author, body, databaseId, lastEditedAt } = found;
    const place = `issues/${number}#issuecomment-${databaseId}`;
    return { place, title, kind: 'comment', author: nameOf(author), edited: lastEditedAt !== null, body };
  };
}

function issueOf({ issues }: Moment, number: number): IssueView {
  const found = issues.find((one) => one.number === number);
  if (!found) throw new Error(`There is no issue #${number} yet.`);
  return found;
}

function startOf({ body }: CommentView): string {
  return body.split('\n', 1)[0]!.slice(0, 200);
}

function nameOf(login: string | null): string {
  return login ?? 'ghost';
}
