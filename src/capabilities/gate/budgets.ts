import { figureStandingOf } from '../../figures/derived.ts';
import type { Issue } from '../../model/issue.ts';
import { reportLedgerOf } from '../reports/ledger.ts';
import type { Budget } from './decide.ts';

/**
 * What is left of the error budget of each service, by its name, as the report of the running month has it: the newest that is not closed. None
 * where there is no report, and of services without an objective for the month. Somebody who may set labels lets deployments through by the label
 * `override` on that report: the timeline says who, and the next month begins without it.
 */
export function budgetsIn(issues: readonly Issue[], override: string): ReadonlyMap<string, Budget> {
  const open = issues
    .flatMap((issue) => {
      const ledger = reportLedgerOf(issue);
      return ledger && !ledger.isFrozen ? [{ issue, ledger }] : [];
    })
    .toSorted((a, b) => (a.ledger.month < b.ledger.month ? 1 : -1));
  const [newest] = open;
  if (newest === undefined || newest.issue.labels.includes(override)) return new Map();
  const { figures } = newest.ledger;
  return new Map(
    figures.services.flatMap((service) => {
      const { left, leftShare } = figureStandingOf(service, 'month');
      if (left === null) return [];
      // Where nothing is allowed, nothing is spent before something was down.
      const share = leftShare ?? (left < 0 ? -1 : 1);
      const budget: Budget = { left: share, asOf: figures.at, link: newest.issue.url };
      return [[service.service, budget] as const];
    }),
  );
}
