import { DateTime } from 'luxon';
import type { Words } from '../messages/words.ts';
import { describe, type Report } from '../report.ts';
import type { EmbeddedGitHub } from './github/server.ts';

/** Tells what happens on a stage, for people. Lines go to `print`. */
export interface Transcript {
  readonly heading: (text: string) => void;
  readonly people: (text: string) => void;
  readonly run: (report: Report) => void;
  readonly end: () => void;
}

export function transcribe(hub: EmbeddedGitHub, zone: string, words: Words, print: (line: string) => void): Transcript {
  const shown = new Set<number>();
  let quiet = 0;

  const clock = (): string => DateTime.fromMillis(hub.clock.now(), { zone }).toFormat('ccc HH:mm');
  const quote = (text: string): void => {
    for (const line of text.split('\n')) print(`         │ ${line}`.trimEnd());
  };
  const flush = (): void => {
    if (quiet > 0) print(`${clock()}  Tocsin looks ${quiet === 1 ? 'once' : `${quiet} times`}; nothing is due.`);
    quiet = 0;
  };

  return {
    heading: (text) => {
      print(`\n${text}\n${'='.repeat(text.length)}\n`);
    },
    people: (text) => {
      flush();
      print(`\n${clock()}  ${text}`);
    },
    run: (report) => {
      const done = report.settled.flatMap((settled) => settled.done);
      if (done.length === 0) {
        quiet += 1;
        return;
      }
      flush();
      for (const effect of done)
        print(`${clock()}  Tocsin: #${effect.issue} ${describe(effect, words)} (${effect.why})`);
      for (const issue of hub.issues()) {
        for (const comment of issue.comments) {
          if (shown.has(comment.databaseId) || !comment.author?.endsWith('[bot]')) continue;
          shown.add(comment.databaseId);
          // The card is shown whole at the end; here it would drown what is new.
          if (!comment.body.startsWith('<!-- tocsin:card')) quote(visible(comment.body));
        }
      }
    },
    end: () => {
      flush();
      for (const issue of hub.issues()) {
        print(`\n#${issue.number} ${issue.title}: ${issue.state.toLowerCase()}`);
        print(`   labels ${issue.labels.join(', ')}; assigned to ${issue.assignees.join(', ') || 'nobody'}`);
        const card = issue.comments.find(({ body }) => body.startsWith('<!-- tocsin:card'));
        quote(card ? visible(card.body) : short(visible(issue.body)));
      }
    },
  };
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
