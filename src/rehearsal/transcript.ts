import { DateTime } from 'luxon';
import type { Language } from '../model/language.ts';
import type { Page } from '../notify/message.ts';
import { describe } from '../run/render.ts';
import type { Report } from '../run/report.ts';
import type { EmbeddedGitHub } from './github/embedded.ts';
import { readOf, totalOf, wordCount, type Notifications } from './notifications.ts';

/** Tells what happens on a stage, for people. Lines go to `print`. */
export interface Transcript {
  readonly heading: (text: string) => void;
  readonly people: (text: string) => void;
  readonly page: (notifier: string, page: Page) => void;
  readonly run: (report: Report) => void;
  /** How everything stands, and how often each person was notified until then. */
  readonly end: (notifications: readonly Notifications[]) => void;
}

export function transcribe(
  hub: EmbeddedGitHub,
  zone: string,
  language: Language,
  print: (line: string) => void,
): Transcript {
  const shown = new Set<number>();
  let quiet = 0;
  /** A page goes out in the middle of a run, and is shown where the run comes to it. */
  const pages: string[] = [];

  const clock = (): string => DateTime.fromMillis(hub.clock.now(), { zone }).toFormat('ccc HH:mm');
  const quote = (text: string): void => {
    for (const line of text.split('\n')) print(`         │ ${line}`.trimEnd());
  };
  const flush = (): void => {
    if (quiet > 0) print(`${clock()}  Tocsin looks ${quiet === 1 ? 'once' : `${quiet} times`}; nothing is due.`);
    quiet = 0;
  };

  const heading = (text: string): void => {
    print(`\n${text}\n${'='.repeat(text.length)}\n`);
  };

  return {
    heading,
    people: (text) => {
      flush();
      print(`\n${clock()}  ${text}`);
    },
    page: (notifier, { action, key, step, summary }) => {
      const isCall = action !== 'acknowledge' && action !== 'resolve';
      const what = isCall ? `takes a page about ${key} (${step})\n         ▌ ${summary}` : `is told: ${action} ${key}`;
      pages.push(`${clock()}  ${notifier} ${what}`);
    },
    run: (report) => {
      const done = report.settled.flatMap((settled) => settled.done);
      const after = report.filed.filter(({ do: kind }) => kind === 'follow-up');
      if (done.length === 0 && after.length === 0) {
        quiet += 1;
        return;
      }
      flush();
      for (const page of pages.splice(0)) print(page);
      for (const effect of done.filter((it) => it.do !== 'page'))
        print(`${clock()}  Tocsin: #${effect.issue} ${describe(effect, language)} (${effect.why})`);
      for (const { issue, what } of after) print(`${clock()}  Tocsin: #${issue} ${what}`);
      for (const issue of hub.issues()) {
        for (const comment of issue.comments) {
          if (shown.has(comment.databaseId) || !comment.author?.endsWith('[bot]')) continue;
          shown.add(comment.databaseId);
          // The card is shown whole at the end; here it would drown what is new.
          if (!comment.body.startsWith('<!-- tocsin:card')) quote(visible(comment.body));
        }
      }
    },
    end: (notifications) => {
      flush();
      heading('How it ended');
      for (const issue of hub.issues()) {
        print(`\n#${issue.number} ${issue.title}: ${issue.state.toLowerCase()}`);
        print(`   labels ${issue.labels.join(', ')}; assigned to ${issue.assignees.join(', ') || 'nobody'}`);
        const card = issue.comments.find(({ body }) => body.startsWith('<!-- tocsin:card'));
        quote(card ? visible(card.body) : short(visible(issue.body)));
      }
      heading('How often GitHub notified each person');
      print('Whoever comments is not notified of that, and edits of the card notify nobody.\n');
      for (const one of notifications)
        print(`${one.login.padEnd(10)} ${String(totalOf(one)).padStart(2)}  ${kinds(one)}; ${one.words} words`);
      const comments = hub.issues().flatMap((issue) => issue.comments.filter(isNotice));
      const read = comments.map(({ body }) => readOf(body));
      const lines = Math.max(0, ...read.map((text) => text.length));
      const words = Math.max(0, ...read.map((text) => wordCount(text.join('\n'))));
      print(
        `\nTocsin wrote ${comments.length} comments besides the card: at most ${lines} lines and ${words} words each.`,
      );
    },
  };
}

function isNotice({ body }: { readonly body: string }): boolean {
  return body.startsWith('<!-- tocsin:notice');
}

/** What somebody was notified by. */
function kinds({ mentions, assignments, others }: Notifications): string {
  const number = (n: number, one: string): string[] => (n === 0 ? [] : [`${n} ${n === 1 ? one : `${one}s`}`]);
  return [
    ...number(mentions, 'mention'),
    ...number(assignments, 'assignment'),
    ...number(others, 'other comment'),
  ].join(', ');
}

/** Sections that wait for people are named in one line. */
function short(body: string): string {
  const [head = '', ...sections] = body.split(/^## /m);
  const isEmpty = (section: string): boolean => /^.*\n\n_[^\n]*_\s*$/.test(section);
  const filled = sections.filter((section) => !isEmpty(section)).map((section) => `## ${section}`);
  const empty = sections.filter(isEmpty).map((section) => section.split('\n', 1)[0]);
  return `${head}${filled.join('')}\n[…] ${empty.join(' · ')}`;
}

/** Without the lines that GitHub does not show. */
function visible(body: string): string {
  return body.replace(/^<!--.*-->\n/, '');
}
