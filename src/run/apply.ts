import { projectedEvents, projectedIssue } from '../engine/projection.ts';
import type { Effect } from '../engine/effect.ts';
import type { GitHubError, EffectOutcome } from '../github/port.ts';
import type { Issue } from '../model/issue.ts';
import type { Run } from './context.ts';

/** What became of effects. */
export interface Applied {
  /** The issue as it stands now, as far as the answers tell. */
  readonly issue: Issue;
  readonly done: readonly Effect[];
  readonly refused: readonly { readonly effect: Effect; readonly error: GitHubError }[];
  /** Some effects may or may not have happened, and this answer was lost. */
  readonly lost: GitHubError | null;
}

/** Carries effects on one issue out. A dry run writes nothing and goes on as if it had. */
export async function apply(
  { github, looks, now, inputs: { dryRun } }: Pick<Run, 'github' | 'looks' | 'now' | 'inputs'>,
  issue: Issue,
  effects: readonly Effect[],
): Promise<Applied> {
  const outcomes: readonly EffectOutcome[] = dryRun
    ? effects.map((effect) => ({ result: 'done', events: projectedEvents(effect, now) }))
    : (await github.carryOut([{ issue, effects }], looks))[0]!;
  const results = effects.map((effect, i) => ({ effect, outcome: outcomes[i]! }));
  const uncertain = results.find(({ outcome }) => outcome.result === 'uncertain')?.outcome;
  return {
    issue: results.reduce(
      (state, { effect, outcome }) =>
        outcome.result === 'done' ? projectedIssue(state, effect, outcome.events) : state,
      issue,
    ),
    done: results.filter(({ outcome }) => outcome.result === 'done').map(({ effect }) => effect),
    refused: results.flatMap(({ effect, outcome }) =>
      outcome.result === 'refused' ? [{ effect, error: outcome.error }] : [],
    ),
    lost: uncertain && 'error' in uncertain ? uncertain.error : null,
  };
}
