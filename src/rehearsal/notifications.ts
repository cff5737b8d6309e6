import type { Issue, TimelineEvent } from '../model/issue.ts';

/** How often GitHub notified one person, and by what. */
export interface Notifications {
  readonly login: string;
  /** Comments and reports that mention them. */
  readonly mentions: number;
  /** Assignments to them. */
  readonly assignments: number;
  /** Comments that do not mention them, on issues that they take part in. */
  readonly others: number;
  /** The words of all of these, as they are read. */
  readonly words: number;
}

type Kind = Exclude<keyof Notifications, 'login' | 'words'>;

/**
 * The notifications that each person got over the life of some issues, most first; those of bots are left out, and so is what
 * people who watch the whole repository get, or anybody by closing. A comment notifies whom it mentions, and those who take part
 * by then: the author of the issue, its assignees, and who has commented or been mentioned before; but never its own author. An
 * assignment notifies the assignee. An edit notifies nobody but whom it newly mentions, so a comment counts once, as it reads now.
 */
export function countNotifications(issues: readonly Issue[]): readonly Notifications[] {
  const counts = new Map<string, Notifications>();
  const count = (login: string, kind: Kind, words: number): void => {
    const before = counts.get(keyOf(login)) ?? { login, mentions: 0, assignments: 0, others: 0, words: 0 };
    counts.set(keyOf(login), { ...before, [kind]: before[kind] + 1, words: before.words + words });
  };
  for (const issue of issues) follow(issue, count);
  return [...counts.values()].sort((a, b) => totalOf(b) - totalOf(a) || (a.login < b.login ? -1 : 1));
}

/** What is read of a comment at first: no marks, nothing folded away, nobody's name; lines without the empty ones. */
export function readOf(body: string): readonly string[] {
  return body
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<details>[\s\S]*?<\/details>/g, '')
    .replace(/<\/?sub>/g, '')
    .replace(/(?<![\w`])@[\w-]+ ?/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

/** How many words a text has. An hour is one, however a language writes it. */
export function wordCount(text: string): number {
  const hours = text.replace(/(\d+)[ \u00a0]h(?:[ \u00a0](\d\d)\b)?/g, '$1h$2');
  return hours.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
}

export function totalOf({ mentions, assignments, others }: Pick<Notifications, Kind>): number {
  return mentions + assignments + others;
}

/** The logins that a text mentions, each once, as it spells them. Code, invisible comments, addresses and teams mention nobody. */
export function notifiedMentionsIn(text: string): readonly string[] {
  const prose = text
    .replace(/<!--[\s\S]*?(-->|$)/g, ' ')
    .replace(/^ {0,3}(`{3,}|~{3,})[\s\S]*?(^ {0,3}\1|(?![\s\S]))/gm, ' ')
    .replace(/(`+)[\s\S]*?\1/g, ' ');
  const found = [...prose.matchAll(/(?<![\w@/.`-])@([a-z\d](?:-?[a-z\d])*)(?![\w/-])/gi)].map(([, login]) => login!);
  return [...new Map(found.toReversed().map((login) => [keyOf(login), login])).values()].toReversed();
}

/** Goes through one issue in the order in which things happened. */
function follow(issue: Issue, count: (login: string, kind: Kind, words: number) => void): void {
  const involved = new Map<string, string>();
  const assignees = new Map<string, string>();

  function publish(body: string, author: TimelineEvent['actor']): void {
    const by = keyOf(author?.login ?? '');
    const mentioned = new Map(notifiedMentionsIn(body).map((login) => [keyOf(login), login]));
    const words = wordCount(readOf(body).join('\n'));
    for (const [key, login] of mentioned) if (key !== by) count(login, 'mentions', words);
    for (const [key, login] of new Map([...involved, ...assignees]))
      if (key !== by && !mentioned.has(key)) count(login, 'others', words);
    for (const [key, login] of mentioned) involved.set(key, involved.get(key) ?? login);
    if (author && !author.bot) involved.set(by, author.login);
  }

  publish(issue.body, issue.author);
  for (const event of issue.timeline) {
    if (event.kind === 'commented') publish(event.comment.body, event.comment.author);
    if (event.kind === 'unassigned') assignees.delete(keyOf(event.assignee));
    if (event.kind !== 'assigned' || event.assignee === null) continue;
    assignees.set(keyOf(event.assignee), event.assignee);
    // Whoever assigns themselves knows.
    if (keyOf(event.assignee) !== keyOf(event.actor?.login ?? '')) count(event.assignee, 'assignments', 0);
  }
}

/** GitHub tells no capitals apart in logins. */
function keyOf(login: string): string {
  return login.toLowerCase();
}
