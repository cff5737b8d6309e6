import type { Instant } from '../calendar/calendar.ts';
import type { GitHub, GitHubError, LabelLooks, Outcome } from '../github/port.ts';
import type { Issue } from '../model/issue.ts';
import type { Notifier, Page } from '../notify/message.ts';
import { after, imagine } from '../engine/echo.ts';
import type { Effect } from '../engine/effect.ts';

/** What became of a plan. */
export interface Applied {
  /** The issue as it stands now, as far as the answers tell. */
  readonly issue: Issue;
  readonly done: readonly Effect[];
  readonly refused: readonly { readonly effect: Effect; readonly error: GitHubError }[];
  /** Some effects may or may not have happened: the issue must be read again before anything else is decided on it. */
  readonly uncertain: GitHubError | null;
}

/** Carries effects on one issue out. A dry run writes nothing and goes on as if it had. */
export async function apply(
  github: GitHub,
  issue: Issue,
  effects: readonly Effect[],
  looks: LabelLooks,
  now: Instant,
  dryRun: boolean,
  page: (page: Page, notifiers: readonly Notifier[]) => Promise<void>,
): Promise<Applied> {
  // Pages come alone: what became of them decides what is written.
  const pages = effects.flatMap((effect) => (effect.do === 'page' ? [effect] : []));
  if (!dryRun) for (const { page: one, notifiers } of pages) await page(one, notifiers);
  const outcomes: readonly Outcome[] =
    dryRun || pages.length > 0
      ? effects.map((effect) => ({ result: 'done', events: imagine(effect, now) }))
      : await github.carryOut(issue, effects, looks);
  const results = effects.map((effect, i) => ({ effect, outcome: outcomes[i]! }));
  const uncertain = results.find(({ outcome }) => outcome.result === 'uncertain')?.outcome;
  return {
    issue: results.reduce(
      (state, { effect, outcome }) => (outcome.result === 'done' ? after(state, effect, outcome.events) : state),
      issue,
    ),
    done: results.filter(({ outcome }) => outcome.result === 'done').map(({ effect }) => effect),
    refused: results.flatMap(({ effect, outcome }) =>
      outcome.result === 'refused' ? [{ effect, error: outcome.error }] : [],
    ),
    uncertain: uncertain && 'error' in uncertain ? uncertain.error : null,
  };
}
