import type { IncidentFacts } from './facts.ts';
import type { Correction, MonthFigures, Row } from './figures.ts';
import { figureRowsOf } from './month-figures.ts';

const WHAT = ['priority', 'category', 'cause', 'opened', 'resolved', 'downtime', 'leftOut'] as const;

/**
 * What has changed about months that are closed, by incidents to which something has happened since `since`: each against what its month
 * has on record, and against what later months have told of it already. Of a month that kept not all of its rows, only those that it has count.
 */
export function correctionsOf(
  facts: readonly IncidentFacts[],
  closed: readonly MonthFigures[],
  since: number,
): readonly Correction[] {
  const changed = facts.filter(({ changedAt, isConfidential }) => changedAt >= since && !isConfidential);
  return closed
    .filter(({ to }) => to <= since)
    .toSorted((a, b) => a.from - b.from)
    .flatMap((month) => {
      const told = closed.flatMap(({ corrections }) => corrections.filter((it) => it.month === month.month));
      return changed.flatMap((it): Correction[] => {
        const before = month.rows.find(({ n }) => n === it.number);
        if (!before && month.isCut) return [];
        const now = figureRowsOf([it], month)[0];
        return WHAT.flatMap((what) => {
          const last = told.findLast((other) => other.n === it.number && other.what === what)?.to;
          const [from, to] = [last ?? text(before, what), text(now, what)];
          return from === to ? [] : [{ month: month.month, n: it.number, what, from, to }];
        });
      });
    });
}

/** What a row says, as text; of a row that there is not, that it adds nothing. */
function text(row: Row | undefined, what: (typeof WHAT)[number]): string {
  if (row) return String(row[what] ?? '');
  return what === 'opened' || what === 'resolved' ? 'false' : what === 'downtime' ? '0' : '';
}
