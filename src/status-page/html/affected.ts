import { h } from './element.ts';
import type { Content } from './element.ts';
import { said } from './view.ts';
import type { View } from './view.ts';

/** So many names stand in a line; a page of its own names all. */
const NAMED = 8;

/** The names of the components that something concerns, on a line of their own below its facts. */
export function affected(view: View, components: readonly string[]): Content {
  if (components.length === 0) return null;
  const { incidents } = view.words;
  const most = /^(?:incidents|maintenance)\//.test(view.file) ? components.length : NAMED;
  const names = components.slice(0, most).map((id) => said(view, view.board.components.get(id)!.name));
  const others = components.length - most;
  const text = [...names, ...(others > 0 ? [incidents.others(others)] : [])].join(', ');
  return [h('br', null), `${incidents.affects(components.length)} ${text}`];
}
