import type { Board } from '../board.ts';
import { groupsOf } from '../board.ts';
import { addressCodeOf } from '../address.ts';
import { worstOf } from '../condition.ts';
import type { Component, Condition } from '../page.ts';
import { timestamp } from './timestamp.ts';

/** A component as Statuspage's public v2 API has it. A group is one as well. */
export interface ApiComponent {
  readonly id: string;
  readonly name: string;
  readonly status: Condition;
  readonly created_at: string;
  readonly updated_at: string;
  /** From 1, within its group or among what has none. */
  readonly position: number;
  readonly description: string | null;
  readonly showcase: boolean;
  /** `YYYY-MM-DD`: since when its availability is on record. */
  readonly start_date: string | null;
  readonly group_id: string | null;
  readonly page_id: string;
  readonly group: boolean;
  readonly only_show_if_degraded: boolean;
  /** Of a group only: the ids of what is in it. */
  readonly components?: readonly string[];
}

/** All components, each group before its own. */
export function apiComponents(board: Board): readonly ApiComponent[] {
  let position = 0;
  return [...groupsOf(board.page.components)].flatMap(([group, of]) => {
    if (group === null) return of.map((component) => leaf(board, component, ++position));
    const leaves = of.map((component, i) => leaf(board, component, i + 1));
    return [groupComponent(board, of, leaves, ++position), ...leaves];
  });
}

function leaf(board: Board, { id, name, description, group }: Component, position: number): ApiComponent {
  const { page, conditions } = board;
  const [language] = page.languages;
  return {
    id: addressCodeOf('component', id),
    name: name[language!],
    status: conditions.get(id)!,
    created_at: timestamp(page, page.since),
    updated_at: timestamp(page, changedAt(board, id)),
    position,
    description: description?.[language!] ?? null,
    showcase: true,
    start_date: timestamp(page, page.since).slice(0, 10),
    group_id: group && addressCodeOf('group', group.id),
    page_id: addressCodeOf('page', page.id),
    group: false,
    only_show_if_degraded: false,
  };
}

function groupComponent(
  { page }: Board,
  of: readonly Component[],
  leaves: readonly ApiComponent[],
  position: number,
): ApiComponent {
  const { id, name } = of[0]!.group!;
  return {
    id: addressCodeOf('group', id),
    name: name[page.languages[0]!],
    status: worstOf(leaves.map(({ status }) => status)),
    created_at: timestamp(page, page.since),
    updated_at: leaves.map(({ updated_at }) => updated_at).reduce((a, b) => (Date.parse(a) < Date.parse(b) ? b : a)),
    position,
    description: null,
    showcase: false,
    start_date: null,
    group_id: null,
    page_id: addressCodeOf('page', page.id),
    group: true,
    only_show_if_degraded: false,
    components: leaves.map((component) => component.id),
  };
}

/** When the condition of a component last changed: where its last stretch began or, if that is over, ended. */
function changedAt({ page, stretches }: Board, id: string): number {
  const last = stretches.get(id)!.at(-1);
  if (!last) return page.since;
  return last.to < page.at ? last.to : last.from;
}
