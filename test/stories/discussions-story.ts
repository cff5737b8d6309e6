import type { DiscussionView } from '../../src/rehearsal/github/discussions.ts';
import type { Stage, StageOptions } from '../../src/rehearsal/stage.ts';
import type { Report } from '../../src/run/report.ts';
import { visible } from '../support/stage.ts';
import { PAGE_POLICY, reported, say } from './status-page-story.ts';

/* A shop whose status page is told in Discussions as well. */

export const TOLD_POLICY = PAGE_POLICY.replace('  components:\n', '  discussions: Announcements\n  components:\n');

/** What the job that builds the page may do. */
export const PAGE_TOKEN = 'page-token';
const TOKENS: StageOptions['tokens'] = {
  'test-token': { login: 'github-actions[bot]', permissions: { issues: 'write', contents: 'read', metadata: 'read' } },
  [PAGE_TOKEN]: {
    login: 'github-actions[bot]',
    permissions: { issues: 'read', contents: 'read', discussions: 'write', metadata: 'read' },
  },
};

export const TOLD_STAGE: StageOptions = {
  policy: TOLD_POLICY,
  discussions: ['General', 'Ideas', 'Announcements'],
  tokens: TOKENS,
};

/** An incident that nora reports and bob labels, in such a shop. */
export function toldStage(labels: readonly string[], options: StageOptions = {}): Promise<Stage> {
  return reported(labels, { ...TOLD_STAGE, ...options });
}

/** The job that builds the page, by its own token. */
export function build(stage: Stage, changes: Parameters<Stage['sweep']>[0] = {}): Promise<Report> {
  return stage.sweep({ command: 'site', token: PAGE_TOKEN, ...changes });
}

/** Somebody comments a minute later, a run sees it, and the page is built. */
export async function sayAndBuild(stage: Stage, login: string, text: string, issue = 1): Promise<Report> {
  await say(stage, login, text, issue);
  return build(stage);
}

/** A Discussion as a subscriber reads it: the mail about it, and one for each comment. */
export function mailsOf({ title, body, comments }: DiscussionView): readonly string[] {
  return [`${title}\n${visible(body)}`, ...comments.map((it) => visible(it.body))];
}

/** The text of the quotation in a mail, without what is folded. */
export const quoted = (mail: string): string =>
  mail
    .replace(/<details>[\s\S]*?<\/details>/g, '')
    .split('\n')
    .filter((line) => line.startsWith('>'))
    .map((line) => line.slice(2))
    .join('\n');
